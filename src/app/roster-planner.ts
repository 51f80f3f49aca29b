// One row of a roster → its answer. Of each plan only what the board shows is computed; the same case is planned once,
// the same network once for all cases that come to it, and equal answers are one object, so that very many rows fit
// into memory.

import { contradictionsOf } from '../domain/contradictions.ts';
import type { Day } from '../domain/day.ts';
import { firstOwnStepOf, type OpenOutline, outlineRoute } from '../domain/outline-route.ts';
import { planStricter } from '../domain/planned-readings.ts';
import type { Fault, Result } from '../domain/problem.ts';
import { rankRoutes } from '../domain/rank-routes.ts';
import type { Assumption } from '../domain/roster/roster.ts';
import { type RosterAnswer, rosterAnswerOf } from '../domain/roster/roster-answer.ts';
import { visitAfterApproval } from '../domain/roster/visit-after-approval.ts';
import type { UsualRoute } from '../domain/route.ts';
import { todayOf } from '../domain/today.ts';
import type { PublishedCalendar } from '../policies/calendars/calendar-file.ts';
import { parseCaseFile } from '../policies/compile/case-file.ts';
import { answeredFacts, type CompiledCase, compileRoutes } from '../policies/compile/compile-case.ts';
import { readingsOf } from '../policies/compile/compile-readings.ts';
import type { Policy } from '../policies/policy.ts';
import type { ColumnFault, RosterHeader } from '../policies/roster/roster-columns.ts';
import { placeAt, type RosterRow } from '../policies/roster/roster-row.ts';

export interface RosterPlanner {
  readonly answerTo: (row: RosterRow, header: RosterHeader) => Result<RosterAnswer, ColumnFault>;
  /** Of a case of the policy in the JSON of contracts.md §3; its own day does not count. */
  readonly answerToCase: (caseJson: object) => Result<RosterAnswer>;
  /** By fact: what its question is and what stands for it when nobody answers. */
  readonly definitions: ReadonlyMap<string, Pick<Assumption, 'question' | 'shown'>>;
}

export interface PlannerOptions {
  readonly policy: Policy;
  readonly calendar: PublishedCalendar;
  readonly asOf: Day;
  /** Whether the visits behind an approval that is put off are wanted. */
  readonly withVisits: boolean;
}

/** Most cases and networks come again and again: so many of each are remembered, the oldest forgotten first. */
const MOST_REMEMBERED = 20_000;

export function createRosterPlanner({ policy, calendar, asOf, withVisits }: PlannerOptions): RosterPlanner {
  const outline = outlinesOf(policy);
  const byContent = new Map<string, RosterAnswer>();
  const definitions = new Map<string, Pick<Assumption, 'question' | 'shown'>>();

  const compute = (caseJson: object): Result<RosterAnswer> => {
    const file = parseCaseFile(caseJson);
    if (!file.ok) return file;
    const compiled = compileRoutes(policy, calendar.workingCalendar, file.value, asOf);
    if (!compiled.ok) return compiled;
    const { routes, context } = compiled.value;
    const contradictions = context.given.actuals.size === 0 ? [] : contradictionsOf({ routes });
    if (contradictions.length > 0) return { ok: false, problems: contradictions };
    // A question that was not theirs has its default too, and nobody misses it.
    const missing = answeredFacts(policy, context.checked).filter(
      ({ id, isAssumed }) => isAssumed || file.value.facts[id] === 'unknown',
    );
    for (const { id, question, shown } of missing) definitions.set(id, { question, shown });
    const ids = missing.map(({ id }) => id);
    const answer = answerOf(compiled.value, ids, outline, withVisits);
    const content = JSON.stringify(answer);
    const known = byContent.get(content) ?? answer;
    byContent.set(content, known);
    return { ok: true, value: known };
  };

  const answerToCase = remembering<object, Result<RosterAnswer>>(JSON.stringify, compute);
  return {
    definitions,
    answerToCase,
    answerTo: ({ facts, actuals }, header) => {
      const answer = answerToCase({ policy: policy.id, facts, actuals });
      return answer.ok ? answer : { ok: false, problems: inColumns(answer.problems, header) };
    },
  };
}

function answerOf(
  { context, routes }: CompiledCase,
  missing: readonly string[],
  outline: OutlineOf,
  withVisits: boolean,
): RosterAnswer {
  const { policy, given } = context;
  const { ranked, recommended } = rankRoutes(routes.map((route) => rankable(route, outline(route))));
  const best = ranked[0]?.route ?? routes[0];
  if (best === undefined) throw new Error(`the policy ${policy.id} has no route`);
  const answer = rosterAnswerOf({
    asOf: given.asOf,
    recommended,
    safeLastStart: recommended === undefined ? null : safeLastStartOf(context, recommended),
    cutoff: best.cutoff,
    today: todayOf(recommended, given.asOf, policy.askWhom.text),
    missing,
  });
  if (!withVisits || !recommended?.outline) return answer;
  return { ...answer, visitAfter: visitAfterApproval(answer, recommended.outline) };
}

type OutlineOf = (route: UsualRoute) => OpenOutline | null;

/** By route, step by step and day by day: two cases that come to the same network have the same outline. */
function outlinesOf({ sources }: Policy): OutlineOf {
  return remembering(
    ({ id, notEligibleBecause, network, followUps }) =>
      notEligibleBecause === null
        ? JSON.stringify([
            id,
            network.cutoff,
            network.activities,
            followUps.map(({ startedOn, finishedOn }) => [startedOn, finishedOn]),
          ])
        : 'closed',
    (route) => {
      const outline = outlineRoute(route, sources);
      return outline.isOpen ? outline : null;
    },
  );
}

function rankable(route: UsualRoute, outline: OpenOutline | null) {
  const { id, title, isRecommendable } = route;
  return {
    id,
    title,
    isRecommendable,
    verdict: outline?.verdict ?? ('not-eligible' as const),
    likelihood: outline?.likelihood ?? null,
    activities: outline?.activities ?? [],
    route,
    outline,
  };
}

/** Null also where no day is left, or nothing is to be done any more. */
function safeLastStartOf(
  context: CompiledCase['context'],
  { route, outline }: ReturnType<typeof rankable>,
): Day | null {
  if (outline === null || outline.verdict === 'too-late' || outline.verdict === 'done') return null;
  const { network, scenario, isFeasible, activities } = outline;
  const firstStep = firstOwnStepOf(activities);
  if (firstStep === undefined) return null;
  const { stricter } = readingsOf(context, route);
  return planStricter({ network: route.network, stricter }, { network, scenario, isFeasible, firstStep })
    .safeLastStart;
}

/** What was taken from another cell is told as that cell's, and once. */
function inColumns(faults: readonly Fault[], header: RosterHeader): ColumnFault[] {
  const told = faults.map((fault): ColumnFault => ({ ...fault, ...placeAt(header, fault.path) }));
  const isFirst = ({ column, what }: ColumnFault, index: number) =>
    told.findIndex((other) => other.column === column && other.what === what) === index;
  return told.filter(isFirst);
}

function remembering<Given, Made>(
  keyOf: (given: Given) => string,
  make: (given: Given) => Made,
): (given: Given) => Made {
  const known = new Map<string, Made>();
  return (given) => {
    const key = keyOf(given);
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(given);
    known.set(key, made);
    const [oldest] = known.size > MOST_REMEMBERED ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    return made;
  };
}
