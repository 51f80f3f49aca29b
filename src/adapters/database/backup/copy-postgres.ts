// A consistent copy of a PostgreSQL database while others read and write it, in an SQLite file of the same version.

import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, sql, type Transaction } from 'kysely';
import { postgresDialect } from '../engines/node-postgres.ts';
import { NodeSqliteDialect } from '../engines/node-sqlite.ts';
import { placeOf } from '../engines/open-postgres.ts';
import { SQLITE_TABLES } from '../engines/open-sqlite.ts';
import { unavailableServer } from '../engines/postgres-troubles.ts';
import { migrateUntil } from '../migrations.ts';
import { refuseLater } from './copy-sqlite.ts';
import { type TableOfFile, tablesInOrder } from './tables-in-order.ts';

const ROWS_AT_A_TIME = 1_000;

type Row = Readonly<Record<string, SQLInputValue>>;

/**
 * Copies the database at `url` into the empty file `target`. One transaction reads all tables as they were at its
 * beginning (repeatable read); whoever writes meanwhile neither waits nor is seen.
 *
 * @throws DatabaseUnavailable when the server cannot be reached or read; what the target's disk says, as it says it
 */
export async function copyPostgres(url: string, target: string): Promise<void> {
  const place = placeOf(url);
  const db = new Kysely<unknown>({ dialect: postgresDialect({ url, place, longestStatement: null }) });
  try {
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (transaction) => {
        const names = await namesOfMigrations(transaction);
        refuseLater(names, place);
        await makeTables(target, names.at(-1) ?? '');
        await copyTables(transaction, target);
      });
  } catch (cause) {
    throw isOfPostgres(cause) ? unavailableServer(place, cause) : cause;
  } finally {
    await db.destroy();
  }
}

async function namesOfMigrations(transaction: Transaction<unknown>): Promise<string[]> {
  const { rows: found } = await sql<{ there: boolean }>`
    select to_regclass(quote_ident(current_schema()) || '.kysely_migration') is not null as there`.execute(
    transaction,
  );
  if (found[0]?.there !== true) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
    transaction,
  );
  return rows.map(({ name }) => name);
}

async function makeTables(target: string, lastMigration: string): Promise<void> {
  const file = new Kysely<unknown>({ dialect: new NodeSqliteDialect(new DatabaseSync(target)) });
  try {
    await migrateUntil(file, SQLITE_TABLES, lastMigration);
  } finally {
    await file.destroy();
  }
}

async function copyTables(transaction: Transaction<unknown>, target: string): Promise<void> {
  const file = new DatabaseSync(target);
  try {
    file.exec('begin');
    for (const table of tablesInOrder(file)) await copyTable(transaction, file, table);
    file.exec('commit');
  } finally {
    file.close();
  }
}

async function copyTable(
  transaction: Transaction<unknown>,
  file: DatabaseSync,
  { name, columns }: TableOfFile,
): Promise<void> {
  const names = columns.map((column) => `"${column}"`).join(', ');
  const places = columns.map(() => '?').join(', ');
  const insert = file.prepare(`insert into "${name}" (${names}) values (${places})`);
  // A cursor: a table need not fit into memory.
  await sql.raw(`declare rows no scroll cursor for select ${names} from "${name}"`).execute(transaction);
  for (;;) {
    const { rows } = await sql.raw<Row>(`fetch ${ROWS_AT_A_TIME} from rows`).execute(transaction);
    for (const row of rows) insert.run(...columns.map((column) => row[column] ?? null));
    if (rows.length < ROWS_AT_A_TIME) break;
  }
  await sql.raw('close rows').execute(transaction);
}

/** What `pg` throws is of the source; what SQLite and the system throw is of the target. */
function isOfPostgres(error: unknown): boolean {
  return !(error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR');
}
