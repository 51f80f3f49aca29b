// An open database, and all in which the engines differ for those who use it.

import type { Kysely, SelectQueryBuilder, Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

export interface Engine {
  readonly db: Kysely<Tables>;
  /** The database as messages name it, without a password. */
  readonly place: string;
  /** Where the database keeps its file; null: nowhere on this machine. */
  readonly folder: string | null;
  readonly passOverHeld: PassOverHeld;
  readonly restoring: RestoreTraits;
  /** Reads from the database. Throws DatabaseUnavailable when it does not answer. */
  check(): Promise<void>;
}

/**
 * Makes a query hold the rows that it finds until its transaction ends, and pass over those that somebody else
 * holds: with many connections, two that look for work then never wait for each other.
 */
export type PassOverHeld = <Table extends keyof Tables, Found>(
  query: SelectQueryBuilder<Tables, Table, Found>,
) => SelectQueryBuilder<Tables, Table, Found>;

/** How rows that carry numbers already are written; everything of it in the transaction that writes them. */
export interface RestoreTraits {
  /** Stands in an insert that gives the numbers which the engine else would give. */
  readonly givenNumbers: string;
  /** Nobody else writes to these tables until the transaction ends. */
  holdTables(transaction: Transaction<unknown>, tables: readonly string[]): Promise<void>;
  /** New rows of the table get numbers that no row has. */
  continueNumbering(transaction: Transaction<unknown>, table: string): Promise<void>;
}
