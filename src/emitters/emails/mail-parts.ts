// What all mails of ours have in common: three templates a message, and the headers that keep automatic
// answers away.

import type { Locale } from '../../domain/localized.ts';
import type { MailMessage } from '../../ports/mail-transport.ts';
import { oneLine, renderTemplate, renderTextTemplate } from '../templates.ts';
import { wordsOf } from '../wording/wording.ts';
import { MAIL_STYLE } from './mail-style.ts';

/** RFC 3834, and what Exchange understands instead: no out-of-office notes come back. */
const AUTOMATIC_MAIL_HEADERS = {
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'OOF, AutoReply',
} as const;

const LANGUAGE_TAGS: Readonly<Record<Locale, string>> = { zh: 'zh-CN', en: 'en' };

/** Subject, both bodies and the common headers of a message, from `templates/emails/MESSAGE/`. */
export function renderMailParts(
  message: 'reminder' | 'employer' | 'confirm' | 'misfit',
  locale: Locale,
  view: object,
): Pick<MailMessage, 'subject' | 'text' | 'html' | 'headers'> {
  const words = wordsOf(locale);
  const data = { ...view, words, mail: words.mail, language: LANGUAGE_TAGS[locale], style: MAIL_STYLE };
  const subject = oneLine(renderTextTemplate(`emails/${message}/subject`, data));
  return {
    subject,
    text: renderTextTemplate(`emails/${message}/text`, data),
    html: renderTemplate(`emails/${message}/html`, { ...data, subject }),
    headers: AUTOMATIC_MAIL_HEADERS,
  };
}
