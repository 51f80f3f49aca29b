// How likely a route is to be on time, and until when its first step can wait for that to stay so.

import { addDays, type Day } from './day.ts';
import { activityAt } from './forward-pass.ts';
import { type Likelihood, type LikelihoodByStart, possiblyOnTime, surelyOnTime } from './likelihood.ts';
import type { Network } from './network.ts';
import type { ChanceByStart, LikelihoodBasis, StartBy } from './planned-route.ts';
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
 * The likelihood of being on time for every day on which the first open step that the family does itself can start,
 * from its earliest start to the last day that may still be in time, both inclusive.
 *
 * @param chanceOf the likelihood of the route from that day on
 * @returns null where the family has no such step, or no day of it would be in time.
 */
export function chanceByStartOf(
  network: Network,
  about: readonly RouteActivity[],
  { shortest, chanceOf }: { shortest: ScenarioSchedule; chanceOf: (network: Network) => Likelihood },
): ChanceByStart | null {
  const first = network.order.find(
    (index) => activityAt(network, index).state === 'open' && about[index]?.actor === 'applicant',
  );
  if (first === undefined) return null;
  const { earliest, latest } = shortest.activities[first] ?? {};
  if (!earliest || !latest || earliest.startOn > latest.startOn) return null;
  const days: LikelihoodByStart[] = [];
  for (let startOn = earliest.startOn; startOn <= latest.startOn; startOn = addDays(startOn, 1)) {
    days.push({ startOn, likelihood: chanceOf(startingFrom(network, first, startOn)) });
  }
  const lastPossible = days.findLastIndex(({ likelihood }) => possiblyOnTime(likelihood) > 0);
  if (lastPossible === -1) return null;
  return { activity: activityAt(network, first).id, days: days.slice(0, lastPossible + 1) };
}

/**
 * The last days to start on so that the likelihood stays 1, 0.9 and 0.5. Starting later never helps, so the days are
 * thresholds: none lies behind a day that misses them.
 */
export function startByOf(chanceByStart: ChanceByStart | null): StartBy {
  let { certain, p90, p50 }: StartBy = { certain: null, p90: null, p50: null };
  for (const { startOn, likelihood } of chanceByStart?.days ?? []) {
    const probability = surelyOnTime(likelihood);
    if (probability < 0.5) break;
    p50 = startOn;
    if (probability >= 0.9) p90 = startOn;
    if (probability >= CERTAIN) certain = startOn;
  }
  return { certain, p90, p50 };
}

function startingFrom(network: Network, index: number, opensOn: Day): Network {
  return {
    ...network,
    activities: network.activities.with(index, { ...activityAt(network, index), opensOn }),
  };
}
