// A transaction that is tried again when it got into the way of another one.

import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

const MOST_TRIES = 5;
const LONGEST_PAUSE_MILLISECONDS = 50;

/** PostgreSQL's serialization_failure and deadlock_detected. In SQLite transactions wait for each other instead. */
const CROSSED: ReadonlySet<unknown> = new Set(['40001', '40P01']);

/**
 * Runs `work` in one transaction: all of it happens, or nothing. When the engine gives it up because two waited for
 * each other, everything is undone and `work` runs anew, a few times at most; so it does nothing but query.
 */
export async function inTransaction<Result>(
  db: Kysely<Tables>,
  work: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (tries === MOST_TRIES || !isCrossed(error)) throw error;
      // By chance, or the same two would meet again.
      await pause(Math.random() * LONGEST_PAUSE_MILLISECONDS);
    }
  }
}

function isCrossed(error: unknown): boolean {
  return error instanceof Error && 'code' in error && CROSSED.has(error.code);
}
