// 5,000 reminders while the processes that send them are killed every few seconds. `npm run soak` takes any number.

import { expect, it } from 'vitest';
import { hasPostgres } from '../support/postgres.ts';
import { openMatrix } from './matrix-world.ts';
import { soak } from './soak.ts';

const isThere = await hasPostgres();

it.skipIf(!isThere)(
  '5,000 reminders, two processes on PostgreSQL, a kill every three seconds: all arrive, and no more repeats than kills',
  async () => {
    const world = await openMatrix('PostgreSQL');
    try {
      const account = await soak(world, { reminders: 5_000, processes: 2, killEvery: 3 });

      expect(account).toMatchObject({ reminders: 5_000, sent: 5_000, lost: 0, strangers: 0 });
      expect(account.kills).toBeGreaterThan(0);
      expect(account.repeats).toBeLessThanOrEqual(account.kills);
    } finally {
      await world.close();
    }
  },
  600_000,
);
