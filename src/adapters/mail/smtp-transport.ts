// Mails by SMTP through a relay: one pooled connection, because QQ and 163 lock out who logs in once a mail.

import { createTransport } from 'nodemailer';
import type { Delivery, MailMessage, MailTransport } from '../../ports/mail-transport.ts';
import { deliveryFailure } from './delivery-failure.ts';
import {
  type DkimKey,
  dkimOption,
  type MailSender,
  nodemailerMessage,
  refusalOf,
} from './nodemailer-message.ts';

export interface SmtpTransportOptions {
  /**
   * `smtps://user:password@host:465` or `smtp://host:587`, special characters percent-encoded. nodemailer's
   * options may follow as a query, such as `?requireTLS=false`.
   */
  readonly url: string;
  readonly from: MailSender;
  readonly dkim: DkimKey | null;
  /** Default: `SMTP_TIMEOUTS`. */
  readonly timeouts?: SmtpTimeouts;
}

/** Milliseconds. */
export interface SmtpTimeouts {
  readonly connect: number;
  readonly greeting: number;
  /** Silence on the line. */
  readonly idle: number;
  /** The whole try, the wait for the connection included; a server that trickles its replies is never silent. */
  readonly delivery: number;
}

export const SMTP_TIMEOUTS: SmtpTimeouts = {
  connect: 10_000,
  greeting: 10_000,
  idle: 30_000,
  delivery: 90_000,
};

/** A transport over the relay at `url`. Connects at the first mail, and again after a broken connection. */
export function openSmtpTransport(options: SmtpTransportOptions): MailTransport {
  const { url, from, dkim, timeouts = SMTP_TIMEOUTS } = options;
  const relay = createTransport({
    ...relayOptions(url, timeouts),
    pool: true,
    maxConnections: 1,
    // Only a connection that broke before a byte of the mail went out is tried again here, and once.
    maxRequeues: 1,
    ...dkimOption(dkim),
  });
  const underWay = new Set<Promise<Delivery>>();

  async function tryOnce(message: MailMessage): Promise<Delivery> {
    const tooLong = new AbortController();
    const timer = setTimeout(() => tooLong.abort(), timeouts.delivery);
    try {
      const mail = nodemailerMessage(message, from);
      const { response } = await relay.sendMail({ ...mail, signal: tooLong.signal });
      return { kind: 'accepted', reply: response };
    } catch (error) {
      return deliveryFailure(error);
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    leavesTheHouse: true,
    relay: new URL(url).host,
    async deliver(message: MailMessage): Promise<Delivery> {
      const refusal = refusalOf(message);
      if (refusal !== null) return refusal;
      const delivery = tryOnce(message);
      underWay.add(delivery);
      try {
        return await delivery;
      } finally {
        underWay.delete(delivery);
      }
    },
    async close(): Promise<void> {
      // Waits first: closing the pool fails what still stands in its queue.
      await Promise.all(underWay);
      relay.close();
    },
  };
}

/** How the relay is talked to, whatever for. */
export function relayOptions(url: string, timeouts: SmtpTimeouts) {
  return {
    connectionTimeout: timeouts.connect,
    greetingTimeout: timeouts.greeting,
    socketTimeout: timeouts.idle,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...encryption(new URL(url)),
    url,
  };
}

/**
 * A password never crosses the network in clear: with one, STARTTLS is a must. To a relay on this machine there
 * is nothing to hide, and its certificate is seldom one that verifies.
 */
function encryption({ hostname, username }: URL): { requireTLS?: boolean; ignoreTLS?: boolean } {
  const isThisMachine = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if (isThisMachine) return { ignoreTLS: true };
  return username === '' ? {} : { requireTLS: true };
}
