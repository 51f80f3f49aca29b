// Writes what a plan calls for into the ledger of one subscription. Its caller holds the transaction.

import type { Transaction } from 'kysely';
import type { PlanReminder } from '../../ports/reminder-ledger.ts';
import type { Audience } from '../../ports/subscription-store.ts';
import type { Tables } from './tables.ts';

/** The reminders that somebody gets: the employer those of the employer's own steps, and nothing else of the plan. */
export function remindersFor(
  audience: Audience,
  reminders: readonly PlanReminder[],
): readonly PlanReminder[] {
  return audience === 'employer' ? reminders.filter(({ actor }) => actor === 'employer') : reminders;
}

/**
 * Adds `reminders` to the ledger of a subscription as unsent. One that is there already keeps its state, unless
 * it was withdrawn: being named again revives it with its new times.
 */
export async function writeReminders(
  transaction: Transaction<Tables>,
  subscriptionId: string,
  reminders: readonly PlanReminder[],
): Promise<void> {
  if (reminders.length === 0) return;
  const rows = reminders.map(({ activity, kind, day, sendAt, staleAt, floatWorkingDays }) => {
    const entry = { subscriptionId, activity, kind, day, sendAt, staleAt, floatWorkingDays };
    return { ...entry, sinceVersion: null, state: 'unsent' as const, reason: null, mailId: null };
  });
  await transaction
    .insertInto('reminders')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['subscriptionId', 'activity', 'kind', 'day'])
        .doUpdateSet(({ ref }) => ({
          state: 'unsent' as const,
          sendAt: ref('excluded.sendAt'),
          staleAt: ref('excluded.staleAt'),
          floatWorkingDays: ref('excluded.floatWorkingDays'),
          // It may have been withdrawn together with a mail that will never go out.
          mailId: null,
        }))
        .where('reminders.state', '=', 'withdrawn'),
    )
    .execute();
}
