// `lastbus doctor`: it tries everything, tells every fault at once, changes nothing, and ends with 2 when something
// has to be mended.

import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openDatabase } from '../../../src/adapters/database/open-database.ts';
import { createDatabase, hasPostgres } from '../../support/postgres.ts';
import { openScriptedRelay, smtpReply } from '../mail/scripted-relay.ts';
import { type Ended, folderWith, type RunOptions, run } from './commands.ts';

vi.setConfig({ testTimeout: 120_000 });

interface Told {
  readonly status: 'ok' | 'failed';
  readonly findings: readonly { area: string; severity: string; what: string; remedy: string | null }[];
}

async function examined(folder: string, options: RunOptions = {}, further: readonly string[] = []) {
  const ended: Ended = await run(folder, ['doctor', '--format', 'json', ...further], options);
  const told: Told = JSON.parse(ended.stdout);
  const of = (area: string) => told.findings.filter((finding) => finding.area === area);
  return { ...ended, told, of };
}

/** A folder in which a server has run. */
async function usedFolder(): Promise<string> {
  const folder = folderWith({ 'data/secret.key': 'a key for tests, of more than 32 characters\n' });
  await (await openDatabase('sqlite:data/lastbus.sqlite', folder)).close();
  return folder;
}

function tablesOf(path: string): unknown {
  const raw = new DatabaseSync(path, { readOnly: true });
  try {
    return [
      raw.prepare('select name, sql from sqlite_schema').all(),
      raw.prepare('pragma user_version').get(),
    ];
  } finally {
    raw.close();
  }
}

describe('a new installation', () => {
  it('has nothing to mend, is warned of what is not set, and nothing is made', async () => {
    const folder = folderWith();

    const { exitCode, stdout, stderr } = await run(folder, ['doctor']);

    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(
      /^! configuration {2}PUBLIC_URL is not set: .*\n {17}→ set it to the https address/m,
    );
    expect(stdout).toContain(
      `✓ database       ${folder}/data/lastbus.sqlite is not there yet: the first start makes it`,
    );
    expect(stdout).toMatch(/^! mail {11}no mail leaves this machine: /m);
    expect(stdout).toMatch(/\nNothing has to be mended; warnings: \d\.\n$/);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('with a configuration at fault is told all faults at once, without a secret', async () => {
    const environment = { PORT: '99999', REMINDER_TIME: 'noon', SECRET_KEY: 'hunter2', DKIM_SELECTOR: 's1' };

    const { exitCode, stdout, told } = await examined(folderWith(), { environment });

    expect(exitCode).toBe(2);
    expect(told.findings.map(({ severity, what }) => [severity, what.split(/[:,]/)[0]])).toEqual([
      ['mend', 'PORT'],
      ['mend', 'REMINDER_TIME'],
      ['mend', 'SECRET_KEY'],
      ['mend', 'DKIM_DOMAIN'],
    ]);
    expect(stdout).not.toContain('hunter2');
  });

  it.each([
    [['doctor', '--format', 'xml'], '--format: not a format, "xml", allowed: text | json\n'],
    [
      ['doctor', '--send-to', 'me, you'],
      '--send-to: not a mail address, "me, you", allowed: one address, such as you@example.org\n',
    ],
  ])('%j is refused', async (args, stderr) => {
    expect(await run(folderWith(), args)).toEqual({ exitCode: 2, stdout: '', stderr });
  });
});

describe('an installation in use', () => {
  it('is examined by a real write that changes none of its tables', async () => {
    const folder = await usedFolder();
    const path = join(folder, 'data/lastbus.sqlite');
    const before = tablesOf(path);

    const { exitCode, of } = await examined(folder);

    expect(exitCode).toBe(0);
    expect(of('database')).toMatchObject([
      { severity: 'fine', what: `${path} opens, can be written, and has the tables of this version` },
    ]);
    expect(tablesOf(path)).toEqual(before);
  });

  it('with several things at fault is told all of them', async () => {
    const folder = await usedFolder();
    const path = join(folder, 'data/lastbus.sqlite');
    const raw = new DatabaseSync(path);
    raw.exec("insert into kysely_migration values ('9999-last-light', '2036-12-07T00:00:00.000Z')");
    raw.close();
    chmodSync(path, 0o644);
    rmSync(join(folder, 'data/secret.key'));
    writeFileSync(join(folder, 'mine.yaml'), 'policy: mine\npolicy: yours\n');
    const environment = { POLICY_DIR: folder, SMTP_URL: 'smtp://lastbus%40example.org:hush@127.0.0.1:1' };

    const { exitCode, stdout, of } = await examined(folder, { environment });

    expect(exitCode).toBe(2);
    expect(of('database')).toMatchObject([
      { severity: 'mend', what: `${path} was written by a later version of the program (9999-last-light)` },
      { severity: 'warning', what: `${path} can be read by other accounts: it holds addresses` },
    ]);
    expect(of('configuration').filter(({ severity }) => severity === 'mend')).toMatchObject([
      {
        what: `the key file ${folder}/data/secret.key is gone: the next start makes another, and no link that was given out opens its plan`,
      },
    ]);
    expect(of('policies')[0]).toMatchObject({
      severity: 'mend',
      what: expect.stringContaining('mine.yaml is left out: '),
    });
    expect(of('mail')).toMatchObject([
      { severity: 'mend', what: expect.stringContaining('The mail relay 127.0.0.1:1 cannot be used: ') },
    ]);
    expect(stdout).not.toContain('hush');
  });

  it('whose database is none is told so', async () => {
    const folder = folderWith({ 'data/lastbus.sqlite': 'Permit ends on Thursday. '.repeat(100) });

    const { exitCode, of } = await examined(folder);

    expect(exitCode).toBe(2);
    expect(of('database')).toMatchObject([
      {
        severity: 'mend',
        what: `The database ${folder}/data/lastbus.sqlite cannot be used: it is not an SQLite database; move it away, or give another path in DATABASE_URL.`,
      },
    ]);
  });
});

describe('a relay', () => {
  it('gets a real test mail when it was asked for, and none otherwise', async () => {
    const relay = await openScriptedRelay();
    onTestFinished(() => relay.close());
    const environment = { SMTP_URL: relay.url, MAIL_FROM: 'lastbus@example.org' };

    const untold = await examined(folderWith(), { environment });
    const mailsUntold = relay.mails.length;
    const told = await examined(folderWith(), { environment }, ['--send-to', 'admin@example.org']);

    expect(untold.of('mail')).toMatchObject([
      { severity: 'fine', what: `the relay 127.0.0.1:${relay.port} answers and lets us in` },
    ]);
    expect(mailsUntold).toBe(0);
    expect(told.of('mail')[1]).toMatchObject({
      severity: 'fine',
      what: 'a test mail to admin@example.org was taken: 250 queued as 4711',
    });
    expect(relay.mails).toHaveLength(1);
    expect(relay.mails[0]).toMatch(/^To: admin@example\.org\r$/m);
    expect(relay.mails[0]).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  });

  it('that refuses the mail is told with its words, and has to be mended', async () => {
    const relay = await openScriptedRelay({
      onMailFrom: (_address, _session, callback) => callback(smtpReply(550, 'sender is not yours')),
    });
    onTestFinished(() => relay.close());

    const { exitCode, of } = await examined(folderWith(), { environment: { SMTP_URL: relay.url } }, [
      '--send-to',
      'admin@example.org',
    ]);

    expect(exitCode).toBe(2);
    expect(of('mail')[1]).toMatchObject({
      severity: 'mend',
      what: expect.stringContaining('was not taken: 550 sender is not yours'),
    });
  });
});

describe.skipIf(!(await hasPostgres()))('on PostgreSQL', () => {
  it('clock, right to write and key are examined, and no table is made', async () => {
    const { url, drop } = await createDatabase();
    onTestFinished(async () => void (await drop()));
    const environment = { DATABASE_URL: url };

    const withoutKey = await examined(folderWith(), { environment });
    const withKey = await examined(folderWith(), {
      environment: { ...environment, SECRET_KEY: 'k'.repeat(32) },
    });

    expect([withoutKey.exitCode, withKey.exitCode]).toEqual([2, 0]);
    expect(withoutKey.of('configuration').find(({ severity }) => severity === 'mend')?.what).toMatch(
      /^SECRET_KEY is not set, /,
    );
    expect(withKey.of('database')).toMatchObject([
      { severity: 'fine', what: expect.stringContaining('is empty: the first start makes its tables') },
    ]);
    expect(
      withKey
        .of('clock')
        .map(({ what }) => what)
        .join(),
    ).toMatch(/the clock of the database server is \d/);
  });

  it('a server that takes no changes has to be mended', async () => {
    const { url, drop } = await createDatabase();
    onTestFinished(async () => void (await drop()));
    const readOnly = new URL(url);
    readOnly.searchParams.set('options', '-c default_transaction_read_only=on');

    const { exitCode, of } = await examined(folderWith(), {
      environment: { DATABASE_URL: readOnly.href, SECRET_KEY: 'k'.repeat(32) },
    });

    expect(exitCode).toBe(2);
    expect(of('database')).toMatchObject([
      {
        severity: 'mend',
        what: expect.stringContaining('it takes no changes; name the primary server in DATABASE_URL.'),
      },
    ]);
  });
});
