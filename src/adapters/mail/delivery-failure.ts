// What a failed try over SMTP means: has this recipient refused for good, or not now? In doubt not now: a mail
// too many does less harm than a deadline nobody was told of.

import type { DeferralScope, Delivery } from '../../ports/mail-transport.ts';

/** What nodemailer tells about a failure; all but the message may be missing. */
interface SmtpFailure {
  readonly message: string;
  /** nodemailer's own. */
  readonly code: string | null;
  /** The command that the server answered. */
  readonly command: string | null;
  readonly responseCode: number | null;
  readonly response: string | null;
}

/** Replies are kept for people; a server that sends a page must not fill the ledger. */
const LONGEST_REPLY = 500;

/**
 * The outcome of a try that failed with `error`. `refused` only for a permanent reply about this recipient;
 * everything else, a permanent reply about us or our connection included, is `deferred`, and says who else would
 * hear the same now.
 */
export function deliveryFailure(error: unknown): Delivery {
  const failure = smtpFailureOf(error);
  const reply = (failure.response ?? failure.message).replace(/\s+/g, ' ').trim().slice(0, LONGEST_REPLY);
  if (refusesRecipient(failure)) return { kind: 'refused', reply };
  return { kind: 'deferred', reply, concerns: scopeOf(failure) };
}

function refusesRecipient({ command, responseCode, response }: SmtpFailure): boolean {
  if (responseCode === null || responseCode < 500 || response === null) return false;
  const { subject, detail } = enhancedStatus(response);
  // RFC 3463: 5.1.x is about an address, 5.1.7 and 5.1.8 about the sender's. At MAIL FROM all of it is.
  const isBadRecipient = subject === 1 && !SENDER_DETAILS.has(detail);
  if (command === 'DATA') return isBadRecipient;
  if (command !== 'RCPT TO') return false;
  // Servers check client, sender and rate as late as RCPT TO (Postfix by default); that is not the recipient.
  if (SESSION_CODES.has(responseCode) || FREQUENCY.test(response)) return false;
  if (subject === null) return true;
  // 5.2.x is about the mailbox; 5.4.1 is how Exchange Online says that there is none.
  return isBadRecipient || (subject === 2 && detail !== MAILBOX_FULL) || (subject === 4 && detail === 1);
}

/** In doubt the relay: to leave it alone for a few seconds costs nothing, to be locked out by it costs every mail. */
function scopeOf({ code, command, responseCode, response }: SmtpFailure): DeferralScope {
  // No answer: nobody listens, the line broke, or time ran out; or the mail could not be put together at all.
  if (responseCode === null || response === null) return OF_OUR_OWN.has(code) ? 'mail' : 'relay';
  const { subject, detail } = enhancedStatus(response);
  if (responseCode === CLOSING || SESSION_CODES.has(responseCode)) return 'relay';
  if (responseCode === TOO_LARGE && command !== 'RCPT TO') return 'mail';
  if (command !== 'RCPT TO' && command !== 'DATA') return 'relay';
  const isPermanent = responseCode >= 500;
  if (FREQUENCY.test(response)) return isPermanent ? 'relay' : 'domain';
  const isAboutUs = subject === POLICY || (subject === 1 && SENDER_DETAILS.has(detail));
  if (isPermanent && (isAboutUs || (command === 'DATA' && subject === null))) return 'relay';
  return 'mail';
}

/** RFC 3463; nulls where the reply has none. */
function enhancedStatus(response: string): { subject: number | null; detail: number | null } {
  const status = /^\d{3}[ -][245]\.(\d{1,3})\.(\d{1,3})\b/.exec(response);
  return status === null
    ? { subject: null, detail: null }
    : { subject: Number(status[1]), detail: Number(status[2]) };
}

/** x.1.7 and x.1.8 are about the sender's address. */
const SENDER_DETAILS: ReadonlySet<number | null> = new Set([7, 8]);
/** x.7.x: security or policy. */
const POLICY = 7;
/** Replies about the commands or the login, whatever they answer: RFC 5321, 4.2.2, and RFC 4954. */
const SESSION_CODES: ReadonlySet<number> = new Set([500, 501, 502, 503, 504, 530, 534, 535, 538]);
/** 421: the server ends the session. */
const CLOSING = 421;
/** 552 at MAIL FROM or after DATA: this mail is larger than it takes. */
const TOO_LARGE = 552;
/** As QQ and 163 say it: `550 Connection frequency limited`, with no enhanced status code. */
const FREQUENCY = /frequen|too many|too fast|rate limit|throttl/i;
/** 5.2.2: it may be emptied before the next try. */
const MAILBOX_FULL = 2;
/** Codes of nodemailer for faults before a server was asked. */
const OF_OUR_OWN: ReadonlySet<string | null> = new Set(['EENVELOPE', 'EMESSAGE', 'ESTREAM']);

function smtpFailureOf(error: unknown): SmtpFailure {
  if (!(error instanceof Error)) {
    return { message: String(error), code: null, command: null, responseCode: null, response: null };
  }
  return {
    message: error.message,
    code: 'code' in error && typeof error.code === 'string' ? error.code : null,
    command: 'command' in error && typeof error.command === 'string' ? error.command : null,
    responseCode:
      'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : null,
    response: 'response' in error && typeof error.response === 'string' ? error.response : null,
  };
}
