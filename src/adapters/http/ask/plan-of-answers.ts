// The plan of some answers, exact or not: where an answer leaves several values open, the plan of the least favourable
// one, and what the others would give.

import type { Lastbus } from '../../../app/lastbus.ts';
import type { Day } from '../../../domain/day.ts';
import { type Plan, recommendedRouteOf } from '../../../domain/plan.ts';
import type { Result } from '../../../domain/problem.ts';
import type { Verdict } from '../../../domain/verdict.ts';
import type { Policy } from '../../../policies/policy.ts';
import type { Answers } from '../forms/answers.ts';
import { caseOfAnswers } from '../forms/case-form.ts';
import { everyPossibility, type InexactAnswer, inexactAnswers } from './possible-answers.ts';

export interface PossiblePlan {
  readonly answers: Answers;
  readonly plan: Plan;
}

export interface PlanOfAnswers extends PossiblePlan {
  /** Empty: everything was answered exactly. */
  readonly inexact: readonly InexactAnswer[];
  /** The plans of all possibilities, this one too, in the order of the possible answers. */
  readonly possible: readonly PossiblePlan[];
}

/** The worse of two plans stands for both: who prepares for it is safe under the other. */
const SEVERITY: Readonly<Record<Verdict, number>> = {
  'too-late': 5,
  'at-risk': 4,
  'not-eligible': 3,
  tight: 2,
  'on-track': 1,
  done: 0,
};

/** @param asOf the day to look from as the address has it; empty: `today`. */
export function planOfAnswers(
  lastbus: Pick<Lastbus, 'previewPlan'>,
  { policy, answers, asOf, today }: { policy: Policy; answers: Answers; asOf: string; today: Day },
): Result<PlanOfAnswers> {
  const inexact = inexactAnswers(policy, answers, today);
  const possible: PossiblePlan[] = [];
  for (const some of everyPossibility(answers, inexact)) {
    const planned = lastbus.previewPlan(caseOfAnswers(policy, some, asOf));
    // What is wrong with one possibility is wrong with what was answered exactly, and so with all of them.
    if (!planned.ok) return planned;
    possible.push({ answers: some, plan: planned.value });
  }
  const [worst] = possible.toSorted(
    (a, b) => severityOf(b.plan) - severityOf(a.plan) || startOf(a.plan) - startOf(b.plan),
  );
  if (worst === undefined) throw new Error('answers without a possibility');
  return { ok: true, value: { ...worst, inexact, possible } };
}

function severityOf({ verdict }: Plan): number {
  return SEVERITY[verdict];
}

/** The last day to start, for comparison; none is later than all. */
function startOf(plan: Plan): number {
  return recommendedRouteOf(plan)?.usualLastStart ?? Number.POSITIVE_INFINITY;
}
