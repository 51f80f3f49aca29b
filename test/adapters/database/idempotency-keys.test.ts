// The ninth migration, on tables as the version before left them.

import { expect, test } from 'vitest';
import { tablesBefore } from './tables-before.ts';

const DATA_BEFORE = `
  insert into plans (id, case_json, policy_id, locale, version, created_at, changed_at)
    values ('plan-1', '{}', 'shanghai-2027', 'zh', 1, 1764000000000, 1764000000000);
  insert into plan_links values ('an edit link', 'edit', 'plan-1');
`;

test('plans that are there stay as they are; a key refers to one of them, and goes with it', async () => {
  const { connection, migrate } = await tablesBefore('0009-idempotency-keys', DATA_BEFORE);
  const count = (table: string) => connection.prepare(`select count(*) as rows from ${table}`).get()?.rows;

  await migrate();

  expect(['plans', 'plan_links', 'idempotency_keys'].map(count)).toEqual([1, 1, 0]);
  connection.exec("insert into idempotency_keys values ('key', 'case', 'plan-1', 1764086400000)");
  expect(() =>
    connection.exec("insert into idempotency_keys values ('other', 'case', 'nobody', 1764086400000)"),
  ).toThrow(/FOREIGN KEY/);
  connection.exec("delete from plans where id = 'plan-1'");
  expect(count('idempotency_keys')).toBe(0);
});
