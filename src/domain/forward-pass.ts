// The earliest day on which each activity can start and finish: the least solution of everything that
// pushes dates later (scheduling.md §5).

import { type Day, laterOf } from './day.ts';
import {
  addPeriod,
  earliestStartReaching,
  finishOf,
  firstAllowedStart,
  firstDayReaching,
} from './duration.ts';
import type { Activity, Network, Scenario } from './network.ts';
import { CalendarNotCovered, nullOutsideCover } from './working-calendar.ts';

export interface EarliestDates {
  readonly startOn: Day;
  /** Inclusive; of a running activity the assumed finish, never before `asOf`. */
  readonly finishOn: Day;
}

export interface ForwardPass {
  /** By activity index; null where the earliest day lies beyond what can be known or allowed. */
  readonly earliest: readonly (EarliestDates | null)[];
  /** The first activity (in topological order) that left, and what it left; null when none did. */
  readonly left: { readonly activity: number; readonly bound: 'horizon' | 'calendar' } | null;
}

/**
 * The least fixpoint of the lower bounds: `asOf`, the start of the horizon, windows that open, closed offices,
 * min lags, and max lags read backwards (a paper of 7 days' validity must not be fetched more than 7 days
 * before it can be used, so it *delays its source*).
 *
 * Ignores the cutoff and every other upper bound: that is what makes a negative float say how late a plan is.
 * A label that passes `horizon.until` or the calendar's cover makes the activity's dates null, and those of
 * everything that waits for it.
 */
export function computeEarliestDates(network: Network, scenario: Scenario): ForwardPass {
  const earliest: (EarliestDates | null)[] = network.activities.map((activity) =>
    activity.state === 'open' ? null : datesOfFact(network, activity, scenario),
  );
  const lost = network.activities.find(({ state, index }) => state !== 'open' && earliest[index] === null);
  const leftByFact: ForwardPass['left'] =
    lost === undefined ? null : { activity: lost.index, bound: 'calendar' };
  let left: ForwardPass['left'] = leftByFact;
  // Raised by max lags between sweeps; a start is never before it.
  const notBefore: Day[] = network.activities.map(({ opensOn }) => {
    const bound = laterOf(network.startsFrom ?? network.horizon.from, network.horizon.from);
    return opensOn === null ? bound : laterOf(bound, opensOn);
  });

  // Without max lags one sweep in topological order is exact. With them the labels rise until nothing moves;
  // each sweep that changes something raises a label by a day at least, so the horizon bounds the work.
  do {
    left = leftByFact;
    for (const index of network.order) {
      const activity = activityAt(network, index);
      if (activity.state !== 'open') continue;
      const dates = earliestOf(network, activity, scenario, { earliest, notBefore });
      if (typeof dates === 'object') {
        earliest[index] = dates;
      } else {
        earliest[index] = null;
        if (dates !== 'predecessor') left ??= { activity: index, bound: dates };
      }
    }
  } while (network.hasMaxLags && delaySources(network, scenario, earliest, notBefore));
  return { earliest, left };
}

interface Labels {
  readonly earliest: readonly (EarliestDates | null)[];
  readonly notBefore: readonly Day[];
}

function earliestOf(
  network: Network,
  activity: Activity,
  scenario: Scenario,
  { earliest, notBefore }: Labels,
): EarliestDates | 'horizon' | 'calendar' | 'predecessor' {
  const { calendar, horizon } = network;
  let from = notBefore[activity.index] ?? network.asOf;
  try {
    for (const { predecessor, minLag } of activity.predecessors) {
      if (minLag === null) continue;
      const before = earliest[predecessor];
      if (before === null || before === undefined) return 'predecessor';
      from = laterOf(from, addPeriod(calendar, before.finishOn, minLag));
    }
    if (from > horizon.until) return outsideOf(network, from);
    const startOn = firstAllowedStart(calendar, from, activity.startsOn);
    if (startOn > horizon.until) return outsideOf(network, startOn);
    const finishOn = finishOf(calendar, startOn, activity.durations[scenario], activity.finishRolls);
    return { startOn, finishOn };
  } catch (error) {
    if (error instanceof CalendarNotCovered) return 'calendar';
    throw error;
  }
}

function outsideOf({ calendar }: Network, day: Day): 'horizon' | 'calendar' {
  return day > calendar.coversUntil ? 'calendar' : 'horizon';
}

/**
 * Raises `notBefore` of the sources of max lags to the first start whose result is still valid when its
 * successor starts.
 *
 * @returns whether anything moved.
 */
function delaySources(
  network: Network,
  scenario: Scenario,
  earliest: readonly (EarliestDates | null)[],
  notBefore: Day[],
): boolean {
  let moved = false;
  for (const source of network.activities) {
    // A paper that is already there cannot be fetched later: its max lag is an upper bound, not a delay.
    if (source.state !== 'open') continue;
    const { index } = source;
    for (const { successor, maxLag } of source.successors) {
      const after = earliest[successor];
      if (maxLag === null || after === null || after === undefined) continue;
      const finishFrom = firstDayReaching(network.calendar, after.startOn, maxLag);
      const startFrom = earliestStartReaching(
        network.calendar,
        finishFrom,
        source.durations[scenario],
        source.finishRolls,
      );
      if (startFrom > (earliest[index]?.startOn ?? startFrom)) {
        notBefore[index] = startFrom;
        moved = true;
      }
    }
  }
  return moved;
}

/** Facts as they are; what runs finishes when its duration says, but not before the start of today. */
function datesOfFact(network: Network, activity: Activity, scenario: Scenario): EarliestDates | null {
  const { startedOn, finishedOn } = activity;
  if (startedOn === null) return null;
  if (finishedOn !== null) return { startOn: startedOn, finishOn: finishedOn };
  const expected = expectedFinishOf(network, activity, scenario);
  return expected === null ? null : { startOn: startedOn, finishOn: laterOf(expected, network.asOf) };
}

/** The finish that a running activity's duration promises, counted from its start; null outside the cover. */
export function expectedFinishOf(network: Network, activity: Activity, scenario: Scenario): Day | null {
  const { startedOn } = activity;
  if (startedOn === null) return null;
  const duration = activity.durations[scenario];
  return nullOutsideCover(() => finishOf(network.calendar, startedOn, duration, activity.finishRolls));
}

export function activityAt(network: Network, index: number): Activity {
  const activity = network.activities[index];
  if (activity === undefined) throw new Error(`no activity ${index} in network ${network.id}`);
  return activity;
}
