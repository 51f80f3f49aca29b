// The outbox: mails that are stored before they are first tried, so that each goes out at least once.

import type { Instant } from './clock.ts';
import type { Lease } from './leases.ts';
import type { MailMessage } from './mail-transport.ts';

export type MailKind = 'confirm' | 'reminder';
/**
 * `withdrawn`: its subscription was closed before it was sent. `dropped`: it had nothing to say any more before it
 * could be sent. `failed`: its recipient will never take it.
 */
export type MailState = 'unsent' | 'sent' | 'withdrawn' | 'dropped' | 'failed';

/** A mail that is stored before it is first tried; a retry sends this row, never a new grouping. */
export interface OutboxMail {
  readonly id: string;
  readonly kind: MailKind;
  readonly subscriptionId: string;
  readonly message: MailMessage;
  /** The part of the recipient's address behind the @, in small letters. */
  readonly domain: string;
  /** Tries begun so far, the one it was just claimed for included. */
  readonly attempts: number;
  /** How many reminders it carries. */
  readonly reminderCount: number;
}

/** Who of a roster was red when a digest of it was written, by HR's keys in the form in which they are compared. */
export interface ToldRed {
  readonly rosterId: string;
  readonly refKeys: readonly string[];
}

export interface NewOutboxMail extends Omit<OutboxMail, 'attempts' | 'reminderCount' | 'domain'> {
  /** The reminders that this mail carries; they become `sent` when it is. */
  readonly reminderIds: readonly number[];
  /** The version of the plan that its text speaks of; left out: it speaks of none. */
  readonly planVersion?: number;
  /** Of a digest; left out: it is none. */
  readonly red?: ToldRed;
  /** The smallest goes first: total float in working days for reminders. */
  readonly urgency: number;
  /** After this it has nothing to say any more and is dropped. */
  readonly staleAt: Instant;
}

export interface MailClaim {
  readonly now: Instant;
  readonly lease: Lease;
  /** How many mails at most. */
  readonly most: number;
  /** Mails to these domains are left for later. */
  readonly exceptDomains: readonly string[];
}

/** No mail waits longer for its next try; a time further off was written by a clock that went wrong. */
export const LONGEST_RETRY_WAIT = 4 * 60 * 60_000;

/** The last digest of a subscription that went out, or is about to. */
export interface LastDigest {
  readonly writtenAt: Instant;
  /** Who was red in it and is still in the roster. */
  readonly redKeys: readonly string[];
}

export interface Outbox {
  /**
   * Stores a mail and ties its reminders to it, in one transaction. A reminder is tied to one mail at most.
   *
   * @returns false, and stores nothing, when one of its reminders is no longer to be sent or is in another mail,
   *   when the mail is there already, when its subscription is closed or gone, or when the plan has another version
   *   than the one it speaks of: somebody else was faster.
   */
  enqueue(mail: NewOutboxMail, now: Instant): Promise<boolean>;
  /** Undefined: none went out, nor is about to. */
  findLastDigest(subscriptionId: string): Promise<LastDigest | undefined>;
  /**
   * Claims unsent mails whose next try has come and which nobody holds, the most urgent first: no other caller gets
   * them before the lease ends.
   */
  claimMails(claim: MailClaim): Promise<readonly OutboxMail[]>;
  /**
   * The mail went out: it and its reminders are sent, whoever holds it by now. Its text is kept no longer; `reply`
   * neither, when the address was erased meanwhile, for it may name it.
   */
  recordSent(mailId: string, reply: string, now: Instant): Promise<void>;
  /** It did not, this time: `holder` lets it go, and it is tried again from `nextTryAt` on. */
  recordDeferred(mailId: string, holder: string, error: string, nextTryAt: Instant): Promise<void>;
  /** It never will: the mail is failed, its reminders dropped with the reason. */
  recordFailed(mailId: string, error: string): Promise<void>;
  /** `holder` lets go of mails that it did not try after all. */
  giveBack(mailIds: readonly string[], holder: string): Promise<void>;
  /**
   * Drops unsent mails that nobody holds and that have nothing to say any more, and their reminders, with the reason.
   *
   * @returns how many reminders
   */
  dropStaleMails(now: Instant, reason: string): Promise<number>;
}
