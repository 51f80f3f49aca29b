// The tenth migration, on tables as the version before left them; and that every question about leases, which is asked
// with every round, reads the rows that are held, and not all there are.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CamelCasePlugin, type Dialect, Kysely } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { postgresDialect } from '../../../src/adapters/database/engines/node-postgres.ts';
import { NodeSqliteDialect } from '../../../src/adapters/database/engines/node-sqlite.ts';
import { openDatabase } from '../../../src/adapters/database/open-database.ts';
import { SqlLeases } from '../../../src/adapters/database/sql-leases.ts';
import type { Tables } from '../../../src/adapters/database/tables.ts';
import { connectTo, createDatabase, hasPostgres } from '../../support/postgres.ts';
import { MONDAY_NINE } from './contract-world.ts';
import { tablesBefore } from './tables-before.ts';

const DATA_BEFORE = `
  insert into plans (id, case_json, policy_id, locale, version, created_at, changed_at)
    values ('plan-1', '{}', 'shanghai-2027', 'zh', 1, 1764000000000, 1764000000000);
  insert into subscriptions
    (id, plan_id, address, state, locale, created_at, confirm_hash, unsubscribe_hash, holder, lease_until)
    values
    ('written to', 'plan-1', 'mama@example.org', 'confirmed', 'zh', 10, 'confirm 1', 'unsubscribe 1', 'host/1/a', 40),
    ('free', 'plan-1', 'baba@example.org', 'confirmed', 'zh', 10, 'confirm 2', 'unsubscribe 2', null, null);
  insert into mails
    (id, kind, subscription_id, message_json, state, attempts, next_try_at, created_at, holder, lease_until)
    values
    ('under way', 'reminder', 'free', '{}', 'unsent', 1, 10, 10, 'host/2/b', 40),
    ('waiting', 'reminder', 'free', '{}', 'unsent', 0, 10, 10, null, null);
`;

test('what somebody held stays held, and what was free stays free', async () => {
  const { connection, migrate } = await tablesBefore('0010-held-rows', DATA_BEFORE);

  await migrate();

  const all = (table: string) =>
    connection.prepare(`select id, holder, lease_until from ${table} order by id desc`).all();
  expect(all('subscriptions')).toEqual([
    { id: 'written to', holder: 'host/1/a', lease_until: 40 },
    { id: 'free', holder: null, lease_until: null },
  ]);
  expect(all('mails')).toEqual([
    { id: 'waiting', holder: null, lease_until: null },
    { id: 'under way', holder: 'host/2/b', lease_until: 40 },
  ]);
});

const isThere = await hasPostgres();

describe('to list who holds something, to renew and to let go read the held rows alone', () => {
  test('on SQLite', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lastbus-held-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'lastbus.sqlite');
    await (await openDatabase(`sqlite:${path}`, folder)).close();
    const connection = new DatabaseSync(path);
    onTestFinished(() => connection.close());

    const asked = await questionsOf(new NodeSqliteDialect(new DatabaseSync(path)));

    expect(asked.map(({ table }) => table)).toEqual(EVERY_TABLE_OF_EVERY_QUESTION);
    for (const { table, sql, parameters } of asked) {
      const plan = connection.prepare(`explain query plan ${sql}`).all(...parameters.map(String));
      expect(plan.map(({ detail }) => detail).join('; ')).toMatch(
        new RegExp(`^(SCAN|SEARCH) ${table} USING (COVERING )?INDEX ${table}_held( |$)`),
      );
    }
  });

  test.skipIf(!isThere)('on PostgreSQL', async () => {
    const { url, drop } = await createDatabase();
    onTestFinished(async () => void (await drop()));
    await (await openDatabase(url, '.')).close();
    const connection = connectTo(url);
    onTestFinished(() => connection.end());
    // Of an empty table it would rather read the whole.
    await connection.query('set enable_seqscan = off');

    const asked = await questionsOf(postgresDialect({ url, place: 'here', longestStatement: null }));

    expect(asked.map(({ table }) => table)).toEqual(EVERY_TABLE_OF_EVERY_QUESTION);
    for (const { table, sql, parameters } of asked) {
      const { rows } = await connection.query(`explain ${sql}`, [...parameters]);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toMatch(new RegExp(`Scan (using|on) ${table}_held\\b`));
      expect(plan).not.toContain('Seq Scan');
    }
  });
});

const EVERY_TABLE_OF_EVERY_QUESTION = [1, 2, 3].flatMap(() => ['subscriptions', 'mails']);

interface Question {
  readonly table: string;
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** What the leases really ask the database, in the order in which they do. */
async function questionsOf(dialect: Dialect): Promise<readonly Question[]> {
  const asked: Question[] = [];
  const db = new Kysely<Tables>({
    dialect,
    plugins: [new CamelCasePlugin()],
    log({ query: { sql, parameters } }) {
      asked.push({ table: /(?:from|update) "(\w+)"/.exec(sql)?.[1] ?? '', sql, parameters });
    },
  });
  const leases = new SqlLeases(db);
  await leases.listHolders();
  await leases.renew({ holder: 'host/1/a', until: MONDAY_NINE });
  await leases.release('host/1/a');
  await db.destroy();
  return asked;
}
