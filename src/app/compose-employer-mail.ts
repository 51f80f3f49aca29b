// The reminders that are due together at an employer's address → one mail about the employer's step.

import { employerStepOf } from '../domain/employer-step.ts';
import { renderEmployerMail } from '../emitters/emails/employer-mail.ts';
import type { MailMessage } from '../ports/mail-transport.ts';
import type { StoredPlan } from '../ports/plan-store.ts';
import type { DueReminder } from '../ports/reminder-ledger.ts';
import type { Subscription } from '../ports/subscription-store.ts';
import { calendarIdOf } from './calendar-file.ts';
import { type Dependencies, hostOf } from './dependencies.ts';
import { planOfStored, tokensOf } from './open-plan.ts';

/** Null: the step is not open any more, or the link for HR was never given out. */
export function composeEmployerMail(
  dependencies: Dependencies,
  stored: StoredPlan,
  { address, locale, reference }: Subscription,
  about: {
    readonly reminders: readonly DueReminder[];
    readonly id: string;
    readonly unsubscribeUrl: string;
  },
): MailMessage | null {
  const { publicUrl } = dependencies;
  const plan = planOfStored(dependencies, stored, null);
  const activity = employerStepOf(plan);
  const { step } = tokensOf(dependencies, stored, true);
  if (address === null || step === null || activity === undefined || activity.state === 'done') return null;
  const host = hostOf(dependencies);
  const kinds = about.reminders.filter((one) => one.activity === activity.id).map(({ kind }) => kind);
  return renderEmployerMail(plan, activity, kinds, {
    locale,
    to: address,
    messageId: `${about.id}@${host}`,
    stepUrl: `${publicUrl}/steps/${step}`,
    reference,
    unsubscribeUrl: about.unsubscribeUrl,
    threadId: `employer.${calendarIdOf(stored.id)}@${host}`,
    listId: `reminders.${host}`,
  });
}
