// Opens the database that DATABASE_URL names and hands out the stores on it. The stores know no engine; each
// engine is opened in engines/.

import type { CalendarStore } from '../../ports/calendar-store.ts';
import type { DataTally } from '../../ports/data-tally.ts';
import type { FollowStore } from '../../ports/follow-store.ts';
import type { IdempotencyStore } from '../../ports/idempotency-store.ts';
import type { Leases } from '../../ports/leases.ts';
import type { MailLanes } from '../../ports/mail-lanes.ts';
import type { Outbox } from '../../ports/outbox.ts';
import type { PlanStore } from '../../ports/plan-store.ts';
import type { PolicyEditionStore } from '../../ports/policy-edition-store.ts';
import type { ReminderLedger } from '../../ports/reminder-ledger.ts';
import type { RosterStore } from '../../ports/roster-store.ts';
import type { SubscriptionStore } from '../../ports/subscription-store.ts';
import { parseDatabaseAddress } from './database-address.ts';
import type { Engine } from './engines/engine.ts';
import { openPostgres } from './engines/open-postgres.ts';
import { IN_MEMORY, openSqlite } from './engines/open-sqlite.ts';
import { SqlCalendarStore } from './sql-calendar-store.ts';
import { SqlDataTally } from './sql-data-tally.ts';
import { SqlFollowStore } from './sql-follow-store.ts';
import { SqlIdempotencyStore } from './sql-idempotency-store.ts';
import { SqlLeases } from './sql-leases.ts';
import { SqlMailLanes } from './sql-mail-lanes.ts';
import { SqlOutbox } from './sql-outbox.ts';
import { SqlPlanStore } from './sql-plan-store.ts';
import { SqlPolicyEditionStore } from './sql-policy-edition-store.ts';
import { SqlReminderLedger } from './sql-reminder-ledger.ts';
import { SqlRosterStore } from './sql-roster-store.ts';
import { SqlSubscriptionStore } from './sql-subscription-store.ts';

export interface Database {
  /** Where the database keeps its file; null: nowhere on this machine. */
  readonly folder: string | null;
  readonly planStore: PlanStore;
  readonly followStore: FollowStore;
  readonly policyEditionStore: PolicyEditionStore;
  readonly idempotencyStore: IdempotencyStore;
  readonly calendarStore: CalendarStore;
  readonly rosterStore: RosterStore;
  readonly subscriptionStore: SubscriptionStore;
  readonly reminderLedger: ReminderLedger;
  readonly outbox: Outbox;
  readonly leases: Leases;
  readonly mailLanes: MailLanes;
  readonly dataTally: DataTally;
  /** Reads from the database. Throws DatabaseUnavailable when it does not answer. */
  check(): Promise<void>;
  /** Nothing can be read or written afterwards; closing twice is harmless. */
  close(): Promise<void>;
}

/**
 * Opens the database with the tables of this version.
 *
 * @param url `sqlite:PATH`, where the file and its folder are made when they are not there; `sqlite::memory:` for
 *   one that ends with the process; `postgres://USER:PASSWORD@HOST:PORT/DATABASE`, where the database must be there
 * @param baseFolder where a relative PATH starts
 * @throws DatabaseUnavailable when the address is none of ours, or the database cannot be used
 */
export async function openDatabase(url: string, baseFolder: string): Promise<Database> {
  const { db, folder, passOverHeld, check } = await openEngine(url, baseFolder);
  return {
    folder,
    planStore: new SqlPlanStore(db),
    followStore: new SqlFollowStore(db, passOverHeld),
    policyEditionStore: new SqlPolicyEditionStore(db),
    idempotencyStore: new SqlIdempotencyStore(db),
    calendarStore: new SqlCalendarStore(db),
    rosterStore: new SqlRosterStore(db),
    subscriptionStore: new SqlSubscriptionStore(db),
    reminderLedger: new SqlReminderLedger(db, passOverHeld),
    outbox: new SqlOutbox(db, passOverHeld),
    leases: new SqlLeases(db),
    mailLanes: new SqlMailLanes(db),
    dataTally: new SqlDataTally(db),
    check,
    close: () => db.destroy(),
  };
}

/** @throws DatabaseUnavailable */
export function openEngine(url: string, baseFolder: string): Promise<Engine> {
  const address = parseDatabaseAddress(url, baseFolder);
  switch (address.engine) {
    case 'postgres':
      return openPostgres(address.url);
    case 'sqlite':
      return openSqlite(address.path);
    case 'memory':
      return openSqlite(IN_MEMORY);
  }
}
