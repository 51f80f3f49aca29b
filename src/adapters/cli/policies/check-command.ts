// lastbus policies check [DIR…]

import { parseArgs } from 'node:util';
import type { PolicyBook } from '../../../app/policy-book.ts';
import { staleLine, staleSources } from '../../../app/stale-sources.ts';
import type { ExitCode } from '../terminal.ts';
import type { PolicyWork } from './policies-command.ts';

/** Says what is fine; faults and, as warnings, what nobody has verified for a year are on standard error. */
export async function checkCommand(
  args: readonly string[],
  { shelf, todayIn, terminal }: PolicyWork,
): Promise<ExitCode> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const book =
    positionals.length === 0
      ? await shelf.read()
      : await shelf.readShippedWith(positionals.map((folder) => terminal.pathOf(folder)));
  for (const { faults } of book.broken) for (const fault of faults) terminal.complain(fault);
  for (const stale of staleSources(book, todayIn)) terminal.complain(`warning: ${staleLine(stale)}`);
  await terminal.print(`${countsOf(book)}\n`);
  return book.broken.length === 0 ? 0 : 2;
}

function countsOf({ files, broken, policies, texts, calendars }: PolicyBook): string {
  const announcements = [...texts.values()].reduce((sum, text) => sum + text.announcements.length, 0);
  const atFault = new Set(broken.map(({ file }) => file)).size;
  const fine = [
    counted(policies.size, 'policy', 'policies'),
    counted(announcements, 'announcement', 'announcements'),
    counted(calendars.size, 'calendar', 'calendars'),
  ].join(', ');
  const leftOut = atFault === 0 ? '' : `; left out: ${counted(atFault, 'file', 'files')}`;
  return `${counted(files.length - atFault, 'file', 'files')} without a fault: ${fine}${leftOut}`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
