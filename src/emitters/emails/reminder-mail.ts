// Plan, reminders and what changed → the mail that reminds. Text only: nothing is sent here, and no clock is read.

import type { Locale } from '../../domain/localized.ts';
import type { MailMessage } from '../../ports/mail-transport.ts';
import { wordsOf } from '../wording/wording.ts';
import { listHeaders } from './list-headers.ts';
import { renderMailParts } from './mail-parts.ts';
import { type MailSubject, reminderView } from './reminder-view.ts';

export interface ReminderMailOptions {
  readonly locale: Locale;
  /** One plain address, confirmed by its owner. */
  readonly to: string;
  /** Without angle brackets; stored before the first try and the same for every try. */
  readonly messageId: string;
  /** Opens the plan. */
  readonly planUrl: string;
  /** Opens a page on which that step, and no other, can be noted; null: this address may not note it. */
  readonly doneUrlOf: ((activity: string) => string) | null;
  /** Answers one-click POSTs (RFC 8058) when it is https. */
  readonly unsubscribeUrl: string;
  /** All mails of one plan name it, so that mail programs put them together; without angle brackets. */
  readonly threadId: string;
  /** Names this kind of mail, such as `reminders.example.org`. */
  readonly listId: string;
  /** The plan as an .ics with METHOD:PUBLISH; null: none goes along. */
  readonly calendar: MailMessage['calendar'];
}

/**
 * One mail for everything that is due together at one address: what changed of the plan on top, then the tightest
 * reminder. The plan is that of the day of sending: days left are counted from its `asOf`. Throws on a reminder of an
 * activity that the route does not have.
 */
export function renderReminderMail(subject: MailSubject, options: ReminderMailOptions): MailMessage {
  const { locale, to, messageId, planUrl, unsubscribeUrl, threadId, listId, calendar } = options;
  const view = reminderView(subject, locale);
  const { mail } = wordsOf(locale);
  const parts = renderMailParts('reminder', locale, {
    ...view,
    actions: view.actions.map((action) => ({
      ...action,
      doneUrl: options.doneUrlOf?.(action.activity) ?? null,
    })),
    mainUrl: planUrl,
    planUrl,
    unsubscribeUrl,
    attached: calendar === null ? null : mail.attached(calendar.filename),
    whyYou: mail.whyYou(subject.plan.policy.title[locale]),
  });
  return {
    ...parts,
    messageId,
    to,
    headers: { ...listHeaders({ threadId, listId, unsubscribeUrl }), ...parts.headers },
    calendar,
  };
}
