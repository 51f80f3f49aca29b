// Kysely over `pg`, the PostgreSQL client that Kysely's own dialect expects: a pool whose connections give numbers
// where SQLite does, and say in one sentence when the server is away. No tables, no queries.

import { PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { isUnavailability, unavailableServer } from './postgres-troubles.ts';

const CONNECTIONS_PER_PROCESS = 8;

/** For a connection, be it a new one or one that somebody else has to give back first. */
const LONGEST_WAIT_MILLISECONDS = 5_000;

/** PostgreSQL ends a transaction of ours that has stood still so long: the rows it holds are free again. */
const LONGEST_STANDSTILL_MILLISECONDS = 30_000;

export interface PostgresPoolOptions {
  /** An address that `pg` understands. */
  readonly url: string;
  /** The database as messages name it. */
  readonly place: string;
  /** Milliseconds after which a statement is given up; null: never. */
  readonly longestStatement: number | null;
}

/** PostgreSQL for Kysely. Destroying the Kysely instance ends all connections. */
export function postgresDialect(options: PostgresPoolOptions): PostgresDialect {
  // Made with the first query, so that Kysely ends what it has begun.
  return new PostgresDialect({ pool: async () => poolFor(options) });
}

function poolFor({ url, place, longestStatement }: PostgresPoolOptions): PostgresPool {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS_PER_PROCESS,
    connectionTimeoutMillis: LONGEST_WAIT_MILLISECONDS,
    idle_in_transaction_session_timeout: LONGEST_STANDSTILL_MILLISECONDS,
    ...(longestStatement !== null && { query_timeout: longestStatement }),
    keepAlive: true,
    fallback_application_name: 'lastbus',
    types: { getTypeParser },
  });
  // A connection that breaks off while nobody uses it is left out of the pool; nobody is to be told. The same event
  // on one in use would end the process; whoever uses it hears of the break from the query.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      try {
        return tellingClient(await pool.connect(), place);
      } catch (cause) {
        throw unavailableServer(place, cause);
      }
    },
  };
}

/** A connection whose queries fail with DatabaseUnavailable when it has broken off, and which then is not used again. */
function tellingClient(client: pg.PoolClient, place: string): PostgresPoolClient {
  let isBroken = false;
  return {
    query: async (...args: unknown[]) => {
      try {
        return await Reflect.apply(client.query, client, args);
      } catch (error) {
        if (!isUnavailability(error)) throw error;
        isBroken = true;
        throw unavailableServer(place, error);
      }
    },
    release: (isToBeEnded) => client.release(isToBeEnded || isBroken),
  } as PostgresPoolClient;
}

/** Of the whole `int8`, which `pg` gives as texts: our instants are far below 2 ** 53. For these connections only. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.INT8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format);
