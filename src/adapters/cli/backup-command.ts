// lastbus backup FILE and lastbus restore FILE: what they are told, and what they tell.

import { parseArgs } from 'node:util';
import { type ExitCode, type Terminal, UsageError } from './terminal.ts';

export function parseBackupArguments(args: readonly string[]): string {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  return oneFile('backup', positionals);
}

export interface RestoreArguments {
  readonly file: string;
  /** Where the key of the links goes when the database keeps no folder for it; null: SECRET_KEY holds it. */
  readonly keyFile: string | null;
}

export function parseRestoreArguments(args: readonly string[]): RestoreArguments {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { 'key-to': { type: 'string' } },
  });
  return { file: oneFile('restore', positionals), keyFile: values['key-to'] ?? null };
}

function oneFile(command: string, [file, ...others]: readonly string[]): string {
  if (file !== undefined && file !== '' && others.length === 0) return file;
  throw new UsageError(
    `${command}: one file is needed, for example lastbus ${command} lastbus-backup.sqlite`,
  );
}

export interface CopiedTable {
  readonly name: string;
  readonly rows: number;
}

/** What was copied, and `advice`, a sentence a line. */
export async function printCopied(
  heading: string,
  tables: readonly CopiedTable[],
  { advice, terminal }: { readonly advice: readonly string[]; readonly terminal: Terminal },
): Promise<ExitCode> {
  const counts = tables
    .filter(({ rows }) => rows > 0)
    .map(({ name, rows }) => `${name.replaceAll('_', ' ')} ${rows}`);
  const rows = counts.length === 0 ? 'no rows yet' : `rows of ${counts.join(', ')}`;
  await terminal.print([`${heading}: ${rows}`, ...advice, ''].join('\n'));
  return 0;
}
