// The outbox: mails that are stored before they are first tried, so that each goes out at least once.

import type { Instant } from './clock.ts';
import type { MailMessage } from './mail-transport.ts';

export type MailKind = 'confirm' | 'reminder';
/** `withdrawn`: its subscription was closed before it was sent. */
export type MailState = 'unsent' | 'sent' | 'withdrawn' | 'failed';

/** A mail that is stored before it is first tried; a retry sends this row, never a new grouping. */
export interface OutboxMail {
  readonly id: string;
  readonly kind: MailKind;
  readonly subscriptionId: string;
  readonly message: MailMessage;
  /** Tries begun so far, the one it was just claimed for included. */
  readonly attempts: number;
  /** How many reminders it carries. */
  readonly reminderCount: number;
}

export interface NewOutboxMail extends Omit<OutboxMail, 'attempts' | 'reminderCount'> {
  /** The reminders that this mail carries; they become `sent` when it is. */
  readonly reminderIds: readonly number[];
}

export interface Outbox {
  /**
   * Stores a mail and ties its reminders to it, in one transaction. A reminder is tied to one mail at most.
   *
   * @returns false, and stores nothing, when one of its reminders is no longer to be sent or is in another mail,
   *   when the mail is there already, or when its subscription is closed or gone: somebody else was faster.
   */
  enqueue(mail: NewOutboxMail, now: Instant): Promise<boolean>;
  /**
   * Claims one unsent mail whose `nextTryAt` has come and which nobody holds: no other caller gets it before
   * `leaseUntil`. Undefined when there is none.
   */
  claimMail(now: Instant, leaseUntil: Instant): Promise<OutboxMail | undefined>;
  /** The mail went out: it and its reminders are sent. */
  recordSent(mailId: string, reply: string, now: Instant): Promise<void>;
  /** It did not, this time: it is tried again from `nextTryAt` on. */
  recordDeferred(mailId: string, error: string, nextTryAt: Instant): Promise<void>;
  /** It never will: the mail is failed, its reminders dropped with the reason. */
  recordFailed(mailId: string, error: string): Promise<void>;
}
