// lastbus policies list

import { formatDay } from '../../../domain/day.ts';
import { type ExitCode, UsageError } from '../terminal.ts';
import type { PolicyWork } from './policies-command.ts';
import { tableLines } from './table.ts';

/** Every policy that is known; a file that was left out is named, and why is on standard error. */
export async function listCommand(
  args: readonly string[],
  { shelf, terminal }: PolicyWork,
): Promise<ExitCode> {
  if (args.length > 0) throw new UsageError('policies list: takes nothing else');
  const { policies, broken } = await shelf.read();
  const rows = [...policies.values()]
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, status, routes, verifiedOn, title }) => [
      id,
      status,
      routes.length > 0 ? 'plannable' : 'windows and fees only',
      `verified ${formatDay(verifiedOn)}`,
      title.zh,
      title.en,
    ]);
  for (const line of tableLines(rows)) await terminal.print(`${line}\n`);
  for (const { file, faults } of broken) {
    await terminal.print(`left out: ${file}, ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}\n`);
    for (const fault of faults) terminal.complain(fault);
  }
  return 0;
}
