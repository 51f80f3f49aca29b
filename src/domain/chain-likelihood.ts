// The probability of being on time along a chain, for every day from which its random part can start: one
// backward recursion, remembered, so that a sweep over start days pays for it once (scheduling.md §7).

import { type Day, laterOf } from './day.ts';
import { addPeriod, finishOf, firstAllowedStart } from './duration.ts';
import { meetsOwnBounds } from './feasibility.ts';
import { activityAt, computeEarliestDates } from './forward-pass.ts';
import type { Activity, Network } from './network.ts';
import { runningFinishes, sharesOf } from './on-time.ts';
import { nullOutsideCover } from './working-calendar.ts';

/**
 * P(on time, everything as soon as possible) of a network and of the same network with another `asOf`; null when
 * it is no chain.
 */
export type ChainLikelihood = (network: Network) => number;

/**
 * The recursion for a chain whose max lags all lie before its first random duration; null for anything else.
 *
 * Behind that duration nothing depends on `asOf` but through the day on which an activity can start, so
 * V(activity, start) = Σ p(d) · V(next, its first allowed day after the finish) serves every start day.
 */
export function chainLikelihood(network: Network): ChainLikelihood | null {
  const isChain = network.activities.every(
    ({ predecessors, successors }) => predecessors.length < 2 && successors.length < 2,
  );
  const sinks = network.activities.filter(({ isSink }) => isSink).length;
  if (!isChain || sinks !== 1) return null;
  const chain = network.order.map((index) => activityAt(network, index));
  const firstRandom = chain.findIndex((activity) => activity.state !== 'done' && !isKnown(activity));
  const random = firstRandom < 0 ? [] : chain.slice(firstRandom);
  const hasLateMaxLag = random
    .slice(1)
    .some(({ predecessors }) => predecessors.some(({ maxLag }) => maxLag !== null));
  if (hasLateMaxLag) return null;
  const known = new Map<number, number>();
  return (asked) => probabilityOf(asked, { chain, firstRandom, known });
}

/** It takes the shortest duration and no other: that is what the papers before it were fetched for. */
export function isKnown({ outcomes, durations }: Activity): boolean {
  return outcomes.every(
    ({ period }) => period.amount === durations.min.amount && period.unit === durations.min.unit,
  );
}

interface Sweep {
  readonly chain: readonly Activity[];
  /** Position in the chain; -1: nothing is random. */
  readonly firstRandom: number;
  /** V by position and day. */
  readonly known: Map<number, number>;
}

function probabilityOf(network: Network, sweep: Sweep): number {
  const { earliest, left } = computeEarliestDates(network, 'min');
  if (left !== null) return 0;
  const fixed = sweep.firstRandom < 0 ? sweep.chain : sweep.chain.slice(0, sweep.firstRandom);
  if (!fixed.every((activity) => meetsOwnBounds(network, activity, earliest))) return 0;
  const first = sweep.chain[sweep.firstRandom];
  if (first === undefined) return 1;
  if (first.state === 'running') {
    return runningFinishes(network, first).reduce(
      (sum, { finishOn, share }) => sum + share * afterFinish(network, sweep, sweep.firstRandom, finishOn),
      0,
    );
  }
  const startOn = earliest[first.index]?.startOn;
  if (startOn === undefined || !meetsStartBounds(network, first, startOn)) return 0;
  const misses = !meetsOwnBounds(network, { ...first, isSink: false, finishNoLaterThan: null }, earliest);
  return misses ? 0 : fromStart(network, sweep, sweep.firstRandom, startOn);
}

/** V(position, start): the probability of being on time when the activity starts on `startOn`. */
function fromStart(network: Network, sweep: Sweep, position: number, startOn: Day): number {
  const key = startOn * sweep.chain.length + position;
  const remembered = sweep.known.get(key);
  if (remembered !== undefined) return remembered;
  const activity = sweep.chain[position];
  let sum = 0;
  for (const { period, share } of activity === undefined ? [] : sharesOf(activity.outcomes)) {
    const roll = activity?.finishRolls ?? 'none';
    const finishOn = nullOutsideCover(() => finishOf(network.calendar, startOn, period, roll));
    if (finishOn !== null) sum += share * afterFinish(network, sweep, position, finishOn);
  }
  sweep.known.set(key, sum);
  return sum;
}

/** The probability of being on time when the activity at `position` finishes on `finishOn`. */
function afterFinish(network: Network, sweep: Sweep, position: number, finishOn: Day): number {
  const activity = sweep.chain[position];
  if (activity === undefined) return 0;
  if (activity.isSink) {
    return finishOn <= network.cutoff && finishOn <= (activity.finishNoLaterThan ?? finishOn) ? 1 : 0;
  }
  if (activity.finishNoLaterThan !== null && finishOn > activity.finishNoLaterThan) return 0;
  const next = sweep.chain[position + 1];
  const minLag = next?.predecessors[0]?.minLag;
  if (next === undefined || minLag === undefined || minLag === null) return 0;
  const startOn = nullOutsideCover(() => {
    const released = addPeriod(network.calendar, finishOn, minLag);
    const from = next.opensOn === null ? released : laterOf(released, next.opensOn);
    return firstAllowedStart(network.calendar, laterOf(from, network.horizon.from), next.startsOn);
  });
  if (startOn === null || !meetsStartBounds(network, next, startOn)) return 0;
  return fromStart(network, sweep, position + 1, startOn);
}

function meetsStartBounds({ horizon }: Network, { closesOn }: Activity, startOn: Day): boolean {
  return startOn <= horizon.until && startOn <= (closesOn ?? startOn);
}
