// A mail of ours as nodemailer (MIT-0, no dependencies, one author since 2010) wants it. Both ways out of the
// house share it, so that a mail in the folder is the mail that would be sent.

import type { SendMailOptions } from 'nodemailer';
import type { MailMessage } from '../../ports/mail-transport.ts';

/** Who mails come from. */
export interface MailSender {
  readonly name: string;
  /** One plain address. */
  readonly address: string;
}

export interface DkimKey {
  readonly domainName: string;
  readonly keySelector: string;
  /** PEM. */
  readonly privateKey: string;
}

/** nodemailer's own list lacks List-Unsubscribe-Post, and RFC 8058 wants both List-Unsubscribe lines signed. */
const SIGNED_HEADERS = [
  'from',
  'reply-to',
  'subject',
  'date',
  'message-id',
  'to',
  'cc',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
  'list-id',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'auto-submitted',
].join(':');

/**
 * The message with its envelope. Addresses go as objects, never as text: of a text with a comma nodemailer makes
 * two recipients. The calendar is attached once; `icalEvent` would add a second copy.
 */
export function nodemailerMessage(message: MailMessage, from: MailSender): SendMailOptions {
  const { messageId, to, subject, text, html, headers, calendar } = message;
  return {
    from: { name: from.name, address: from.address },
    to: { name: '', address: to },
    envelope: { from: from.address, to: [to] },
    messageId: `<${messageId}>`,
    subject,
    text: withCrlf(text),
    html: withCrlf(html),
    headers: { ...headers },
    attachments:
      calendar === null
        ? []
        : [
            {
              filename: calendar.filename,
              content: calendar.content,
              contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
            },
          ],
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** RFC 2045, 6.8: line breaks of a text are CRLF before it is encoded; nodemailer leaves them as they are. */
function withCrlf(text: string): string {
  return text.replace(/\r?\n/g, '\r\n');
}

/** The signing option of a nodemailer transport; nothing when there is no key. */
export function dkimOption(key: DkimKey | null): { dkim?: DkimKey & { headerFieldNames: string } } {
  return key === null ? {} : { dkim: { ...key, headerFieldNames: SIGNED_HEADERS } };
}
