// The links of a subscription: confirming it writes its reminders, unsubscribing withdraws them.

import type { Subscription } from '../ports/subscription-store.ts';
import type { Dependencies } from './dependencies.ts';
import { planOfStored } from './open-plan.ts';
import { planReminders } from './plan-reminders.ts';
import { hashOfToken } from './secret-links.ts';

/** Whose confirmation link a token is; changes nothing. */
export async function findConfirmation(
  { subscriptionStore }: Dependencies,
  token: string,
): Promise<Subscription | undefined> {
  const hash = hashOfToken(token);
  return hash === null ? undefined : subscriptionStore.findByConfirmHash(hash);
}

/** Whose unsubscription link a token is; changes nothing. */
export async function findUnsubscription(
  { subscriptionStore }: Dependencies,
  token: string,
): Promise<Subscription | undefined> {
  const hash = hashOfToken(token);
  return hash === null ? undefined : subscriptionStore.findByUnsubscribeHash(hash);
}

/**
 * Confirms the address and writes the reminders that are still to come: what should have gone out before now
 * stands on the page that was just looked at. Confirming twice is harmless.
 */
export async function confirmSubscription(
  dependencies: Dependencies,
  token: string,
): Promise<Subscription | undefined> {
  const { clock, planStore, reminderTime, subscriptionStore } = dependencies;
  const subscription = await findConfirmation(dependencies, token);
  if (subscription === undefined) return undefined;
  for (;;) {
    const stored = await planStore.find(subscription.planId);
    if (stored === undefined) return undefined;
    const now = clock.now();
    const plan = planOfStored(dependencies, stored, null);
    const reminders = planReminders(plan, reminderTime).filter(({ sendAt }) => sendAt > now);
    // False: the plan was changed in between; its reminders are computed anew.
    if (await subscriptionStore.confirm(subscription.id, reminders, stored.version)) break;
  }
  return subscriptionStore.find(subscription.id);
}

/** Ends the subscription at once and for good. Doing it twice is harmless. */
export async function unsubscribe(
  dependencies: Dependencies,
  token: string,
): Promise<Subscription | undefined> {
  const { subscriptionStore } = dependencies;
  const subscription = await findUnsubscription(dependencies, token);
  if (subscription === undefined) return undefined;
  await subscriptionStore.close(subscription.id, 'unsubscribed');
  return subscriptionStore.find(subscription.id);
}
