// The links of a subscription: confirming it writes its reminders, unsubscribing ends it and erases its address.

import { parseAddress } from '../input/mail-address.ts';
import type { PlanReminder } from '../ports/reminder-ledger.ts';
import type { Subscribed, Subscription } from '../ports/subscription-store.ts';
import { askForConfirmation, countAskFor } from './ask-for-confirmation.ts';
import { CaseDoesNotFit } from './case-does-not-fit.ts';
import type { Dependencies } from './dependencies.ts';
import { endedAddressHash, endingOf } from './ended-address.ts';
import type { Confirmation, ReopenOutcome } from './lastbus.ts';
import { planOfStored, planOrMisfit } from './open-plan.ts';
import { planReminders } from './plan-reminders.ts';
import { policyTitleOf } from './policy-title-of.ts';
import { hashOfToken } from './secret-links.ts';
import { nextMorningOf } from './stored-roster/digest-mornings.ts';

/** Whose confirmation link a token is, and what will come; changes nothing. */
export async function findConfirmation(
  dependencies: Dependencies,
  token: string,
): Promise<Confirmation | undefined> {
  const subscription = await findByConfirmToken(dependencies, token);
  return subscription && confirmationOf(dependencies, subscription);
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
 * stands on the page that was just looked at. What it takes the place of ends. Confirming twice is harmless.
 */
export async function confirmSubscription(
  dependencies: Dependencies,
  token: string,
): Promise<Confirmation | undefined> {
  const { subscriptionStore } = dependencies;
  const subscription = await findByConfirmToken(dependencies, token);
  if (subscription === undefined) return undefined;
  for (;;) {
    const written = await toBeWritten(dependencies, subscription.of);
    if (written === undefined) return undefined;
    const { reminders, version } = written;
    const replaced =
      subscription.replaces === null ? undefined : await subscriptionStore.find(subscription.replaces);
    const ending = replaced === undefined ? null : endingOf(dependencies, replaced);
    // False: the plan was changed in between; its reminders are computed anew.
    if (await subscriptionStore.confirm(subscription.id, reminders, version, ending)) break;
  }
  const confirmed = await subscriptionStore.find(subscription.id);
  return confirmed && confirmationOf(dependencies, confirmed);
}

/** Ends the subscription at once and for good. Doing it twice is harmless. */
export async function unsubscribe(
  dependencies: Dependencies,
  token: string,
): Promise<Subscription | undefined> {
  const { subscriptionStore } = dependencies;
  const subscription = await findUnsubscription(dependencies, token);
  if (subscription === undefined) return undefined;
  await subscriptionStore.erase(endingOf(dependencies, subscription), 'unsubscribed');
  return subscriptionStore.find(subscription.id);
}

/**
 * The one way back: whoever holds the link of a mail that the address got, and names the address, is asked for a
 * confirmation anew. Somebody who only may change the plan cannot do it.
 */
export async function reopen(
  dependencies: Dependencies,
  token: string,
  typed: string,
  client: string | null,
): Promise<ReopenOutcome> {
  const { subscriptionStore } = dependencies;
  const found = await findUnsubscription(dependencies, token);
  if (found === undefined) return { kind: 'unknown' };
  if (found.state !== 'unsubscribed') return { kind: 'open' };
  const address = parseAddress(typed);
  if (address === null) return { kind: 'another-address' };
  // What is kept of it, and what would be kept of what was typed.
  const isSame = await subscriptionStore.isKeptAs(
    found.id,
    endedAddressHash(dependencies, found.of, address),
  );
  if (!isSame) return { kind: 'another-address' };
  const seconds = await countAskFor(dependencies, address, client);
  if (seconds !== null) return { kind: 'too-many', retryAfterSeconds: seconds };
  await subscriptionStore.reopen(found.id, address);
  const reopened = await subscriptionStore.find(found.id);
  const isAsked = reopened !== undefined && (await askForConfirmation(dependencies, reopened));
  return { kind: isAsked ? 'confirmation-sent' : 'unknown' };
}

async function findByConfirmToken(
  { subscriptionStore }: Dependencies,
  token: string,
): Promise<Subscription | undefined> {
  const hash = hashOfToken(token);
  return hash === null ? undefined : subscriptionStore.findByConfirmHash(hash);
}

interface ToBeWritten {
  readonly reminders: readonly PlanReminder[];
  /** Of the plan; null: of a roster. */
  readonly version: number | null;
}

/** What the ledger of a subscription begins with; undefined: its plan or roster is gone. */
async function toBeWritten(
  dependencies: Dependencies,
  { kind, id }: Subscribed,
): Promise<ToBeWritten | undefined> {
  const { planStore, rosterStore } = dependencies;
  if (kind === 'roster') {
    const roster = await rosterStore.find(id);
    return roster && { reminders: [nextMorningOf(dependencies, roster)], version: null };
  }
  const stored = await planStore.find(id);
  if (stored === undefined) return undefined;
  const plan = planOrMisfit(dependencies, stored);
  // Where no plan can be made now, its reminders are written with the answer that is missing.
  const reminders = plan instanceof CaseDoesNotFit ? [] : stillToCome(dependencies, plan);
  return { reminders, version: stored.version };
}

/** With how many mornings are still to come: of the plan's days nothing else is told before the confirmation. */
async function confirmationOf(
  dependencies: Dependencies,
  subscription: Subscription,
): Promise<Confirmation | undefined> {
  const { of, audience } = subscription;
  if (of.kind === 'roster') {
    const policyTitle = await policyTitleOf(dependencies, of);
    return policyTitle && { subscription, policyTitle, mornings: 0 };
  }
  const stored = await dependencies.planStore.find(of.id);
  if (stored === undefined) return undefined;
  const plan = planOfStored(dependencies, stored, null);
  const reminders = stillToCome(dependencies, plan).filter(
    ({ actor }) => audience === 'family' || actor === 'employer',
  );
  return {
    subscription,
    policyTitle: plan.policy.title,
    mornings: new Set(reminders.map(({ day }) => day)).size,
  };
}

function stillToCome({ clock, reminderTime }: Dependencies, plan: Parameters<typeof planReminders>[0]) {
  const now = clock.now();
  return planReminders(plan, reminderTime).filter(({ sendAt }) => sendAt > now);
}
