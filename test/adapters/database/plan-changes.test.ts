// The seventh migration, on tables as an earlier version left them.

import { expect, test } from 'vitest';
import { tablesBefore } from './tables-before.ts';

const DATA_BEFORE = `
  insert into plans (id, case_json, policy_id, locale, version, created_at, changed_at)
    values ('plan-1', '{}', 'shanghai-2027', 'zh', 2, 1764000000000, 1764100000000);
  insert into plan_revisions values ('plan-1', 1, '{}', 1764000000000), ('plan-1', 2, '{}', 1764100000000);
  insert into subscriptions
    (id, plan_id, address, state, locale, created_at, confirm_hash, unsubscribe_hash)
    values
    ('subscription-1', 'plan-1', 'mama@example.org', 'confirmed', 'zh', 1764000000000, 'confirm', 'unsubscribe');
  insert into reminders (subscription_id, activity, kind, day, send_at, stale_at, float_working_days, state)
    values ('subscription-1', 'renew-permit', 'last-day', 20796, 1, 2, 3, 'unsent');
`;

test('what was stored before stays, and of its dates nobody says that they are known', async () => {
  const { connection, migrate } = await tablesBefore('0007-plan-changes', DATA_BEFORE);

  await migrate();

  const all = (query: string) => connection.prepare(query).all();
  expect(all('select id, version, policy_fingerprint from plans')).toEqual([
    { id: 'plan-1', version: 2, policy_fingerprint: null },
  ]);
  expect(all('select version, said_json, said_before_json, causes_json from plan_revisions')).toEqual([
    { version: 1, said_json: null, said_before_json: null, causes_json: null },
    { version: 2, said_json: null, said_before_json: null, causes_json: null },
  ]);
  expect(all('select kind, state, since_version from reminders')).toEqual([
    { kind: 'last-day', state: 'unsent', since_version: null },
  ]);
});
