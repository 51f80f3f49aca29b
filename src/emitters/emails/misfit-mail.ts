// The mail that says that no plan can be made any more, because the rules ask for something that nobody answered.

import type { Localized } from '../../domain/localized.ts';
import type { MailMessage } from '../../ports/mail-transport.ts';
import { changeView, type ToldChange } from '../change-view.ts';
import { wordsOf } from '../wording/wording.ts';
import { listHeaders } from './list-headers.ts';
import { renderMailParts } from './mail-parts.ts';
import type { ReminderMailOptions } from './reminder-mail.ts';

export interface Misfit {
  readonly policyTitle: Localized;
  /** What is asked now, or answered in a way that is not allowed any more; empty: the policy is not known any more. */
  readonly questions: readonly Localized[];
  /** Why: what the policy says otherwise. */
  readonly change: ToldChange;
}

export function renderMisfitMail(
  { policyTitle, questions, change }: Misfit,
  options: Omit<ReminderMailOptions, 'calendar' | 'doneUrlOf'>,
): MailMessage {
  const { locale, to, messageId, planUrl, unsubscribeUrl } = options;
  const { mail } = wordsOf(locale);
  const parts = renderMailParts('misfit', locale, {
    policyTitle: policyTitle[locale],
    questions: questions.map((question) => question[locale]),
    // No date moved: what is told of the change is why.
    change: { ...changeView(change, locale), moves: [] },
    today: [],
    mainUrl: planUrl,
    planUrl,
    unsubscribeUrl,
    whyYou: mail.whyYou(policyTitle[locale]),
  });
  return { ...parts, messageId, to, headers: { ...listHeaders(options), ...parts.headers }, calendar: null };
}
