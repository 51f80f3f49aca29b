// Requests that carry a key of their sender's own, so that the same one sent twice stores one plan
// (the Idempotency-Key header of HTTP).

import type { PlanDigest } from '../domain/plan-digest.ts';
import type { Instant } from './clock.ts';
import type { LinkHash, StoredPlan } from './plan-store.ts';

/** What is kept of a request: hashes, and never the key, what was sent, or a link that was given out. */
export interface KeyedRequest {
  readonly keyHash: string;
  /** Tells the same request from another one under the same key. */
  readonly requestHash: string;
  /** From this instant on the key is as unknown as one that never was. */
  readonly expiresAt: Instant;
}

/** What a key was used for. */
export interface KeptRequest {
  readonly requestHash: string;
  readonly planId: string;
}

export interface IdempotencyStore {
  /** What the key was used for; undefined when it was not, when it has expired, and when its plan was removed. */
  findByKey(keyHash: string, now: Instant): Promise<KeptRequest | undefined>;
  /**
   * Stores a new plan with the hashes of its links and the key that it was asked for with, all or nothing. Of two
   * that do it with one key at the same moment, in whatever process, the second waits for the first.
   *
   * @param said what the plan says on its first day; left out: nobody wrote it down.
   * @returns false, and stores nothing, when the key was used for another plan and has not expired at
   *   `plan.createdAt`.
   */
  createPlanOnce(
    plan: StoredPlan,
    links: readonly LinkHash[],
    request: KeyedRequest,
    said?: PlanDigest,
  ): Promise<boolean>;
  /** Deletes what has expired; returns how many keys that were. */
  sweep(now: Instant): Promise<number>;
}
