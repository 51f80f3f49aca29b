// Whether mails can leave: asked of the relay itself, by logging in, or of the folder, without sending anything.

import { access, constants } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Clock, Instant } from '../../ports/clock.ts';
import { relayOptions, SMTP_TIMEOUTS, type SmtpTimeouts } from './smtp-transport.ts';

/** Why mails cannot leave: one sentence for whoever runs the server. It shows no password. */
export class MailUnavailable extends Error {
  override readonly name = 'MailUnavailable';
}

/** Connects to the relay, greets it, logs in, and hangs up. Throws MailUnavailable when one of it fails. */
export async function checkRelay(url: string, timeouts: SmtpTimeouts = SMTP_TIMEOUTS): Promise<void> {
  const { host } = new URL(url);
  const relay = createTransport(relayOptions(url, timeouts));
  try {
    await relay.verify();
  } catch (error) {
    throw new MailUnavailable(`The mail relay ${host} cannot be used: ${whyNot(error)}; check SMTP_URL.`);
  } finally {
    relay.close();
  }
}

/** Throws MailUnavailable unless mails can be written to the folder, or the folder can be made. */
export async function checkFolder(folder: string): Promise<void> {
  for (let place = resolve(folder); ; place = dirname(place)) {
    try {
      await access(place, constants.W_OK | constants.X_OK);
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === 'ENOENT' && place !== dirname(place)) continue;
      throw new MailUnavailable(
        `The mail folder ${folder} cannot be written (${code}); allow it, or set MAIL_DIR to another one.`,
      );
    }
  }
}

/** Milliseconds. Relays lock out who logs in often, so a monitor that asks every few seconds is answered from memory. */
const GOOD_FOR = 30 * 60_000;
const BAD_FOR = 5 * 60_000;

/** The same check, its answer kept: half an hour when it was good, five minutes when it was not. */
export function remembered(check: () => Promise<void>, clock: Clock): () => Promise<void> {
  let kept: { readonly answer: Promise<void>; readonly until: Instant } | null = null;
  return () => {
    const now = clock.now();
    // A clock that was set back would keep an answer too long.
    if (kept !== null && now < kept.until && kept.until - now <= GOOD_FOR) return kept.answer;
    const answer = check();
    kept = { answer, until: (now + GOOD_FOR) as Instant };
    answer.catch(() => {
      if (kept?.answer === answer) kept = { answer, until: (now + BAD_FOR) as Instant };
    });
    return answer;
  };
}

function whyNot(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  const response = 'response' in error && typeof error.response === 'string' ? error.response : null;
  if (code === 'EAUTH') return `it refuses the login${response === null ? '' : ` (${oneLine(response)})`}`;
  return oneLine(response ?? error.message);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 300);
}
