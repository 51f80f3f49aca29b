// When HR serves whom, when a working day has room for so many approvals and so many escorted visits.
//
// Each of the two alone is solved exactly (serve-by-deadline.ts). Together they are solved one after the other, the
// approvals first, as the people come; whether that is the best there is, is proved each time against what no plan can
// beat, and said.

import { addDays, type Day, laterOf } from '../day.ts';
import { type PlacesOn, serveAsLateAsPossible, serveByDeadline, type UnitTask } from './serve-by-deadline.ts';

/** What one person needs of HR, inclusive days; null: not that. */
export interface HandsNeeded {
  readonly approval: UnitTask | null;
  readonly visit: UnitTask | null;
  /** The first day on which the visit can be when the approval begins on `day`; null: none is left. */
  readonly visitFrom: (day: Day) => Day | null;
}

export interface Places {
  readonly approvals: PlacesOn;
  readonly visits: PlacesOn;
}

/** When one person is served: as early as HR can, and the last day that still leaves everybody theirs. */
export interface Wave {
  readonly approval: { readonly on: Day; readonly by: Day } | null;
  readonly visit: { readonly on: Day; readonly by: Day } | null;
}

export interface WavePlan {
  /** One for each person; null: HR's days are full before they can be served in time. */
  readonly waves: readonly (Wave | null)[];
  readonly left: number;
  /** No plan leaves out fewer than so many; equal to `left`: it is proved that this plan is a best one. */
  readonly leftAtLeast: number;
}

/**
 * Leaves out as few people as it can, in two steps that are each exact. A person who gets an approval and then no
 * visit in time is taken out and the rest is planned anew, so that no place is spent on them.
 *
 * `by` of all people together: each served on their own last day, and everybody still in time.
 *
 * @param people the most urgent first: of equal last days theirs come earlier
 */
export function planWaves(people: readonly HandsNeeded[], places: Places): WavePlan {
  const served = serveHands(people, places);
  const latest = latestDays(people, served, places);
  const waves = served.map((days, index): Wave | null => {
    const late = latest[index];
    if (days === null || late === undefined || late === null) return null;
    const pair = (on: Day | null, by: Day | null) => (on === null || by === null ? null : { on, by });
    return { approval: pair(days.approval, late.approval), visit: pair(days.visit, late.visit) };
  });
  return {
    waves,
    left: waves.filter((wave) => wave === null).length,
    leftAtLeast: Math.max(
      leftAlone(people, ({ approval }) => approval, places.approvals),
      leftAlone(people, ({ visit }) => visit, places.visits),
    ),
  };
}

/** How many are left out when places of one kind are few and of the other without limit: a bound for both together. */
function leftAlone(
  people: readonly HandsNeeded[],
  taskOf: (person: HandsNeeded) => UnitTask | null,
  placesOn: PlacesOn,
): number {
  const tasks = people.flatMap((person) => taskOf(person) ?? []);
  return serveByDeadline(tasks, placesOn).filter((day) => day === null).length;
}

interface ServedDays {
  readonly approval: Day | null;
  readonly visit: Day | null;
}

/** The planned days of `planWaves`, without the last ones; null: left out. */
export function serveHands(people: readonly HandsNeeded[], places: Places): (ServedDays | null)[] {
  const isIn = people.map(() => true);
  for (;;) {
    const approvals = serveSome(
      people,
      (person, index) => (isIn[index] ? person.approval : null),
      places.approvals,
    );
    const tasks = people.map((person, index) => visitTask(person, approvals[index] ?? null));
    const isReached = (index: number) =>
      isIn[index] === true && (people[index]?.approval === null || approvals[index] !== null);
    const visits = serveSome(
      people,
      (_, index) => (isReached(index) ? (tasks[index] ?? null) : null),
      places.visits,
    );
    const isInVain = (index: number) =>
      isReached(index) && people[index]?.visit !== null && (visits[index] ?? null) === null;
    const inVain = people.map((_, index) => index).filter(isInVain);
    if (inVain.length === 0 || inVain.every((index) => people[index]?.approval === null)) {
      return people.map((_, index) =>
        isReached(index) && !isInVain(index)
          ? { approval: approvals[index] ?? null, visit: visits[index] ?? null }
          : null,
      );
    }
    for (const index of inVain) isIn[index] = false;
  }
}

/** The visit after an approval that begins on `approvedOn`; null: no visit, or none that is in time. */
function visitTask({ visit, visitFrom }: HandsNeeded, approvedOn: Day | null): UnitTask | null {
  if (visit === null || approvedOn === null) return visit;
  const possible = visitFrom(approvedOn);
  if (possible === null) return null;
  const from = laterOf(visit.from, possible);
  return from > visit.until ? null : { from, until: visit.until };
}

function serveSome(
  people: readonly HandsNeeded[],
  taskOf: (person: HandsNeeded, index: number) => UnitTask | null,
  placesOn: PlacesOn,
  serveTasks: typeof serveByDeadline = serveByDeadline,
): (Day | null)[] {
  const tasks = people.map(taskOf);
  const days = serveTasks(
    tasks.flatMap((task) => task ?? []),
    placesOn,
  );
  let next = 0;
  return tasks.map((task) => (task === null ? null : (days[next++] ?? null)));
}

/**
 * The last days, visits first: none before the day that is planned, so that the plan itself shows that all of them
 * fit. An approval must leave its visit time.
 */
function latestDays(
  people: readonly HandsNeeded[],
  served: readonly (ServedDays | null)[],
  places: Places,
): (ServedDays | null)[] {
  const window = (from: Day | null | undefined, task: UnitTask | null): UnitTask | null =>
    from === null || from === undefined || task === null ? null : { from, until: task.until };
  const visits = serveSome(
    people,
    ({ visit }, index) => window(served[index]?.visit, visit),
    places.visits,
    serveAsLateAsPossible,
  );
  const approvals = serveSome(
    people,
    (person, index) => {
      const task = window(served[index]?.approval, person.approval);
      const visitOn = visits[index] ?? null;
      return task === null || visitOn === null
        ? task
        : { ...task, until: lastThatLeaves(person, task, visitOn) };
    },
    places.approvals,
    serveAsLateAsPossible,
  );
  return served.map((days, index) =>
    days === null ? null : { approval: approvals[index] ?? null, visit: visits[index] ?? null },
  );
}

/** The last day of the task from which the visit can still be on `visitOn`. */
function lastThatLeaves({ visitFrom }: HandsNeeded, { from, until }: UnitTask, visitOn: Day): Day {
  for (let day = until; day > from; day = addDays(day, -1)) {
    const possible = visitFrom(day);
    if (possible !== null && possible <= visitOn) return day;
  }
  return from;
}
