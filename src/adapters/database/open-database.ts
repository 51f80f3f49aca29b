// Opens the database that DATABASE_URL names and hands out the stores on it. The stores know no engine; each
// engine is opened in engines/.

import { resolve } from 'node:path';
import type { CalendarStore } from '../../ports/calendar-store.ts';
import type { IdempotencyStore } from '../../ports/idempotency-store.ts';
import type { Outbox } from '../../ports/outbox.ts';
import type { PlanStore } from '../../ports/plan-store.ts';
import type { ReminderLedger } from '../../ports/reminder-ledger.ts';
import type { SubscriptionStore } from '../../ports/subscription-store.ts';
import { DatabaseUnavailable } from './database-unavailable.ts';
import type { Engine } from './engines/engine.ts';
import { openPostgres } from './engines/open-postgres.ts';
import { IN_MEMORY, openSqlite } from './engines/open-sqlite.ts';
import { SqlCalendarStore } from './sql-calendar-store.ts';
import { SqlIdempotencyStore } from './sql-idempotency-store.ts';
import { SqlOutbox } from './sql-outbox.ts';
import { SqlPlanStore } from './sql-plan-store.ts';
import { SqlReminderLedger } from './sql-reminder-ledger.ts';
import { SqlSubscriptionStore } from './sql-subscription-store.ts';

export interface Database {
  /** Where the database keeps its file; null: nowhere on this machine. */
  readonly folder: string | null;
  readonly planStore: PlanStore;
  readonly idempotencyStore: IdempotencyStore;
  readonly calendarStore: CalendarStore;
  readonly subscriptionStore: SubscriptionStore;
  readonly reminderLedger: ReminderLedger;
  readonly outbox: Outbox;
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
    idempotencyStore: new SqlIdempotencyStore(db),
    calendarStore: new SqlCalendarStore(db),
    subscriptionStore: new SqlSubscriptionStore(db),
    reminderLedger: new SqlReminderLedger(db),
    outbox: new SqlOutbox(db, passOverHeld),
    check,
    close: () => db.destroy(),
  };
}

/** The address itself is not repeated in the message: it may hold a password. */
function openEngine(url: string, baseFolder: string): Promise<Engine> {
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0] ?? '';
  const path = url.slice(scheme.length);
  if (scheme === 'postgres:' || scheme === 'postgresql:') return openPostgres(url);
  // `sqlite://data/x` looks relative and would be read as the absolute /data/x.
  if (scheme === 'sqlite:' && path !== '' && !/^\/\/(?!\/)/.test(path)) {
    return openSqlite(path === IN_MEMORY ? path : resolve(baseFolder, path));
  }
  const found = scheme === '' ? 'has no scheme' : `starts with ${scheme} and is no address we can open`;
  throw new DatabaseUnavailable(
    `The database address ${found}; set DATABASE_URL to sqlite:PATH, for example sqlite:./data/lastbus.sqlite, or to postgres://USER:PASSWORD@HOST:PORT/DATABASE.`,
  );
}
