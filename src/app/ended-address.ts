// What is kept of an address that has ended: a keyed hash, by which its plan or roster knows it again.

import type { Ending, Subscribed, Subscription } from '../ports/subscription-store.ts';
import type { Dependencies } from './dependencies.ts';

/** Of one plan or roster: two that knew the same address do not show it. Mailboxes do not tell capitals apart. */
export function endedAddressHash(
  { links }: Pick<Dependencies, 'links'>,
  { id }: Subscribed,
  address: string,
): string {
  return links.digestOf('ended address', id, address.toLowerCase());
}

export function endingOf(
  dependencies: Pick<Dependencies, 'links'>,
  { id, of, address }: Subscription,
): Ending {
  return { id, addressHash: address === null ? null : endedAddressHash(dependencies, of, address) };
}

/**
 * Erases the addresses that had ended under an earlier version of the program, which kept them. Harmless when there are
 * none, and when several processes do it at once.
 */
export async function eraseEndedAddresses(
  dependencies: Pick<Dependencies, 'links' | 'subscriptionStore'>,
): Promise<void> {
  const { subscriptionStore } = dependencies;
  for (const subscription of await subscriptionStore.listUnerased()) {
    const state = subscription.state === 'removed' ? 'removed' : 'unsubscribed';
    await subscriptionStore.erase(endingOf(dependencies, subscription), state);
  }
}
