// How likely a route is to be on time, and until when its first step can wait for that to stay so.

import { addDays, type Day } from './day.ts';
import { activityAt } from './forward-pass.ts';
import { computeLikelihood, type Likelihood } from './likelihood.ts';
import type { Network } from './network.ts';
import type { Actor, LikelihoodBasis, StartBy } from './plan.ts';
import { type Source, weakest } from './provenance.ts';
import type { RouteActivity, RouteToPlan } from './route.ts';
import type { ScenarioSchedule } from './schedule.ts';

/** What counts as certain: rounding of the sum, not a doubt. */
const CERTAIN = 1 - 1e-9;

export function basisOf(
  { activities }: RouteToPlan,
  network: Network,
  sources: ReadonlyMap<string, Source>,
): LikelihoodBasis {
  const unfinished = network.activities.filter(({ state }) => state !== 'done');
  const sourceOf = (index: number) =>
    activities[index]?.observedSource ?? activities[index]?.durationBasis.source;
  const named = (list: typeof unfinished) => [...new Set(list.flatMap(({ index }) => sourceOf(index) ?? []))];
  return {
    sources: named(unfinished.filter(({ outcomes }) => outcomes.length > 1)),
    confidence: weakest(named(unfinished).map((id) => sources.get(id)?.confidence ?? 'unknown')),
  };
}

/**
 * For the first open step that the family does itself: the last days it can start on with likelihood 1, 0.9 and
 * 0.5. Starting later never helps, so the days are thresholds; none is looked for after the step's latest start
 * under the shortest durations.
 */
export function startByOf(
  network: Network,
  about: readonly RouteActivity[],
  shortest: ScenarioSchedule,
): StartBy {
  const none: StartBy = { certain: null, p90: null, p50: null };
  const isFamily = (actor: Actor | undefined) => actor === 'applicant';
  const first = network.order.find(
    (index) => activityAt(network, index).state === 'open' && isFamily(about[index]?.actor),
  );
  if (first === undefined) return none;
  const { earliest, latest } = shortest.activities[first] ?? {};
  if (!earliest || !latest) return none;
  let { certain, p90, p50 } = none;
  for (let day = earliest.startOn; day <= latest.startOn; day = addDays(day, 1)) {
    const probability = surelyOnTime(computeLikelihood(startingFrom(network, first, day)));
    if (probability < 0.5) break;
    p50 = day;
    if (probability >= 0.9) p90 = day;
    if (probability >= CERTAIN) certain = day;
  }
  return { certain, p90, p50 };
}

/** The probability that can be promised: of a bracket its lower end. */
export function surelyOnTime(likelihood: Likelihood): number {
  return 'onTime' in likelihood ? likelihood.onTime : likelihood.atLeast;
}

function startingFrom(network: Network, index: number, opensOn: Day): Network {
  return {
    ...network,
    activities: network.activities.with(index, { ...activityAt(network, index), opensOn }),
  };
}
