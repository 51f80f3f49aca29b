// The plans made last, kept as they are. A plan follows from its case, its policies and the day alone; who opens one looks
// at several of its pages, and one change needs it as it was and as it becomes, each more than once.

import type { Day } from '../domain/day.ts';
import type { Plan } from '../domain/plan.ts';
import type { Result } from '../domain/problem.ts';
import { makePlan, type TodayIn } from './make-plan.ts';
import type { PolicyBook } from './policy-book.ts';

/** So many families at once; a plan takes some thirty kilobytes. */
const MOST_RECENT = 64;

/** By the book that they were made with: another edition of a policy is another book. */
const RECENT = new WeakMap<PolicyBook, Map<string, Result<Plan>>>();

/** `makePlan` of a case in its stored text, made once for as long as it is among the last ones asked for. */
export function recentPlan(
  book: PolicyBook,
  caseText: string,
  todayIn: TodayIn,
  asOf: Day | null,
): Result<Plan> {
  const caseJson: unknown = JSON.parse(caseText);
  const policy = book.policies.get(Object(caseJson).policy);
  const today = policy === undefined ? null : todayIn(policy.zone);
  const recent = RECENT.get(book) ?? new Map<string, Result<Plan>>();
  RECENT.set(book, recent);
  const key = `${today} ${asOf} ${caseText}`;
  const plan = recent.get(key) ?? makePlan(book, caseJson, todayIn, asOf);
  // A Map keeps the order in which keys came: the first one is the one not asked for the longest.
  recent.delete(key);
  recent.set(key, plan);
  for (const oldest of [...recent.keys()].slice(0, Math.max(0, recent.size - MOST_RECENT)))
    recent.delete(oldest);
  return plan;
}
