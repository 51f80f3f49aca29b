// Subscriptions in SQL. What each method promises is in ports/subscription-store.ts.

import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '../../ports/clock.ts';
import type { PlanReminder } from '../../ports/reminder-ledger.ts';
import type {
  CountedAsk,
  Ending,
  ListedSubscription,
  Subscribed,
  Subscription,
  SubscriptionLinks,
  SubscriptionStore,
} from '../../ports/subscription-store.ts';
import { countAsk } from './count-ask.ts';
import { eraseAddress, withdrawUnsent } from './erase-address.ts';
import { holdPlan, holdPlanVersion } from './hold-plan.ts';
import { holdRoster } from './hold-roster.ts';
import { inTransaction } from './in-transaction.ts';
import { columnsOf, SUBSCRIPTION_COLUMNS, subscriptionOf } from './subscription-rows.ts';
import type { Tables } from './tables.ts';
import { remindersFor, writeReminders } from './write-reminders.ts';

export class SqlSubscriptionStore implements SubscriptionStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async createOrFind(
    subscription: Subscription & { readonly address: string },
    links: SubscriptionLinks,
    addressHash: string,
  ): Promise<Subscription | undefined> {
    const { of, ...given } = subscription;
    const { address, locale, audience, reference, replaces } = given;
    return inTransaction(this.#db, async (transaction) => {
      if (!(await hold(transaction, of))) return undefined;
      const row = await transaction
        .selectFrom('subscriptions')
        .select(SUBSCRIPTION_COLUMNS)
        .where(ownColumn(of), '=', of.id)
        .where('address', 'in', [address, addressHash])
        .executeTakeFirst();
      if (row === undefined) {
        await transaction
          .insertInto('subscriptions')
          .values({ ...given, ...columnsOf(of), ...links })
          .execute();
        return subscription;
      }
      const there = subscriptionOf(row);
      if (there.state === 'confirmed' || there.state === 'unsubscribed') return there;
      const asked = { state: 'pending', address, locale, audience, reference, replaces } as const;
      await transaction.updateTable('subscriptions').set(asked).where('id', '=', row.id).execute();
      return { ...there, ...asked };
    });
  }

  async findByConfirmHash(hash: string): Promise<Subscription | undefined> {
    const row = await this.#selectSubscriptions().where('confirmHash', '=', hash).executeTakeFirst();
    return row && subscriptionOf(row);
  }

  async findByUnsubscribeHash(hash: string): Promise<Subscription | undefined> {
    const row = await this.#selectSubscriptions().where('unsubscribeHash', '=', hash).executeTakeFirst();
    return row && subscriptionOf(row);
  }

  async find(id: string): Promise<Subscription | undefined> {
    const row = await this.#selectSubscriptions().where('id', '=', id).executeTakeFirst();
    return row && subscriptionOf(row);
  }

  async listOf(of: Subscribed): Promise<readonly ListedSubscription[]> {
    const rows = await this.#selectSubscriptions()
      .where(ownColumn(of), '=', of.id)
      .select(({ selectFrom }) => [
        selectFrom('mails')
          .select('mails.createdAt')
          .whereRef('mails.subscriptionId', '=', 'subscriptions.id')
          .where('mails.kind', '=', 'confirm')
          .orderBy('mails.position', 'desc')
          .limit(1)
          .as('askedAt'),
        selectFrom('mails')
          .select('mails.lastReply')
          .whereRef('mails.subscriptionId', '=', 'subscriptions.id')
          .where('mails.state', '=', 'failed')
          .orderBy('mails.position', 'desc')
          .limit(1)
          .as('refusal'),
      ])
      .orderBy('createdAt')
      .orderBy('id')
      .execute();
    return rows.map(({ askedAt, refusal, ...row }) => ({
      ...subscriptionOf(row),
      askedAt,
      refusal: row.state === 'bounced' ? refusal : null,
    }));
  }

  async confirm(
    id: string,
    reminders: readonly PlanReminder[],
    planVersion: number | null,
    replaced: Ending | null = null,
  ): Promise<boolean> {
    return inTransaction(this.#db, async (transaction) => {
      const pending = await transaction
        .selectFrom('subscriptions')
        .select(['planId', 'rosterId', 'audience'])
        .where('id', '=', id)
        .where('state', '=', 'pending')
        .executeTakeFirst();
      if (pending === undefined) return true;
      if (!(await holdAt(transaction, pending, planVersion))) return false;
      const { numUpdatedRows } = await transaction
        .updateTable('subscriptions')
        .set({ state: 'confirmed', replaces: null })
        .where('id', '=', id)
        .where('state', '=', 'pending')
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) return true;
      await writeReminders(transaction, id, remindersFor(pending.audience, reminders));
      if (replaced !== null) await eraseAddress(transaction, replaced, 'removed');
      return true;
    });
  }

  async close(id: string, state: 'bounced'): Promise<void> {
    await inTransaction(this.#db, async (transaction) => {
      await transaction
        .updateTable('subscriptions')
        .set({ state })
        .where('id', '=', id)
        // What has ended by somebody's will stays so, whatever a mail server says afterwards.
        .where('state', 'in', ['pending', 'confirmed', 'bounced'])
        .execute();
      await withdrawUnsent(transaction, id);
    });
  }

  async erase(ending: Ending, state: 'unsubscribed' | 'removed'): Promise<void> {
    await inTransaction(this.#db, (transaction) => eraseAddress(transaction, ending, state));
  }

  async isKeptAs(id: string, addressHash: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom('subscriptions')
      .select('id')
      .where('id', '=', id)
      .where('address', '=', addressHash)
      .executeTakeFirst();
    return row !== undefined;
  }

  async reopen(id: string, address: string): Promise<void> {
    await this.#db
      .updateTable('subscriptions')
      .set({ state: 'pending', address, replaces: null })
      .where('id', '=', id)
      .where('state', '=', 'unsubscribed')
      .execute();
  }

  async listUnerased(): Promise<readonly Subscription[]> {
    const rows = await this.#selectSubscriptions()
      .where('state', 'in', ['unsubscribed', 'removed'])
      .where('address', 'like', '%@%')
      .execute();
    return rows.map(subscriptionOf);
  }

  async countAsk(
    asks: readonly CountedAsk[],
    now: Instant,
    windowMilliseconds: number,
  ): Promise<Instant | null> {
    return inTransaction(this.#db, (transaction) => countAsk(transaction, asks, now, windowMilliseconds));
  }

  #selectSubscriptions() {
    return this.#db.selectFrom('subscriptions').select(SUBSCRIPTION_COLUMNS);
  }
}

function ownColumn({ kind }: Subscribed): 'planId' | 'rosterId' {
  return kind === 'plan' ? 'planId' : 'rosterId';
}

function hold(transaction: Transaction<Tables>, { kind, id }: Subscribed): Promise<boolean> {
  return kind === 'plan' ? holdPlan(transaction, id) : holdRoster(transaction, id);
}

/** The plan at this version, or the roster, which is never of another one. */
async function holdAt(
  transaction: Transaction<Tables>,
  { planId, rosterId }: { readonly planId: string | null; readonly rosterId: string | null },
  planVersion: number | null,
): Promise<boolean> {
  if (planId !== null) return planVersion !== null && holdPlanVersion(transaction, planId, planVersion);
  return rosterId !== null && holdRoster(transaction, rosterId);
}
