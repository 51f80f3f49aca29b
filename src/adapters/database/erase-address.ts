// The end of a subscription: what waits is withdrawn, and its address goes from wherever it stands. The caller holds
// the transaction.

import type { Transaction } from 'kysely';
import type { Ending } from '../../ports/subscription-store.ts';
import type { Tables } from './tables.ts';

/** A mail that is on its way this moment cannot be called back; if it arrives, it is recorded as sent. */
export async function withdrawUnsent(
  transaction: Transaction<Tables>,
  subscriptionId: string,
): Promise<void> {
  for (const table of ['mails', 'reminders'] as const) {
    await transaction
      .updateTable(table)
      .set({ state: 'withdrawn' })
      .where('subscriptionId', '=', subscriptionId)
      .where('state', '=', 'unsent')
      .execute();
  }
}

/** Ends it as `state`, unless it is unsubscribed: that is for good. The hash takes the place of the address. */
export async function eraseAddress(
  transaction: Transaction<Tables>,
  { id, addressHash }: Ending,
  state: 'unsubscribed' | 'removed',
): Promise<void> {
  await transaction
    .updateTable('subscriptions')
    .set({ state, reference: null, replaces: null, ...(addressHash !== null && { address: addressHash }) })
    .where('id', '=', id)
    .$if(state === 'removed', (query) => query.where('state', '!=', 'unsubscribed'))
    .execute();
  await withdrawUnsent(transaction, id);
  // Texts hold the address and links; a server that refuses a mail likes to say to whom it was.
  await transaction
    .updateTable('mails')
    .set({ messageJson: '', domain: '', lastReply: null })
    .where('subscriptionId', '=', id)
    .execute();
  await transaction
    .updateTable('reminders')
    .set({ reason: null })
    .where('subscriptionId', '=', id)
    .where('mailId', 'is not', null)
    .execute();
}
