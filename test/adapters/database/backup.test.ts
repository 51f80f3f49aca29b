// A backup holds all that the database held, and is taken back by either engine: whole, or not at all. Real files and
// a real PostgreSQL.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { BackupRefused } from '../../../src/adapters/database/backup/backup-refused.ts';
import { writeBackup } from '../../../src/adapters/database/backup/write-backup.ts';
import { DatabaseUnavailable } from '../../../src/adapters/database/database-unavailable.ts';
import { NodeSqliteDialect } from '../../../src/adapters/database/engines/node-sqlite.ts';
import { SQLITE_TABLES } from '../../../src/adapters/database/engines/open-sqlite.ts';
import { migrateUntil } from '../../../src/adapters/database/migrations.ts';
import { openDatabase } from '../../../src/adapters/database/open-database.ts';
import { createDatabase, hasPostgres } from '../../support/postgres.ts';
import { KEY, orderFor, postgresPlace, restoreFrom, sqlitePlace, temporaryFolder } from './backup-place.ts';
import {
  aMail,
  aPlan,
  aReminder,
  claimMail,
  dayFrom,
  dueAt,
  linksOf,
  MONDAY_NINE,
  storeConfirmed,
  TUESDAY_NINE,
} from './contract-world.ts';

/** A family with two reminders, one of them in a mail that waits; a second plan whose calendar is published. */
async function fill(url: string): Promise<void> {
  const database = await openDatabase(url, '/');
  await storeConfirmed(database, [
    aReminder(),
    aReminder({ day: dayFrom('2026-12-08'), floatWorkingDays: 3 }),
  ]);
  const [first] = await dueAt(database, MONDAY_NINE);
  await database.outbox.enqueue(aMail({ reminderIds: [first?.id ?? 0] }), MONDAY_NINE);
  await database.planStore.create(aPlan({ id: 'plan-2' }), linksOf('plan-2'));
  await database.calendarStore.publish(
    {
      planId: 'plan-2',
      key: 'key',
      basis: 'basis',
      day: dayFrom('2026-12-07'),
      content: 'BEGIN:VCALENDAR\r\nSUMMARY:居住证签注 🚌 \u0001\r\nEND:VCALENDAR\r\n',
      etag: '"1"',
      changedAt: MONDAY_NINE,
      revision: 1,
    },
    [],
  );
  await database.close();
}

const ENGINES = ['SQLite', 'PostgreSQL'] as const;
const hasServer = await hasPostgres();

describe.skipIf(!hasServer).each(ENGINES.flatMap((from) => ENGINES.map((to) => [from, to] as const)))(
  'a backup of %s, taken back by %s',
  (from, to) => {
    let databaseUrl = '';
    beforeAll(async () => {
      const { url, drop } = await createDatabase();
      databaseUrl = url;
      return async () => void (await drop());
    });
    const placeOn = (engine: (typeof ENGINES)[number]) =>
      engine === 'SQLite' ? sqlitePlace() : postgresPlace(databaseUrl);

    test('has every row of every table, and its plan, mail and reminders go on where they were', async () => {
      const [source, target] = [await placeOn(from), await placeOn(to)];
      const file = join(temporaryFolder(), 'backup.sqlite');
      await fill(source.url);

      const notes = await writeBackup(orderFor(source.url, file));
      await restoreFrom(file, target.url);

      const rows = await source.rows();
      expect(Object.keys(rows).length).toBeGreaterThanOrEqual(8);
      expect(await target.rows()).toEqual(rows);
      expect(notes).toMatchObject({ engine: from, secretKey: KEY });
      expect(Object.fromEntries(notes.tables.map(({ name, rows: count }) => [name, count]))).toEqual(
        Object.fromEntries(Object.entries(rows).map(([name, all]) => [name, all.length])),
      );
      const restored = await openDatabase(target.url, '/');
      onTestFinished(() => restored.close());
      expect(await restored.planStore.findByLink({ kind: 'edit', hash: 'edit of plan-1' })).toEqual(aPlan());
      expect(await dueAt(restored, TUESDAY_NINE)).toHaveLength(1);
      expect(await claimMail(restored, MONDAY_NINE)).toMatchObject({
        id: 'mail-1',
        reminderCount: 1,
      });
    });

    test('lets new rows get numbers of their own', async () => {
      const [source, target] = [await placeOn(from), await placeOn(to)];
      const file = join(temporaryFolder(), 'backup.sqlite');
      await fill(source.url);
      await writeBackup(orderFor(source.url, file));
      await restoreFrom(file, target.url);
      const restored = await openDatabase(target.url, '/');
      onTestFinished(() => restored.close());

      await restored.outbox.enqueue(aMail({ id: 'mail-2' }), TUESDAY_NINE);

      const { mails } = await target.rows();
      expect(mails).toMatchObject([
        { id: 'mail-1', position: 1 },
        { id: 'mail-2', position: 2 },
      ]);
    });

    test('is taken by a database whose server has noted the pace of a relay, and nothing else', async () => {
      const [source, target] = [await placeOn(from), await placeOn(to)];
      const file = join(temporaryFolder(), 'backup.sqlite');
      await fill(source.url);
      await writeBackup(orderFor(source.url, file));
      const started = await openDatabase(target.url, '/');
      await started.mailLanes.takePlace('smtp.example.org:465', MONDAY_NINE, 1_000);
      await started.close();

      await restoreFrom(file, target.url);

      expect(await target.rows()).toMatchObject({ plans: [{ id: 'plan-1' }, { id: 'plan-2' }] });
    });

    test('is refused by a database with a row in it, which stays as it was', async () => {
      const [source, target] = [await placeOn(from), await placeOn(to)];
      const file = join(temporaryFolder(), 'backup.sqlite');
      await fill(source.url);
      await writeBackup(orderFor(source.url, file));
      const other = await openDatabase(target.url, '/');
      await other.planStore.create(aPlan({ id: 'plan-9' }), []);
      await other.close();
      const before = await target.rows();

      await expect(restoreFrom(file, target.url)).rejects.toThrow(
        /is not empty \(there are rows in plan\w+\): nothing was restored; name a new one in DATABASE_URL/,
      );

      expect(await target.rows()).toEqual(before);
    });
  },
);

describe('a backup file', () => {
  test('can be read by its owner only, has no file beside it, and takes the place of none', async () => {
    const { url } = sqlitePlace();
    const folder = temporaryFolder();
    const file = join(folder, 'backup.sqlite');
    await fill(url);

    await writeBackup(orderFor(url, file));
    const second = writeBackup(orderFor(url, file));

    await expect(second).rejects.toThrow(
      `The backup ${file} cannot be written: there is a file of that name; give another one, or remove it first.`,
    );
    expect(readdirSync(folder)).toEqual(['backup.sqlite']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('holds no letter of what was deleted before', async () => {
    const { url } = sqlitePlace();
    const file = join(temporaryFolder(), 'backup.sqlite');
    const database = await openDatabase(url, '/');
    await storeConfirmed(database, [], { address: 'very.private@example.org' });
    await database.planStore.remove('plan-1');

    await writeBackup(orderFor(url, file));
    await database.close();

    expect(readFileSync(file).includes('very.private')).toBe(false);
  });

  test('is made of a database of an earlier version, and taken back with the tables of today', async () => {
    const path = join(temporaryFolder(), 'lastbus.sqlite');
    const file = join(temporaryFolder(), 'backup.sqlite');
    const target = sqlitePlace();
    const early = new DatabaseSync(path);
    const db = new Kysely<unknown>({ dialect: new NodeSqliteDialect(early) });
    onTestFinished(() => db.destroy());
    await migrateUntil(db, SQLITE_TABLES, '0001-first-light');
    early.exec(`
      insert into plans values ('plan-1', '{}', 'shanghai-2027', 'zh', 1, 1, 0, 0);
      insert into plan_links values ('feed of plan-1', 'feed', 'plan-1', 1)`);

    const notes = await writeBackup(orderFor(`sqlite:${path}`, file));
    await restoreFrom(file, target.url);

    expect(notes.tables.map(({ name }) => name)).not.toContain('calendar_feeds');
    const restored = await openDatabase(target.url, '/');
    onTestFinished(() => restored.close());
    expect(await restored.planStore.findByLink({ kind: 'feed', hash: 'feed of plan-1' })).toMatchObject({
      id: 'plan-1',
      feedGeneration: 1,
    });
  });

  test('is not made of a database that is not there, nor is that made', async () => {
    const { url } = sqlitePlace();
    const file = join(temporaryFolder(), 'backup.sqlite');

    await expect(writeBackup(orderFor(url, file))).rejects.toThrow(
      `There is no database ${url.slice(7)}: nothing to back up; check DATABASE_URL, or start the server once.`,
    );
    expect([existsSync(file), existsSync(url.slice(7))]).toEqual([false, false]);
  });

  test.each([
    ['sqlite::memory:', BackupRefused, 'A database in memory ends with its process'],
    ['sqlite:/dev/null', DatabaseUnavailable, 'holds no data'],
    ['mysql://root:hush@db/x', DatabaseUnavailable, 'starts with mysql:'],
  ])('is not made of %s', async (url, _, told) => {
    const folder = temporaryFolder();

    await expect(writeBackup(orderFor(url, join(folder, 'backup.sqlite')))).rejects.toThrow(told);

    expect(readdirSync(folder)).toEqual([]);
  });

  test('is not made of a database that a later version of the program wrote', async () => {
    const { url } = sqlitePlace();
    const folder = temporaryFolder();
    await fill(url);
    const raw = new DatabaseSync(url.slice(7));
    raw.exec("insert into kysely_migration values ('9999-last-light', '2036-12-07T00:00:00.000Z')");
    raw.close();

    await expect(writeBackup(orderFor(url, join(folder, 'backup.sqlite')))).rejects.toThrow(
      'is of a later version of the program (9999-last-light); update Lastbus first.',
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is not left half written where it cannot be written', async () => {
    const { url } = sqlitePlace();
    await fill(url);

    await expect(writeBackup(orderFor(url, '/dev/null/backup.sqlite'))).rejects.toThrow(
      'The backup /dev/null/backup.sqlite cannot be written: a part of its path is a file, not a folder.',
    );
  });
});

test.skipIf(!hasServer)('rows that PostgreSQL cannot hold undo the whole restore', async () => {
  const { url: databaseUrl, drop } = await createDatabase();
  onTestFinished(async () => void (await drop()));
  const source = sqlitePlace();
  const target = await postgresPlace(databaseUrl);
  const file = join(temporaryFolder(), 'backup.sqlite');
  await fill(source.url);
  const raw = new DatabaseSync(source.url.slice(7));
  raw.exec("update mails set last_reply = 'a' || char(0) || 'b'");
  raw.close();
  await writeBackup(orderFor(source.url, file));

  await expect(restoreFrom(file, target.url)).rejects.toThrow();

  expect(Object.values(await target.rows()).flat()).toEqual([]);
});
