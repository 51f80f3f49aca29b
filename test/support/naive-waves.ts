// The most people that few places can serve, by trying everything. Nothing of the product's way of thinking is in it.

import type { Day } from '../../src/domain/day.ts';
import type { PlacesOn, UnitTask } from '../../src/domain/roster/serve-by-deadline.ts';
import type { HandsNeeded, Places } from '../../src/domain/roster/waves.ts';

/** How often each day was taken. */
type Taken = Map<Day, number>;

/** The most tasks that can have a place each. */
export function mostServed(
  [task, ...others]: readonly UnitTask[],
  placesOn: PlacesOn,
  taken: Taken = new Map(),
): number {
  if (task === undefined) return 0;
  let most = mostServed(others, placesOn, taken);
  for (const day of daysOf(task)) {
    withPlace(taken, day, placesOn, () => {
      most = Math.max(most, 1 + mostServed(others, placesOn, taken));
    });
  }
  return most;
}

/** The most people who get everything that they need. */
export function mostPeople(
  [person, ...others]: readonly HandsNeeded[],
  places: Places,
  approvals: Taken = new Map(),
  visits: Taken = new Map(),
): number {
  if (person === undefined) return 0;
  let most = mostPeople(others, places, approvals, visits);
  const { approval, visit, visitFrom } = person;
  for (const approvedOn of approval === null ? [null] : daysOf(approval)) {
    withPlace(approvals, approvedOn, places.approvals, () => {
      for (const visitOn of visit === null ? [null] : daysOf(visit)) {
        const possible = approvedOn === null ? visitOn : visitFrom(approvedOn);
        if (visitOn !== null && (possible === null || visitOn < possible)) continue;
        withPlace(visits, visitOn, places.visits, () => {
          most = Math.max(most, 1 + mostPeople(others, places, approvals, visits));
        });
      }
    });
  }
  return most;
}

function daysOf({ from, until }: UnitTask): Day[] {
  return Array.from({ length: Math.max(0, until - from + 1) }, (_, index) => (from + index) as Day);
}

/** Does `then` with the place taken, if there is one; null: none is needed. */
function withPlace(taken: Taken, day: Day | null, placesOn: PlacesOn, then: () => void): void {
  if (day === null) {
    then();
    return;
  }
  const before = taken.get(day) ?? 0;
  if (before >= placesOn(day)) return;
  taken.set(day, before + 1);
  then();
  taken.set(day, before);
}

/** Day by day, place by place: of those who can be served the one with the earliest last day, the first given of equals. */
export function servedOneByOne(
  tasks: readonly UnitTask[],
  placesOn: PlacesOn,
  days: readonly Day[],
): (Day | null)[] {
  const served = tasks.map((): Day | null => null);
  for (const day of days) {
    for (let place = 0; place < placesOn(day); place += 1) {
      const waiting = [...tasks.entries()].filter(
        ([index, { from, until }]) => served[index] === null && from <= day && day <= until,
      );
      const [next] = waiting.toSorted(([a, one], [b, other]) => one.until - other.until || a - b)[0] ?? [];
      if (next !== undefined) served[next] = day;
    }
  }
  return served;
}
