// Opens the database that DATABASE_URL names and hands out the stores on it. The stores know no engine; this
// file knows SQLite.

import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CamelCasePlugin, Kysely } from 'kysely';
import type { PlanStore } from '../../ports/plan-store.ts';
import type { ReminderLedger } from '../../ports/reminder-ledger.ts';
import type { SubscriptionStore } from '../../ports/subscription-store.ts';
import { DatabaseUnavailable, unavailableFile } from './database-unavailable.ts';
import { migrateToLatest } from './migrations.ts';
import { NodeSqliteDialect } from './node-sqlite.ts';
import { SqlPlanStore } from './sql-plan-store.ts';
import { SqlReminderLedger } from './sql-reminder-ledger.ts';
import { SqlSubscriptionStore } from './sql-subscription-store.ts';
import type { Tables } from './tables.ts';

export interface Database {
  /** Where the database keeps its file; null: nowhere on this machine. */
  readonly folder: string | null;
  readonly planStore: PlanStore;
  readonly subscriptionStore: SubscriptionStore;
  readonly reminderLedger: ReminderLedger;
  /** Reads from the database. Throws DatabaseUnavailable when it does not answer. */
  check(): Promise<void>;
  /** Nothing can be read or written afterwards; closing twice is harmless. */
  close(): Promise<void>;
}

const IN_MEMORY = ':memory:';
const BUSY_TIMEOUT_MILLISECONDS = 5_000;

/**
 * Opens the database, and makes it and its folder where there is none, with the tables of this version.
 *
 * @param url `sqlite:PATH`, or `sqlite::memory:` for one that ends with the process
 * @param baseFolder where a relative PATH starts
 * @throws DatabaseUnavailable when the address is none of ours, or the file cannot be used
 */
export async function openDatabase(url: string, baseFolder: string): Promise<Database> {
  const path = sqlitePath(url, baseFolder);
  const connection = connect(path);
  const db = new Kysely<Tables>({
    dialect: new NodeSqliteDialect(connection),
    plugins: [new CamelCasePlugin()],
  });
  try {
    await migrateToLatest(db, (column) => column.primaryKey().autoIncrement());
  } catch (cause) {
    connection.close();
    throw unavailableFile(path, cause);
  }
  return {
    folder: path === IN_MEMORY ? null : dirname(path),
    planStore: new SqlPlanStore(db),
    subscriptionStore: new SqlSubscriptionStore(db),
    reminderLedger: new SqlReminderLedger(db),
    async check() {
      try {
        await db.selectFrom('plans').select('id').limit(1).execute();
      } catch (cause) {
        throw unavailableFile(path, cause);
      }
    },
    close: () => db.destroy(),
  };
}

/** The address itself is not repeated in the message: one of another kind may hold a password. */
function sqlitePath(url: string, baseFolder: string): string {
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0] ?? '';
  const path = url.slice(scheme.length);
  // `sqlite://data/x` looks relative and would be read as the absolute /data/x.
  if (scheme === 'sqlite:' && path !== '' && !/^\/\/(?!\/)/.test(path)) {
    return path === IN_MEMORY ? path : resolve(baseFolder, path);
  }
  const found = scheme === '' ? 'has no scheme' : `starts with ${scheme} and is no address we can open`;
  throw new DatabaseUnavailable(
    `The database address ${found}; set DATABASE_URL to sqlite:PATH, for example sqlite:./data/lastbus.sqlite.`,
  );
}

function connect(path: string): DatabaseSync {
  let connection: DatabaseSync | undefined;
  try {
    if (path !== IN_MEMORY) createPrivateFile(path);
    connection = new DatabaseSync(path, {
      enableForeignKeyConstraints: true,
      timeout: BUSY_TIMEOUT_MILLISECONDS,
    });
    connection.exec('pragma journal_mode = wal');
    // With `normal`, WAL can lose the last commits in a power cut: a reminder that was just recorded, or the
    // record that it was sent.
    connection.exec('pragma synchronous = full');
    // Overwrites what is deleted: a removed plan leaves no address in the free pages of the file.
    connection.exec('pragma secure_delete = on');
    return connection;
  } catch (cause) {
    connection?.close();
    throw unavailableFile(path, cause);
  }
}

/** Before SQLite does, which would let others read it: it holds addresses. The -wal file takes over its mode. */
function createPrivateFile(path: string): void {
  makeFolder(dirname(path));
  closeSync(openSync(path, 'a', 0o600));
}

/**
 * Makes a folder and those above it that are not there. One level at a time: Node's own way of making all at
 * once never returns where the system says of a folder it refuses that there is none, as /proc does.
 */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  try {
    mkdirSync(path, 0o700);
  } catch (error) {
    // Another process that starts at the same time may have been faster.
    if (!existsSync(path)) throw error;
  }
}
