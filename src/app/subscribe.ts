// An address that asks for reminders: stored as pending, and asked itself before anything else goes there.

import { randomUUID } from 'node:crypto';
import type { Locale } from '../domain/localized.ts';
import type { Fault } from '../domain/problem.ts';
import { parseAddress } from '../input/mail-address.ts';
import { parseReference } from '../input/reference.ts';
import { askForConfirmation, countAskFor, SUBSCRIPTION_GENERATION } from './ask-for-confirmation.ts';
import type { Dependencies } from './dependencies.ts';
import { giveStepLink } from './employer-step.ts';
import { endedAddressHash, endingOf } from './ended-address.ts';
import type { SubscribeOptions, SubscribeOutcome } from './lastbus.ts';
import { findPlan } from './open-plan.ts';
import { hashOfOwnToken } from './secret-links.ts';

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
  const { clock, links, subscriptionStore } = dependencies;
  const { audience = 'family', reference = '', replaces = null, client = null } = options;
  const found = await findPlan(dependencies, token);
  if (found === undefined) return { kind: 'unknown' };
  if (!found.canEdit) return { kind: 'view-only' };
  const planId = found.stored.id;
  const to = typeof address === 'string' ? parseAddress(address) : null;
  const known = parseReference(reference);
  if (to === null || known === undefined)
    return { kind: 'invalid', problems: faultsOf(address, to, options) };
  const replaced = replaces === null ? undefined : await subscriptionStore.find(replaces);
  if (replaces !== null && replaced?.planId !== planId) return { kind: 'unknown' };
  const seconds = await countAskFor(dependencies, to, client);
  if (seconds !== null) return { kind: 'too-many', retryAfterSeconds: seconds };

  const id = randomUUID();
  const isAlive = replaced?.state === 'confirmed';
  const subscription = await subscriptionStore.createOrFind(
    {
      id,
      planId,
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
    endedAddressHash(dependencies, planId, to),
  );
  if (subscription === undefined) return { kind: 'unknown' };
  if (subscription.state === 'unsubscribed') return { kind: 'unsubscribed' };
  const isNew = subscription.id !== replaced?.id;
  if (replaced !== undefined && isNew && (!isAlive || subscription.state === 'confirmed'))
    await subscriptionStore.erase(endingOf(dependencies, replaced), 'removed');
  if (subscription.state === 'confirmed') return { kind: 'already-confirmed' };
  // Every mail to HR carries it.
  if (audience === 'employer') await giveStepLink(dependencies, found.stored);
  const isAsked = await askForConfirmation(dependencies, subscription);
  return { kind: isAsked ? 'confirmation-sent' : 'unknown' };
}

function faultsOf(address: unknown, to: string | null, { reference }: SubscribeOptions): Fault[] {
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
