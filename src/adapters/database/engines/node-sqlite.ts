// Kysely over Node's own `node:sqlite`. Kysely's SqliteDialect expects the shape of better-sqlite3; here are
// the few methods it uses, and in what we differ from it. No tables, no queries.

import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';
import { LockOfOthers } from './lock-of-others.ts';
import { isHeldByOthers, toldTrouble } from './sqlite-troubles.ts';

const LOCK_PAUSE_MILLISECONDS = 10;

/**
 * SQLite for Kysely on one connection. Kysely gives the connection to one caller at a time, so the statements
 * of two transactions never mix. Destroying the Kysely instance closes `connection`.
 */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  readonly #connection: DatabaseSync;

  constructor(connection: DatabaseSync) {
    const config = { database: databaseFrom(connection) };
    super(config);
    this.#config = config;
    this.#connection = connection;
  }

  override createDriver(): SqliteDriver {
    return new PatientDriver(this.#config, this.#connection);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

class PatientDriver extends SqliteDriver {
  readonly #database: DatabaseSync;
  readonly #lock = new LockOfOthers();

  constructor(config: SqliteDialectConfig, database: DatabaseSync) {
    super(config);
    this.#database = database;
  }

  /** A connection that waits for the lock of another process, and tells in a sentence what is wrong with the file. */
  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    return {
      executeQuery: <Row>(query: CompiledQuery) => this.#executePatiently<Row>(connection, query),
      streamQuery: (query, chunkSize, options) => connection.streamQuery(query, chunkSize, options),
    };
  }

  async #executePatiently<Row>(
    connection: DatabaseConnection,
    query: CompiledQuery,
  ): Promise<QueryResult<Row>> {
    for (;;) {
      try {
        const result = await connection.executeQuery<Row>(query);
        this.#lock.isFree();
        return result;
      } catch (error) {
        // SQLite could wait by itself, but then this whole process would stand still with it.
        if (isHeldByOthers(error) && this.#lock.isWorthWaitingFor()) await pause(LOCK_PAUSE_MILLISECONDS);
        else throw toldTrouble(this.#database.location() ?? 'in memory', error);
      }
    }
  }

  /**
   * Takes the write lock at the start. A transaction that begins as a reader and then writes fails at once, and
   * without waiting, when another process wrote in between; one that begins as a writer waits.
   */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** After a full disk and the like SQLite has rolled back itself; asked again it would only hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.isTransaction) await super.rollbackTransaction(connection);
  }
}

class TransactionalAdapter extends SqliteAdapter {
  /** SQLite can roll back a `create table`: a migration that is cut off leaves nothing behind. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Our queries are far fewer; lists of different lengths make statements of their own, which must not pile up. */
const MOST_STATEMENTS = 200;

/** Statements are prepared once: preparing takes longer than most of them run. */
function databaseFrom(connection: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  const prepare = (sql: string): SqliteStatement => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const statement = statementFrom(connection.prepare(sql));
    // One that changes the tables is prepared against tables that are not there yet, and runs once.
    if (/^(?:select|insert|update|delete)\b/i.test(sql)) prepared.set(sql, statement);
    if (prepared.size > MOST_STATEMENTS) prepared.delete(prepared.keys().next().value ?? '');
    return statement;
  };
  return { prepare, close: () => connection.close() };
}

function statementFrom(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...parameters.map(toInputValue)),
    run: (parameters) => statement.run(...parameters.map(toInputValue)),
    iterate: (parameters) => statement.iterate(...parameters.map(toInputValue)),
  };
}

/** Only what PostgreSQL stores alike. A boolean or a Date here is a bug of ours. */
function toInputValue(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value;
  throw new TypeError(`cannot store a ${typeof value}: give a number, a text or null`);
}
