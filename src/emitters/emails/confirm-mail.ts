// The mail that asks whether an address wants reminders. It is the one mail that goes to an address nobody
// has confirmed: it shows nothing of the plan but its policy, and carries one link.

import type { Locale } from '../../domain/localized.ts';
import type { Plan } from '../../domain/plan.ts';
import type { MailMessage } from '../../ports/mail-transport.ts';
import type { Audience } from '../../ports/subscription-store.ts';
import { employerWordsOf } from '../wording/employer-words-of.ts';
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
  /** Left out: the family. */
  readonly audience?: Audience;
  /** By what the employer knows whom it is about; left out or null: nothing was given. */
  readonly reference?: string | null;
}

/** The confirmation mail for reminders of `plan`. No List-Unsubscribe: nothing is subscribed to yet. */
export function renderConfirmMail(plan: Plan, options: ConfirmMailOptions): MailMessage {
  const { locale, to, messageId, confirmUrl, audience = 'family', reference = null } = options;
  const title = plan.policy.title[locale];
  const { confirm } = wordsOf(locale).mail;
  const employer = employerWordsOf(locale).mail.confirm;
  const view =
    audience === 'family'
      ? { ...confirm, asked: confirm.asked(title), whatComes: null }
      : { ...confirm, ...employer, asked: employer.asked(title, reference) };
  return {
    ...renderMailParts('confirm', locale, { confirm: view, confirmUrl, mainUrl: confirmUrl }),
    messageId,
    to,
    calendar: null,
  };
}
