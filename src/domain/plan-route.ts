// One route planned: its verdict, the scenario its dates come from, and every step with dates and reasons.

import { buildNetwork, byScenario, type Network, type Scenario } from './network.ts';
import type { PlannedActivity, PlannedRoute, Verdict } from './plan.ts';
import { lateProblem, uncoveredProblem } from './plan-problems-of.ts';
import { plannedActivitiesOf, plannedFollowUps } from './planned-activities.ts';
import type { Source } from './provenance.ts';
import type { RouteToPlan } from './route.ts';
import { computeSchedule, type Schedule } from './schedule.ts';

/** An unfinished step with less float than this makes a plan tight. */
const TIGHT_BELOW_WORKING_DAYS = 3;

/**
 * The plan of one route. Of a route that is not open to the family, or that what has happened contradicts, only
 * why.
 */
export function planRoute(route: RouteToPlan, sources: ReadonlyMap<string, Source>): PlannedRoute {
  const built = buildNetwork(route.network);
  if (route.notEligibleBecause !== null || !built.ok) return closedRoute(route, built.ok);
  const network = built.value;
  const schedule = computeSchedule(network);
  const feasible = feasibilityOf(network, schedule);
  const scenario = scenarioOf(feasible);
  const context = { route, network, schedule: schedule[scenario], scenario, sources };
  const activities = [...plannedActivitiesOf(context), ...plannedFollowUps(context)];
  const verdict = verdictOf(feasible, activities, route);
  return {
    id: route.id,
    title: route.title,
    verdict,
    notEligibleBecause: null,
    scenario,
    usualLastStart:
      activities.find(({ state, actor }) => state === 'open' && actor === 'applicant')?.latestStartOn ?? null,
    completion: byScenario((name) => schedule[name].completionOn),
    activities,
    problems: [...lateProblem(verdict, network, schedule), ...uncoveredProblem(network, schedule)],
  };
}

function closedRoute(route: RouteToPlan, factsFit: boolean): PlannedRoute {
  return {
    id: route.id,
    title: route.title,
    verdict: 'not-eligible',
    notEligibleBecause: route.notEligibleBecause,
    scenario: 'statutory',
    usualLastStart: null,
    completion: byScenario(() => null),
    activities: [],
    problems: factsFit ? [] : [{ code: 'actuals-do-not-fit' }],
  };
}

/**
 * Whether each scenario meets the cutoff. A scenario whose dates leave the calendar's cover after the cutoff is
 * certainly late; before it, nothing is certain and it counts as not feasible but not as too late.
 */
function feasibilityOf(
  network: Network,
  schedule: Schedule,
): Record<Scenario, 'feasible' | 'late' | 'unknown'> {
  const isCutoffCovered = network.calendar.coversUntil >= network.cutoff;
  return byScenario((scenario) => {
    const { isFeasible, left } = schedule[scenario];
    if (isFeasible) return 'feasible';
    return left === null || left.bound === 'horizon' || isCutoffCovered ? 'late' : 'unknown';
  });
}

/** contracts.md §3: statutory; of an at-risk route the slowest of max, mode, min that works. */
function scenarioOf(feasible: Record<Scenario, 'feasible' | 'late' | 'unknown'>): Scenario {
  const order: readonly Scenario[] = ['statutory', 'max', 'mode', 'min'];
  return order.find((scenario) => feasible[scenario] === 'feasible') ?? 'statutory';
}

function verdictOf(
  feasible: Record<Scenario, 'feasible' | 'late' | 'unknown'>,
  activities: readonly PlannedActivity[],
  { followUps }: RouteToPlan,
): Verdict {
  const unfinished = activities.filter(({ state }) => state !== 'done');
  const isChecked = followUps.length > 0 && followUps.every(({ finishedOn }) => finishedOn !== null);
  if (isChecked || unfinished.length === 0) return 'done';
  if (feasible.min === 'late') return 'too-late';
  if (feasible.statutory !== 'feasible') return 'at-risk';
  const floats = unfinished.flatMap(({ totalFloatWorkingDays }) => totalFloatWorkingDays ?? []);
  return Math.min(...floats) < TIGHT_BELOW_WORKING_DAYS ? 'tight' : 'on-track';
}
