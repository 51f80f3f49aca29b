// case → plan: finds the policy, checks the facts, compiles, schedules, assembles. Pure but for the book.

import { assemblePlan } from '../domain/assemble-plan.ts';
import { contradictionsOf } from '../domain/contradictions.ts';
import type { Day } from '../domain/day.ts';
import type { Plan } from '../domain/plan.ts';
import type { Fault, Result } from '../domain/problem.ts';
import type { PlanFacts } from '../domain/route.ts';
import { parseCaseFile } from '../policies/compile/case-file.ts';
import { compileCase } from '../policies/compile/compile-case.ts';
import { isPlannable } from '../policies/policy.ts';
import type { PolicyBook } from './policy-book.ts';

/** The present day in a zone, as the caller knows it. */
export type TodayIn = (zone: string) => Day;

/**
 * The plan of a case in the JSON of contracts.md §3, or every fault of the case.
 *
 * @param asOf overrides the case's own day; null: the case's, else today in the policy's zone.
 */
export function makePlan(
  book: PolicyBook,
  caseJson: unknown,
  todayIn: TodayIn,
  asOf: Day | null,
): Result<Plan> {
  const facts = gatherPlanFacts(book, caseJson, todayIn, asOf);
  return facts.ok ? { ok: true, value: assemblePlan(facts.value) } : facts;
}

/** Everything that the plan of a case is assembled from, its networks among it; see `makePlan`. */
export function gatherPlanFacts(
  book: PolicyBook,
  caseJson: unknown,
  todayIn: TodayIn,
  asOf: Day | null,
): Result<PlanFacts> {
  const file = parseCaseFile(caseJson);
  if (!file.ok) return file;
  const policy = book.policies.get(file.value.policy);
  if (policy === undefined) return unknownPolicy(book, file.value.policy);
  if (!isPlannable(policy))
    return unknownPolicy(book, policy.id, 'only windows and fees are known of this policy');
  const calendar = book.calendars.get(policy.calendar);
  if (calendar === undefined)
    throw new Error(`${policy.id} names the calendar ${policy.calendar}, which is not there`);
  const given = asOf === null ? file.value : { ...file.value, asOf };
  const facts = compileCase(policy, calendar.workingCalendar, given, todayIn(policy.zone));
  if (!facts.ok) return facts;
  const contradictions = contradictionsOf(facts.value);
  return contradictions.length > 0 ? { ok: false, problems: contradictions } : facts;
}

function unknownPolicy({ policies }: PolicyBook, id: string, what = 'unknown policy'): Result<never> {
  const plannable = [...policies.values()].filter(isPlannable);
  const allowed = plannable
    .map((policy) => policy.id)
    .toSorted()
    .join(' | ');
  const fault: Fault = { path: ['policy'], what, value: id, allowed };
  return { ok: false, problems: [fault] };
}
