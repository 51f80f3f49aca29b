// What all mails of ours have in common: three templates a message, and the headers that keep automatic
// answers away.

import type { Locale } from '../../domain/localized.ts';
import type { MailMessage } from '../../ports/mail-transport.ts';
import { reachOf } from '../reach.ts';
import { oneLine, renderTemplate, renderTextTemplate } from '../templates.ts';
import { LINKS_NOTE } from '../wording/reach-words.ts';
import { wordsOf } from '../wording/wording.ts';
import { MAIL_STYLE } from './mail-style.ts';

/** RFC 3834, and what Exchange understands instead: no out-of-office notes come back. */
const AUTOMATIC_MAIL_HEADERS = {
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'OOF, AutoReply',
} as const;

const LANGUAGE_TAGS: Readonly<Record<Locale, string>> = { zh: 'zh-CN', en: 'en' };

/** What a template shows; all links of a mail lead to the server of its main one. */
export interface MailView {
  readonly mainUrl: string;
  readonly [part: string]: unknown;
}

/**
 * Subject, both bodies and the common headers of a message, from `templates/emails/MESSAGE/`. A mail whose links do not
 * open everywhere says so at its end.
 */
export function renderMailParts(
  message: 'reminder' | 'employer' | 'confirm' | 'misfit' | 'digest',
  locale: Locale,
  view: MailView,
): Pick<MailMessage, 'subject' | 'text' | 'html' | 'headers'> {
  const words = wordsOf(locale);
  const linkNote = linkNoteOf(view.mainUrl, locale);
  const language = LANGUAGE_TAGS[locale];
  const data = { ...view, words, mail: words.mail, language, style: MAIL_STYLE, linkNote };
  const subject = oneLine(renderTextTemplate(`emails/${message}/subject`, data));
  return {
    subject,
    text: withNote(renderTextTemplate(`emails/${message}/text`, data), linkNote),
    html: renderTemplate(`emails/${message}/html`, { ...data, subject }),
    headers: AUTOMATIC_MAIL_HEADERS,
  };
}

function linkNoteOf(url: string, locale: Locale): string | null {
  const reach = reachOf(url);
  return reach === 'everywhere' ? null : LINKS_NOTE[reach][locale];
}

function withNote(text: string, note: string | null): string {
  return note === null ? text : `${text.trimEnd()}\n\n${note}\n`;
}
