// An address that asks for reminders: stored as pending, and asked itself before anything else goes there.

import { randomUUID } from 'node:crypto';
import type { Locale } from '../domain/localized.ts';
import { renderConfirmMail } from '../emitters/emails/confirm-mail.ts';
import { parseAddress } from '../input/mail-address.ts';
import type { Instant } from '../ports/clock.ts';
import type { Subscription } from '../ports/subscription-store.ts';
import { type Dependencies, hostOf } from './dependencies.ts';
import type { SubscribeOutcome } from './lastbus.ts';
import { findPlan, planOfStored } from './open-plan.ts';
import { hashOfOwnToken } from './secret-links.ts';

/** One address gets at most one confirmation mail of a plan in this time: nobody can flood it through us. */
const CONFIRMATION_INTERVAL = 60 * 60 * 1000;

/** Somebody waits for it at this moment, so it goes before every reminder. */
const URGENCY_OF_CONFIRMATION = -1_000;
/** Who has not been asked within a week has long forgotten that they wanted to be. */
const CONFIRMATION_STALE_AFTER = 7 * 24 * 60 * 60 * 1000;

/** Subscriptions are never reused, so their tokens have one generation. */
export const SUBSCRIPTION_GENERATION = 1;

/**
 * Stores the address and puts a confirmation mail into the outbox. An address that is confirmed already, or has
 * unsubscribed for good, gets none; the answer is the same, so that nobody learns who is subscribed.
 */
export async function subscribe(
  dependencies: Dependencies,
  token: string,
  address: unknown,
  locale: Locale,
): Promise<SubscribeOutcome> {
  const { clock, links, subscriptionStore } = dependencies;
  const found = await findPlan(dependencies, token);
  if (found === undefined) return { kind: 'unknown' };
  if (!found.canEdit) return { kind: 'view-only' };
  const to = typeof address === 'string' ? parseAddress(address) : null;
  if (to === null) {
    const allowed = 'one plain mail address such as name@example.com';
    return {
      kind: 'invalid',
      problems: [{ path: ['email'], what: 'not a mail address', value: address, allowed }],
    };
  }
  const id = randomUUID();
  const wanted: Subscription = {
    id,
    planId: found.stored.id,
    address: to,
    state: 'pending',
    locale,
    createdAt: clock.now(),
  };
  const subscription = await subscriptionStore.createOrFind(wanted, {
    confirmHash: hashOfOwnToken(links.tokenOf('confirm', id, SUBSCRIPTION_GENERATION)),
    unsubscribeHash: hashOfOwnToken(links.tokenOf('unsubscribe', id, SUBSCRIPTION_GENERATION)),
  });
  if (subscription.state === 'pending') await askForConfirmation(dependencies, subscription);
  return { kind: 'confirmation-sent' };
}

async function askForConfirmation(dependencies: Dependencies, subscription: Subscription): Promise<void> {
  const { clock, links, planStore, publicUrl, outbox, onMailWaiting } = dependencies;
  const stored = await planStore.find(subscription.planId);
  if (stored === undefined) return;
  const now = clock.now();
  const period = Math.floor(now / CONFIRMATION_INTERVAL);
  const mailId = `confirm.${subscription.id}.${period}`;
  const token = links.tokenOf('confirm', subscription.id, SUBSCRIPTION_GENERATION);
  const message = renderConfirmMail(planOfStored(dependencies, stored, null), {
    locale: subscription.locale,
    to: subscription.address,
    messageId: `${mailId}@${hostOf(dependencies)}`,
    confirmUrl: `${publicUrl}/reminders/confirm/${token}`,
  });
  const mail = {
    id: mailId,
    kind: 'confirm',
    subscriptionId: subscription.id,
    message,
    reminderIds: [],
    urgency: URGENCY_OF_CONFIRMATION,
    staleAt: (now + CONFIRMATION_STALE_AFTER) as Instant,
  } as const;
  if (await outbox.enqueue(mail, now)) onMailWaiting();
}
