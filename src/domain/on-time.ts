// The probability of being on time when every activity starts as soon as it can, by pushing the joint
// distribution of the finishes that still matter through the network in topological order.

import { type Day, laterOf } from './day.ts';
import { addPeriod, finishOf, firstAllowedStart } from './duration.ts';
import { activityAt, computeEarliestDates, type EarliestDates } from './forward-pass.ts';
import type { Activity, Network, WeightedPeriod } from './network.ts';
import { nullOutsideCover } from './working-calendar.ts';

/** Above this many joint states the exact sum is given up. */
const MOST_STATES = 100_000;

/** Finish days of the activities that something still waits for, in ascending order of their indexes. */
interface State {
  readonly finishes: readonly Day[];
  readonly probability: number;
}

/**
 * P(on time, everything as soon as possible). Each unstarted activity starts on the first allowed day that is
 * not before its earliest start under the shortest durations (max lags delay the fetching of papers) and not
 * before its predecessors' finishes and lags; a state that misses a bound is dropped with its probability.
 *
 * The finish of an activity is forgotten once everything that waits for it has been placed, and states that
 * are then the same are added up: a chain costs days × durations, however long it is.
 *
 * @returns null when there are too many joint states to sum.
 */
export function probabilityOnTime(network: Network): number | null {
  const states = finalStates(network, false);
  return states === null ? null : states.reduce((sum, { probability }) => sum + probability, 0);
}

/**
 * The probability of each day on which the last activity can finish, everything as soon as possible and in time; the
 * days in no order. Null when there are too many joint states to sum.
 */
export function completionProbabilities(network: Network): ReadonlyMap<Day, number> | null {
  const states = finalStates(network, true);
  if (states === null) return null;
  const byDay = new Map<Day, number>();
  for (const { finishes, probability } of states) {
    const completionOn = finishes.reduce(laterOf);
    byDay.set(completionOn, (byDay.get(completionOn) ?? 0) + probability);
  }
  return byDay;
}

/**
 * The joint states when everything is placed; null: too many.
 *
 * @param keepsSinks whether the finishes of the activities without successors stay in the states.
 */
function finalStates(network: Network, keepsSinks: boolean): readonly State[] | null {
  const { earliest, left } = computeEarliestDates(network, 'min');
  if (left !== null) return [];
  const plan = frontierPlan(network, keepsSinks);
  let states: readonly State[] = [{ finishes: [], probability: 1 }];
  for (const step of plan) {
    states = place(network, step, states, earliest);
    if (states.length > MOST_STATES) return null;
  }
  return states;
}

interface Step {
  readonly activity: Activity;
  /** Where the finishes of its predecessors stand in a state, in the order of `predecessors`. */
  readonly predecessorSlots: readonly number[];
  /** Which slots survive behind it; its own finish is appended as the last one. */
  readonly keptSlots: readonly number[];
  readonly isKept: boolean;
}

/** For each activity in topological order: where its predecessors' finishes are, and what is forgotten then. */
function frontierPlan(network: Network, keepsSinks: boolean): Step[] {
  // A finish that is kept for ever is one that something waits for behind the end.
  const waiting = network.activities.map(({ isSink, successors }) =>
    keepsSinks && isSink ? 1 : successors.length,
  );
  let slots: number[] = [];
  return network.order.map((index) => {
    const activity = activityAt(network, index);
    const predecessorSlots = activity.predecessors.map(({ predecessor }) => slots.indexOf(predecessor));
    for (const { predecessor } of activity.predecessors)
      waiting[predecessor] = (waiting[predecessor] ?? 0) - 1;
    const keptSlots = slots.flatMap((held, slot) => ((waiting[held] ?? 0) > 0 ? [slot] : []));
    const isKept = keepsSinks || activity.successors.length > 0;
    slots = [...keptSlots.map((slot) => slots[slot] ?? -1), ...(isKept ? [index] : [])];
    return { activity, predecessorSlots, keptSlots, isKept };
  });
}

/** Every state with the activity placed in it, under each of its durations; states that are the same in one. */
function place(
  network: Network,
  step: Step,
  states: readonly State[],
  earliest: readonly (EarliestDates | null)[],
): State[] {
  const { activity, keptSlots, isKept } = step;
  const merged = new Map<string, { finishes: Day[]; probability: number }>();
  for (const { finishes, probability } of states) {
    const kept = keptSlots.map((slot) => finishes[slot] as Day);
    for (const { finishOn, share } of finishesOf(network, step, finishes, earliest[activity.index] ?? null)) {
      const next = isKept ? [...kept, finishOn] : kept;
      const key = next.join();
      const same = merged.get(key);
      if (same === undefined) merged.set(key, { finishes: next, probability: probability * share });
      else same.probability += probability * share;
    }
  }
  return [...merged.values()];
}

interface PossibleFinish {
  readonly finishOn: Day;
  /** Its probability, given the state. */
  readonly share: number;
}

/** The finishes an activity may have in a state; those that miss one of its bounds are left out. */
function finishesOf(
  network: Network,
  { activity, predecessorSlots }: Step,
  finishes: readonly Day[],
  earliest: EarliestDates | null,
): PossibleFinish[] {
  const isInTime = ({ finishOn }: PossibleFinish) =>
    (!activity.isSink || finishOn <= network.cutoff) &&
    (activity.finishNoLaterThan === null || finishOn <= activity.finishNoLaterThan);
  if (activity.state === 'done') {
    const finishOn = activity.finishedOn;
    return finishOn === null ? [] : [{ finishOn, share: 1 }].filter(isInTime);
  }
  if (activity.state === 'running') return runningFinishes(network, activity).filter(isInTime);
  const startOn = startIn(
    network,
    activity,
    predecessorSlots.map((slot) => finishes[slot] as Day),
    earliest,
  );
  if (startOn === null) return [];
  return sharesOf(activity.outcomes).flatMap(({ period, share }) => {
    const finishOn = nullOutsideCover(() =>
      finishOf(network.calendar, startOn, period, activity.finishRolls),
    );
    return finishOn === null ? [] : [{ finishOn, share }].filter(isInTime);
  });
}

/** The first day on which the activity can start in a state; null when that misses a bound on the start. */
function startIn(
  network: Network,
  activity: Activity,
  predecessorFinishes: readonly Day[],
  earliest: EarliestDates | null,
): Day | null {
  if (earliest === null) return null;
  const { calendar, horizon } = network;
  return nullOutsideCover(() => {
    let from = earliest.startOn;
    for (const [position, { minLag }] of activity.predecessors.entries()) {
      const finishOn = predecessorFinishes[position];
      if (finishOn !== undefined && minLag !== null)
        from = laterOf(from, addPeriod(calendar, finishOn, minLag));
    }
    if (from > horizon.until) return null;
    const startOn = firstAllowedStart(calendar, from, activity.startsOn);
    if (startOn > horizon.until || (activity.closesOn !== null && startOn > activity.closesOn)) return null;
    for (const [position, { maxLag }] of activity.predecessors.entries()) {
      const finishOn = predecessorFinishes[position];
      if (finishOn === undefined || maxLag === null) continue;
      // A validity that ends past the cover ends after every day on which something may start.
      const validUntil = nullOutsideCover(() => addPeriod(calendar, finishOn, maxLag));
      if (validUntil !== null && startOn > validUntil) return null;
    }
    return startOn;
  });
}

/**
 * The finishes of what runs, given that it has not finished before the start of today. When every duration
 * says that it should have, today is assumed.
 */
export function runningFinishes(network: Network, activity: Activity): PossibleFinish[] {
  const { startedOn } = activity;
  if (startedOn === null) return [];
  const possible = sharesOf(activity.outcomes).flatMap(({ period, share }) => {
    const finishOn = nullOutsideCover(() =>
      finishOf(network.calendar, startedOn, period, activity.finishRolls),
    );
    // Past the cover: not before today, and certainly late; it keeps its share of the probability.
    return finishOn !== null && finishOn < network.asOf ? [] : [{ finishOn, share }];
  });
  const total = possible.reduce((sum, { share }) => sum + share, 0);
  if (total === 0) return [{ finishOn: network.asOf, share: 1 }];
  return possible.flatMap(({ finishOn, share }) =>
    finishOn === null ? [] : [{ finishOn, share: share / total }],
  );
}

/** The outcomes with weights that add up to 1. */
export function sharesOf(
  outcomes: readonly WeightedPeriod[],
): { period: WeightedPeriod['period']; share: number }[] {
  const total = outcomes.reduce((sum, { weight }) => sum + weight, 0);
  return outcomes.map(({ period, weight }) => ({ period, share: weight / total }));
}
