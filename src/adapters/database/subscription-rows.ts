// A row of the subscriptions as the ports see it.

import type { Subscription } from '../../ports/subscription-store.ts';

/** The hashes of the links are only ever looked up, never handed out. */
export const SUBSCRIPTION_COLUMNS = [
  'id',
  'planId',
  'address',
  'state',
  'locale',
  'audience',
  'reference',
  'replaces',
  'createdAt',
] as const;

export function subscriptionOf(
  row: Omit<Subscription, 'address'> & { readonly address: string },
): Subscription {
  // What stands there once an address is erased is a hash in base64url, which has no @.
  return { ...row, address: row.address.includes('@') ? row.address : null };
}
