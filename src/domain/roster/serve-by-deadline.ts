// Who is served on which day when each day has room for so many: one task a person, of one place on one day.

import { addDays, type Day } from '../day.ts';

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
  const beginning = Map.groupBy(tasks.keys(), (index) => taskAt(tasks, index).from);
  const lastDay = tasks.reduce((last, { until }) => Math.max(last, until), Number.MIN_SAFE_INTEGER);
  const firstDay = tasks.reduce((first, { from }) => Math.min(first, from), Number.MAX_SAFE_INTEGER) as Day;
  /** By their last day: those that have begun and wait, in the order in which they are given. */
  const waiting = new Map<Day, readonly number[]>();
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) {
    const arrived = Map.groupBy(beginning.get(day) ?? [], (index) => taskAt(tasks, index).until);
    for (const [until, indexes] of arrived)
      waiting.set(
        until,
        [...(waiting.get(until) ?? []), ...indexes].toSorted((a, b) => a - b),
      );
    let places = placesOn(day);
    for (let until = day; until <= lastDay && places > 0; until = addDays(until, 1)) {
      const queue = waiting.get(until) ?? [];
      for (const index of queue.slice(0, places)) served[index] = day;
      waiting.set(until, queue.slice(places));
      places -= Math.min(places, queue.length);
    }
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

function taskAt(tasks: readonly UnitTask[], index: number): UnitTask {
  const task = tasks[index];
  if (task === undefined) throw new Error(`no task ${index}`);
  return task;
}
