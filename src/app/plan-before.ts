// A stored plan as it would be today if nothing had changed since it was last planned: with the edition of its policy
// that it was planned with. What is different from it then is the work of the change, and not of time.

import type { Plan } from '../domain/plan.ts';
import { digestOf, type PlanDigest } from '../domain/plan-digest.ts';
import type { Clock } from '../ports/clock.ts';
import type { StoredPlan } from '../ports/plan-store.ts';
import type { Dependencies } from './dependencies.ts';
import type { PolicyBook } from './policy-book.ts';
import { bookOfEdition } from './policy-editions.ts';
import { recentPlan } from './recent-plans.ts';
import { todayIn } from './zoned-time.ts';

export type PlanBefore =
  /** Null: no plan could be made. */
  | { readonly plan: Plan | null; readonly said: PlanDigest | null }
  /** Where the edition is not known any more, what the plan said then; `unknown`: nobody wrote it down. */
  | { readonly plan: null; readonly said: 'unknown' };

export async function planBefore(dependencies: Dependencies, stored: StoredPlan): Promise<PlanBefore> {
  const { clock, planStore } = dependencies;
  const { id, caseJson, policyId, policyFingerprint, version } = stored;
  const earlier =
    policyFingerprint === null ? undefined : await bookOfEdition(dependencies, policyId, policyFingerprint);
  if (earlier !== undefined) return planWith(earlier, clock, caseJson);
  const [last] = await planStore.listRevisions(id, version - 1, 1);
  return { plan: null, said: last?.said ?? 'unknown' };
}

/** The plan of a case as it is today with the policies of `book`. */
export function planWith(
  book: PolicyBook,
  clock: Clock,
  caseJson: string,
): Exclude<PlanBefore, { said: 'unknown' }> {
  const made = recentPlan(book, caseJson, todayIn(clock), null);
  return made.ok ? { plan: made.value, said: digestOf(made.value) } : { plan: null, said: null };
}
