// What the use cases need from the world and the configuration, in one object that main.ts fills.

import type { CalendarStore } from '../ports/calendar-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { FollowStore } from '../ports/follow-store.ts';
import type { IdempotencyStore } from '../ports/idempotency-store.ts';
import type { HoldingProcess, Leases } from '../ports/leases.ts';
import type { MailLanes } from '../ports/mail-lanes.ts';
import type { MailTransport } from '../ports/mail-transport.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { PlanStore } from '../ports/plan-store.ts';
import type { PolicyEditionStore } from '../ports/policy-edition-store.ts';
import type { ReminderLedger } from '../ports/reminder-ledger.ts';
import type { RosterStore } from '../ports/roster-store.ts';
import type { SubscriptionStore } from '../ports/subscription-store.ts';
import type { PolicyBook } from './policy-book.ts';
import type { SecretLinks } from './secret-links.ts';
import type { MailPace } from './sending/pace.ts';

export interface Dependencies {
  /** As it is in force now, and another one when the files have changed: ask for it each time, keep it for one task. */
  readonly book: PolicyBook;
  readonly followStore: FollowStore;
  readonly policyEditionStore: PolicyEditionStore;
  readonly planStore: PlanStore;
  readonly idempotencyStore: IdempotencyStore;
  readonly calendarStore: CalendarStore;
  readonly rosterStore: RosterStore;
  readonly subscriptionStore: SubscriptionStore;
  readonly reminderLedger: ReminderLedger;
  readonly outbox: Outbox;
  readonly leases: Leases;
  readonly thisProcess: HoldingProcess;
  readonly mailLanes: MailLanes;
  readonly mailPace: MailPace;
  readonly mailTransport: MailTransport;
  readonly clock: Clock;
  /** Resolves after so many milliseconds of that clock, or when the signal is aborted. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly links: SecretLinks;
  /** Where the server is reached, without a slash at the end: links in mails and calendars start with it. */
  readonly publicUrl: string;
  /** Time of day `HH:MM`, in the policy's zone, at which reminders go out. */
  readonly reminderTime: string;
  /** Where mails are written when no relay is configured; null: they are sent. */
  readonly mailFolder: string | null;
  /** Called when a mail waits in the outbox, so that it need not wait for the next round. */
  readonly onMailWaiting: () => void;
}

/** The host name of the public address: the right-hand side of UIDs and Message-IDs. */
export function hostOf({ publicUrl }: Pick<Dependencies, 'publicUrl'>): string {
  return new URL(publicUrl).hostname;
}
