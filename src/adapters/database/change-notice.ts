// That the plan changed, in the ledger of one subscription: one row that is still to be sent at most, which a later
// change is merged into. Its caller holds the transaction and the subscription.

import type { Transaction } from 'kysely';
import { WHOLE_PLAN } from '../../domain/reminder.ts';
import type { ChangeNotice } from '../../ports/plan-store.ts';
import type { LedgerEntry } from '../../ports/reminder-ledger.ts';
import type { Tables } from './tables.ts';

type NoticeRow = Pick<LedgerEntry, 'day' | 'sendAt' | 'staleAt' | 'floatWorkingDays' | 'sinceVersion'>;

/** What is still to be told to them, in no mail yet. */
export async function pendingNotice(
  transaction: Transaction<Tables>,
  subscriptionId: string,
): Promise<NoticeRow | undefined> {
  return transaction
    .selectFrom('reminders')
    .select(['day', 'sendAt', 'staleAt', 'floatWorkingDays', 'sinceVersion'])
    .where('subscriptionId', '=', subscriptionId)
    .where('kind', '=', 'plan-changed')
    .where('state', '=', 'unsent')
    .where('mailId', 'is', null)
    .executeTakeFirst();
}

/**
 * Writes what is to be told now, after the one pending before was withdrawn with all other reminders: the earlier of
 * the two occasions, from the version that they know.
 *
 * @param knownVersion the version before this one.
 */
export async function writeNotice(
  transaction: Transaction<Tables>,
  subscriptionId: string,
  { pending, notice, knownVersion }: Merging,
): Promise<void> {
  const fresh =
    notice === null ? null : await freshRow(transaction, subscriptionId, notice, knownVersion, pending);
  const row = merged(pending, fresh);
  if (row === undefined) return;
  await transaction
    .insertInto('reminders')
    .values({
      ...row,
      subscriptionId,
      activity: WHOLE_PLAN,
      kind: 'plan-changed',
      state: 'unsent',
      reason: null,
      mailId: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['subscriptionId', 'activity', 'kind', 'day'])
        .doUpdateSet({ ...row, state: 'unsent', reason: null })
        .where('reminders.state', '=', 'withdrawn'),
    )
    .execute();
}

export interface Merging {
  readonly pending: NoticeRow | undefined;
  readonly notice: ChangeNotice | null;
  readonly knownVersion: number;
}

/** On the first occasion that no notice was sent, or tied to a mail, on. */
async function freshRow(
  transaction: Transaction<Tables>,
  subscriptionId: string,
  { occasions, staleAt, floatWorkingDays }: ChangeNotice,
  knownVersion: number,
  pending: NoticeRow | undefined,
): Promise<NoticeRow> {
  const taken = await transaction
    .selectFrom('reminders')
    .select('day')
    .where('subscriptionId', '=', subscriptionId)
    .where('kind', '=', 'plan-changed')
    .where('state', '!=', 'withdrawn')
    .execute();
  const days = new Set(taken.map(({ day }) => day));
  const occasion = occasions.find(({ day }) => !days.has(day));
  if (occasion === undefined)
    throw new Error(`${subscriptionId} is told of changes on every morning already`);
  return { ...occasion, staleAt, floatWorkingDays, sinceVersion: pending?.sinceVersion ?? knownVersion };
}

function merged(pending: NoticeRow | undefined, fresh: NoticeRow | null): NoticeRow | undefined {
  if (pending === undefined || fresh === null) return fresh ?? pending;
  const earlier = pending.sendAt <= fresh.sendAt ? pending : fresh;
  return { ...fresh, day: earlier.day, sendAt: earlier.sendAt };
}
