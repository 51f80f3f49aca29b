// The mail that asks an address whether it wants reminders, and how often one may be asked for.

import { renderConfirmMail } from '../emitters/emails/confirm-mail.ts';
import type { Instant } from '../ports/clock.ts';
import type { Subscription } from '../ports/subscription-store.ts';
import { type Dependencies, hostOf } from './dependencies.ts';
import { policyTitleOf } from './policy-title-of.ts';

const HOUR = 60 * 60 * 1000;

/** Nobody can flood a mailbox through us, whatever plans they make: so many mails an hour. */
const MOST_PER_ADDRESS = 5;

/** Behind one address of a company or a provider there may be many families; a robot wants more. */
const MOST_PER_CLIENT = 20;

/** Asked twice within it, for somebody tapped twice, an address still gets one mail. */
const SAME_ASK = 60 * 1000;

/** Somebody waits for it at this moment, so it goes before every reminder. */
const URGENCY_OF_CONFIRMATION = -1_000;

/** Who has not been asked within a week has long forgotten that they wanted to be. */
const CONFIRMATION_STALE_AFTER = 7 * 24 * HOUR;

/** Subscriptions are never reused, so their tokens have one generation. */
export const SUBSCRIPTION_GENERATION = 1;

/**
 * Counts an ask for a mail to `address`, over all plans and processes.
 *
 * @param client who asks, such as a network address; null: ourselves, who are not counted
 * @returns null: it may be sent; else after how many seconds it may
 */
export async function countAskFor(
  { clock, links, subscriptionStore }: Dependencies,
  address: string,
  client: string | null,
): Promise<number | null> {
  const now = clock.now();
  const asks = [{ hash: links.digestOf('asked address', address.toLowerCase()), most: MOST_PER_ADDRESS }];
  if (client !== null) asks.push({ hash: links.digestOf('asking client', client), most: MOST_PER_CLIENT });
  const free = await subscriptionStore.countAsk(asks, now, HOUR);
  return free === null ? null : Math.max(1, Math.ceil((free - now) / 1000));
}

/** Puts the mail into the outbox. Returns false when plan, roster or subscription are gone meanwhile. */
export async function askForConfirmation(
  dependencies: Dependencies,
  { id, of, address, locale, audience, reference }: Subscription,
): Promise<boolean> {
  const { clock, links, outbox, publicUrl, onMailWaiting } = dependencies;
  const policyTitle = await policyTitleOf(dependencies, of);
  if (policyTitle === undefined || address === null) return false;
  const now = clock.now();
  const mailId = `confirm.${id}.${Math.floor(now / SAME_ASK)}`;
  const message = renderConfirmMail(policyTitle, {
    locale,
    audience,
    reference,
    to: address,
    messageId: `${mailId}@${hostOf(dependencies)}`,
    confirmUrl: `${publicUrl}/reminders/confirm/${links.tokenOf('confirm', id, SUBSCRIPTION_GENERATION)}`,
  });
  const mail = {
    id: mailId,
    kind: 'confirm',
    subscriptionId: id,
    message,
    reminderIds: [],
    urgency: URGENCY_OF_CONFIRMATION,
    staleAt: (now + CONFIRMATION_STALE_AFTER) as Instant,
  } as const;
  if (await outbox.enqueue(mail, now)) onMailWaiting();
  return true;
}
