// Second opinion, part 7: the likelihood as a sum over every combination of durations (scheduling.md §7).

import type { Day } from '../../src/domain/day.ts';
import { daysBetween, periodEnd } from './naive-calendar.ts';
import { earliestSpans, isFeasibleNaively } from './naive-dates.ts';
import {
  byId,
  finishFrom,
  finishOfStarted,
  isAllowedStart,
  type NaiveActivity,
  type NaiveNetwork,
  naiveNetwork,
} from './naive-network.ts';
import type { ActivityJson, NetworkJson } from './network-json.ts';

export interface NaiveLikelihood {
  /** Everything starts as soon as it can, but not before its earliest start under the shortest durations. */
  readonly asap: number;
  /** Once all durations are known, some schedule meets every bound. */
  readonly exists: number;
}

/** One way things may turn out: each unfinished activity's duration or, of a running one, its finish. */
interface Outcome {
  readonly probability: number;
  readonly network: NaiveNetwork;
}

export function likelihoodNaively(json: NetworkJson): NaiveLikelihood {
  const shortest = naiveNetwork(json, 'min');
  const releases = earliestSpans(shortest);
  let [asap, exists] = [0, 0];
  for (const { probability, network } of outcomesOf(json, shortest)) {
    if (releases !== null && isOnTimeAsap(network, (id) => releases.get(id)?.start ?? null))
      asap += probability;
    if (isFeasibleNaively(network)) exists += probability;
  }
  return { asap, exists };
}

function outcomesOf({ activities }: NetworkJson, network: NaiveNetwork): Outcome[] {
  let outcomes: Outcome[] = [{ probability: 1, network }];
  for (const json of activities) {
    const activity = byId(network, json.id);
    if (activity.state === 'done') continue;
    const ways =
      activity.state === 'running' ? finishesOf(network, activity, json) : durationsOf(activity, json);
    outcomes = outcomes.flatMap((outcome) =>
      ways.map((way) => ({
        probability: outcome.probability * way.share,
        network: {
          ...outcome.network,
          activities: outcome.network.activities.map((one) => (one.id === json.id ? way.activity : one)),
        },
      })),
    );
  }
  return outcomes;
}

interface Way {
  readonly share: number;
  readonly activity: NaiveActivity;
}

function durationsOf(activity: NaiveActivity, { duration }: ActivityJson): Way[] {
  const { unit } = duration;
  const weights = duration.weights ?? triangle(duration);
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  return weights.map(([amount, weight]) => ({
    share: weight / total,
    activity: { ...activity, duration: { amount, unit } },
  }));
}

function triangle({ min, mode, max }: ActivityJson['duration']): [number, number][] {
  const weights: [number, number][] = [];
  for (let k = min; k <= mode; k++) weights.push([k, (k - min + 1) / (mode - min + 1)]);
  for (let k = mode + 1; k <= max; k++) weights.push([k, (max - k + 1) / (max - mode + 1)]);
  return weights;
}

/**
 * What runs has not finished before today, so only the durations that say today or later are left; if none does,
 * it is taken to finish today. A finish past the cover is kept as it is: later than any bound.
 */
function finishesOf(network: NaiveNetwork, activity: NaiveActivity, json: ActivityJson): Way[] {
  const possible = durationsOf(activity, json).filter((way) => {
    const finish = finishFrom(network, way.activity, activity.startedOn ?? network.asOf);
    return finish === null || finish >= network.asOf;
  });
  const total = possible.reduce((sum, { share }) => sum + share, 0);
  if (possible.length === 0) return [{ share: 1, activity }];
  return possible.map((way) => ({ ...way, share: way.share / total }));
}

/** Lives through the days one by one: whatever may start on a day does. Then looks whether every bound was met. */
function isOnTimeAsap(network: NaiveNetwork, releaseOf: (id: string) => Day | null): boolean {
  const lived = new Map<string, { start: Day; finish: Day }>();
  for (const activity of network.activities) {
    if (activity.startedOn === null) continue;
    const finish = finishOfStarted(network, activity);
    if (finish === null) return false;
    lived.set(activity.id, { start: activity.startedOn, finish });
  }
  for (const day of daysBetween(network.horizon.from, network.horizon.until)) {
    // Again and again: what takes no time lets its successor start on the same day.
    for (let hasMoved = true; hasMoved; ) {
      hasMoved = false;
      for (const activity of network.activities) {
        const release = releaseOf(activity.id);
        if (lived.has(activity.id) || release === null || day < release) continue;
        if (!isAllowedStart(network, activity, day) || !isReleased(network, activity, day, lived)) continue;
        const finish = finishFrom(network, activity, day);
        if (finish === null) return false;
        lived.set(activity.id, { start: day, finish });
        hasMoved = true;
      }
    }
  }
  return network.activities.every((activity) => metItsBounds(network, activity, lived));
}

type Lived = ReadonlyMap<string, { readonly start: Day; readonly finish: Day }>;

function isReleased(network: NaiveNetwork, activity: NaiveActivity, day: Day, lived: Lived): boolean {
  return activity.after.every(({ predecessor, minLag }) => {
    const before = lived.get(predecessor);
    const end = before && minLag && periodEnd(network.calendar, before.finish, minLag);
    return end !== undefined && end !== null && end <= day;
  });
}

function metItsBounds(network: NaiveNetwork, activity: NaiveActivity, lived: Lived): boolean {
  const own = lived.get(activity.id);
  if (own === undefined) return false;
  if (network.cutoff !== null && activity.isSink && own.finish > network.cutoff) return false;
  if (activity.finishNoLaterThan !== null && own.finish > activity.finishNoLaterThan) return false;
  if (activity.state !== 'open') return true;
  if (activity.closesOn !== null && own.start > activity.closesOn) return false;
  return activity.after.every(({ predecessor, maxLag }) => {
    const before = lived.get(predecessor);
    const end = maxLag === null || !before ? null : periodEnd(network.calendar, before.finish, maxLag);
    return end === null || own.start <= end;
  });
}
