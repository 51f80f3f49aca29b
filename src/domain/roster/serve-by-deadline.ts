// Who is served on which day when each day has room for so many: one task a person, of one place on one day.

import type { Day } from '../day.ts';
import { memberAt, queuesOf, serveQueues } from './queues.ts';

/** Something that takes one place on one day from `from` to `until`, inclusive. Later than `until` it is in vain. */
export interface UnitTask {
  readonly from: Day;
  readonly until: Day;
}

/** How many places a day has; whole, 0 or more, `Infinity` for no limit. */
export type PlacesOn = (day: Day) => number;

/**
 * For each task its day, or null where it is left out. As few as possible are left out, and nobody could be served
 * earlier without moving somebody else.
 *
 * From the first day on, each day takes from the tasks that have begun and are not past the one with the earliest
 * `until`, again and again until its places are taken (earliest deadline first; Glover 1967, the largest matching in a
 * convex bipartite graph). Tasks with the same `until` are taken in the order in which they are given.
 *
 * *Why no plan serves more.* Take a best plan that agrees with this one for as long as any does, and let day t be the
 * first on which they differ. (1) If this one uses a place there that the best plan leaves empty, for task x: x is
 * either later in the best plan or not in it; move it to t, and no fewer are served. (2) If the best plan serves y there
 * in the place of x, then until(x) ≤ until(y), both have begun, and neither came before t. If x is not in the best
 * plan, put it in y's place: as many are served. If it is there on t' > t, change the two over: x has begun by t, and y
 * may come at t' because t' ≤ until(x) ≤ until(y). (3) The best plan cannot use a place that this one leaves empty,
 * for this one leaves a place empty only when no task is waiting. In every case a best plan agrees for longer, so by
 * induction this one is a best plan.
 */
export function serveByDeadline(tasks: readonly UnitTask[], placesOn: PlacesOn): (Day | null)[] {
  const served = tasks.map((): Day | null => null);
  const queues = queuesOf(tasks.entries());
  for (const [index, days] of serveQueues(queues, placesOn).entries()) {
    const queue = queues[index];
    for (const [at, day] of days.entries()) if (queue !== undefined) served[memberAt(queue, at)] = day;
  }
  return served;
}

/**
 * The same with every day as late as it can be: no task is served after its day here without another one having to be
 * earlier. The same rule, walked from the last day to the first. Tasks with the same `from` are taken last to first,
 * so that those given first come earlier. Serves as many as `serveByDeadline`.
 */
export function serveAsLateAsPossible(tasks: readonly UnitTask[], placesOn: PlacesOn): (Day | null)[] {
  const mirrored = tasks
    .map(({ from, until }) => ({ from: mirror(until), until: mirror(from) }))
    .toReversed();
  const served = serveByDeadline(mirrored, (day) => placesOn(mirror(day)));
  return served.toReversed().map((day) => (day === null ? null : mirror(day)));
}

/** The day that lies as far on the other side of day 0. */
function mirror(day: Day): Day {
  return -day as Day;
}
