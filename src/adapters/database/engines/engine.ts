// An open database, and all in which the engines differ for those who use it.

import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { Tables } from '../tables.ts';

export interface Engine {
  readonly db: Kysely<Tables>;
  /** Where the database keeps its file; null: nowhere on this machine. */
  readonly folder: string | null;
  readonly passOverHeld: PassOverHeld;
  /** Reads from the database. Throws DatabaseUnavailable when it does not answer. */
  check(): Promise<void>;
}

/**
 * Makes a query hold the mails that it finds until its transaction ends, and pass over those that somebody else
 * holds: with many connections, two that look for work then never wait for each other.
 */
export type PassOverHeld = <Found>(
  query: SelectQueryBuilder<Tables, 'mails', Found>,
) => SelectQueryBuilder<Tables, 'mails', Found>;
