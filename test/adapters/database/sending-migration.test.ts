// The fourth migration, on tables as the version before left them.

import { expect, test } from 'vitest';
import { tablesBefore } from './tables-before.ts';

/** A mail that is being tried, one that waits for its next try, one that was sent. */
const DATA_BEFORE = `
  insert into plans (id, case_json, policy_id, locale, version, created_at, changed_at)
    values ('plan-1', '{}', 'shanghai-2027', 'zh', 1, 1764000000000, 1764000000000);
  insert into subscriptions values
    ('subscription-1', 'plan-1', 'mama@example.org', 'confirmed', 'zh', 1764000000000, 'confirm', 'unsubscribe');
  insert into mails (id, kind, subscription_id, message_json, state, attempts, next_try_at, lease_until, created_at)
    values
    ('under way', 'reminder', 'subscription-1', '{"to":"mama@example.org"}', 'unsent', 1, 10, 20, 10),
    ('waiting', 'reminder', 'subscription-1', '{"to":"mama@example.org"}', 'unsent', 2, 30, null, 10),
    ('sent', 'confirm', 'subscription-1', '{"to":"mama@example.org"}', 'sent', 1, 10, null, 10);
`;

test('what was on its way still goes out, once and first; what was sent keeps no text', async () => {
  const { connection, migrate } = await tablesBefore('0004-sending', DATA_BEFORE);

  await migrate();

  const rows = connection
    .prepare(
      'select id, state, message_json, holder, lease_until, stale_at, urgency from mails order by position',
    )
    .all();
  const text = '{"to":"mama@example.org"}';
  const free = { holder: null, lease_until: null, stale_at: null, urgency: -1000 };
  expect(rows).toEqual([
    { id: 'under way', state: 'unsent', message_json: text, ...free },
    { id: 'waiting', state: 'unsent', message_json: text, ...free },
    { id: 'sent', state: 'sent', message_json: '', ...free },
  ]);
});
