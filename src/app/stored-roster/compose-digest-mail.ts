// A morning of a roster → the mail that tells an address what is new of it, or that there is nothing to tell.

import { type Digest, digestOf, isRed, lastCutoffOf, type ToldBefore } from '../../domain/roster/digest.ts';
import { renderDigestMail } from '../../emitters/emails/digest-mail.ts';
import type { NewOutboxMail } from '../../ports/outbox.ts';
import type { DueReminder, PlanReminder } from '../../ports/reminder-ledger.ts';
import type { StoredRoster } from '../../ports/roster-store.ts';
import type { Subscription } from '../../ports/subscription-store.ts';
import { SUBSCRIPTION_GENERATION } from '../ask-for-confirmation.ts';
import { calendarIdOf } from '../calendar-file.ts';
import { type Dependencies, hostOf } from '../dependencies.ts';
import { sameRef } from '../read-roster.ts';
import { morningBy, nextMorningOf, zoneOf } from './digest-mornings.ts';
import { type OpenedRoster, openStoredRoster } from './open-roster.ts';

/** A cutoff is put off after the day at times, and who was uploaded late may have a later one. */
const MORNINGS_AFTER_CUTOFF = 31;

export interface ComposedDigest {
  readonly mail: NewOutboxMail | null;
  /** The morning after this one; null: there is none any more. */
  readonly next: PlanReminder | null;
}

/** @param mornings those that are due; after days without a server, one mail tells what all of them would have. */
export async function composeDigestMail(
  dependencies: Dependencies,
  subscription: Subscription | undefined,
  mornings: readonly DueReminder[],
): Promise<ComposedDigest> {
  const { rosterStore } = dependencies;
  const stored = subscription && (await rosterStore.find(subscription.of.id));
  const address = subscription?.address ?? null;
  if (subscription === undefined || stored === undefined || address === null)
    return { mail: null, next: null };
  const next = nextMorningOf(dependencies, stored);
  const opened = await openStoredRoster(dependencies, { stored, canEdit: false }, null);
  if (opened.roster === null) return { mail: null, next };
  const digest = digestOf(opened.roster, await toldBefore(dependencies, subscription, stored));
  const lastCutoff = lastCutoffOf(opened.roster);
  const isOver = lastCutoff !== null && opened.roster.asOf > lastCutoff + MORNINGS_AFTER_CUTOFF;
  const to = { ...subscription, address };
  return {
    mail: digest && mailOf(dependencies, { digest, opened, mornings, next }, to),
    next: isOver ? null : next,
  };
}

async function toldBefore(
  dependencies: Dependencies,
  { id, createdAt }: Subscription,
  stored: StoredRoster,
): Promise<ToldBefore> {
  const last = await dependencies.outbox.findLastDigest(id);
  const red = new Set(last?.redKeys);
  return {
    on: morningBy(last?.writtenAt ?? createdAt, dependencies, zoneOf(dependencies, stored)),
    wasRed: ({ ref }) => red.has(sameRef(ref)),
  };
}

interface Told {
  readonly digest: Digest;
  readonly opened: OpenedRoster;
  readonly mornings: readonly DueReminder[];
  readonly next: PlanReminder;
}

function mailOf(
  dependencies: Dependencies,
  { digest, opened, mornings, next }: Told,
  { id: subscriptionId, address, locale }: Subscription & { readonly address: string },
): NewOutboxMail {
  const { clock, links, publicUrl } = dependencies;
  const { stored, tokens, misfits } = opened;
  const host = hostOf(dependencies);
  const id = `digest.${subscriptionId}.${clock.now().toString(36)}`;
  const unsubscribeToken = links.tokenOf('unsubscribe', subscriptionId, SUBSCRIPTION_GENERATION);
  return {
    id,
    kind: 'reminder',
    subscriptionId,
    message: renderDigestMail(digest, {
      locale,
      to: address,
      messageId: `${id}@${host}`,
      rosterTitle: stored.title,
      misfits: misfits.map(({ ref }) => ref),
      boardUrl: `${publicUrl}/rosters/${tokens.view}`,
      unsubscribeUrl: `${publicUrl}/reminders/unsubscribe/${unsubscribeToken}`,
      threadId: `roster.${calendarIdOf(`roster\n${stored.id}`)}@${host}`,
      listId: `reminders.${host}`,
    }),
    reminderIds: mornings.map((morning) => morning.id),
    red: {
      rosterId: stored.id,
      refKeys: digest.roster.entries.filter(isRed).map(({ ref }) => sameRef(ref)),
    },
    urgency: 0,
    // One that could not leave by then gives way to what the next morning knows.
    staleAt: next.sendAt,
  };
}
