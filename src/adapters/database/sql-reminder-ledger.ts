// The ledger of reminders in SQL. What each method promises is in ports/reminder-ledger.ts.

import type { Kysely } from 'kysely';
import type { Instant } from '../../ports/clock.ts';
import type { DueReminder, ReminderLedger } from '../../ports/reminder-ledger.ts';
import { inTransaction } from './in-transaction.ts';
import type { Tables } from './tables.ts';

/** Far below the number of values that one statement may carry: 32,766 in SQLite, 65,535 in PostgreSQL. */
const IDS_PER_STATEMENT = 1_000;

export class SqlReminderLedger implements ReminderLedger {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async listDue(now: Instant): Promise<readonly DueReminder[]> {
    return this.#db
      .selectFrom('reminders')
      .innerJoin('subscriptions', 'subscriptions.id', 'reminders.subscriptionId')
      .select([
        'reminders.id',
        'reminders.subscriptionId',
        'reminders.activity',
        'reminders.kind',
        'reminders.day',
        'reminders.sendAt',
        'reminders.staleAt',
        'reminders.floatWorkingDays',
      ])
      .where('reminders.state', '=', 'unsent')
      .where('reminders.sendAt', '<=', now)
      .where('reminders.mailId', 'is', null)
      .where('subscriptions.state', '=', 'confirmed')
      .orderBy('reminders.floatWorkingDays')
      .orderBy('reminders.sendAt')
      .orderBy('reminders.id')
      .execute();
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
