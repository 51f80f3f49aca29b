// The twelfth migration, on tables with rows as the version before left them, on both engines: subscriptions may be to a
// roster from now on, and nothing else is otherwise than it was.

import { Kysely, sql } from 'kysely';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { postgresDialect } from '../../../src/adapters/database/engines/node-postgres.ts';
import { POSTGRES_TABLES } from '../../../src/adapters/database/engines/open-postgres.ts';
import { migrateUntil } from '../../../src/adapters/database/migrations.ts';
import { createDatabase, createSchema, hasPostgres } from '../../support/postgres.ts';
import { type TablesBefore, tablesBefore } from './tables-before.ts';

/** A family and HR; a mail that was sent, one that waits; reminders in a mail, without one; the last of each deleted. */
const DATA_BEFORE = `
  insert into plans (id, case_json, policy_id, locale, version, created_at, changed_at)
    values ('plan-1', '{}', 'shanghai-2027', 'zh', 1, 10, 10), ('plan-2', '{}', 'shanghai-2027', 'zh', 1, 10, 10);
  insert into rosters values ('roster-1', 'shanghai-2027', '', '', '', 'zh', 1, 1, 1, 10, 10);
  insert into roster_people values ('roster-1', '1001', '1001', 2, '{}', 'plan-2');
  insert into subscriptions
    (id, plan_id, address, state, locale, created_at, confirm_hash, unsubscribe_hash, holder, lease_until, audience,
      reference, replaces)
    values
    ('mama', 'plan-1', 'mama@example.org', 'confirmed', 'zh', 10, 'c1', 'u1', 'host/1/a', 40, 'family', null, null),
    ('hr', 'plan-1', 'hr@example.org', 'pending', 'en', 11, 'c2', 'u2', null, null, 'employer', 'A 7', 'mama'),
    ('baba', 'plan-2', 'mama@example.org', 'confirmed', 'zh', 12, 'c3', 'u3', null, null, 'family', null, null);
  insert into mails
    (id, kind, subscription_id, message_json, state, attempts, next_try_at, created_at, sent_at, stale_at, urgency, domain)
    values
    ('sent', 'confirm', 'mama', '', 'sent', 1, 10, 10, 11, 90, -1000, 'example.org'),
    ('waits', 'reminder', 'mama', '{"to":"mama@example.org"}', 'unsent', 2, 30, 20, null, 90, 4, 'example.org'),
    ('of baba', 'reminder', 'baba', '{}', 'unsent', 0, 0, 20, null, null, 5, 'example.org'),
    ('gone', 'reminder', 'mama', '{}', 'unsent', 0, 0, 20, null, null, 5, 'example.org');
  insert into reminders
    (subscription_id, activity, kind, day, send_at, stale_at, float_working_days, state, reason, mail_id, since_version)
    values
    ('mama', 'renew-permit', 'start-soon', 20794, 20, 90, 4, 'unsent', null, 'waits', null),
    ('mama', 'plan', 'plan-changed', 20795, 21, 91, 0, 'unsent', null, null, 3),
    ('baba', 'payment', 'cutoff', 20812, 22, 92, 5, 'dropped', 'too late', null, null),
    ('mama', 'payment', 'cutoff', 20812, 22, 92, 5, 'unsent', null, 'gone', null);
  delete from reminders where mail_id = 'gone';
  delete from mails where id = 'gone';
`;

const MOVED = ['subscriptions', 'mails', 'reminders'] as const;

/** What the migration is tried on, past our stores. */
interface Tried {
  readonly run: (statement: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly migrate: () => Promise<void>;
  /** Name and definition of every index. */
  readonly indexes: () => Promise<ReadonlyMap<string, string>>;
}

async function onSqlite(): Promise<Tried> {
  const { connection, migrate }: TablesBefore = await tablesBefore('0012-digests', DATA_BEFORE);
  return {
    run: async (statement) => connection.prepare(statement).all(),
    migrate,
    indexes: async () =>
      new Map(
        connection
          .prepare(`select i.name as name,
              coalesce(i.sql, (select group_concat(name) from pragma_index_info(i.name))) as told
            from sqlite_schema i join sqlite_schema m on m.name = i.tbl_name and m.type = 'table'
            where i.type = 'index'`)
          .all()
          .map(({ name, told }) => [String(name), String(told)]),
      ),
  };
}

async function onPostgres(databaseUrl: string): Promise<Tried> {
  const url = await createSchema(databaseUrl);
  const db = new Kysely<unknown>({ dialect: postgresDialect({ url, place: url, longestStatement: null }) });
  onTestFinished(() => db.destroy());
  const run: Tried['run'] = async (statement) =>
    (await sql.raw<Record<string, unknown>>(statement).execute(db)).rows;
  const [row] = await run('select current_schema() as schema');
  const traits = { ...POSTGRES_TABLES, schema: String(row?.schema) };
  await migrateUntil(db, traits, '0011-rosters');
  for (const statement of DATA_BEFORE.split(/;\n/)) if (statement.trim() !== '') await run(statement);
  return {
    run,
    migrate: () => migrateUntil(db, traits, '0012-digests'),
    indexes: async () => {
      const rows = await run(
        'select indexname, indexdef from pg_indexes where schemaname = current_schema()',
      );
      return new Map(rows.map(({ indexname, indexdef }) => [String(indexname), String(indexdef)]));
    },
  };
}

const hasServer = await hasPostgres();

describe.each([
  ['SQLite', true],
  ['PostgreSQL', hasServer],
] as const)('on %s', (engine, isThere) => {
  let databaseUrl = '';
  beforeAll(async () => {
    if (engine === 'SQLite' || !isThere) return;
    const { url, drop } = await createDatabase();
    databaseUrl = url;
    return async () => void (await drop());
  });
  const open = () => (engine === 'SQLite' ? onSqlite() : onPostgres(databaseUrl));

  test.skipIf(!isThere)('every row stays as it is, and is of no roster', async () => {
    const { run, migrate } = await open();
    const rowsOf = (table: string) => run(`select * from ${table} order by 1`);
    const before = await Promise.all(MOVED.map(rowsOf));

    await migrate();

    const [subscriptions = [], ...others] = before;
    expect(subscriptions).toHaveLength(3);
    expect(await Promise.all(MOVED.map(rowsOf))).toEqual([
      subscriptions.map((row) => ({ ...row, roster_id: null })),
      ...others,
    ]);
  });

  test.skipIf(!isThere)('numbers that were given out are not given out again', async () => {
    const { run, migrate } = await open();

    await migrate();

    await run(`insert into mails (id, kind, subscription_id, message_json, state, attempts, next_try_at, created_at)
      values ('new', 'reminder', 'mama', '{}', 'unsent', 0, 0, 20)`);
    await run(`insert into reminders
      (subscription_id, activity, kind, day, send_at, stale_at, float_working_days, state)
      values ('mama', 'payment', 'start-soon', 20800, 20, 90, 4, 'unsent')`);
    expect(await run('select max(position) as newest from mails')).toEqual([{ newest: 5 }]);
    expect(await run('select max(id) as newest from reminders')).toEqual([{ newest: 5 }]);
  });

  test.skipIf(!isThere)(
    'indexes are those of before, and one for rosters and those of the new table',
    async () => {
      const { indexes, migrate } = await open();
      const before = await indexes();

      await migrate();

      const after = await indexes();
      expect([...before.keys()].length).toBeGreaterThan(20);
      for (const [name, definition] of before) expect([name, after.get(name)]).toEqual([name, definition]);
      const fresh = [...after.keys()].filter((name) => !before.has(name) && !name.includes('autoindex'));
      expect(fresh.toSorted()).toEqual(
        [
          'roster_red_person',
          ...(engine === 'SQLite' ? [] : ['roster_red_key']),
          'subscriptions_once_a_roster',
        ].toSorted(),
      );
    },
  );

  test.skipIf(!isThere)('what hangs on a plan, a mail or a roster goes with it', async () => {
    const { run, migrate } = await open();
    await migrate();
    await run(`insert into subscriptions (id, roster_id, address, state, locale, created_at, confirm_hash, unsubscribe_hash)
      values ('of a roster', 'roster-1', 'hr@example.org', 'confirmed', 'zh', 10, 'c4', 'u4')`);
    await run(`insert into mails (id, kind, subscription_id, message_json, state, attempts, next_try_at, created_at)
      values ('digest', 'reminder', 'of a roster', '{}', 'sent', 1, 0, 20)`);
    await run(`insert into roster_red values ('digest', 'roster-1', '1001')`);

    await run(`delete from mails where id = 'waits'`);
    expect(await run('select mail_id from reminders where id = 1')).toEqual([{ mail_id: null }]);
    await run(`delete from plans where id = 'plan-1'`);
    expect(await run('select id from subscriptions order by id')).toEqual([
      { id: 'baba' },
      { id: 'of a roster' },
    ]);
    expect(await run('select id from mails order by id')).toEqual([{ id: 'digest' }, { id: 'of baba' }]);
    expect(await run('select id from reminders')).toEqual([{ id: 3 }]);
    await run(`delete from roster_people where ref_key = '1001'`);
    expect(await run('select * from roster_red')).toEqual([]);
    await run(`delete from rosters where id = 'roster-1'`);
    expect(await run('select id from mails')).toEqual([{ id: 'of baba' }]);
  });

  test.skipIf(!isThere)('a subscription is to a plan or to a roster, once an address', async () => {
    const { run, migrate } = await open();
    await migrate();
    const insert = (id: string, planId: string | null, rosterId: string | null, address: string) => {
      const [plan, roster] = [planId, rosterId].map((one) => (one === null ? 'null' : `'${one}'`));
      return run(`insert into subscriptions
        (id, plan_id, roster_id, address, state, locale, created_at, confirm_hash, unsubscribe_hash)
        values ('${id}', ${plan}, ${roster}, '${address}', 'pending', 'zh', 10, 'c ${id}', 'u ${id}')`);
    };

    await insert('first', null, 'roster-1', 'hr@example.org');

    await expect(insert('both', 'plan-1', 'roster-1', 'a@example.org')).rejects.toThrow(/check/i);
    await expect(insert('none', null, null, 'b@example.org')).rejects.toThrow(/check/i);
    await expect(insert('twice', null, 'roster-1', 'hr@example.org')).rejects.toThrow(/unique/i);
    await expect(insert('again', 'plan-1', null, 'mama@example.org')).rejects.toThrow(/unique/i);
  });
});
