// The ledgers of all who are subscribed to a plan, after the plan was written anew. Its caller holds the transaction.

import type { Transaction } from 'kysely';
import type { ChangeNotice, StoredPlan } from '../../ports/plan-store.ts';
import type { PlanReminder } from '../../ports/reminder-ledger.ts';
import type { Audience } from '../../ports/subscription-store.ts';
import { pendingNotice, writeNotice } from './change-notice.ts';
import type { Tables } from './tables.ts';
import { remindersFor, writeReminders } from './write-reminders.ts';

/** What `PlanStore.replace` promises of reminders. @param notice null: nobody is told of this version. */
export async function rewriteReminders(
  transaction: Transaction<Tables>,
  { id, version }: Pick<StoredPlan, 'id' | 'version'>,
  reminders: readonly PlanReminder[],
  notice: ChangeNotice | null,
): Promise<void> {
  for (const { id: subscriptionId, audience } of await holdConfirmedSubscriptions(transaction, id)) {
    const pending = await pendingNotice(transaction, subscriptionId);
    await withdrawReminders(transaction, subscriptionId);
    await writeReminders(transaction, subscriptionId, remindersFor(audience, reminders));
    // The employer is told nothing of the plan but its own steps.
    if (audience === 'family')
      await writeNotice(transaction, subscriptionId, { pending, notice, knownVersion: version - 1 });
  }
}

/**
 * Who is confirmed, and stays so until the transaction ends. The update changes nothing: it takes the rows' locks,
 * so that with many connections nobody unsubscribes, and no mail ties reminders, in between.
 */
async function holdConfirmedSubscriptions(
  transaction: Transaction<Tables>,
  planId: string,
): Promise<readonly { readonly id: string; readonly audience: Audience }[]> {
  return transaction
    .updateTable('subscriptions')
    .set({ planId })
    .where('planId', '=', planId)
    .where('state', '=', 'confirmed')
    .returning(['id', 'audience'])
    .execute();
}

/**
 * Withdraws the unsent reminders of a subscription that are in no mail; writing the reminders that the plan
 * calls for now revives those among them. Nobody sees the moment between: it is one transaction.
 */
async function withdrawReminders(transaction: Transaction<Tables>, subscriptionId: string): Promise<void> {
  await transaction
    .updateTable('reminders')
    .set({ state: 'withdrawn' })
    .where('subscriptionId', '=', subscriptionId)
    .where('state', '=', 'unsent')
    .where('mailId', 'is', null)
    .execute();
}
