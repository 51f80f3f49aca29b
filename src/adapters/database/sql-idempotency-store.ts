// Keys of requests in SQL. What each method promises is in ports/idempotency-store.ts.

import type { Kysely } from 'kysely';
import type { PlanDigest } from '../../domain/plan-digest.ts';
import type { Instant } from '../../ports/clock.ts';
import type { IdempotencyStore, KeptRequest, KeyedRequest } from '../../ports/idempotency-store.ts';
import type { LinkHash, StoredPlan } from '../../ports/plan-store.ts';
import { inTransaction } from './in-transaction.ts';
import type { Tables } from './tables.ts';
import { writePlan } from './write-plan.ts';

/** Thrown inside a transaction to take back the plan that it has written. */
class KeyTaken extends Error {}

export class SqlIdempotencyStore implements IdempotencyStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async findByKey(keyHash: string, now: Instant): Promise<KeptRequest | undefined> {
    return this.#db
      .selectFrom('idempotencyKeys')
      .select(['requestHash', 'planId'])
      .where('keyHash', '=', keyHash)
      .where('expiresAt', '>', now)
      .executeTakeFirst();
  }

  async createPlanOnce(
    plan: StoredPlan,
    links: readonly LinkHash[],
    request: KeyedRequest,
    said?: PlanDigest,
  ): Promise<boolean> {
    try {
      await inTransaction(this.#db, async (transaction) => {
        await transaction
          .deleteFrom('idempotencyKeys')
          .where('keyHash', '=', request.keyHash)
          .where('expiresAt', '<=', plan.createdAt)
          .execute();
        // The plan first, for the key refers to it.
        await writePlan(transaction, plan, links, said);
        // An insert waits for another one of the same key until that is stored or undone: whoever comes second
        // finds the first one's answer, and a process that dies in between leaves nothing behind.
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('idempotencyKeys')
          .values({ ...request, planId: plan.id })
          .onConflict((conflict) => conflict.column('keyHash').doNothing())
          .executeTakeFirst();
        if (numInsertedOrUpdatedRows !== 1n) throw new KeyTaken();
      });
      return true;
    } catch (error) {
      if (error instanceof KeyTaken) return false;
      throw error;
    }
  }

  async sweep(now: Instant): Promise<number> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('idempotencyKeys')
      .where('expiresAt', '<=', now)
      .executeTakeFirst();
    return Number(numDeletedRows);
  }
}
