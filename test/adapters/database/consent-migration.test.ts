// The migration to consent, on tables as the version before left them.

import { expect, test } from 'vitest';
import { tablesBefore } from './tables-before.ts';

const DATA_BEFORE = `
  insert into plans
    (id, case_json, policy_id, locale, version, created_at, changed_at, edit_generation, view_generation, feed_generation)
    values ('plan-1', '{}', 'shanghai-2027', 'zh', 4, 1764000000000, 1764100000000, 2, 1, 1);
  insert into subscriptions
    (id, plan_id, address, state, locale, created_at, confirm_hash, unsubscribe_hash)
    values
    ('subscription-1', 'plan-1', 'mama@example.org', 'confirmed', 'zh', 1764000000000, 'confirm 1', 'unsubscribe 1'),
    ('subscription-2', 'plan-1', 'baba@example.org', 'unsubscribed', 'zh', 1764000000000, 'confirm 2', 'unsubscribe 2');
`;

test('every address is of the family, none takes the place of another, and no link for the employer is out', async () => {
  const { connection, migrate } = await tablesBefore('0005-consent', DATA_BEFORE);

  await migrate();

  expect(connection.prepare('select id, edit_generation, step_generation from plans').all()).toEqual([
    { id: 'plan-1', edit_generation: 2, step_generation: 0 },
  ]);
  const columns = 'id, address, state, audience, reference, replaces';
  expect(connection.prepare(`select ${columns} from subscriptions order by id`).all()).toMatchObject([
    { address: 'mama@example.org', state: 'confirmed', audience: 'family', reference: null, replaces: null },
    { address: 'baba@example.org', state: 'unsubscribed', audience: 'family', reference: null },
  ]);
});
