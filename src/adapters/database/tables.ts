// The tables as the queries see them. Columns carry the names of the ports' fields: CamelCasePlugin turns
// `planId` into `plan_id`. How the tables are made is in migrations/.
//
// Instants (milliseconds) and days are integers, so that every engine compares them alike; all else is text.

import type { ColumnType, Generated } from 'kysely';
import type { CalendarEvent, PublishedFeed } from '../../ports/calendar-store.ts';
import type { Instant } from '../../ports/clock.ts';
import type { KeyedRequest } from '../../ports/idempotency-store.ts';
import type { MailLane } from '../../ports/mail-lanes.ts';
import type { MailKind, MailState } from '../../ports/outbox.ts';
import type { PlanLinkKind, StoredPlan } from '../../ports/plan-store.ts';
import type { LedgerEntry, ReminderState } from '../../ports/reminder-ledger.ts';
import type { PersonRow, RosterLinkKind, StoredRoster } from '../../ports/roster-store.ts';
import type { Subscription, SubscriptionLinks } from '../../ports/subscription-store.ts';

export interface Tables {
  readonly plans: StoredPlan;
  readonly planLinks: PlanLinkRow;
  readonly planRevisions: PlanRevisionRow;
  readonly idempotencyKeys: IdempotencyKeyRow;
  readonly calendarFeeds: PublishedFeed;
  readonly calendarEvents: CalendarEventRow;
  readonly subscriptions: SubscriptionRow;
  readonly mails: MailRow;
  readonly mailLanes: MailLane;
  readonly reminders: ReminderRow;
  readonly policyEditions: PolicyEditionRow;
  readonly policiesInForce: PolicyInForceRow;
  readonly planLeases: PlanLeaseRow;
  readonly confirmationAsks: ConfirmationAskRow;
  readonly rosters: StoredRoster;
  readonly rosterLinks: RosterLinkRow;
  readonly rosterPeople: RosterPersonRow;
  readonly rosterRed: RosterRedRow;
}

/** A link opens its plan while its row is there: one that was revoked has none. */
interface PlanLinkRow {
  readonly hash: string;
  readonly kind: PlanLinkKind;
  readonly planId: string;
}

interface IdempotencyKeyRow extends KeyedRequest {
  readonly planId: string;
}

/** What a plan was at each of its versions; what it said is null where nobody wrote it down. */
interface PlanRevisionRow {
  readonly planId: string;
  readonly version: number;
  readonly caseJson: string;
  readonly changedAt: Instant;
  readonly policyFingerprint: string | null;
  readonly saidJson: string | null;
  readonly saidBeforeJson: string | null;
  readonly causesJson: string | null;
}

/** An entry as subscribers have it. */
export interface CalendarEventRow extends Omit<CalendarEvent, 'alarms'> {
  readonly planId: string;
  /** From 0: its place in the feed. */
  readonly position: number;
  readonly alarmsJson: string;
}

interface SubscriptionRow extends Omit<Subscription, 'address' | 'of'>, SubscriptionLinks, Leased {
  /** One of the two is null. */
  readonly planId: string | null;
  readonly rosterId: string | null;
  /** Once it is erased, its keyed hash. */
  readonly address: string;
}

/** When confirmations were asked for, under a keyed hash of an address or of a client. */
interface ConfirmationAskRow {
  readonly hash: string;
  /** Instants, oldest first; those that are past the window go with the next count. */
  readonly askedAtJson: string;
  readonly lastAskedAt: Instant;
}

/** What one process at a time works on. */
interface Leased {
  /** The process that holds it; null: nobody does. */
  readonly holder: ColumnType<string | null, string | null | undefined>;
  /** Nobody else takes it before this instant. */
  readonly leaseUntil: ColumnType<Instant | null, Instant | null | undefined>;
}

interface MailRow extends Leased {
  /** Grows with every mail, so that mails of the same instant go out in the order in which they were stored. */
  readonly position: Generated<number>;
  readonly id: string;
  readonly kind: MailKind;
  readonly subscriptionId: string;
  /** Empty once nobody needs it any more. */
  readonly messageJson: string;
  /** Of its recipient, in small letters. */
  readonly domain: string;
  readonly state: MailState;
  readonly attempts: number;
  /** The smallest goes first. */
  readonly urgency: number;
  /** After this it is dropped; null: stored by a version that knew no such time. */
  readonly staleAt: Instant | null;
  readonly nextTryAt: Instant;
  /** The last answer of the mail server, or why there was none. */
  readonly lastReply: string | null;
  readonly createdAt: Instant;
  readonly sentAt: Instant | null;
}

interface ReminderRow extends LedgerEntry {
  readonly id: Generated<number>;
  readonly state: ReminderState;
  /** Why it was dropped. */
  readonly reason: string | null;
  /** The one mail that carries it. */
  readonly mailId: string | null;
}

/** What a policy and its calendar said; kept for ever, for there are few. */
interface PolicyEditionRow {
  readonly fingerprint: string;
  readonly policyId: string;
  readonly policyJson: string;
  readonly calendarJson: string;
  readonly keptAt: Instant;
}

interface PolicyInForceRow {
  readonly policyId: string;
  readonly fingerprint: string;
  readonly since: Instant;
}

/** Who follows a policy holds the plan that is being planned anew. */
interface PlanLeaseRow {
  readonly planId: string;
  readonly leaseUntil: Instant;
}

/** Like the link of a plan. */
interface RosterLinkRow {
  readonly hash: string;
  readonly kind: RosterLinkKind;
  readonly rosterId: string;
}

interface RosterPersonRow extends PersonRow {
  readonly rosterId: string;
  /** Null: it was deleted by whom it is of. */
  readonly planId: string | null;
}

/** Somebody who was red in a digest mail, whether or not it named them. */
interface RosterRedRow {
  readonly mailId: string;
  readonly rosterId: string;
  readonly refKey: string;
}
