// Reads the file that an argument names, `-` being standard input.

import { readFile } from 'node:fs/promises';
import { type Terminal, UsageError } from './terminal.ts';

/** @throws UsageError when the file cannot be read. */
export async function readInput(typed: string, terminal: Terminal): Promise<string> {
  if (typed === '-') return (await Array.fromAsync(terminal.standardInput)).join('');
  try {
    return await readFile(terminal.pathOf(typed), 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    const why = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${String(code)})`;
    throw new UsageError(`${typed}: ${why}`);
  }
}
