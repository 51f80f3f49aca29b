// An address that asks for the mails of a plan or of a roster: checked, counted, and stored as pending.

import { randomUUID } from 'node:crypto';
import type { Locale } from '../domain/localized.ts';
import type { Fault } from '../domain/problem.ts';
import { parseAddress } from '../input/mail-address.ts';
import { parseReference } from '../input/reference.ts';
import type { Audience, Subscribed, Subscription } from '../ports/subscription-store.ts';
import { countAskFor, SUBSCRIPTION_GENERATION } from './ask-for-confirmation.ts';
import type { Dependencies } from './dependencies.ts';
import { endedAddressHash, endingOf } from './ended-address.ts';
import type { SubscribeOptions, SubscribeOutcome } from './lastbus.ts';
import { hashOfOwnToken } from './secret-links.ts';

export interface GivenAddress extends Omit<SubscribeOptions, 'audience'> {
  readonly of: Subscribed;
  readonly audience: Audience;
  readonly address: unknown;
  readonly locale: Locale;
}

export type StoreAddressOutcome =
  /** It has to be asked now. */
  | { readonly kind: 'pending'; readonly subscription: Subscription }
  | Exclude<SubscribeOutcome, { readonly kind: 'confirmation-sent' }>;

/** Who may give an address is asked before; nothing is sent here. */
export async function storeAddress(
  dependencies: Dependencies,
  given: GivenAddress,
): Promise<StoreAddressOutcome> {
  const { clock, links, subscriptionStore } = dependencies;
  const { of, audience, address, locale, reference = '', replaces = null, client = null } = given;
  const to = typeof address === 'string' ? parseAddress(address) : null;
  const known = parseReference(reference);
  if (to === null || known === undefined) return { kind: 'invalid', problems: faultsOf(given, to) };
  const replaced = replaces === null ? undefined : await subscriptionStore.find(replaces);
  if (replaces !== null && replaced?.of.id !== of.id) return { kind: 'unknown' };
  const seconds = await countAskFor(dependencies, to, client);
  if (seconds !== null) return { kind: 'too-many', retryAfterSeconds: seconds };

  const id = randomUUID();
  const isAlive = replaced?.state === 'confirmed';
  const subscription = await subscriptionStore.createOrFind(
    {
      id,
      of,
      address: to,
      state: 'pending',
      locale,
      audience,
      reference: known,
      replaces: isAlive ? replaces : null,
      createdAt: clock.now(),
    },
    {
      confirmHash: hashOfOwnToken(links.tokenOf('confirm', id, SUBSCRIPTION_GENERATION)),
      unsubscribeHash: hashOfOwnToken(links.tokenOf('unsubscribe', id, SUBSCRIPTION_GENERATION)),
    },
    endedAddressHash(dependencies, of, to),
  );
  if (subscription === undefined) return { kind: 'unknown' };
  if (subscription.state === 'unsubscribed') return { kind: 'unsubscribed' };
  const isNew = subscription.id !== replaced?.id;
  if (replaced !== undefined && isNew && (!isAlive || subscription.state === 'confirmed'))
    await subscriptionStore.erase(endingOf(dependencies, replaced), 'removed');
  if (subscription.state === 'confirmed') return { kind: 'already-confirmed' };
  return { kind: 'pending', subscription };
}

function faultsOf({ address, reference }: GivenAddress, to: string | null): Fault[] {
  const faults: Fault[] = [];
  if (to === null) {
    const allowed = 'one plain mail address such as name@example.com';
    faults.push({ path: ['email'], what: 'not a mail address', value: address, allowed });
  }
  if (parseReference(reference ?? '') === undefined) {
    const allowed = 'letters, digits, blanks and hyphens, at most 20';
    faults.push({ path: ['reference'], what: 'not an allowed value', value: reference, allowed });
  }
  return faults;
}
