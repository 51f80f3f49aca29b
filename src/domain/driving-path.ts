// What drives the end: the chain of activities, each waiting for the one before, that ends last.

import type { Day } from './day.ts';
import { addPeriod, firstAllowedStart } from './duration.ts';
import { activityAt, type EarliestDates } from './forward-pass.ts';
import type { Network } from './network.ts';

/**
 * The index of the activity without successors that finishes last; ties go to the smallest id by code unit.
 * Null where a finish is not known.
 */
export function lastSinkOf(network: Network, earliest: readonly (EarliestDates | null)[]): number | null {
  let last: { index: number; id: string; finishOn: Day } | null = null;
  for (const { index, id, isSink } of network.activities) {
    if (!isSink) continue;
    const finishOn = earliest[index]?.finishOn;
    if (finishOn === undefined) return null;
    if (last === null || finishOn > last.finishOn || (finishOn === last.finishOn && id < last.id)) {
      last = { index, id, finishOn };
    }
  }
  return last?.index ?? null;
}

/**
 * The driving path that ends with activity `sink`, first to last, as ids.
 *
 * Walks back through the first predecessor, in input order, whose finish and min lag alone give the start
 * day, also where a window or today gives the same day. What has started waits for nothing any more: it can
 * only be the first entry.
 */
export function drivingPathOf(
  network: Network,
  earliest: readonly (EarliestDates | null)[],
  sink: number,
): string[] {
  const path: string[] = [];
  for (let index: number | null = sink; index !== null; index = driverOf(network, earliest, index)) {
    path.push(activityAt(network, index).id);
  }
  return path.reverse();
}

function driverOf(
  network: Network,
  earliest: readonly (EarliestDates | null)[],
  index: number,
): number | null {
  const activity = activityAt(network, index);
  const dates = earliest[index];
  if (activity.state !== 'open' || !dates) return null;
  for (const { predecessor, minLag } of activity.predecessors) {
    const before = earliest[predecessor];
    if (!before || minLag === null) continue;
    const released = addPeriod(network.calendar, before.finishOn, minLag);
    if (firstAllowedStart(network.calendar, released, activity.startsOn) === dates.startOn) {
      return predecessor;
    }
  }
  return null;
}
