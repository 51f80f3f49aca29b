// The lanes on which mails leave, in SQL. What each method promises is in ports/mail-lanes.ts.

import type { Kysely } from 'kysely';
import type { Instant } from '../../ports/clock.ts';
import { LONGEST_PAUSE, type MailLane, type MailLanes } from '../../ports/mail-lanes.ts';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';

const FREE = { nextFreeAt: 0 as Instant, pausedUntil: 0 as Instant, strikes: 0, lastReply: null };

export class SqlMailLanes implements MailLanes {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async listBusy(now: Instant): Promise<readonly MailLane[]> {
    const impossible = (now + LONGEST_PAUSE) as Instant;
    const lanes = await this.#db
      .selectFrom('mailLanes')
      .selectAll()
      .where(({ eb, or }) => or([eb('nextFreeAt', '>', now), eb('strikes', '>', 0)]))
      .orderBy('name')
      .execute();
    return lanes.map((lane) => ({
      ...lane,
      nextFreeAt: lane.nextFreeAt > impossible ? now : lane.nextFreeAt,
      pausedUntil: lane.pausedUntil > impossible ? now : lane.pausedUntil,
    }));
  }

  async takePlace(name: string, now: Instant, interval: number): Promise<Instant> {
    const impossible = now + LONGEST_PAUSE;
    const { nextFreeAt } = await this.#db
      .insertInto('mailLanes')
      .values({ ...FREE, name, nextFreeAt: (now + interval) as Instant })
      .onConflict((conflict) =>
        conflict.column('name').doUpdateSet(({ eb, ref }) => ({
          nextFreeAt: eb
            .case()
            .when(eb.between('mailLanes.nextFreeAt', now, impossible as Instant))
            .then(eb('mailLanes.nextFreeAt', '+', interval as Instant))
            .else(ref('excluded.nextFreeAt'))
            .end(),
        })),
      )
      .returning('nextFreeAt')
      .executeTakeFirstOrThrow();
    return (nextFreeAt - interval) as Instant;
  }

  async pause(name: string, until: Instant, reply: string): Promise<void> {
    const paused = { pausedUntil: until, lastReply: storable(reply) };
    await this.#db
      .insertInto('mailLanes')
      .values({ ...FREE, ...paused, name, strikes: 1 })
      .onConflict((conflict) =>
        conflict.column('name').doUpdateSet(({ eb }) => ({
          ...paused,
          strikes: eb('mailLanes.strikes', '+', 1),
        })),
      )
      .execute();
  }

  async reopen(name: string): Promise<void> {
    const { pausedUntil, strikes } = FREE;
    await this.#db.updateTable('mailLanes').set({ pausedUntil, strikes }).where('name', '=', name).execute();
  }
}
