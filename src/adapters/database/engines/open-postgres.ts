// A database on a PostgreSQL server that several processes may share: what DATABASE_URL=postgres://… names.

import { CamelCasePlugin, Kysely, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { unavailable } from '../database-unavailable.ts';
import { type MigrationTraits, migrateToLatest } from '../migrations.ts';
import type { Tables } from '../tables.ts';
import type { Engine } from './engine.ts';
import { postgresDialect } from './node-postgres.ts';
import { malformedAddress, unavailableServer } from './postgres-troubles.ts';

/** Our statements take milliseconds; this is for a server that has stopped answering. */
const LONGEST_STATEMENT_MILLISECONDS = 15_000;

export const POSTGRES_TABLES: Omit<MigrationTraits, 'schema'> = {
  numberedKey: (column) => column.primaryKey().generatedAlwaysAsIdentity(),
  altersColumns: true,
};

/**
 * Opens the database and makes the tables of this version. Processes that start together wait for the one that
 * makes them.
 *
 * @param url postgres://USER:PASSWORD@HOST:PORT/DATABASE, with the parameters that `pg` takes (sslmode, options)
 * @throws DatabaseUnavailable when it cannot be reached or used
 */
export async function openPostgres(url: string): Promise<Engine> {
  const place = placeOf(url);
  await makeTables(url, place);
  const db = new Kysely<Tables>({
    dialect: postgresDialect({ url, place, longestStatement: LONGEST_STATEMENT_MILLISECONDS }),
    plugins: [new CamelCasePlugin()],
  });
  return {
    db,
    place,
    folder: null,
    passOverHeld: (query) => query.forUpdate().skipLocked(),
    restoring: {
      givenNumbers: 'overriding system value',
      async holdTables(transaction, tables) {
        const names = sql.join(tables.map((table) => sql.table(table)));
        await sql`lock table ${names} in exclusive mode`.execute(transaction);
      },
      continueNumbering,
    },
    async check() {
      try {
        await db.selectFrom('plans').select('id').limit(1).execute();
      } catch (cause) {
        throw unavailableServer(place, cause);
      }
    },
  };
}

/** On connections of their own: a migration, or the wait for that of another process, may take long. */
async function makeTables(url: string, place: string): Promise<void> {
  const db = new Kysely<unknown>({ dialect: postgresDialect({ url, place, longestStatement: null }) });
  try {
    await migrateToLatest(db, {
      ...POSTGRES_TABLES,
      schema: await schemaForTables(db, place),
    });
  } catch (cause) {
    throw unavailableServer(place, cause);
  } finally {
    await db.destroy();
  }
}

/** The schema in which new tables are made, of a database that can hold Chinese. */
async function schemaForTables(db: Kysely<unknown>, place: string): Promise<string> {
  const { rows } = await sql<{ encoding: string; schema: string | null }>`
    select current_setting('server_encoding') as encoding, current_schema() as schema`.execute(db);
  const [found] = rows;
  if (found?.encoding !== 'UTF8') {
    const what = `its texts are kept in ${found?.encoding}`;
    throw unavailable(place, { what, remedy: 'create it anew with encoding UTF8' });
  }
  if (found.schema === null) {
    const what = 'its search_path names no schema that is there';
    throw unavailable(place, { what, remedy: 'create the schema, or name another one' });
  }
  return found.schema;
}

/** A number that is given moves no counter: each counts on behind the highest number of its column. */
async function continueNumbering(transaction: Transaction<unknown>, table: string): Promise<void> {
  const { rows } = await sql<{ column: string }>`
    select column_name as column from information_schema.columns
    where table_schema = current_schema() and table_name = ${table} and is_identity = 'YES'`.execute(
    transaction,
  );
  for (const { column } of rows) {
    await sql`
      select setval(pg_get_serial_sequence(${table}, ${column}), coalesce(max(${sql.ref(column)}), 0) + 1, false)
      from ${sql.table(table)}`.execute(transaction);
  }
}

/** The database as messages name it: without user and password. */
export function placeOf(url: string): string {
  try {
    const { database, host, port } = new pg.Client({ connectionString: url });
    return `${database} at ${host.startsWith('/') ? host : `${host}:${port}`}`;
  } catch {
    throw malformedAddress();
  }
}
