// The mail that asks whether an address wants reminders. It is the one mail that goes to an address nobody
// has confirmed: it shows nothing of the plan but its policy, and carries one link.

import type { Locale } from '../../domain/localized.ts';
import type { Plan } from '../../domain/plan.ts';
import type { MailMessage } from '../../ports/mail-transport.ts';
import { wordsOf } from '../wording/wording.ts';
import { renderMailParts } from './mail-parts.ts';

export interface ConfirmMailOptions {
  readonly locale: Locale;
  /** One plain address. */
  readonly to: string;
  /** Without angle brackets. */
  readonly messageId: string;
  /** Shows a page; only its button confirms, because mail scanners open links. */
  readonly confirmUrl: string;
}

/** The confirmation mail for reminders of `plan`. No List-Unsubscribe: nothing is subscribed to yet. */
export function renderConfirmMail(plan: Plan, options: ConfirmMailOptions): MailMessage {
  const { locale, to, messageId, confirmUrl } = options;
  const asked = wordsOf(locale).mail.confirm.asked(plan.policy.title[locale]);
  return { ...renderMailParts('confirm', locale, { asked, confirmUrl }), messageId, to, calendar: null };
}
