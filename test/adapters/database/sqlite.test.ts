// The contracts over SQLite, and what only a file can get wrong: reopening, modes, paths, other processes.

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { DatabaseUnavailable } from '../../../src/adapters/database/database-unavailable.ts';
import { type Database, openDatabase } from '../../../src/adapters/database/open-database.ts';
import { calendarStoreContract } from './calendar-store-contract.ts';
import { concurrencyContract } from './concurrency-contract.ts';
import { consentContract } from './consent-contract.ts';
import {
  aMail,
  aPlan,
  aReminder,
  type ContractWorld,
  claimMail,
  dueAt,
  isOfFamilies,
  linksOf,
  MONDAY_NINE,
  storeConfirmed,
  TUESDAY_NINE,
} from './contract-world.ts';
import { dataTallyContract } from './data-tally-contract.ts';
import { digestContract } from './digest-contract.ts';
import { idempotencyStoreContract } from './idempotency-store-contract.ts';
import { outboxContract } from './outbox-contract.ts';
import { planChangesContract } from './plan-changes-contract.ts';
import { planStoreContract } from './plan-store-contract.ts';
import { reminderLedgerContract } from './reminder-ledger-contract.ts';
import { rosterStoreContract } from './roster-store-contract.ts';
import { sendingContract } from './sending-contract.ts';
import { subscriptionStoreContract } from './subscription-store-contract.ts';

const ADDRESS = 'sqlite:./data/lastbus.sqlite';

planStoreContract(openWorld);
planChangesContract(openWorld);
idempotencyStoreContract(openWorld);
subscriptionStoreContract(openWorld);
consentContract(openWorld);
reminderLedgerContract(openWorld);
outboxContract(openWorld);
sendingContract(openWorld);
calendarStoreContract(openWorld);
rosterStoreContract(openWorld);
digestContract(openWorld);
dataTallyContract(openWorld);
concurrencyContract(openWorld);

describe('a database file', () => {
  test('keeps everything when it is closed and opened again, and is not migrated twice', async () => {
    const folder = temporaryFolder();
    const first = await openDatabase(ADDRESS, folder);
    await storeConfirmed(first, [aReminder()]);
    await first.outbox.enqueue(aMail(), MONDAY_NINE);
    await first.close();

    const second = await openIn(folder);

    expect(await second.planStore.find('plan-1')).toEqual(aPlan());
    expect((await second.subscriptionStore.find('subscription-1'))?.state).toBe('confirmed');
    expect(await dueAt(second, MONDAY_NINE)).toHaveLength(1);
    expect(await claimMail(second, MONDAY_NINE)).toMatchObject({ id: 'mail-1' });
  });

  test('is made with its folders, and nobody else may read it nor the files beside it', async () => {
    const folder = temporaryFolder();
    const database = await openIn(folder, 'sqlite:./a/b/lastbus.sqlite');
    await database.planStore.create(aPlan(), linksOf('plan-1'));

    const names = readdirSync(join(folder, 'a/b'));

    expect(names).toContain('lastbus.sqlite-wal');
    for (const name of names) expect(statSync(join(folder, 'a/b', name)).mode & 0o777, name).toBe(0o600);
    expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o700);
  });

  test('holds no letter of the address once the plan was removed and the database closed', async () => {
    const folder = temporaryFolder();
    const database = await openDatabase(ADDRESS, folder);
    await storeConfirmed(database, [aReminder()], { address: 'very.private@example.org' });

    await database.planStore.remove('plan-1');
    await database.close();

    expect(readdirSync(join(folder, 'data'))).toEqual(['lastbus.sqlite']);
    const bytes = readFileSync(join(folder, 'data/lastbus.sqlite'));
    expect(bytes.includes('very.private')).toBe(false);
  });

  test('may be named by an absolute path', async () => {
    const folder = temporaryFolder();

    await openIn('/nowhere', `sqlite:${folder}/lastbus.sqlite`);

    expect(readdirSync(folder)).toContain('lastbus.sqlite');
  });

  test('is not made for a database in memory', async () => {
    const folder = temporaryFolder();
    const database = await openIn(folder, 'sqlite::memory:');

    await database.planStore.create(aPlan(), linksOf('plan-1'));

    expect(await database.planStore.find('plan-1')).toEqual(aPlan());
    expect(readdirSync(folder)).toEqual([]);
  });

  test('answers a check while it is open, and says so when it does not', async () => {
    const database = await openDatabase(ADDRESS, temporaryFolder());
    await expect(database.check()).resolves.toBeUndefined();

    await database.close();
    await database.close();

    await expect(database.check()).rejects.toThrow(DatabaseUnavailable);
  });
});

describe('several processes on one file', () => {
  test('never claim the same mail, and leave none', async () => {
    const folder = temporaryFolder();
    const database = await openIn(folder);
    await storeConfirmed(database, []);
    const ids = Array.from({ length: 300 }, (_, index) => `mail-${index + 100}`);
    for (const id of ids) await database.outbox.enqueue(aMail({ id }), MONDAY_NINE);

    const claimed = await Promise.all([claimInProcess(folder), claimInProcess(folder)]);

    expect(claimed.flat().toSorted()).toEqual(ids);
  });

  test('may all be the first to open it', async () => {
    const folder = temporaryFolder();

    const claimed = await Promise.all(Array.from({ length: 4 }, () => claimInProcess(folder)));

    expect(claimed).toEqual([[], [], [], []]);
  });

  test('see a mail that another handle claimed as taken, and its lease as over when it is', async () => {
    const folder = temporaryFolder();
    const [one, other] = [await openIn(folder), await openIn(folder)];
    await storeConfirmed(one, []);
    await one.outbox.enqueue(aMail(), MONDAY_NINE);

    expect(await claimMail(other, MONDAY_NINE)).toMatchObject({ attempts: 1 });
    expect(await claimMail(one, MONDAY_NINE)).toBeUndefined();
    expect(await claimMail(one, TUESDAY_NINE)).toMatchObject({ attempts: 2 });
  });
});

describe('a database that cannot be opened is told in one sentence: where, what is wrong, what to do', () => {
  test('a folder below a regular file', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'data'), '');

    await expectUnavailable(openDatabase('sqlite:./data/deep/lastbus.sqlite', folder), [
      `The database ${folder}/data/deep/lastbus.sqlite cannot be used: a part of its path is a file, not a folder; `,
      'give another path in DATABASE_URL.',
    ]);
  });

  test('a folder in the place of the file', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'data/lastbus.sqlite'), { recursive: true });

    await expectUnavailable(openDatabase(ADDRESS, folder), [
      `The database ${folder}/data/lastbus.sqlite cannot be used: it is a folder; `,
      'give the path of a file in DATABASE_URL.',
    ]);
  });

  test('a file that is no database, and stays as it was', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'notes.txt');
    writeFileSync(path, 'Permit ends on Thursday 31 December 2026. '.repeat(200));
    const before = readFileSync(path);

    await expectUnavailable(openDatabase('sqlite:notes.txt', folder), [
      `The database ${path} cannot be used: it is not an SQLite database; `,
      'move it away, or give another path in DATABASE_URL.',
    ]);
    expect(readFileSync(path)).toEqual(before);
  });

  test('a file that a later version of the program wrote', async () => {
    const folder = temporaryFolder();
    await (await openDatabase(ADDRESS, folder)).close();
    const path = join(folder, 'data/lastbus.sqlite');
    const raw = new DatabaseSync(path);
    raw.exec("insert into kysely_migration values ('9999-last-light', '2036-12-07T00:00:00.000Z')");
    raw.close();

    await expectUnavailable(openDatabase(ADDRESS, folder), [
      `The database ${path} cannot be used: `,
      '9999-last-light',
    ]);
  });

  test.each([
    ['mysql://lastbus:hush@db.example/lastbus', 'starts with mysql: and is no address we can open'],
    ['./data/lastbus.sqlite', 'has no scheme'],
    ['sqlite:', 'starts with sqlite: and is no address we can open'],
    ['sqlite://data/lastbus.sqlite', 'starts with sqlite: and is no address we can open'],
    ['', 'has no scheme'],
  ])('the address "%s", without repeating a password', async (url, found) => {
    const failure = await openDatabase(url, temporaryFolder()).catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(DatabaseUnavailable);
    expect(String(failure)).toBe(
      `DatabaseUnavailable: The database address ${found}; set DATABASE_URL to sqlite:PATH, for example sqlite:./data/lastbus.sqlite, or to postgres://USER:PASSWORD@HOST:PORT/DATABASE.`,
    );
  });
});

async function expectUnavailable(opening: Promise<Database>, parts: readonly string[]): Promise<void> {
  const failure = await opening.catch((error: unknown) => error);
  if (!(failure instanceof DatabaseUnavailable)) throw new Error('it was opened', { cause: failure });
  for (const part of parts) expect(failure.message).toContain(part);
  expect(failure.cause).toBeInstanceOf(Error);
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lastbus-database-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function openIn(folder: string, url = ADDRESS): Promise<Database> {
  const database = await openDatabase(url, folder);
  onTestFinished(() => database.close());
  return database;
}

async function openWorld(): Promise<ContractWorld> {
  const folder = temporaryFolder();
  const database = await openIn(folder);
  const raw = new DatabaseSync(join(folder, 'data/lastbus.sqlite'), { readOnly: true });
  onTestFinished(() => raw.close());
  return {
    ...database,
    async listTables() {
      const rows = raw.prepare("select name from sqlite_master where type = 'table'").all();
      return rows
        .map(({ name }) => String(name))
        .filter((name) => !name.startsWith('sqlite_'))
        .filter(isOfFamilies);
    },
    async readRows(table) {
      return raw.prepare(`select * from ${table} order by 1, 2`).all();
    },
  };
}

async function claimInProcess(folder: string): Promise<string[]> {
  const script = new URL('./claiming-process.ts', import.meta.url);
  const url = `sqlite:${folder}/data/lastbus.sqlite`;
  const { stdout } = await promisify(execFile)(process.execPath, [
    fileURLToPath(script),
    url,
    String(MONDAY_NINE),
  ]);
  return JSON.parse(stdout);
}
