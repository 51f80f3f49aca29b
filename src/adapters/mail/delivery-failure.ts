// What a failed try over SMTP means: has this recipient refused for good, or not now? In doubt not now: a mail
// too many does less harm than a deadline nobody was told of.

import type { Delivery } from '../../ports/mail-transport.ts';

/** What nodemailer tells about a failure; all but the message may be missing. */
interface SmtpFailure {
  readonly message: string;
  /** The command that the server answered. */
  readonly command: string | null;
  readonly responseCode: number | null;
  readonly response: string | null;
}

/** Replies are kept for people; a server that sends a page must not fill the ledger. */
const LONGEST_REPLY = 500;

/**
 * The outcome of a try that failed with `error`. `refused` only for a permanent reply about this recipient;
 * everything else, a permanent reply about us or our connection included, is `deferred`.
 */
export function deliveryFailure(error: unknown): Delivery {
  const failure = smtpFailureOf(error);
  const reply = (failure.response ?? failure.message).replace(/\s+/g, ' ').trim().slice(0, LONGEST_REPLY);
  return { kind: refusesRecipient(failure) ? 'refused' : 'deferred', reply };
}

function refusesRecipient({ command, responseCode, response }: SmtpFailure): boolean {
  if (responseCode === null || responseCode < 500 || response === null) return false;
  const status = /^\d{3}[ -]5\.(\d{1,3})\.(\d{1,3})\b/.exec(response);
  const subject = status === null ? null : Number(status[1]);
  const detail = status === null ? null : Number(status[2]);
  // RFC 3463: 5.1.x is about an address, 5.1.7 and 5.1.8 about the sender's. At MAIL FROM all of it is.
  const isBadRecipient = subject === 1 && detail !== 7 && detail !== 8;
  if (command === 'DATA') return isBadRecipient;
  if (command !== 'RCPT TO') return false;
  // Servers check client, sender and rate as late as RCPT TO (Postfix by default); that is not the recipient.
  if (SESSION_CODES.has(responseCode) || FREQUENCY.test(response)) return false;
  if (subject === null) return true;
  // 5.2.x is about the mailbox; 5.4.1 is how Exchange Online says that there is none.
  return isBadRecipient || (subject === 2 && detail !== MAILBOX_FULL) || (subject === 4 && detail === 1);
}

/** Replies about the commands or the login, whatever they answer: RFC 5321, 4.2.2, and RFC 4954. */
const SESSION_CODES: ReadonlySet<number> = new Set([500, 501, 502, 503, 504, 530, 534, 535, 538]);
/** As QQ and 163 say it: `550 Connection frequency limited`, with no enhanced status code. */
const FREQUENCY = /frequen|too many|rate limit/i;
/** 5.2.2: it may be emptied before the next try. */
const MAILBOX_FULL = 2;

function smtpFailureOf(error: unknown): SmtpFailure {
  if (!(error instanceof Error)) {
    return { message: String(error), command: null, responseCode: null, response: null };
  }
  return {
    message: error.message,
    command: 'command' in error && typeof error.command === 'string' ? error.command : null,
    responseCode:
      'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : null,
    response: 'response' in error && typeof error.response === 'string' ? error.response : null,
  };
}
