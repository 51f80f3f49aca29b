// When HR serves whom, when a working day has room for so many approvals and so many escorted visits.
//
// Each of the two alone is solved exactly (serve-by-deadline.ts). Together they are solved one after the other, the
// approvals first, as the people come; whether that is the best there is, is proved each time against what no plan can
// beat, and said.

import { addDays, type Day, laterOf } from '../day.ts';
import { lengthOf, memberAt, onlyHead, type Queue, queuesOf, serveQueues, withHead } from './queues.ts';
import { type PlacesOn, serveAsLateAsPossible, type UnitTask } from './serve-by-deadline.ts';

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
  const line = lineOf(people);
  const served = serveHands(line, places);
  return {
    waves: latestDays(people, served, places),
    left: people.length - served.size,
    leftAtLeast: Math.max(
      leftAlone(line.approvals, places.approvals),
      leftAlone(queuesOf(tasksOf(people, ({ visit }) => visit)), places.visits),
    ),
  };
}

/** How many are left out when places of one kind are few and of the other without limit: a bound for both together. */
function leftAlone(queues: readonly Queue[], placesOn: PlacesOn): number {
  const length = queues.reduce((sum, queue) => sum + lengthOf(queue), 0);
  return serveQueues(queues, placesOn).reduce((left, days) => left - days.length, length);
}

/** The people in the queues in which they stand at first. */
export interface Line {
  readonly people: readonly HandsNeeded[];
  readonly approvals: readonly Queue[];
  /** Of those who need no approval. */
  readonly visitsAlone: readonly Queue[];
  /** The places of those who need nothing. */
  readonly withoutNeed: readonly number[];
}

export function lineOf(people: readonly HandsNeeded[]): Line {
  return {
    people,
    approvals: queuesOf(tasksOf(people, ({ approval }) => approval)),
    visitsAlone: queuesOf(tasksOf(people, ({ approval, visit }) => (approval === null ? visit : null))),
    withoutNeed: [...people.keys()].filter((place) => needsNothing(people[place])),
  };
}

function needsNothing(person: HandsNeeded | undefined): boolean {
  return person?.approval === null && person.visit === null;
}

export interface ServedDays {
  readonly approval: Day | null;
  readonly visit: Day | null;
}

/** By their place among the people, who is served and when, as `planWaves` says; without the last days. */
export function serveHands(line: Line, places: Places): Map<number, ServedDays> {
  const { people } = line;
  let { approvals, visitsAlone } = line;
  for (;;) {
    const approved = servedIn(approvals, places.approvals);
    const tasks = [...approved.days].flatMap(([place, day]): (readonly [number, UnitTask])[] => {
      const task = visitTask(personAt(people, place), day);
      return task === null ? [] : [[place, task]];
    });
    const visited = servedIn([...queuesOf(tasks), ...visitsAlone], places.visits);
    const isInVain = (place: number) => personAt(people, place).visit !== null && !visited.days.has(place);
    if (![...approved.days.keys()].some(isInVain)) return together(line, approved.days, visited.days);
    approvals = approvals.map((queue, at) =>
      withHead(queue, approved.counts[at] ?? 0, (one) => !isInVain(one)),
    );
    const firstAlone = visited.counts.length - visitsAlone.length;
    visitsAlone = visitsAlone.map((queue, at) => onlyHead(queue, visited.counts[firstAlone + at] ?? 0));
  }
}

/** Who is served in the queues and when, and how many of each queue. */
function servedIn(queues: readonly Queue[], placesOn: PlacesOn) {
  const served = serveQueues(queues, placesOn);
  const days = new Map<number, Day>();
  for (const [index, queue] of queues.entries())
    for (const [at, day] of (served[index] ?? []).entries()) days.set(memberAt(queue, at), day);
  return { days, counts: served.map(({ length }) => length) };
}

/** Everybody who has all that they need, as they stand. */
function together(
  { people, withoutNeed }: Line,
  approvals: ReadonlyMap<number, Day>,
  visits: ReadonlyMap<number, Day>,
): Map<number, ServedDays> {
  const places = [...new Set([...approvals.keys(), ...visits.keys(), ...withoutNeed])].toSorted(
    (a, b) => a - b,
  );
  return new Map(
    places
      .filter((place) => personAt(people, place).visit === null || visits.has(place))
      .map((place) => [place, { approval: approvals.get(place) ?? null, visit: visits.get(place) ?? null }]),
  );
}

function* tasksOf(
  people: readonly HandsNeeded[],
  taskOf: (person: HandsNeeded) => UnitTask | null,
): Generator<readonly [number, UnitTask]> {
  for (const [place, person] of people.entries()) {
    const task = taskOf(person);
    if (task !== null) yield [place, task];
  }
}

function personAt(people: readonly HandsNeeded[], place: number): HandsNeeded {
  const person = people[place];
  if (person === undefined) throw new Error(`no person ${place}`);
  return person;
}

/** The visit after an approval that begins on `approvedOn`; null: no visit, or none that is in time. */
function visitTask({ visit, visitFrom }: HandsNeeded, approvedOn: Day | null): UnitTask | null {
  if (visit === null || approvedOn === null) return visit;
  const possible = visitFrom(approvedOn);
  if (possible === null) return null;
  const from = laterOf(visit.from, possible);
  return from > visit.until ? null : { from, until: visit.until };
}

/**
 * Everybody's days and the last ones, visits first: none before the day that is planned, so that the plan itself shows
 * that all of them fit. An approval must leave its visit time.
 */
function latestDays(
  people: readonly HandsNeeded[],
  served: ReadonlyMap<number, ServedDays>,
  places: Places,
): (Wave | null)[] {
  const window = (from: Day | null, task: UnitTask | null): UnitTask | null =>
    from === null || task === null ? null : { from, until: task.until };
  const visits = latestOf(served, places.visits, (place, { visit }) =>
    window(visit, personAt(people, place).visit),
  );
  const approvals = latestOf(served, places.approvals, (place, { approval }) => {
    const person = personAt(people, place);
    const task = window(approval, person.approval);
    const visitOn = visits.get(place);
    return task === null || visitOn === undefined
      ? task
      : { ...task, until: lastThatLeaves(person, task, visitOn) };
  });
  const pair = (on: Day | null, by: Day | undefined) => (on === null || by === undefined ? null : { on, by });
  return people.map((_, place) => {
    const days = served.get(place);
    return days === undefined
      ? null
      : { approval: pair(days.approval, approvals.get(place)), visit: pair(days.visit, visits.get(place)) };
  });
}

/** The last days of those who are served, in the order in which they stand. */
function latestOf(
  served: ReadonlyMap<number, ServedDays>,
  placesOn: PlacesOn,
  taskOf: (place: number, days: ServedDays) => UnitTask | null,
): Map<number, Day> {
  const tasks = [...served].flatMap(([place, days]) => {
    const task = taskOf(place, days);
    return task === null ? [] : [{ place, ...task }];
  });
  const latest = serveAsLateAsPossible(tasks, placesOn);
  return new Map(
    tasks.flatMap(({ place }, index) => {
      const day = latest[index] ?? null;
      return day === null ? [] : [[place, day] as const];
    }),
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
