// The latest day on which each activity can start and finish: the greatest solution of everything that
// pulls dates earlier (scheduling.md §5).

import { type Day, earlierOf } from './day.ts';
import { addPeriod, finishOf, lastAllowedStart, lastDayBeforePeriod, latestStartFor } from './duration.ts';
import { activityAt, type EarliestDates } from './forward-pass.ts';
import type { Activity, Network, Scenario } from './network.ts';
import { nullOutsideCover } from './working-calendar.ts';

export interface LatestDates {
  /** Last day on which the activity can start; of a running one, the day it did. */
  readonly startOn: Day;
  /** The finish of a start on `startOn`; of a running one `mustFinishBy`. */
  readonly finishOn: Day;
  /** Last day on which the result may arrive: bound by the successors and deadlines, not by this start. */
  readonly mustFinishBy: Day;
}

export interface BackwardBounds {
  /** Last day on which an activity without successors may finish. */
  readonly finishBy: Day;
  /** False: only `finishBy` and the lags between unstarted activities count, no other date. */
  readonly withOtherBounds: boolean;
}

/**
 * The greatest fixpoint of the upper bounds: the cutoff, deadlines, windows that close, min lags, and max lags
 * (what waits for a paper must start while it is valid).
 *
 * Ignores `asOf` and windows that open, as the forward pass ignores these bounds.
 *
 * @param earliest what the forward pass found; read only for activities that have started.
 * @returns latest dates by activity index (null for done ones), or null as a whole when some unfinished
 *   activity has no day inside the horizon and the calendar's cover.
 */
export function computeLatestDates(
  network: Network,
  scenario: Scenario,
  earliest: readonly (EarliestDates | null)[],
  bounds: BackwardBounds,
): readonly (LatestDates | null)[] | null {
  const latest: (LatestDates | null)[] = network.activities.map(() => null);
  const notAfter: (Day | null)[] = network.activities.map((activity) =>
    startBoundOf(network, activity, earliest, bounds),
  );
  const reversed = network.order.toReversed();
  return nullOutsideCover(() => {
    do {
      for (const index of reversed) {
        const activity = activityAt(network, index);
        if (activity.state === 'done') continue;
        const dates = latestOf(network, activity, scenario, { latest, notAfter, bounds });
        if (dates === null) return null;
        latest[index] = dates;
      }
    } while (network.hasMaxLags && hurrySuccessors(network, latest, notAfter));
    return latest;
  });
}

/** The bound on an unstarted activity's start that no other unstarted activity moves; null: none. */
function startBoundOf(
  network: Network,
  activity: Activity,
  earliest: readonly (EarliestDates | null)[],
  { withOtherBounds }: BackwardBounds,
): Day | null {
  if (!withOtherBounds || activity.state !== 'open') return null;
  let bound = network.horizon.until;
  if (activity.closesOn !== null) bound = earlierOf(bound, activity.closesOn);
  for (const validUntil of validitiesOf(network, activity, earliest)) bound = earlierOf(bound, validUntil);
  return bound;
}

/** Last days on which papers that are already under way or there can still be used by `activity`. */
export function validitiesOf(
  network: Network,
  activity: Activity,
  earliest: readonly (EarliestDates | null)[],
): Day[] {
  return activity.predecessors.flatMap(({ predecessor, maxLag }) => {
    const source = activityAt(network, predecessor);
    const finishOn = earliest[predecessor]?.finishOn;
    if (maxLag === null || source.state === 'open' || finishOn === undefined) return [];
    // A validity that ends past the cover ends after every day on which something may start.
    const validUntil = nullOutsideCover(() => addPeriod(network.calendar, finishOn, maxLag));
    return validUntil === null ? [] : [validUntil];
  });
}

interface Labels {
  readonly latest: readonly (LatestDates | null)[];
  readonly notAfter: readonly (Day | null)[];
  readonly bounds: BackwardBounds;
}

function latestOf(
  network: Network,
  activity: Activity,
  scenario: Scenario,
  { latest, notAfter, bounds }: Labels,
): LatestDates | null {
  const { calendar } = network;
  const mustFinishBy = mustFinishByOf(network, activity, latest, bounds);
  if (activity.startedOn !== null) {
    return { startOn: activity.startedOn, finishOn: mustFinishBy, mustFinishBy };
  }
  const duration = activity.durations[scenario];
  const isCounted = duration.unit === 'working-days' && duration.amount > 0;
  const readsCalendar = isCounted || activity.finishRolls === 'forward';
  const finishBy = readsCalendar ? within(network, mustFinishBy, bounds) : mustFinishBy;
  let by = latestStartFor(calendar, finishBy, duration, activity.finishRolls);
  const bound = notAfter[activity.index];
  if (bound !== null && bound !== undefined) by = earlierOf(by, bound);
  if (activity.startsOn === 'working-day') by = within(network, by, bounds);
  const startOn = lastAllowedStart(calendar, by, activity.startsOn);
  if (startOn < network.horizon.from) return null;
  return { startOn, finishOn: finishOf(calendar, startOn, duration, activity.finishRolls), mustFinishBy };
}

/**
 * Counting back from a completion past the cover (a calendar-day finish can lie there): nothing that reads the
 * calendar can start or finish there, so its last day inside will do. A date that somebody set is never moved.
 */
function within({ calendar }: Network, day: Day, { withOtherBounds }: BackwardBounds): Day {
  return withOtherBounds ? day : earlierOf(day, calendar.coversUntil);
}

function mustFinishByOf(
  network: Network,
  activity: Activity,
  latest: readonly (LatestDates | null)[],
  { finishBy, withOtherBounds }: BackwardBounds,
): Day {
  const bounds: Day[] = activity.isSink ? [finishBy] : [];
  if (withOtherBounds && activity.finishNoLaterThan !== null) bounds.push(activity.finishNoLaterThan);
  for (const { successor, minLag } of activity.successors) {
    const after = latest[successor];
    if (after && minLag !== null) bounds.push(lastDayBeforePeriod(network.calendar, after.startOn, minLag));
  }
  return bounds.reduce(earlierOf);
}

/**
 * Lowers `notAfter` of what waits for a paper to the last day on which the paper, fetched at the latest, is
 * still valid.
 *
 * @returns whether anything moved.
 */
function hurrySuccessors(
  network: Network,
  latest: readonly (LatestDates | null)[],
  notAfter: (Day | null)[],
): boolean {
  let moved = false;
  for (const { successors, state, index: source } of network.activities) {
    const finishOn = latest[source]?.finishOn;
    if (state !== 'open' || finishOn === undefined) continue;
    for (const { successor, maxLag } of successors) {
      if (maxLag === null) continue;
      const validUntil = nullOutsideCover(() => addPeriod(network.calendar, finishOn, maxLag));
      const current = latest[successor];
      if (validUntil !== null && current && current.startOn > validUntil) {
        notAfter[successor] = validUntil;
        moved = true;
      }
    }
  }
  return moved;
}
