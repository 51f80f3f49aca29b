// An address that somebody who may change the plan, or the roster, takes out of it.

import type { Dependencies } from './dependencies.ts';
import { endingOf } from './ended-address.ts';
import { findPlan } from './open-plan.ts';

export type RemoveAddressOutcome = 'removed' | 'view-only' | 'unknown';

export async function removeAddress(
  dependencies: Dependencies,
  token: string,
  subscriptionId: string,
): Promise<RemoveAddressOutcome> {
  return removeAddressOf(dependencies, await findPlan(dependencies, token), subscriptionId);
}

/**
 * Ends the subscription at once and erases its address. One that has unsubscribed stays as it is: what is kept of it
 * keeps the plan from asking it again.
 *
 * @param found what a link opens; undefined: nothing
 */
export async function removeAddressOf(
  dependencies: Dependencies,
  found: { readonly stored: { readonly id: string }; readonly canEdit: boolean } | undefined,
  subscriptionId: string,
): Promise<RemoveAddressOutcome> {
  const { subscriptionStore } = dependencies;
  if (found === undefined) return 'unknown';
  if (!found.canEdit) return 'view-only';
  const subscription = await subscriptionStore.find(subscriptionId);
  if (subscription?.of.id !== found.stored.id) return 'unknown';
  await subscriptionStore.erase(endingOf(dependencies, subscription), 'removed');
  return 'removed';
}
