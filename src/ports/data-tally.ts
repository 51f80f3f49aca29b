// How much there is, for whoever watches the server: counts only, of nobody in particular.

import type { Instant } from './clock.ts';
import type { MailKind } from './outbox.ts';

export interface Tally {
  readonly plansByPolicy: ReadonlyMap<string, number>;
  readonly confirmedSubscriptions: number;
  /** Reminders of confirmed subscriptions whose time has come and which are not sent, in a mail or not. */
  readonly remindersDue: number;
  /** When the first of them should have gone out; null: none is due. */
  readonly oldestDueAt: Instant | null;
  /** Mails that are to be sent, new or to be tried again. */
  readonly mailsWaiting: Readonly<Record<MailKind, number>>;
  /** Of those, how many were tried before. */
  readonly mailsTriedBefore: number;
  /** Mails that were given up. */
  readonly mailsFailed: number;
}

export interface DataTally {
  /** Counts everything as it is at `now`; it reads all plans, so it is not for every request. */
  take(now: Instant): Promise<Tally>;
}
