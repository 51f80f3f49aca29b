// Counts in SQL. What they mean is in ports/data-tally.ts.

import type { Kysely } from 'kysely';
import type { Instant } from '../../ports/clock.ts';
import type { DataTally, Tally } from '../../ports/data-tally.ts';
import type { Tables } from './tables.ts';

export class SqlDataTally implements DataTally {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async take(now: Instant): Promise<Tally> {
    const [plans, subscriptions, reminders, mails] = await Promise.all([
      this.#plans(),
      this.#subscriptions(),
      this.#reminders(now),
      this.#mails(),
    ]);
    const waiting = mails.filter(({ state }) => state === 'unsent');
    const sumOf = (rows: readonly { count: number }[]) => rows.reduce((sum, { count }) => sum + count, 0);
    return {
      plansByPolicy: new Map(plans.map(({ policyId, count }) => [policyId, Number(count)])),
      confirmedSubscriptions: Number(subscriptions.count),
      remindersDue: Number(reminders.count),
      oldestDueAt: reminders.oldest,
      mailsWaiting: {
        confirm: sumOf(waiting.filter(({ kind }) => kind === 'confirm')),
        reminder: sumOf(waiting.filter(({ kind }) => kind === 'reminder')),
      },
      mailsTriedBefore: sumOf(waiting.filter(({ wasTried }) => wasTried)),
      mailsFailed: sumOf(mails.filter(({ state }) => state === 'failed')),
    };
  }

  #plans() {
    return this.#db
      .selectFrom('plans')
      .select(({ fn }) => ['policyId', fn.countAll().as('count')])
      .groupBy('policyId')
      .execute();
  }

  #subscriptions() {
    return this.#db
      .selectFrom('subscriptions')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('state', '=', 'confirmed')
      .executeTakeFirstOrThrow();
  }

  #reminders(now: Instant) {
    return this.#db
      .selectFrom('reminders')
      .innerJoin('subscriptions', 'subscriptions.id', 'reminders.subscriptionId')
      .select(({ fn }) => [
        fn.countAll().as('count'),
        fn.min<Instant | null>('reminders.sendAt').as('oldest'),
      ])
      .where('reminders.state', '=', 'unsent')
      .where('reminders.sendAt', '<=', now)
      .where('subscriptions.state', '=', 'confirmed')
      .executeTakeFirstOrThrow();
  }

  async #mails() {
    const rows = await this.#db
      .selectFrom('mails')
      .select(({ eb, fn }) => [
        'kind',
        'state',
        eb.case().when('attempts', '>', 0).then(1).else(0).end().as('tried'),
        fn.countAll().as('count'),
      ])
      .where('state', 'in', ['unsent', 'failed'])
      .groupBy(['kind', 'state', 'tried'])
      .execute();
    return rows.map(({ kind, state, tried, count }) => ({
      kind,
      state,
      wasTried: tried === 1,
      count: Number(count),
    }));
  }
}
