// The contracts over PostgreSQL, and what only a server can get wrong: many connections, several processes, an
// address that leads nowhere, a connection that breaks off. Skipped, and says so, where no server answers.

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Kysely, sql } from 'kysely';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { postgresDialect } from '../../../src/adapters/database/engines/node-postgres.ts';
import { openPostgres } from '../../../src/adapters/database/engines/open-postgres.ts';
import { inTransaction } from '../../../src/adapters/database/in-transaction.ts';
import { firstLight } from '../../../src/adapters/database/migrations/0001-first-light.ts';
import { calendars } from '../../../src/adapters/database/migrations/0002-calendars.ts';
import { linksByKind } from '../../../src/adapters/database/migrations/0003-links-by-kind.ts';
import { meetingOf } from '../../support/meeting.ts';
import { createDatabase, createSchema, hasPostgres, runSql } from '../../support/postgres.ts';
import { calendarStoreContract } from './calendar-store-contract.ts';
import { concurrencyContract } from './concurrency-contract.ts';
import { consentContract } from './consent-contract.ts';
import {
  aMail,
  aPlan,
  aReminder,
  claimMail,
  dueAt,
  entryOf,
  linksOf,
  MONDAY_NINE,
  storeConfirmed,
} from './contract-world.ts';
import { dataTallyContract } from './data-tally-contract.ts';
import { digestContract } from './digest-contract.ts';
import { idempotencyStoreContract } from './idempotency-store-contract.ts';
import { outboxContract } from './outbox-contract.ts';
import { planChangesContract } from './plan-changes-contract.ts';
import { planStoreContract } from './plan-store-contract.ts';
import { openPostgresWorld, openUntilEnd } from './postgres-world.ts';
import { reminderLedgerContract } from './reminder-ledger-contract.ts';
import { rosterStoreContract } from './roster-store-contract.ts';
import { sendingContract } from './sending-contract.ts';
import { subscriptionStoreContract } from './subscription-store-contract.ts';

const isThere = await hasPostgres();

describe.skipIf(!isThere)('on PostgreSQL', () => {
  let databaseUrl = '';
  beforeAll(async () => {
    const { url, drop } = await createDatabase();
    databaseUrl = url;
    return async () => void (await drop());
  });
  const openWorld = () => openPostgresWorld(databaseUrl);

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

  describe('several processes on one database', () => {
    test('never claim the same mail, leave none, and share the work', async () => {
      const url = await createSchema(databaseUrl);
      const database = await openUntilEnd(url);
      await storeConfirmed(database, []);
      const ids = Array.from({ length: 600 }, (_, index) => `mail-${index + 100}`);
      for (const id of ids) await database.outbox.enqueue(aMail({ id }), MONDAY_NINE);

      const claimed = await Promise.all([claimInProcess(url), claimInProcess(url)]);

      expect(claimed.flat().toSorted()).toEqual(ids);
      for (const share of claimed) expect(share.length).toBeGreaterThan(0);
    });

    test('may all be the first to open it: the tables are made once', async () => {
      const url = await createSchema(databaseUrl);

      const claimed = await Promise.all([claimInProcess(url), claimInProcess(url), claimInProcess(url)]);

      expect(claimed).toEqual([[], [], []]);
      const names = (await runSql(url, 'select name from kysely_migration order by name')).map(
        ({ name }) => name,
      );
      expect(names.length).toBeGreaterThan(0);
      expect(names).toEqual([...new Set(names)]);
    });

    test('never wait for each other: a claim passes over a mail that somebody holds', async () => {
      const url = await createSchema(databaseUrl);
      const { db } = await openEngine(url);
      const database = await openUntilEnd(url);
      await storeConfirmed(database, []);
      for (const id of ['mail-1', 'mail-2']) await database.outbox.enqueue(aMail({ id }), MONDAY_NINE);

      const claimed = await db.transaction().execute(async (transaction) => {
        await transaction.selectFrom('mails').select('id').where('id', '=', 'mail-1').forUpdate().execute();
        return [await claimMail(database, MONDAY_NINE), await claimMail(database, MONDAY_NINE)];
      });

      expect(claimed.map((mail) => mail?.id)).toEqual(['mail-2', undefined]);
      expect(await claimMail(database, MONDAY_NINE)).toMatchObject({
        id: 'mail-1',
      });
    });
  });

  test('two transactions that wait for each other: one is tried again, and both happen', async () => {
    const url = await createSchema(databaseUrl);
    const { db } = await openEngine(url);
    const database = await openUntilEnd(url);
    for (const id of ['plan-1', 'plan-2']) await database.planStore.create(aPlan({ id }), linksOf(id));
    const bothHoldOne = meetingOf(2);
    const touch = (ids: readonly string[]) =>
      inTransaction(db, async (transaction) => {
        for (const [index, id] of ids.entries()) {
          if (index === 1) await bothHoldOne();
          const version = sql<number>`version + 1`;
          await transaction.updateTable('plans').set({ version }).where('id', '=', id).execute();
        }
      });

    await Promise.all([touch(['plan-1', 'plan-2']), touch(['plan-2', 'plan-1'])]);

    expect((await database.planStore.find('plan-1'))?.version).toBe(3);
    expect((await database.planStore.find('plan-2'))?.version).toBe(3);
  });

  test('a database keeps everything when it is closed and opened again, and is closed twice without harm', async () => {
    const url = await createSchema(databaseUrl);
    const first = await openUntilEnd(url);
    await storeConfirmed(first, [aReminder()]);
    await first.close();
    await first.close();

    const second = await openUntilEnd(url);

    expect(await second.planStore.find('plan-1')).toEqual(aPlan());
    expect(await dueAt(second, MONDAY_NINE)).toMatchObject([entryOf(aReminder())]);
    expect(second.folder).toBeNull();
  });

  test('the tables stand apart from those of another program of our kind in the same database', async () => {
    const [one, other] = [await openPostgresWorld(databaseUrl), await openPostgresWorld(databaseUrl)];

    await one.planStore.create(aPlan(), linksOf('plan-1'));

    expect(await one.planStore.find('plan-1')).toEqual(aPlan());
    expect(await other.planStore.find('plan-1')).toBeUndefined();
  });

  test('links of the version before are brought over as on SQLite', async () => {
    const url = await createSchema(databaseUrl);
    const dialect = postgresDialect({ url, place: 'the test', longestStatement: null });
    const db = new Kysely<unknown>({ dialect });
    onTestFinished(() => db.destroy());
    await firstLight((column) => column.primaryKey().generatedAlwaysAsIdentity()).up(db);
    await calendars.up(db);
    await runSql(
      url,
      `insert into plans values ('plan-1', '{}', 'shanghai-2027', 'zh', 4, 3, 1764000000000, 1764100000000);
       insert into plan_links values ('second', 'feed', 'plan-1', 2), ('third', 'feed', 'plan-1', 3)`,
    );

    await db.transaction().execute((transaction) => linksByKind.up(transaction));

    expect(await runSql(url, 'select * from plans')).toMatchObject([
      { version: 4, edit_generation: 3, view_generation: 3, feed_generation: 3 },
    ]);
    expect(await runSql(url, 'select * from plan_links')).toEqual([
      { hash: 'third', kind: 'feed', plan_id: 'plan-1' },
    ]);
  });

  async function openEngine(url: string) {
    const engine = await openPostgres(url);
    onTestFinished(() => engine.db.destroy());
    return engine;
  }
});

async function claimInProcess(url: string): Promise<string[]> {
  const script = fileURLToPath(new URL('./claiming-process.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, url, String(MONDAY_NINE)]);
  return JSON.parse(stdout);
}
