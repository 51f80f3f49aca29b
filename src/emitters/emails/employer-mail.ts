// The mail that reminds HR of the employer's step. HR is not the family: it is told that one step, by when, what to click
// and why, with the link that shows this step alone. No calendar goes along, for its entries lead to the plan.

import type { Plan } from '../../domain/plan.ts';
import type { PlannedActivity } from '../../domain/planned-activity.ts';
import type { ReminderKind } from '../../domain/reminder.ts';
import type { MailMessage } from '../../ports/mail-transport.ts';
import { employerTask } from '../wording/employer-task.ts';
import { employerWordsOf } from '../wording/employer-words-of.ts';
import { listHeaders } from './list-headers.ts';
import { renderMailParts } from './mail-parts.ts';
import type { ReminderMailOptions } from './reminder-mail.ts';

export interface EmployerMailOptions
  extends Pick<
    ReminderMailOptions,
    'locale' | 'to' | 'messageId' | 'unsubscribeUrl' | 'threadId' | 'listId'
  > {
  /** Shows the step; only its buttons mark it. */
  readonly stepUrl: string;
  /** By what HR knows whom it is about; null: nothing was given. */
  readonly reference: string | null;
}

/** @param kinds why we write this morning; what the last day says already is not said again. */
export function renderEmployerMail(
  plan: Plan,
  activity: PlannedActivity,
  kinds: readonly ReminderKind[],
  options: EmployerMailOptions,
): MailMessage {
  const { locale, to, messageId, unsubscribeUrl, stepUrl, reference } = options;
  const words = employerWordsOf(locale);
  const task = employerTask(plan, activity, locale);
  const parts = renderMailParts('employer', locale, {
    employer: words,
    task,
    subjectLine: words.mail.subject(task.step, reference, task.by),
    asked: words.asked(plan.policy.title[locale], reference),
    occasions: [...new Set(kinds)].flatMap((kind) => words.mail.occasion[kind] ?? []),
    mainUrl: stepUrl,
    stepUrl,
    unsubscribeUrl,
  });
  const headers = { ...listHeaders(options), ...parts.headers };
  return { ...parts, messageId, to, headers, calendar: null };
}
