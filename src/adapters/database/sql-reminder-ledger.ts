// The ledger of reminders in SQL. What each method promises is in ports/reminder-ledger.ts.

import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '../../ports/clock.ts';
import type { Lease } from '../../ports/leases.ts';
import type { DueReminder, PlanReminder, ReminderLedger } from '../../ports/reminder-ledger.ts';
import type { PassOverHeld } from './engines/engine.ts';
import { inTransaction } from './in-transaction.ts';
import { isFree } from './sql-leases.ts';
import type { Tables } from './tables.ts';
import { writeReminders } from './write-reminders.ts';

/** Far below the number of values that one statement may carry: 32,766 in SQLite, 65,535 in PostgreSQL. */
const IDS_PER_STATEMENT = 1_000;

export class SqlReminderLedger implements ReminderLedger {
  readonly #db: Kysely<Tables>;
  readonly #passOverHeld: PassOverHeld;

  constructor(db: Kysely<Tables>, passOverHeld: PassOverHeld) {
    this.#db = db;
    this.#passOverHeld = passOverHeld;
  }

  async claimDue(now: Instant, { holder, until }: Lease, most: number): Promise<readonly DueReminder[]> {
    return inTransaction(this.#db, async (transaction) => {
      const tightest = await listTightest(transaction, now, most);
      if (tightest.length === 0) return [];
      const free = await this.#passOverHeld(
        freeSubscriptions(transaction, now).select('id').where('id', 'in', tightest),
      ).execute();
      if (free.length === 0) return [];
      const ids = free.map(({ id }) => id);
      await transaction
        .updateTable('subscriptions')
        .set({ holder, leaseUntil: until })
        .where('id', 'in', ids)
        .execute();
      return listDueOf(transaction, now, ids);
    });
  }

  async add(subscriptionId: string, reminders: readonly PlanReminder[]): Promise<void> {
    await inTransaction(this.#db, async (transaction) => {
      // Changes nothing: it takes the row's lock, so that nobody unsubscribes in between.
      const { numUpdatedRows } = await transaction
        .updateTable('subscriptions')
        .set({ id: subscriptionId })
        .where('id', '=', subscriptionId)
        .where('state', '=', 'confirmed')
        .executeTakeFirst();
      if (numUpdatedRows === 1n) await writeReminders(transaction, subscriptionId, reminders);
    });
  }

  async postpone(reminders: readonly DueReminder[], sendAt: Instant): Promise<void> {
    await inTransaction(this.#db, async (transaction) => {
      for (const { id, sendAt: before } of reminders) {
        await transaction
          .updateTable('reminders')
          .set({ sendAt })
          .where('id', '=', id)
          .where('sendAt', '=', before)
          .where('state', '=', 'unsent')
          .where('mailId', 'is', null)
          .execute();
      }
    });
  }

  async drop(reminderIds: readonly number[], reason: string, now: Instant): Promise<void> {
    await inTransaction(this.#db, async (transaction) => {
      for (let start = 0; start < reminderIds.length; start += IDS_PER_STATEMENT) {
        await transaction
          .updateTable('reminders')
          .set({ state: 'dropped', reason })
          .where('id', 'in', reminderIds.slice(start, start + IDS_PER_STATEMENT))
          .where('sendAt', '<=', now)
          .where('state', '=', 'unsent')
          .where('mailId', 'is', null)
          .execute();
      }
    });
  }
}

/** Confirmed subscriptions that nobody holds. */
function freeSubscriptions(transaction: Transaction<Tables>, now: Instant) {
  return transaction
    .selectFrom('subscriptions')
    .where('subscriptions.state', '=', 'confirmed')
    .where(({ ref }) => isFree(ref('subscriptions.leaseUntil'), now));
}

/** The subscriptions of the `most` tightest due reminders. */
async function listTightest(
  transaction: Transaction<Tables>,
  now: Instant,
  most: number,
): Promise<readonly string[]> {
  const rows = await freeSubscriptions(transaction, now)
    .innerJoin('reminders', 'reminders.subscriptionId', 'subscriptions.id')
    .select('subscriptions.id')
    .where('reminders.state', '=', 'unsent')
    .where('reminders.sendAt', '<=', now)
    .where('reminders.mailId', 'is', null)
    .orderBy('reminders.floatWorkingDays')
    .orderBy('reminders.sendAt')
    .orderBy('reminders.id')
    .limit(most)
    .execute();
  return [...new Set(rows.map(({ id }) => id))];
}

async function listDueOf(
  transaction: Transaction<Tables>,
  now: Instant,
  subscriptionIds: readonly string[],
): Promise<readonly DueReminder[]> {
  return transaction
    .selectFrom('reminders')
    .select([
      'id',
      'subscriptionId',
      'activity',
      'kind',
      'day',
      'sendAt',
      'staleAt',
      'floatWorkingDays',
      'sinceVersion',
      (eb) =>
        eb
          .selectFrom('mails')
          .select(({ fn }) => fn.max('createdAt').as('lastMailAt'))
          .whereRef('mails.subscriptionId', '=', 'reminders.subscriptionId')
          .where('mails.kind', '=', 'reminder')
          .as('lastMailAt'),
    ])
    .where('subscriptionId', 'in', subscriptionIds)
    .where('state', '=', 'unsent')
    .where('sendAt', '<=', now)
    .where('mailId', 'is', null)
    .orderBy('floatWorkingDays')
    .orderBy('sendAt')
    .orderBy('id')
    .execute();
}
