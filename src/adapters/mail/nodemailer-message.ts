// A mail of ours as nodemailer (MIT-0, no dependencies, one author since 2010) wants it. Both ways out of the
// house share it, so that a mail in the folder is the mail that would be sent.

import type { SendMailOptions } from 'nodemailer';
import { parseAddress } from '../../input/mail-address.ts';
import type { Delivery, MailMessage } from '../../ports/mail-transport.ts';

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
 * What is answered for a mail whose address is none, or more than one: whoever stored it, no relay hears of it. Null: it
 * is one plain address.
 */
export function refusalOf({ to }: MailMessage): Delivery | null {
  return parseAddress(to) === null ? { kind: 'refused', reply: 'not one plain mail address' } : null;
}

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
    messageId: `<${plainAscii(messageId)}>`,
    subject,
    text: withCrlf(text),
    html: withCrlf(html),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, plainAscii(value)])),
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

/**
 * Headers beside the subject hold what we made ourselves, in ASCII. A line break would begin another header, and what
 * only looks like a blank is taken for one where a long line is folded.
 */
function plainAscii(value: string): string {
  return value.replaceAll(/[^\x20-\x7e]+/g, '');
}

/**
 * RFC 2045, 6.8: line breaks of a text are CRLF before it is encoded; nodemailer leaves them as they are. A bare CR is a
 * line break to some relays and none to others, and what no mail may carry goes.
 */
function withCrlf(text: string): string {
  return text.replaceAll(/\r\n?|\n/g, '\r\n').replaceAll(NOT_IN_MAILS, '');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const NOT_IN_MAILS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** The signing option of a nodemailer transport; nothing when there is no key. */
export function dkimOption(key: DkimKey | null): { dkim?: DkimKey & { headerFieldNames: string } } {
  return key === null ? {} : { dkim: { ...key, headerFieldNames: SIGNED_HEADERS } };
}
