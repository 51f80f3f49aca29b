// A row of the subscriptions as the ports see it.

import type { Subscribed, Subscription } from '../../ports/subscription-store.ts';

/** The hashes of the links are only ever looked up, never handed out. */
export const SUBSCRIPTION_COLUMNS = [
  'id',
  'planId',
  'rosterId',
  'address',
  'state',
  'locale',
  'audience',
  'reference',
  'replaces',
  'createdAt',
] as const;

interface SubscriptionRow extends Omit<Subscription, 'address' | 'of'> {
  readonly planId: string | null;
  readonly rosterId: string | null;
  readonly address: string;
}

export function subscriptionOf({ planId, rosterId, ...row }: SubscriptionRow): Subscription {
  return {
    ...row,
    of: planId === null ? { kind: 'roster', id: rosterId ?? '' } : { kind: 'plan', id: planId },
    // What stands there once an address is erased is a hash in base64url, which has no @.
    address: row.address.includes('@') ? row.address : null,
  };
}

/** The columns that say what a subscription is to. */
export function columnsOf({ kind, id }: Subscribed): { planId: string | null; rosterId: string | null } {
  return { planId: kind === 'plan' ? id : null, rosterId: kind === 'roster' ? id : null };
}
