// Plans that were last planned with another edition of their policy than the one in force, handed out in batches.

import type { Instant } from './clock.ts';
import type { StoredPlan } from './plan-store.ts';
import type { PlanReminder } from './reminder-ledger.ts';

export interface PlansToFollow {
  readonly policyId: string;
  /** Of the edition that they are to follow. */
  readonly fingerprint: string;
  readonly now: Instant;
  /** Nobody else gets them before; they are handed out anew then, if whoever has them died over it. */
  readonly leaseUntil: Instant;
  readonly limit: number;
}

export interface FollowStore {
  /**
   * Claims plans of a policy that were last planned with another edition, `limit` at most; none while that edition is
   * not the one in force: somebody else has read newer files. Replacing or settling a plan gives it back.
   */
  claim(plans: PlansToFollow): Promise<readonly StoredPlan[]>;
  /**
   * The plan says the same with the edition of its fingerprint: only that is written, to the plan and to its version,
   * which stays, and its reminders as in `PlanStore.replace`.
   *
   * @returns false, and changes nothing, when the stored version is not `plan.version`.
   */
  settle(plan: StoredPlan, reminders: readonly PlanReminder[]): Promise<boolean>;
}
