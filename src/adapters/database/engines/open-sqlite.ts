// A database in a file of its own, or in memory: what DATABASE_URL=sqlite:… names.

import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CamelCasePlugin, Kysely } from 'kysely';
import { type MigrationTraits, migrateToLatest } from '../migrations.ts';
import type { Tables } from '../tables.ts';
import type { Engine } from './engine.ts';
import { NodeSqliteDialect } from './node-sqlite.ts';
import { unavailableFile } from './sqlite-troubles.ts';

export const IN_MEMORY = ':memory:';
const BUSY_TIMEOUT_MILLISECONDS = 5_000;

export const SQLITE_TABLES: MigrationTraits = {
  numberedKey: (column) => column.primaryKey().autoIncrement(),
  altersColumns: false,
  schema: null,
};

/**
 * Opens the database file, and makes it and its folder where there is none, with the tables of this version.
 *
 * @param path absolute, or `:memory:` for a database that ends with the process
 * @throws DatabaseUnavailable when the file cannot be used
 */
export async function openSqlite(path: string): Promise<Engine> {
  const connection = connect(path);
  const db = new Kysely<Tables>({
    dialect: new NodeSqliteDialect(connection),
    plugins: [new CamelCasePlugin()],
  });
  try {
    await migrateToLatest(db, SQLITE_TABLES);
  } catch (cause) {
    connection.close();
    throw unavailableFile(path, cause);
  }
  return {
    db,
    place: path,
    folder: path === IN_MEMORY ? null : dirname(path),
    // Only one transaction at a time can write, so nobody holds a row of another.
    passOverHeld: (query) => query,
    restoring: {
      givenNumbers: '',
      // The transaction holds off all others since its beginning.
      holdTables: async () => {},
      // A number that is given counts as one that was given out.
      continueNumbering: async () => {},
    },
    async check() {
      try {
        await db.selectFrom('plans').select('id').limit(1).execute();
      } catch (cause) {
        throw unavailableFile(path, cause);
      }
    },
  };
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
    // From now on our driver waits, and other requests are answered meanwhile.
    connection.exec('pragma busy_timeout = 0');
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
