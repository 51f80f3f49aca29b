// Plans follow their policy: those that were last planned with another edition of it than the one in force are planned
// anew, in batches that several processes share, and their subscribers told what moved.

import type { Plan } from '../domain/plan.ts';
import { isWorthTelling } from '../domain/plan-difference.ts';
import { digestOf, type PlanDigest } from '../domain/plan-digest.ts';
import { isPlannable, type Policy } from '../policies/policy.ts';
import type { Instant } from '../ports/clock.ts';
import { LONGEST_LEASE } from '../ports/leases.ts';
import type { StoredPlan } from '../ports/plan-store.ts';
import type { Dependencies } from './dependencies.ts';
import { makePlan } from './make-plan.ts';
import { planBefore } from './plan-before.ts';
import { isToldBy, planChange } from './plan-change.ts';
import { planReminders } from './plan-reminders.ts';
import type { PolicyBook } from './policy-book.ts';
import { policyFingerprint } from './policy-fingerprint.ts';
import { todayIn } from './zoned-time.ts';

/** Plans that are claimed together: far fewer than can be planned while the lease holds. */
const BATCH = 20;

export interface FollowCounts {
  /** Plans that were planned anew. */
  planned: number;
  /** Those whose subscribers are told of it. */
  told: number;
  /** Those among them whose case does not fit the policy any more. */
  misfits: number;
}

/**
 * Plans anew what is to follow, until nothing is left or the policies change again. A plan that somebody changes at the
 * same moment is left to the next round; so is one that could not be planned because of a bug.
 *
 * @param signal aborted: ends after the plan under way.
 * @param onFault told of a plan that could not be planned.
 */
export async function followPolicies(
  dependencies: Dependencies,
  signal: AbortSignal,
  onFault: (planId: string, error: unknown) => void,
): Promise<FollowCounts> {
  const { book, clock, pause } = dependencies;
  const counts: FollowCounts = { planned: 0, told: 0, misfits: 0 };
  const isOver = () => signal.aborted || dependencies.book !== book;
  for (const policy of [...book.policies.values()].filter(isPlannable)) {
    for (;;) {
      const plans = isOver() ? [] : await claim(dependencies, policy);
      if (plans.length === 0) break;
      for (const stored of plans) {
        if (isOver()) break;
        const startedAt = clock.now();
        await follow(dependencies, book, stored, counts).catch((error) => onFault(stored.id, error));
        // Planning takes all of the processor for a moment: requests get as much of it. Nobody is told before morning.
        await pause(clock.now() - startedAt, signal);
      }
    }
  }
  return counts;
}

function claim({ book, clock, followStore }: Dependencies, policy: Policy): Promise<readonly StoredPlan[]> {
  const now = clock.now();
  return followStore.claim({
    policyId: policy.id,
    fingerprint: policyFingerprint(book, policy.id),
    now,
    leaseUntil: (now + LONGEST_LEASE) as Instant,
    limit: BATCH,
  });
}

async function follow(
  dependencies: Dependencies,
  book: PolicyBook,
  stored: StoredPlan,
  counts: FollowCounts,
): Promise<void> {
  const { clock, followStore, onMailWaiting, planStore, reminderTime } = dependencies;
  const made = makePlan(book, JSON.parse(stored.caseJson), todayIn(clock), null);
  const after = made.ok ? made.value : null;
  const { said: before } = await planBefore(dependencies, stored);
  const following = { ...stored, policyFingerprint: policyFingerprint(book, stored.policyId) };
  const reminders = after === null ? [] : planReminders(after, reminderTime);
  if (before === 'unknown' || !isWorthTelling(before, saidOf(after))) {
    if (await followStore.settle(following, reminders)) counts.planned += 1;
    return;
  }
  const zone = book.policies.get(stored.policyId)?.zone ?? 'UTC';
  const change = planChange(dependencies, { before, after, causes: [], zone });
  const version = stored.version + 1;
  const isReplaced = await planStore.replace(
    { ...following, version, changedAt: clock.now() },
    reminders,
    change,
  );
  if (!isReplaced) return;
  counts.planned += 1;
  counts.told += 1;
  if (after === null) counts.misfits += 1;
  if (isToldBy(change, clock.now())) onMailWaiting();
}

function saidOf(plan: Plan | null): PlanDigest | null {
  return plan === null ? null : digestOf(plan);
}
