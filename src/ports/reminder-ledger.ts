// The ledger of reminders: what is to be said to whom, when, and what became of it.

import type { Day } from '../domain/day.ts';
import type { Actor } from '../domain/planned-activity.ts';
import type { ReminderKind } from '../domain/reminder.ts';
import type { Instant } from './clock.ts';
import type { Lease } from './leases.ts';

/** A reminder as a plan calls for it, the same for all its subscriptions; (activity, kind, day) is its identity. */
export interface PlanReminder {
  readonly activity: string;
  /** Who performs the activity: an employer hears of its own steps alone. */
  readonly actor: Actor;
  readonly kind: ReminderKind;
  /** The day on whose morning it goes out, in the policy's zone. */
  readonly day: Day;
  readonly sendAt: Instant;
  /** After this it has nothing to say any more and is dropped. */
  readonly staleAt: Instant;
  /** Total float of the activity in working days; what is tightest goes first. */
  readonly floatWorkingDays: number;
}

/** A reminder that is to be sent to somebody; (subscription, activity, kind, day) is its identity. */
export interface LedgerEntry extends Omit<PlanReminder, 'actor'> {
  readonly subscriptionId: string;
  /** Of a `plan-changed`: the last version of the plan that they know; of all others null. */
  readonly sinceVersion: number | null;
}

export type ReminderState = 'unsent' | 'sent' | 'withdrawn' | 'dropped';

export interface DueReminder extends LedgerEntry {
  readonly id: number;
  /** When the last mail with reminders was stored for this subscription; null: none was. */
  readonly lastMailAt: Instant | null;
}

export interface ReminderLedger {
  /**
   * Adds reminders to the ledger of a confirmed subscription, each once; one that is there already stays as it is, unless
   * it was withdrawn: it is to be sent again. Of any other subscription nothing is written.
   */
  add(subscriptionId: string, reminders: readonly PlanReminder[]): Promise<void>;
  /**
   * Claims confirmed subscriptions that have something due and that nobody holds, the ones with the smallest floats
   * first, about as many as have `most` due reminders.
   *
   * @returns all their unsent reminders with `sendAt <= now` that are in no mail yet, smallest float first
   */
  claimDue(now: Instant, lease: Lease, most: number): Promise<readonly DueReminder[]>;
  /** Moves reminders to a later morning; one that somebody else moved, withdrew or mailed stays as it is. */
  postpone(reminders: readonly DueReminder[], sendAt: Instant): Promise<void>;
  /**
   * Drops reminders that have nothing to say any more, with the reason kept. One that was moved meanwhile and is not
   * due at `now` stays: the reason is not its own any more.
   */
  drop(reminderIds: readonly number[], reason: string, now: Instant): Promise<void>;
}
