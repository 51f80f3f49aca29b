// Who wants reminders of which plan, or the digest of which roster, and whether they said so themselves.

import type { Locale } from '../domain/localized.ts';
import type { Instant } from './clock.ts';
import type { PlanReminder } from './reminder-ledger.ts';

/**
 * `unsubscribed`: its owner wants no more mails, ever. `bounced`: a mail server refused it. `removed`: somebody who may
 * change the plan took it out. Of what is unsubscribed or removed the address is erased.
 */
export type SubscriptionState = 'pending' | 'confirmed' | 'unsubscribed' | 'bounced' | 'removed';

/** Whom an address of a plan belongs to: the family hears of all of it, the employer of the employer's steps alone. */
export type PlanAudience = 'family' | 'employer';

/** `roster`: whoever keeps a roster, and hears of everybody in it. */
export type Audience = PlanAudience | 'roster';

/** What a subscription is to; that of a roster has the audience of that name, and no other has. */
export interface Subscribed {
  readonly kind: 'plan' | 'roster';
  readonly id: string;
}

export interface Subscription {
  readonly id: string;
  readonly of: Subscribed;
  /** Null: erased. */
  readonly address: string | null;
  readonly state: SubscriptionState;
  readonly locale: Locale;
  readonly audience: Audience;
  /** By what the employer knows whom it is about; null: nothing was given, or it was erased. */
  readonly reference: string | null;
  /** The subscription that ends when this one is confirmed; null: none. */
  readonly replaces: string | null;
  readonly createdAt: Instant;
}

/** A subscription as whoever may change its plan or roster sees it. */
export interface ListedSubscription extends Subscription {
  /** When it was last asked for a confirmation; null: never, or that was erased. */
  readonly askedAt: Instant | null;
  /** What the mail server said that refused it; null: none did. */
  readonly refusal: string | null;
}

export interface SubscriptionLinks {
  readonly confirmHash: string;
  readonly unsubscribeHash: string;
}

/** A subscription that is to end. */
export interface Ending {
  readonly id: string;
  /** The keyed hash that is kept in the place of its address; null: it stands there already. */
  readonly addressHash: string | null;
}

/** Something of which at most so many may be counted in a window of time. */
export interface CountedAsk {
  /** Keyed: what is counted cannot be read from it. */
  readonly hash: string;
  readonly most: number;
}

export interface SubscriptionStore {
  /**
   * Stores a pending subscription. One a plan or roster and address: of an address that is there already the row and its links
   * stay. One that is pending takes over what `subscription` says of it; one that was removed or has bounced becomes
   * pending again; one that is confirmed or unsubscribed stays as it is.
   *
   * @param addressHash by which an address is known again that was erased
   * @returns undefined, and stores nothing, when the plan or roster is gone
   */
  createOrFind(
    subscription: Subscription & { readonly address: string },
    links: SubscriptionLinks,
    addressHash: string,
  ): Promise<Subscription | undefined>;
  findByConfirmHash(hash: string): Promise<Subscription | undefined>;
  findByUnsubscribeHash(hash: string): Promise<Subscription | undefined>;
  find(id: string): Promise<Subscription | undefined>;
  /** In the order in which they were first stored. */
  listOf(of: Subscribed): Promise<readonly ListedSubscription[]>;
  /**
   * Sets it to confirmed and writes its reminders, of an employer's those of the employer's steps alone; and ends the
   * one that it replaces. All in one transaction. Does nothing when it is not pending.
   *
   * @param planVersion the version of the plan that `reminders` were computed from; null for a roster
   * @returns false, and changes nothing, when the plan has another version by now: the reminders would be those
   *   of an old plan, so the caller computes them anew and asks again.
   */
  confirm(
    id: string,
    reminders: readonly PlanReminder[],
    planVersion: number | null,
    replaced?: Ending | null,
  ): Promise<boolean>;
  /** Sets it to bounced and withdraws what has not been sent, in one transaction. The address is kept, to be shown. */
  close(id: string, state: 'bounced'): Promise<void>;
  /**
   * Ends it, withdraws what has not been sent, and erases the address wherever it stands: in the subscription, in the
   * texts of its mails, and in what mail servers said. All in one transaction. One that has unsubscribed stays so.
   */
  erase(ending: Ending, state: 'unsubscribed' | 'removed'): Promise<void>;
  /** Whether this hash is what is kept of its address. */
  isKeptAs(id: string, addressHash: string): Promise<boolean>;
  /** One that is unsubscribed becomes pending again, for its owner says so; does nothing to any other. */
  reopen(id: string, address: string): Promise<void>;
  /** Those that have ended and still hold an address: an earlier version of the program kept it. */
  listUnerased(): Promise<readonly Subscription[]>;
  /**
   * Counts one ask under each hash, or none when that would be one too many for any of them. Whoever counts at the same
   * moment, in whatever process, waits for the other. What is older than the window is forgotten.
   *
   * @returns null when it was counted; else the first instant at which it would be
   */
  countAsk(asks: readonly CountedAsk[], now: Instant, windowMilliseconds: number): Promise<Instant | null>;
}
