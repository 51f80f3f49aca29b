// Two servers on one PostgreSQL, each started anew in turn while families go on using them: no request may fail.
// `npm run restarts` does the same behind Caddy and nginx.

import { expect, it } from 'vitest';
import { hasPostgres } from '../support/postgres.ts';
import { openNodeFront } from './node-front.ts';
import { rollingRestart } from './rolling-restart.ts';

const isThere = await hasPostgres();

it.skipIf(!isThere).each([
  ['asks every second how its servers are, and sends nothing twice', 'asks'],
  ['does not ask, and sends a request that failed to the other one where that is safe', 'learns'],
] as const)(
  'both servers are started anew under load behind a proxy that %s: every request is answered',
  async (_, kind) => {
    const account = await rollingRestart({
      openFront: (servers) => openNodeFront(kind, servers),
      servers: 2,
      rounds: 1,
      families: 4,
    });

    expect([...account.failures]).toEqual([]);
    expect(account.restarts).toBe(2);
    expect(account.writes).toBeGreaterThan(20);
  },
  300_000,
);
