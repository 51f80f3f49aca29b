// npm run load [-- TARGET … --seconds 6 --connections 10 --crowd 1000]: answers a second under load beside a bare
// Express, and what the server does when more comes than it can answer. No rate limit is set: what is measured is the
// server, and not its patience with one address.

import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startRealServer } from '../runner/real-server.ts';
import { renderRows } from '../runner/table.ts';
import { besideCeiling, COLUMNS } from './beside-ceiling.ts';
import { COLUMNS as CROWD_COLUMNS, overload } from './overload.ts';
import { targetsOn } from './targets.ts';

const BARE_EXPRESS = fileURLToPath(new URL('./bare-express.ts', import.meta.url));
const OVERLOAD = 'overload';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '6' },
    connections: { type: 'string', default: '10' },
    crowd: { type: 'string', default: '1000' },
  },
});
const seconds = Number(values.seconds);
const connections = Number(values.connections);
const print = (text: string) => process.stdout.write(`${text}\n`);
const isAsked = (name: string) => positionals.length === 0 || positionals.includes(name);

const ours = await startRealServer([process.execPath, 'src/main.ts', 'serve']);
const bare = await startRealServer([process.execPath, BARE_EXPRESS]);
try {
  const targets = await targetsOn(ours.url, connections);
  const names = [...targets.map(({ name }) => name), OVERLOAD];
  const unknown = positionals.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`no target ${unknown.join(', ')}; there are: ${names.join(', ')}`);

  print(
    `Node ${process.version}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)} before the first target`,
  );
  print(`${connections} connections, ${seconds} s each, no rate limit\n`);
  const rows: string[][] = [];
  for (const target of targets.filter(({ name }) => isAsked(name))) {
    process.stderr.write(`${target.name} …\n`);
    rows.push(await besideCeiling({ ours, bare }, target, { connections, seconds }));
  }
  if (rows.length > 0) print(`${renderRows([COLUMNS, ...rows])}\n`);
  if (isAsked(OVERLOAD)) {
    process.stderr.write(`${OVERLOAD} …\n`);
    print(renderRows([CROWD_COLUMNS, ...(await overload(ours, Number(values.crowd), seconds * 2))]));
  }
} finally {
  await bare.stop();
  await ours.stop();
}
