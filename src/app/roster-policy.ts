// Which policy a roster is planned by.

import type { Day } from '../domain/day.ts';
import type { Fault, Result } from '../domain/problem.ts';
import { isPlannable, type Policy } from '../policies/policy.ts';
import type { TodayIn } from './make-plan.ts';
import type { PolicyBook } from './policy-book.ts';

export interface ChosenPolicy {
  readonly policy: Policy;
  readonly asOf: Day;
}

/**
 * The policy with that id; without one the only policy whose cutoff is still to come. The fault where there is none, or
 * where several are open and nobody can know which is meant.
 *
 * @param asOf null: today in the policy's zone
 */
export function chooseRosterPolicy(
  { policies }: PolicyBook,
  id: string | null,
  asOf: Day | null,
  todayIn: TodayIn,
): Result<ChosenPolicy> {
  const plannable = [...policies.values()].filter(isPlannable);
  const dayFor = ({ zone }: Policy) => asOf ?? todayIn(zone);
  const possible = plannable.filter((policy) =>
    id === null ? isOpen(policy, dayFor(policy)) : policy.id === id,
  );
  const [policy, ...more] = possible;
  if (policy !== undefined && more.length === 0) return { ok: true, value: { policy, asOf: dayFor(policy) } };
  const allowed = (more.length > 0 ? possible : plannable)
    .map((one) => one.id)
    .toSorted()
    .join(' | ');
  const value = id ?? undefined;
  const what =
    id !== null ? 'unknown policy' : more.length > 0 ? 'several policies are open' : 'no policy is open';
  const fault: Fault = { path: [], what, value, allowed };
  return { ok: false, problems: [fault] };
}

/** Whether a cutoff that is a fixed day is still to come. */
function isOpen({ cutoffs }: Policy, asOf: Day): boolean {
  return [...cutoffs.values()].some(({ on: { from } }) => from.kind === 'day' && from.day >= asOf);
}
