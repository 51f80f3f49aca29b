// The command doctor: everything that the program rests on is tried, and all faults are told at once. Part of main.

import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type DoctorArguments, printFindings } from './adapters/cli/doctor-command.ts';
import type { ExitCode, Terminal } from './adapters/cli/terminal.ts';
import { systemClock } from './adapters/clock/system-clock.ts';
import { parseDatabaseAddress } from './adapters/database/database-address.ts';
import { type DatabaseState, inspectDatabase } from './adapters/database/inspect/inspect-database.ts';
import { checkFolder, checkRelay } from './adapters/mail/mail-check.ts';
import { examineClock } from './app/doctor/examine-clock.ts';
import { examineDatabase } from './app/doctor/examine-database.ts';
import { examineHolidays } from './app/doctor/examine-holidays.ts';
import { examinePolicies } from './app/doctor/examine-policies.ts';
import { examineSettings } from './app/doctor/examine-settings.ts';
import { type Finding, fine, toMend, toMendAs, warning } from './app/doctor/finding.ts';
import { testMail } from './app/doctor/test-mail.ts';
import { todayIn } from './app/zoned-time.ts';
import { type Config, ConfigInvalid, readConfig } from './config.ts';
import { openTransport, readBook } from './world.ts';

/** Examines everything that the environment names. Makes, migrates and sends nothing but the mail that was asked for. */
export async function doctor(
  environment: NodeJS.ProcessEnv,
  { format, sendTo }: DoctorArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const config = configOf(environment);
  if (Array.isArray(config)) return printFindings(config, format, terminal);
  const [database, mail, book] = await Promise.all([
    examineStorage(config),
    examineMail(config, sendTo),
    readBook(config),
  ]);
  const reading = { now: systemClock.now(), databaseAhead: database.clockAhead };
  const today = todayIn(systemClock);
  const findings = [
    ...examineSettings(config),
    ...examineKey(config),
    ...database.findings,
    ...mail,
    ...examineClock(reading, book),
    ...examinePolicies(book, today),
    ...examineHolidays(book, today),
  ];
  return printFindings(findings, format, terminal);
}

/** The configuration, or every fault in it. */
function configOf(environment: NodeJS.ProcessEnv): Config | Finding[] {
  try {
    return readConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigInvalid)) throw error;
    const remedy = 'mend it, and let the doctor look at the rest then; .env.example explains every key';
    return error.lines.map((line) => toMend('configuration', line, remedy));
  }
}

function examineKey({ secretKey, databaseUrl }: Config): Finding[] {
  if (secretKey !== null) return [];
  try {
    const address = parseDatabaseAddress(databaseUrl, process.cwd());
    if (address.engine !== 'sqlite') {
      const what = 'SECRET_KEY is not set, and this database keeps no folder for a key: no start succeeds';
      return [
        toMend(
          'configuration',
          what,
          'set it, the same for all processes: `openssl rand -base64 32` makes one',
        ),
      ];
    }
    const path = join(dirname(address.path), 'secret.key');
    if (existsSync(address.path) && !existsSync(path)) {
      const what = `the key file ${path} is gone: the next start makes another, and no link that was given out opens its plan`;
      return [
        toMend(
          'configuration',
          what,
          'bring the file back; it is in every backup made with `lastbus backup`',
        ),
      ];
    }
    return [];
  } catch {
    // The address is at fault, which the look at the database tells.
    return [];
  }
}

async function examineStorage(config: Config): Promise<{ findings: Finding[]; clockAhead: number | null }> {
  try {
    const state: DatabaseState = await inspectDatabase(config.databaseUrl, process.cwd());
    return { findings: examineDatabase(state), clockAhead: state.clockAhead };
  } catch (error) {
    return { findings: [toMendAs('database', error)], clockAhead: null };
  }
}

async function examineMail(config: Config, sendTo: string | null): Promise<Finding[]> {
  const { smtpUrl, mailDir } = config;
  try {
    // Reads the DKIM key, too.
    await (await openTransport(config)).close();
    if (smtpUrl === null) await checkFolder(mailDir);
    else await checkRelay(smtpUrl);
  } catch (error) {
    return [toMendAs('mail', error)];
  }
  const way =
    smtpUrl === null
      ? warning(
          'mail',
          `no mail leaves this machine: mails are written to ${resolve(mailDir)}`,
          'set SMTP_URL to a relay that takes them',
        )
      : fine('mail', `the relay ${new URL(smtpUrl).host} answers and lets us in`);
  return sendTo === null ? [way] : [way, await sendTestMail(config, sendTo)];
}

async function sendTestMail(config: Config, to: string): Promise<Finding> {
  const transport = await openTransport(config);
  try {
    const { kind, reply } = await transport.deliver(testMail(to, config.mailFrom, systemClock.now()));
    return kind === 'accepted'
      ? fine('mail', `a test mail to ${to} was taken: ${reply}`)
      : toMend('mail', `a test mail to ${to} was not taken: ${reply}`, 'ask whoever runs the relay');
  } finally {
    await transport.close();
  }
}
