// Examines a database on a PostgreSQL server.

import { Kysely, sql } from 'kysely';
import { postgresDialect } from '../engines/node-postgres.ts';
import { placeOf } from '../engines/open-postgres.ts';
import { unavailableServer } from '../engines/postgres-troubles.ts';
import type { Inspected } from './inspect-database.ts';

const LONGEST_STATEMENT_MILLISECONDS = 15_000;

/** @throws DatabaseUnavailable */
export async function inspectPostgres(url: string): Promise<Inspected> {
  const place = placeOf(url);
  const dialect = postgresDialect({ url, place, longestStatement: LONGEST_STATEMENT_MILLISECONDS });
  const db = new Kysely<unknown>({ dialect });
  try {
    const migrations = await migrationsIn(db);
    await writeNothingNew(db);
    const clockAhead = await clockAheadOf(db);
    return { place, isThere: true, migrations, fault: null, freeOctets: null, clockAhead };
  } catch (cause) {
    throw unavailableServer(place, cause);
  } finally {
    await db.destroy();
  }
}

async function migrationsIn(db: Kysely<unknown>): Promise<string[]> {
  const { rows: found } = await sql<{ there: boolean }>`
    select to_regclass(quote_ident(current_schema()) || '.kysely_migration') is not null as there`.execute(
    db,
  );
  if (found[0]?.there !== true) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return rows.map(({ name }) => name);
}

/** Makes a table, as a migration does, and takes it back. */
async function writeNothingNew(db: Kysely<unknown>): Promise<void> {
  await db
    .transaction()
    .execute(async (transaction) => {
      await sql`create table lastbus_doctor (id integer)`.execute(transaction);
      throw new TakenBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error;
    });
}

class TakenBack extends Error {}

/** Half of the time that the question took is taken for the way there. */
async function clockAheadOf(db: Kysely<unknown>): Promise<number> {
  const askedAt = Date.now();
  const { rows } = await sql<{ now: number }>`
    select (extract(epoch from clock_timestamp()) * 1000)::bigint as now`.execute(db);
  const answeredAt = Date.now();
  return Math.round((rows[0]?.now ?? answeredAt) - (askedAt + answeredAt) / 2);
}
