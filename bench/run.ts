// Start here: npm run bench [-- PART …]. Runs the parts one after the other and prints their figures as one table.
// Nothing is asserted and the exit code is 0: a figure that misses its goal says so in the table.

import { fork } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Finding } from './runner/figure.ts';
import { PARTS } from './runner/parts.ts';
import { renderTable } from './runner/table.ts';

const PART_PROCESS = fileURLToPath(new URL('./runner/part-process.ts', import.meta.url));

/** The findings of a part, or a line that says that there are none: then what went wrong stands above it. */
function findingsOf(name: string): Promise<readonly Finding[]> {
  return new Promise((resolve) => {
    const child = fork(PART_PROCESS, [name]);
    let findings: readonly Finding[] = [`${name}: it ended without a figure`];
    child.on('message', (message) => {
      findings = message as readonly Finding[];
    });
    child.on('exit', () => resolve(findings));
  });
}

async function runParts(names: readonly string[]): Promise<void> {
  const print = (text: string) => process.stdout.write(`${text}\n`);
  const startedAt = performance.now();
  const [load = 0] = loadavg();
  const findings: Finding[] = [];
  for (const name of names) {
    process.stderr.write(`${name} …\n`);
    findings.push(...(await findingsOf(name)));
  }
  const [cpu] = cpus();
  const machine = `${process.platform}, ${cpus().length} × ${cpu?.model ?? 'a core'}`;
  print(`Node ${process.version}, ${machine}, load ${load.toFixed(1)} before the first part\n`);
  print(renderTable(findings.filter((finding) => typeof finding !== 'string')));
  print('');
  for (const line of findings.filter((finding) => typeof finding === 'string')) print(`- ${line}`);
  print(`\nAll in all ${Math.round((performance.now() - startedAt) / 1000)} s.`);
}

const all = [...PARTS.keys()];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !PARTS.has(name));
if (unknown.length === 0) await runParts(asked.length === 0 ? all : asked);
else process.stderr.write(`no part ${unknown.join(', ')}; there are: ${all.join(', ')}\n`);
