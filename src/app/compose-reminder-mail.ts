// The reminders that are due together at one address → one mail, from the plan as it stands today.

import { type Plan, recommendedRouteOf } from '../domain/plan.ts';
import { differenceOf } from '../domain/plan-difference.ts';
import { digestOf } from '../domain/plan-digest.ts';
import { isNotice } from '../domain/reminder.ts';
import type { ToldChange } from '../emitters/change-view.ts';
import { renderReminderMail } from '../emitters/emails/reminder-mail.ts';
import type { Instant } from '../ports/clock.ts';
import type { MailMessage } from '../ports/mail-transport.ts';
import type { NewOutboxMail } from '../ports/outbox.ts';
import type { StoredPlan } from '../ports/plan-store.ts';
import type { DueReminder } from '../ports/reminder-ledger.ts';
import type { Subscription } from '../ports/subscription-store.ts';
import { SUBSCRIPTION_GENERATION } from './ask-for-confirmation.ts';
import { calendarIdOf } from './calendar-file.ts';
import { calendarOfMail } from './calendar-of-mail.ts';
import { CaseDoesNotFit } from './case-does-not-fit.ts';
import { composeEmployerMail } from './compose-employer-mail.ts';
import { composeMisfitMail } from './compose-misfit-mail.ts';
import { type Dependencies, hostOf } from './dependencies.ts';
import { mailedStepToken } from './mailed-step.ts';
import { planOrMisfit, viewUrlOf } from './open-plan.ts';
import { toldChange } from './told-change.ts';

export interface ComposedMail {
  /** Null: nothing is left to say. */
  readonly mail: NewOutboxMail | null;
  /** Reminders of steps that are done or not part of the plan any more. */
  readonly dropped: readonly DueReminder[];
  /** That the plan changed, where by now it says again what they know. */
  readonly movedBack: readonly DueReminder[];
  /** The zone in which the plan's days are meant. */
  readonly zone: string;
}

/**
 * The mail's id and Message-ID derive from its tightest reminder and the instant at which it is written: a reminder
 * that was withdrawn with its mail and is called for anew gets a new one. A stored mail keeps them for every try.
 */
export async function composeReminderMail(
  dependencies: Dependencies,
  subscriptionId: string,
  reminders: readonly DueReminder[],
): Promise<ComposedMail> {
  const { book, clock, links, planStore, publicUrl, subscriptionStore } = dependencies;
  const subscription = await subscriptionStore.find(subscriptionId);
  const stored = subscription === undefined ? undefined : await planStore.find(subscription.of.id);
  const address = subscription?.address ?? null;
  if (subscription === undefined || address === null || stored === undefined)
    return { mail: null, dropped: reminders, movedBack: [], zone: 'UTC' };
  const [notice] = reminders.filter(isNotice);
  const plan = planOrMisfit(dependencies, stored);
  if (plan instanceof CaseDoesNotFit) {
    const about = notice && { misfit: plan, notice };
    const mail = about ? await composeMisfitMail(dependencies, subscription, address, about) : null;
    return {
      mail,
      dropped: reminders.filter((reminder) => !isNotice(reminder)),
      movedBack: mail === null && notice !== undefined ? [notice] : [],
      zone: book.policies.get(stored.policyId)?.zone ?? 'UTC',
    };
  }
  const { zone } = plan.policy;
  const route = recommendedRouteOf(plan);
  const change =
    notice === undefined
      ? null
      : await toldChange(dependencies, stored, notice.sinceVersion ?? stored.version, digestOf(plan));
  const movedBack = notice !== undefined && change === null ? [notice] : [];
  const isCalledFor = ({ activity }: DueReminder) =>
    route?.activities.some(({ id, state }) => id === activity && state !== 'done') ?? false;
  const ofSteps = reminders.filter((reminder) => !isNotice(reminder));
  const dropped = ofSteps.filter((reminder) => !isCalledFor(reminder));
  const due = ofSteps.filter(isCalledFor);
  const kept = notice === undefined || change === null ? due : [notice, ...due];
  const [tightest] = kept;
  if (tightest === undefined) return { mail: null, dropped, movedBack, zone };

  const id = `reminder.${subscriptionId}.${tightest.id}.${clock.now().toString(36)}`;
  const unsubscribeToken = links.tokenOf('unsubscribe', subscriptionId, SUBSCRIPTION_GENERATION);
  const unsubscribeUrl = `${publicUrl}/reminders/unsubscribe/${unsubscribeToken}`;
  const about = { plan, due, change, id, unsubscribeUrl };
  const message =
    subscription.audience === 'employer'
      ? composeEmployerMail(dependencies, stored, subscription, { reminders: due, id, unsubscribeUrl })
      : await composeFamilyMail(dependencies, stored, { ...subscription, address }, about);
  if (message === null) return { mail: null, dropped: reminders, movedBack, zone };
  const reminderIds = kept.map((reminder) => reminder.id);
  const mail: NewOutboxMail = {
    id,
    kind: 'reminder',
    subscriptionId,
    message,
    reminderIds,
    planVersion: stored.version,
    urgency: tightest.floatWorkingDays,
    staleAt: Math.max(...kept.map(({ staleAt }) => staleAt)) as Instant,
  };
  return { mail, dropped, movedBack, zone };
}

interface ToFamily {
  readonly plan: Plan;
  readonly due: readonly DueReminder[];
  readonly change: ToldChange | null;
  readonly id: string;
  readonly unsubscribeUrl: string;
}

async function composeFamilyMail(
  dependencies: Dependencies,
  stored: StoredPlan,
  { id: subscriptionId, locale, address }: Subscription & { readonly address: string },
  { plan, due, change, id, unsubscribeUrl }: ToFamily,
): Promise<MailMessage> {
  const { links, publicUrl } = dependencies;
  const host = hostOf(dependencies);
  const content = await calendarOfMail(dependencies, stored, plan, {
    locale,
    activities: [...due.map(({ activity }) => activity), ...stepsOf(change)],
  });
  return renderReminderMail(
    { plan, route: recommendedRouteOf(plan), reminders: due, change },
    {
      locale,
      to: address,
      messageId: `${id}@${host}`,
      planUrl: viewUrlOf(dependencies, stored),
      doneUrlOf: (activity) =>
        `${publicUrl}/reminders/done/${mailedStepToken(links, subscriptionId, activity)}/${activity}`,
      unsubscribeUrl,
      threadId: `plan.${calendarIdOf(stored.id)}@${host}`,
      listId: `reminders.${host}`,
      calendar: { filename: 'plan.ics', content },
    },
  );
}

/** The steps whose days moved. */
function stepsOf(change: ToldChange | null): string[] {
  if (change === null || change.before === null || change.after === null) return [];
  return differenceOf(change.before, change.after).steps.map(({ id }) => id);
}
