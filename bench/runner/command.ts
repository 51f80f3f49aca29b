// The real command as a whole process, from its start to its end: time, peak of memory, lines printed.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const TELL_MEMORY = new URL('./tell-memory.ts', import.meta.url).href;
const KILOBYTES_PER_MEGABYTE = 1024;
const NEW_LINE = 10;

export interface CommandRun {
  readonly milliseconds: number;
  /** Most resident memory that the process ever held; null where the system does not tell. */
  readonly peakMegabytes: number | null;
  readonly lines: number;
}

/** @throws Error when the command does not end with exit code 0. */
export async function runCommand(args: readonly string[]): Promise<CommandRun> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['--import', TELL_MEMORY, MAIN, ...args], {
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  const exit = once(child, 'exit');
  const memory = textOf(child.stdio[3] as Readable);
  const lines = await countLines(child.stdio[1]);
  const [code] = await exit;
  const milliseconds = performance.now() - startedAt;
  if (code !== 0) throw new Error(`lastbus ${args.join(' ')} ended with exit code ${code}`);
  const kilobytes = await memory;
  const peakMegabytes = kilobytes === '' ? null : Number(kilobytes) / KILOBYTES_PER_MEGABYTE;
  return { milliseconds, peakMegabytes, lines };
}

async function countLines(output: AsyncIterable<Buffer> | null): Promise<number> {
  let lines = 0;
  for await (const chunk of output ?? []) {
    for (let at = chunk.indexOf(NEW_LINE); at !== -1; at = chunk.indexOf(NEW_LINE, at + 1)) lines += 1;
  }
  return lines;
}

async function textOf(stream: Readable): Promise<string> {
  const chunks = await Array.fromAsync(stream.setEncoding('utf8'));
  return chunks.join('');
}
