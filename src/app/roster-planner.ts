// One row of a roster → its answer. The same case gives the same answer without planning again, and equal answers are
// one object, so that very many rows fit into memory.

import { assemblePlan } from '../domain/assemble-plan.ts';
import type { Day } from '../domain/day.ts';
import { recommendedRouteOf } from '../domain/plan.ts';
import type { Fault, Result } from '../domain/problem.ts';
import type { Assumption } from '../domain/roster/roster.ts';
import { type RosterAnswer, rosterAnswerOf } from '../domain/roster/roster-answer.ts';
import { visitAfterApproval } from '../domain/roster/visit-after-approval.ts';
import type { PlanFacts } from '../domain/route.ts';
import type { Policy } from '../policies/policy.ts';
import type { ColumnFault, RosterHeader } from '../policies/roster/roster-columns.ts';
import { placeAt, type RosterRow } from '../policies/roster/roster-row.ts';
import { gatherPlanFacts } from './make-plan.ts';
import type { PolicyBook } from './policy-book.ts';

/** Most cases come again and again: so many of them are remembered, the oldest forgotten first. */
const MOST_REMEMBERED = 20_000;

export interface RosterPlanner {
  readonly answerTo: (row: RosterRow, header: RosterHeader) => Result<RosterAnswer, ColumnFault>;
  /** By fact: what its question is and what stands for it when nobody answers. */
  readonly definitions: () => Map<string, Pick<Assumption, 'question' | 'shown'>>;
}

/** @param withVisits whether the visits behind an approval that is put off are wanted */
export function createRosterPlanner(
  book: PolicyBook,
  policy: Policy,
  asOf: Day,
  withVisits: boolean,
): RosterPlanner {
  const byCase = new Map<string, Result<RosterAnswer>>();
  const byContent = new Map<string, RosterAnswer>();
  const definitions = new Map<string, Pick<Assumption, 'question' | 'shown'>>();

  const compute = (caseJson: object): Result<RosterAnswer> => {
    const facts = gatherPlanFacts(book, caseJson, () => asOf, asOf);
    if (!facts.ok) return facts;
    const answer = answerOf(facts.value, withVisits);
    for (const { id, value, question, shown, isAssumed } of facts.value.facts) {
      if (!definitions.has(id) && (isAssumed || value === 'unknown'))
        definitions.set(id, { question, shown });
    }
    const content = JSON.stringify(answer);
    const known = byContent.get(content) ?? answer;
    byContent.set(content, known);
    return { ok: true, value: known };
  };

  return {
    definitions: () => definitions,
    answerTo: ({ facts, actuals }, header) => {
      const key = JSON.stringify([facts, actuals]);
      const answer = byCase.get(key) ?? compute({ policy: policy.id, facts, actuals });
      byCase.set(key, answer);
      const [oldest] = byCase.size > MOST_REMEMBERED ? byCase.keys() : [];
      if (oldest !== undefined) byCase.delete(oldest);
      if (answer.ok) return answer;
      return { ok: false, problems: inColumns(answer.problems, header) };
    },
  };
}

/** What was taken from another cell is told as that cell's, and once. */
function inColumns(faults: readonly Fault[], header: RosterHeader): ColumnFault[] {
  const told = faults.map((fault): ColumnFault => {
    const place = placeAt(header, fault.path);
    return { ...fault, ...place };
  });
  const isFirst = ({ column, what }: ColumnFault, index: number) =>
    told.findIndex((other) => other.column === column && other.what === what) === index;
  return told.filter(isFirst);
}

function answerOf(facts: PlanFacts, withVisits: boolean): RosterAnswer {
  const plan = assemblePlan(facts);
  const answer = rosterAnswerOf(plan);
  const planned = recommendedRouteOf(plan);
  const route = facts.routes.find(({ id }) => id === planned?.id);
  if (!withVisits || planned === undefined || route === undefined) return answer;
  return { ...answer, visitAfter: visitAfterApproval(answer, route, planned) };
}
