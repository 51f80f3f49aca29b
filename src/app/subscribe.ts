// An address that asks for the reminders of a plan: stored as pending, and asked itself before anything else goes there.

import type { Locale } from '../domain/localized.ts';
import { askForConfirmation } from './ask-for-confirmation.ts';
import type { Dependencies } from './dependencies.ts';
import { giveStepLink } from './employer-step.ts';
import type { SubscribeOptions, SubscribeOutcome } from './lastbus.ts';
import { findPlan } from './open-plan.ts';
import { storeAddress } from './store-address.ts';

/**
 * Stores the address and puts a confirmation mail into the outbox. An address that is confirmed already, or has
 * unsubscribed, gets none, and the answer says so: who may ask sees the addresses of the plan anyway.
 *
 * @param options `replaces`: the subscription that ends as soon as this one is confirmed; of one that gets no reminders
 *   there is nothing to wait for, so it ends at once.
 */
export async function subscribe(
  dependencies: Dependencies,
  token: string,
  address: unknown,
  locale: Locale,
  options: SubscribeOptions = {},
): Promise<SubscribeOutcome> {
  const { audience = 'family' } = options;
  const found = await findPlan(dependencies, token);
  if (found === undefined) return { kind: 'unknown' };
  if (!found.canEdit) return { kind: 'view-only' };
  const of = { kind: 'plan', id: found.stored.id } as const;
  const outcome = await storeAddress(dependencies, { ...options, of, audience, address, locale });
  if (outcome.kind !== 'pending') return outcome;
  // Every mail to HR carries it.
  if (audience === 'employer') await giveStepLink(dependencies, found.stored);
  const isAsked = await askForConfirmation(dependencies, outcome.subscription);
  return { kind: isAsked ? 'confirmation-sent' : 'unknown' };
}
