// The mornings of a roster that are due at one address → its digest in the outbox, and the next morning in the ledger.

import type { Instant } from '../../ports/clock.ts';
import type { DueReminder } from '../../ports/reminder-ledger.ts';
import type { Dependencies } from '../dependencies.ts';
import { composeDigestMail } from '../stored-roster/compose-digest-mail.ts';

export interface DueMornings {
  readonly subscriptionId: string;
  readonly mornings: readonly DueReminder[];
  readonly now: Instant;
}

/**
 * The next morning is written first, so that a process that is killed in between ends nothing: what is due stays due,
 * and is handled again.
 *
 * @returns false when there is nothing to tell: the mornings are to be dropped
 */
export async function writeDigest(
  dependencies: Dependencies,
  { subscriptionId, mornings, now }: DueMornings,
): Promise<boolean> {
  const { outbox, reminderLedger, subscriptionStore } = dependencies;
  const subscription = await subscriptionStore.find(subscriptionId);
  const { mail, next } = await composeDigestMail(dependencies, subscription, mornings);
  if (next !== null) await reminderLedger.add(subscriptionId, [next]);
  if (mail === null) return false;
  await outbox.enqueue(mail, now);
  return true;
}
