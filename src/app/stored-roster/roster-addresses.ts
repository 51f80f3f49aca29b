// The addresses that get the digest of a roster.

import type { Locale } from '../../domain/localized.ts';
import type { ListedSubscription } from '../../ports/subscription-store.ts';
import { askForConfirmation } from '../ask-for-confirmation.ts';
import type { Dependencies } from '../dependencies.ts';
import type { SubscribeOptions, SubscribeOutcome } from '../lastbus.ts';
import { type RemoveAddressOutcome, removeAddressOf } from '../remove-address.ts';
import { storeAddress } from '../store-address.ts';
import { nextMorningOf } from './digest-mornings.ts';
import { type FoundRoster, findRoster } from './find-roster.ts';

/** As `subscribe` for a plan: the address is stored as pending, and asked itself. */
export async function subscribeToRoster(
  dependencies: Dependencies,
  token: string,
  address: unknown,
  locale: Locale,
  options: Pick<SubscribeOptions, 'replaces' | 'client'> = {},
): Promise<SubscribeOutcome> {
  const found = await findRoster(dependencies, token);
  if (found === undefined) return { kind: 'unknown' };
  if (!found.canEdit) return { kind: 'view-only' };
  const of = { kind: 'roster', id: found.stored.id } as const;
  const outcome = await storeAddress(dependencies, { ...options, of, audience: 'roster', address, locale });
  if (outcome.kind !== 'pending') return outcome;
  const isAsked = await askForConfirmation(dependencies, outcome.subscription);
  return { kind: isAsked ? 'confirmation-sent' : 'unknown' };
}

export async function removeRosterAddress(
  dependencies: Dependencies,
  token: string,
  subscriptionId: string,
): Promise<RemoveAddressOutcome> {
  return removeAddressOf(dependencies, await findRoster(dependencies, token), subscriptionId);
}

/** To somebody who may only look the addresses are not shown, but that there are some, and how they stand. */
export async function listRosterAddresses(
  { subscriptionStore }: Dependencies,
  { stored, canEdit }: FoundRoster,
): Promise<readonly ListedSubscription[]> {
  const listed = await subscriptionStore.listOf({ kind: 'roster', id: stored.id });
  return canEdit ? listed : listed.map((one) => ({ ...one, address: null, refusal: null }));
}

/** Who was uploaded may have a later cutoff than all before: mornings that had ended begin again. */
export async function wakeDigests(dependencies: Dependencies, { stored }: FoundRoster): Promise<void> {
  const { reminderLedger, subscriptionStore } = dependencies;
  for (const { id } of await subscriptionStore.listOf({ kind: 'roster', id: stored.id })) {
    await reminderLedger.add(id, [nextMorningOf(dependencies, stored)]);
  }
}
