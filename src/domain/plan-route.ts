// One route planned: its verdict, the scenario its dates come from, and every step with dates and reasons.

import { buildNetwork } from './build-network.ts';
import { completionDistribution, finishedBy } from './completion-distribution.ts';
import { computeLikelihood } from './likelihood.ts';
import { byScenario, type Network, type Scenario } from './network.ts';
import type { PlannedActivity, PlannedRoute, Verdict } from './plan.ts';
import { lateProblem, uncoveredProblem } from './plan-problems-of.ts';
import { plannedActivitiesOf, plannedFollowUps } from './planned-activities.ts';
import { planReadings } from './planned-readings.ts';
import type { Confidence, Source } from './provenance.ts';
import { type ProvisionalScenario, provisionalOf } from './provisional.ts';
import type { RouteToPlan } from './route.ts';
import { basisOf, chanceByStartOf, startByOf } from './route-likelihood.ts';
import { computeSchedule, type Schedule } from './schedule.ts';

/** An unfinished step with less float than this makes a plan tight. */
const TIGHT_BELOW_WORKING_DAYS = 3;

/**
 * The plan of one route. Of a route that is not open to the family, or that what has happened contradicts, only
 * why.
 */
export function planRoute(route: RouteToPlan, sources: ReadonlyMap<string, Source>): PlannedRoute {
  const built = buildNetwork(route.network);
  if (route.notEligibleBecause !== null || !built.ok) return closedRoute(route, built.ok, sources);
  const network = built.value;
  const schedule = computeSchedule(network);
  const provisional = byScenario((name) => provisionalOf(network, name, schedule[name]));
  const feasible = feasibilityOf(schedule, provisional);
  const scenario = scenarioOf(feasible);
  const context = {
    route,
    network,
    schedule: schedule[scenario],
    provisional: provisional[scenario],
    scenario,
    sources,
  };
  const activities = [...plannedActivitiesOf(context), ...plannedFollowUps(context)];
  const verdict = verdictOf(feasible, activities, route);
  const chanceByStart = chanceByStartOf(network, route.activities, schedule.min);
  return {
    id: route.id,
    title: route.title,
    verdict,
    notEligibleBecause: null,
    likelihood: computeLikelihood(network),
    likelihoodBasis: basisOf(route, network, sources),
    startBy: startByOf(chanceByStart),
    chanceByStart,
    finishedBy: finishedByOf(network, schedule),
    scenario,
    ...planReadings(route, {
      network,
      scenario,
      isFeasible: feasible[scenario] === 'feasible',
      firstStep: activities.find(({ state, actor }) => state === 'open' && actor === 'applicant'),
    }),
    ifOutcomes: route.ifOutcomes,
    confidence: confidenceOf(route, sources),
    isRecommendable: route.isRecommendable,
    completion: byScenario((name) => (provisional[name]?.completionOn ? null : schedule[name].completionOn)),
    completionRange: byScenario((name) => provisional[name]?.completionOn ?? null),
    activities,
    problems: [
      ...lateProblem(verdict, network, schedule, provisional, route.activities),
      ...uncoveredProblem(network, schedule, provisional),
    ],
  };
}

function confidenceOf({ source }: RouteToPlan, sources: ReadonlyMap<string, Source>): Confidence {
  return sources.get(source)?.confidence ?? 'unknown';
}

function closedRoute(
  route: RouteToPlan,
  factsFit: boolean,
  sources: ReadonlyMap<string, Source>,
): PlannedRoute {
  return {
    id: route.id,
    title: route.title,
    verdict: 'not-eligible',
    notEligibleBecause: route.notEligibleBecause,
    likelihood: null,
    likelihoodBasis: { sources: [], confidence: 'unknown' },
    startBy: startByOf(null),
    chanceByStart: null,
    finishedBy: { p50: null, p90: null },
    scenario: 'statutory',
    usualLastStart: null,
    safeLastStart: null,
    isSafe: false,
    readings: [],
    ifOutcomes: [],
    confidence: confidenceOf(route, sources),
    isRecommendable: route.isRecommendable,
    completion: byScenario(() => null),
    completionRange: byScenario(() => null),
    activities: [],
    problems: factsFit ? [] : [{ code: 'actuals-do-not-fit' }],
  };
}

/** A day in a year without a notice is not promised: the distribution holds for settled days only. */
function finishedByOf(network: Network, schedule: Schedule): PlannedRoute['finishedBy'] {
  const distribution = completionDistribution(network, schedule.min) ?? [];
  const settled = distribution.filter(({ finishOn }) => finishOn <= network.calendar.finalUntil);
  return { p50: finishedBy(settled, 0.5), p90: finishedBy(settled, 0.9) };
}

type Feasibility = Readonly<Record<Scenario, 'feasible' | 'late' | 'unknown'>>;

type Provisional = Readonly<Record<Scenario, ProvisionalScenario | null>>;

/**
 * Whether each scenario meets the cutoff, with the fewest working days thinkable. Where a notice still to come
 * decides, nothing is certain: it counts as not feasible, but not as too late.
 */
function feasibilityOf(schedule: Schedule, provisional: Provisional): Feasibility {
  return byScenario((scenario) => {
    if (schedule[scenario].isFeasible) return 'feasible';
    return provisional[scenario]?.isFeasibilityOpen === true ? 'unknown' : 'late';
  });
}

/** contracts.md §3: statutory; of an at-risk route the slowest of max, mode, min that works. */
function scenarioOf(feasible: Feasibility): Scenario {
  const order: readonly Scenario[] = ['statutory', 'max', 'mode', 'min'];
  return order.find((scenario) => feasible[scenario] === 'feasible') ?? 'statutory';
}

function verdictOf(
  feasible: Feasibility,
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
