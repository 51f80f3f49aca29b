// A part of the kill matrix that takes a minute: `npm run kills` runs all of it. Nothing is lost wherever a process is
// killed, whatever the relay does and however the clock jumps; at most one mail comes twice, under its own Message-ID.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasPostgres } from '../support/postgres.ts';
import { type Cell, runCell } from './kill-matrix.ts';
import { type EngineName, openMatrix } from './matrix-world.ts';

type Row = readonly [
  relay: Cell['relay'],
  clock: Cell['clock'],
  processes: 1 | 2,
  step: number,
  first: number,
];

const ON_SQLITE: readonly Row[] = [
  ['accepts', 'steady', 1, 4, 1],
  ['451 at RCPT TO', 'a day forward', 1, 23, 5],
  ['550 5.1.1 at RCPT TO', 'steady', 1, 23, 9],
  ['554 policy after DATA', 'an hour back', 1, 23, 13],
  ['535 at login', 'steady', 1, 23, 17],
  ['drops before the final dot', 'a day forward', 1, 23, 21],
  ['drops after the final dot', 'an hour back', 1, 23, 3],
  ['hangs', 'steady', 1, 37, 31],
  ['slow', 'a day forward', 1, 37, 35],
];

const ON_POSTGRESQL: readonly Row[] = [
  ['accepts', 'steady', 1, 12, 3],
  ['accepts', 'an hour back', 1, 37, 7],
  ['accepts', 'steady', 2, 12, 5],
  ['drops after the final dot', 'a day forward', 2, 37, 11],
];

const isThere = await hasPostgres();

describe.each<[EngineName, readonly Row[], boolean]>([
  ['SQLite', ON_SQLITE, true],
  ['PostgreSQL', ON_POSTGRESQL, isThere],
])('a process that is killed on %s', (engine, rows, isToRun) => {
  let world: Awaited<ReturnType<typeof openMatrix>>;
  beforeAll(async () => {
    if (isToRun) world = await openMatrix(engine);
  });
  afterAll(() => world?.close());

  it.skipIf(!isToRun).each(rows)(
    'while the relay %s, the clock %s, of %i processes',
    async (relay, clock, processes, step, first) => {
      const account = await runCell(world, { engine, processes, relay, clock }, { step, first });

      expect(account).toMatchObject({ lost: 0, strangers: 0 });
      expect(account.worst).toBeLessThanOrEqual(1);
      // With two processes it may be the other one that comes to that point.
      expect(account.kills).toBeGreaterThan(0);
    },
    300_000,
  );
});
