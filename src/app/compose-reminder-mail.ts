// The reminders that are due together at one address → one mail, from the plan as it stands today.

import { recommendedRouteOf } from '../domain/plan.ts';
import { renderReminderMail } from '../emitters/emails/reminder-mail.ts';
import type { NewOutboxMail } from '../ports/outbox.ts';
import type { DueReminder } from '../ports/reminder-ledger.ts';
import { calendarIdOf } from './calendar-file.ts';
import { calendarOfMail } from './calendar-of-mail.ts';
import { type Dependencies, hostOf } from './dependencies.ts';
import { planOfStored, viewUrlOf } from './open-plan.ts';
import { SUBSCRIPTION_GENERATION } from './subscribe.ts';

export interface ComposedMail {
  /** Null: nothing is left to say. */
  readonly mail: NewOutboxMail | null;
  /** Reminders of steps that are done or not part of the plan any more. */
  readonly dropped: readonly DueReminder[];
}

/**
 * The mail's id and Message-ID derive from its tightest reminder, so that two processes that compose it at the
 * same moment make the same mail, and the outbox takes one.
 */
export async function composeReminderMail(
  dependencies: Dependencies,
  subscriptionId: string,
  reminders: readonly DueReminder[],
): Promise<ComposedMail> {
  const { links, planStore, publicUrl, subscriptionStore } = dependencies;
  const subscription = await subscriptionStore.find(subscriptionId);
  const stored = subscription === undefined ? undefined : await planStore.find(subscription.planId);
  if (subscription === undefined || stored === undefined) return { mail: null, dropped: reminders };
  const plan = planOfStored(dependencies, stored, null);
  const route = recommendedRouteOf(plan);
  const isCalledFor = ({ activity }: DueReminder) =>
    route?.activities.some(({ id, state }) => id === activity && state !== 'done') ?? false;
  const dropped = reminders.filter((reminder) => !isCalledFor(reminder));
  const kept = reminders.filter(isCalledFor);
  const [tightest] = kept;
  if (route === undefined || tightest === undefined) return { mail: null, dropped };

  const host = hostOf(dependencies);
  const id = `reminder.${subscriptionId}.${tightest.id}`;
  const planUrl = viewUrlOf(dependencies, stored);
  const unsubscribeToken = links.tokenOf('unsubscribe', subscriptionId, SUBSCRIPTION_GENERATION);
  const content = await calendarOfMail(dependencies, stored, plan, {
    locale: subscription.locale,
    activities: kept.map(({ activity }) => activity),
  });
  const message = renderReminderMail(plan, route, kept, {
    locale: subscription.locale,
    to: subscription.address,
    messageId: `${id}@${host}`,
    planUrl,
    unsubscribeUrl: `${publicUrl}/reminders/unsubscribe/${unsubscribeToken}`,
    threadId: `plan.${calendarIdOf(stored.id)}@${host}`,
    listId: `reminders.${host}`,
    calendar: { filename: 'plan.ics', content },
  });
  const reminderIds = kept.map((reminder) => reminder.id);
  return { mail: { id, kind: 'reminder', subscriptionId, message, reminderIds }, dropped };
}
