// Subscriptions in SQL. What each method promises is in ports/subscription-store.ts.

import type { Kysely, Transaction } from 'kysely';
import type { PlanReminder } from '../../ports/reminder-ledger.ts';
import type { Subscription, SubscriptionLinks, SubscriptionStore } from '../../ports/subscription-store.ts';
import { inTransaction } from './in-transaction.ts';
import type { Tables } from './tables.ts';
import { writeReminders } from './write-reminders.ts';

/** The hashes of the links are only ever looked up, never handed out. */
const SUBSCRIPTION_COLUMNS = ['id', 'planId', 'address', 'state', 'locale', 'createdAt'] as const;

export class SqlSubscriptionStore implements SubscriptionStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async createOrFind(subscription: Subscription, links: SubscriptionLinks): Promise<Subscription> {
    const { planId, address } = subscription;
    return inTransaction(this.#db, async (transaction) => {
      await transaction
        .insertInto('subscriptions')
        .values({ ...subscription, ...links })
        .onConflict((conflict) => conflict.columns(['planId', 'address']).doNothing())
        .execute();
      return transaction
        .selectFrom('subscriptions')
        .select(SUBSCRIPTION_COLUMNS)
        .where('planId', '=', planId)
        .where('address', '=', address)
        .executeTakeFirstOrThrow();
    });
  }

  async findByConfirmHash(hash: string): Promise<Subscription | undefined> {
    return this.#selectSubscriptions().where('confirmHash', '=', hash).executeTakeFirst();
  }

  async findByUnsubscribeHash(hash: string): Promise<Subscription | undefined> {
    return this.#selectSubscriptions().where('unsubscribeHash', '=', hash).executeTakeFirst();
  }

  async find(id: string): Promise<Subscription | undefined> {
    return this.#selectSubscriptions().where('id', '=', id).executeTakeFirst();
  }

  async listOfPlan(planId: string): Promise<readonly Subscription[]> {
    return this.#selectSubscriptions()
      .where('planId', '=', planId)
      .orderBy('createdAt')
      .orderBy('id')
      .execute();
  }

  async confirm(id: string, reminders: readonly PlanReminder[], planVersion: number): Promise<boolean> {
    return inTransaction(this.#db, async (transaction) => {
      const pending = await transaction
        .selectFrom('subscriptions')
        .select('planId')
        .where('id', '=', id)
        .where('state', '=', 'pending')
        .executeTakeFirst();
      if (pending === undefined) return true;
      if (!(await holdPlanVersion(transaction, pending.planId, planVersion))) return false;
      const { numUpdatedRows } = await transaction
        .updateTable('subscriptions')
        .set({ state: 'confirmed' })
        .where('id', '=', id)
        .where('state', '=', 'pending')
        .executeTakeFirst();
      if (numUpdatedRows === 1n) await writeReminders(transaction, id, reminders);
      return true;
    });
  }

  async close(id: string, state: 'unsubscribed' | 'bounced'): Promise<void> {
    await inTransaction(this.#db, async (transaction) => {
      await transaction.updateTable('subscriptions').set({ state }).where('id', '=', id).execute();
      // A mail that is on its way this moment cannot be called back; if it arrives, it is recorded as sent.
      for (const table of ['mails', 'reminders'] as const) {
        await transaction
          .updateTable(table)
          .set({ state: 'withdrawn' })
          .where('subscriptionId', '=', id)
          .where('state', '=', 'unsent')
          .execute();
      }
    });
  }

  #selectSubscriptions() {
    return this.#db.selectFrom('subscriptions').select(SUBSCRIPTION_COLUMNS);
  }
}

/**
 * Whether the plan has this version, and then holds it there until the transaction ends. The update changes
 * nothing: it takes the row's lock, so that with many connections no replacement slips in.
 */
async function holdPlanVersion(
  transaction: Transaction<Tables>,
  planId: string,
  version: number,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('plans')
    .set({ version })
    .where('id', '=', planId)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
