// One route planned: its verdict, the scenario its dates come from, and every step with dates and reasons.

import { completionDistribution, finishedBy } from './completion-distribution.ts';
import { byScenario, type Network } from './network.ts';
import { firstOwnStepOf, outlineRoute } from './outline-route.ts';
import { lateProblem, uncoveredProblem } from './plan-problems-of.ts';
import { planReadings } from './planned-readings.ts';
import type { PlannedRoute } from './planned-route.ts';
import type { Confidence, Source } from './provenance.ts';
import type { RouteToPlan } from './route.ts';
import { basisOf, chanceByStartOf, startByOf } from './route-likelihood.ts';
import type { Schedule } from './schedule.ts';

/**
 * The plan of one route. Of a route that is not open to the family, or that what has happened contradicts, only
 * why.
 */
export function planRoute(route: RouteToPlan, sources: ReadonlyMap<string, Source>): PlannedRoute {
  const outline = outlineRoute(route, sources);
  if (!outline.isOpen) return closedRoute(route, outline.factsFit, sources);
  const { network, schedule, provisional, isFeasible, scenario, activities, verdict, likelihood, chanceOf } =
    outline;
  const chanceByStart = chanceByStartOf(network, route.activities, { shortest: schedule.min, chanceOf });
  return {
    id: route.id,
    title: route.title,
    verdict,
    notEligibleBecause: null,
    likelihood,
    likelihoodBasis: basisOf(route, network, sources),
    startBy: startByOf(chanceByStart),
    chanceByStart,
    finishedBy: finishedByOf(network, schedule),
    scenario,
    ...planReadings(route, { network, scenario, isFeasible, firstStep: firstOwnStepOf(activities) }),
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
