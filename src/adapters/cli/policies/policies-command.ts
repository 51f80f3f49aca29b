// lastbus policies list | show | check | schema | announce | diff

import type { TodayIn } from '../../../app/make-plan.ts';
import type { PolicyShelf } from '../../../app/policy-shelf.ts';
import { type ExitCode, type Terminal, UsageError } from '../terminal.ts';
import { announceCommand } from './announce-command.ts';
import { checkCommand } from './check-command.ts';
import { diffCommand } from './diff-command.ts';
import { listCommand } from './list-command.ts';
import { schemaCommand } from './schema-command.ts';
import { showCommand } from './show-command.ts';

/** What the commands about policies are given. */
export interface PolicyWork {
  readonly shelf: PolicyShelf;
  readonly todayIn: TodayIn;
  readonly terminal: Terminal;
}

type Command = (args: readonly string[], work: PolicyWork) => Promise<ExitCode>;

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['list', listCommand],
  ['show', showCommand],
  ['check', checkCommand],
  ['schema', schemaCommand],
  ['announce', announceCommand],
  ['diff', diffCommand],
]);

export async function policiesCommand(args: readonly string[], work: PolicyWork): Promise<ExitCode> {
  const [verb, ...rest] = args;
  const command = COMMANDS.get(verb ?? '');
  if (command !== undefined) return command(rest, work);
  throw new UsageError(`policies: allowed: ${[...COMMANDS.keys()].join(' | ')}`);
}
