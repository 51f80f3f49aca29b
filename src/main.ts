// Start here: reads the command, wires the parts, hands over. The only place that knows all of them.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseBackupArguments, parseRestoreArguments } from './adapters/cli/backup-command.ts';
import { parseDispatchArguments, printCounts } from './adapters/cli/dispatch-command.ts';
import { parseDoctorArguments } from './adapters/cli/doctor-command.ts';
import { planCommand } from './adapters/cli/plan-command.ts';
import { policiesCommand } from './adapters/cli/policies/policies-command.ts';
import { rosterCommand } from './adapters/cli/roster-command.ts';
import { scheduleCommand } from './adapters/cli/schedule-command.ts';
import { type ExitCode, type Terminal, UsageError } from './adapters/cli/terminal.ts';
import { clockSetTo, systemClock } from './adapters/clock/system-clock.ts';
import { BackupRefused } from './adapters/database/backup/backup-refused.ts';
import { DatabaseUnavailable } from './adapters/database/database-unavailable.ts';
import { SecretKeyUnavailable } from './adapters/files/secret-key.ts';
import { dispatchReminders } from './app/dispatch-reminders.ts';
import { createPreviews } from './app/preview-plan.ts';
import { todayIn } from './app/zoned-time.ts';
import { backUp, restore } from './backup.ts';
import { ConfigInvalid, folderOfUser, readConfig } from './config.ts';
import { doctor } from './doctor.ts';
import { AddressInUse } from './listening.ts';
import { serve } from './serve.ts';
import { openWorld, policyShelf, readBook } from './world.ts';

const USAGE = `usage: lastbus COMMAND
  serve                                   the server and the reminder clock (npm start)
  plan CASE [--as-of DAY] [--format text|json|ics] [--route ID] [--lang zh|en] [--out FILE]
  roster FILE.csv [--as-of DAY] [--policy ID] [--capacity [approvals=|visits=]N/day]… [--days-off DAY[..DAY]]… \
         [--format table|csv|json|ics] [--lang zh|en]
                                          everybody of an employer, the most urgent first, on HR's hands
  schedule FILE                           a network (.json), many (.jsonl), or - for standard input
  dispatch [--now INSTANT]                sends the reminders that are due, once
  doctor [--send-to ADDRESS] [--format text|json]
                                          tries everything that the server rests on, says what to mend
  backup FILE                             a copy of all data and their key, while the server runs
  restore FILE [--key-to FILE]            takes a copy back into an empty database, of either engine
  policies list | show ID [--lang zh|en]  what is known · one policy, each value with who says so
  policies check [DIR…]                   lints policy files, the shipped ones with them
  policies schema                         their JSON Schema, for editors
  policies announce ID [--cutoff [CUTOFF=]DAY[THH:MM]] [--opens DAY] [--fee GROUP=AMOUNT]… \
           --source URL --published DAY [--title TEXT] [--out FILE] [--lang zh|en]
                                          what was announced, laid over a policy
  policies diff A B [--lang zh|en]        what is different in B; each an id or a file`;

const EXIT_BAD_INPUT = 2;
const EXIT_BUG = 70;

const terminal: Terminal = {
  print: (text) =>
    new Promise((taken, failed) => process.stdout.write(text, (error) => (error ? failed(error) : taken()))),
  complain: (line) => process.stderr.write(`${line}\n`),
  get standardInput() {
    return process.stdin.setEncoding('utf8');
  },
  get standardInputOctets() {
    return process.stdin;
  },
  pathOf: (typed) => resolve(folderOfUser(process.env), typed),
};

async function run(command: string | undefined, args: readonly string[]): Promise<ExitCode> {
  switch (command) {
    case 'serve':
      await serve(readConfig(process.env));
      return 0;
    case 'plan': {
      const config = readConfig(process.env);
      const book = await readBook(config);
      const publicUrl = config.publicUrl ?? 'http://localhost';
      return planCommand(args, createPreviews({ book, clock: systemClock, publicUrl }), terminal);
    }
    case 'roster': {
      const config = readConfig(process.env);
      const book = await readBook(config);
      const publicUrl = config.publicUrl ?? 'http://localhost';
      return rosterCommand(args, { book, publicUrl, todayIn: todayIn(systemClock) }, terminal);
    }
    case 'schedule': {
      const { calendars } = await readBook(readConfig(process.env));
      return scheduleCommand(args, (id) => calendars.get(id)?.workingCalendar, terminal);
    }
    case 'dispatch': {
      const now = parseDispatchArguments(args);
      const world = await openWorld(
        readConfig(process.env),
        now === null ? systemClock : clockSetTo(now),
        null,
      );
      try {
        return await printCounts(await dispatchReminders(world.dependencies), terminal);
      } finally {
        await world.close();
      }
    }
    case 'doctor':
      return doctor(process.env, parseDoctorArguments(args), terminal);
    case 'backup':
      return backUp(readConfig(process.env), terminal.pathOf(parseBackupArguments(args)), terminal);
    case 'restore': {
      const { file, keyFile } = parseRestoreArguments(args);
      const paths = {
        file: terminal.pathOf(file),
        keyFile: keyFile === null ? null : terminal.pathOf(keyFile),
      };
      return restore(readConfig(process.env), paths, terminal);
    }
    case 'policies':
      return policiesCommand(args, {
        shelf: policyShelf(readConfig(process.env)),
        todayIn: todayIn(systemClock),
        terminal,
      });
    default:
      terminal.complain(command === undefined ? USAGE : `unknown command, "${command}"\n${USAGE}`);
      return EXIT_BAD_INPUT;
  }
}

/** Faults of the input or the set-up are told in a line; anything else is ours. */
function exitCodeOf(error: unknown): number {
  const isExpected =
    error instanceof UsageError ||
    error instanceof ConfigInvalid ||
    error instanceof DatabaseUnavailable ||
    error instanceof BackupRefused ||
    error instanceof SecretKeyUnavailable ||
    error instanceof AddressInUse ||
    (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
  if (isExpected) {
    terminal.complain(error.message);
    return EXIT_BAD_INPUT;
  }
  terminal.complain(`a bug, please report it: ${error instanceof Error ? error.stack : String(error)}`);
  return EXIT_BUG;
}

// A reader that has seen enough (`| head`) is no fault of anybody.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

if (existsSync('.env')) process.loadEnvFile('.env');
const [command, ...args] = process.argv.slice(2);
process.exitCode = await run(command, args).catch(exitCodeOf);
