// An address that somebody who may change the plan takes out of it.

import type { Dependencies } from './dependencies.ts';
import { endingOf } from './ended-address.ts';
import { findPlan } from './open-plan.ts';

/**
 * Ends the subscription at once and erases its address. One that has unsubscribed stays as it is: what is kept of it
 * keeps the plan from asking it again.
 */
export async function removeAddress(
  dependencies: Dependencies,
  token: string,
  subscriptionId: string,
): Promise<'removed' | 'view-only' | 'unknown'> {
  const { subscriptionStore } = dependencies;
  const found = await findPlan(dependencies, token);
  if (found === undefined) return 'unknown';
  if (!found.canEdit) return 'view-only';
  const subscription = await subscriptionStore.find(subscriptionId);
  if (subscription?.of.id !== found.stored.id) return 'unknown';
  await subscriptionStore.erase(endingOf(dependencies, subscription), 'removed');
  return 'removed';
}
