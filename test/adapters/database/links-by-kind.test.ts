// The third migration, on tables as the version before left them.

import type { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { tablesBefore } from './tables-before.ts';

/** One plan whose links were all renewed twice, one whose links never were; every link ever given out is stored. */
const DATA_BEFORE = `
  insert into plans values
    ('plan-1', '{}', 'shanghai-2027', 'zh', 4, 3, 1764000000000, 1764100000000),
    ('plan-2', '{}', 'shanghai-2027', 'en', 1, 1, 1764000000000, 1764000000000);
  insert into plan_links values
    ('first edit', 'edit', 'plan-1', 1), ('first feed', 'feed', 'plan-1', 1),
    ('second edit', 'edit', 'plan-1', 2), ('second feed', 'feed', 'plan-1', 2),
    ('third edit', 'edit', 'plan-1', 3), ('third feed', 'feed', 'plan-1', 3),
    ('other edit', 'edit', 'plan-2', 1);
  insert into plan_revisions values ('plan-1', 4, '{}', 1764100000000);
  insert into subscriptions values
    ('subscription-1', 'plan-1', 'mama@example.org', 'confirmed', 'zh', 1764000000000, 'confirm', 'unsubscribe');
`;

async function migratedData(): Promise<DatabaseSync> {
  const { connection, migrate } = await tablesBefore('0003-links-by-kind', DATA_BEFORE);
  await migrate();
  return connection;
}

test('every kind goes on from the number that counted for all, so no token is ever made twice', async () => {
  const connection = await migratedData();

  const plans = connection
    .prepare('select id, version, edit_generation, view_generation, feed_generation from plans order by id')
    .all();

  expect(plans).toEqual([
    { id: 'plan-1', version: 4, edit_generation: 3, view_generation: 3, feed_generation: 3 },
    { id: 'plan-2', version: 1, edit_generation: 1, view_generation: 1, feed_generation: 1 },
  ]);
});

test('links that open their plan stay, and those that were revoked do not come back', async () => {
  const connection = await migratedData();

  expect(connection.prepare('select * from plan_links order by hash').all()).toEqual([
    { hash: 'other edit', kind: 'edit', plan_id: 'plan-2' },
    { hash: 'third edit', kind: 'edit', plan_id: 'plan-1' },
    { hash: 'third feed', kind: 'feed', plan_id: 'plan-1' },
  ]);
});

test('what hangs on a plan stays with it, and still goes with it', async () => {
  const connection = await migratedData();
  const count = (table: string) => connection.prepare(`select count(*) as rows from ${table}`).get()?.rows;

  expect(['plan_revisions', 'subscriptions'].map(count)).toEqual([1, 1]);
  connection.exec("delete from plans where id = 'plan-1'");
  expect(['plan_links', 'plan_revisions', 'subscriptions'].map(count)).toEqual([1, 0, 0]);
});
