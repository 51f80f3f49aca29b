// The mail that asks whether an address wants reminders. It is the one mail that goes to an address nobody
// has confirmed: it shows nothing of the plan or roster but its policy, and carries one link.

import type { Locale, Localized } from '../../domain/localized.ts';
import type { MailMessage } from '../../ports/mail-transport.ts';
import type { Audience } from '../../ports/subscription-store.ts';
import { digestWordsOf } from '../roster/digest-words.ts';
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

/** The confirmation mail for what is planned by a policy. No List-Unsubscribe: nothing is subscribed to yet. */
export function renderConfirmMail(policyTitle: Localized, options: ConfirmMailOptions): MailMessage {
  const { locale, to, messageId, confirmUrl, audience = 'family', reference = null } = options;
  const title = policyTitle[locale];
  const { confirm } = wordsOf(locale).mail;
  const employer = employerWordsOf(locale).mail.confirm;
  const roster = digestWordsOf(locale).confirm;
  const view = {
    family: { ...confirm, asked: confirm.asked(title), whatComes: null },
    employer: { ...confirm, ...employer, asked: employer.asked(title, reference) },
    roster: { ...confirm, ...roster, asked: roster.asked(title) },
  }[audience];
  return {
    ...renderMailParts('confirm', locale, { confirm: view, confirmUrl, mainUrl: confirmUrl }),
    messageId,
    to,
    calendar: null,
  };
}
