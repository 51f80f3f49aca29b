// What one more place on one day would be worth.

import { addDays, type Day } from '../day.ts';
import { type HandsNeeded, lineOf, type Places, type ServedDays, serveHands } from './waves.ts';

export interface OneMoreHand {
  readonly kind: keyof Places;
  readonly on: Day;
  /** How many more people are in time; 1 or more. */
  readonly saves: number;
}

/**
 * For every day on which one more approval or one more visit would bring more people in time: how many. Those that
 * save most come first, of equals the earliest. Only days whose places are all taken are tried: whoever could come on
 * another one had a place there already.
 *
 * @param canWork on which days somebody could be asked to help; HR's own days off may be among them
 */
export function oneMoreHand(
  people: readonly HandsNeeded[],
  places: Places,
  canWork: (day: Day) => boolean,
): OneMoreHand[] {
  const line = lineOf(people);
  const served = serveHands(line, places);
  const left = people.length - served.size;
  if (left === 0) return [];
  const taken = { approvals: countBy(served, 'approval'), visits: countBy(served, 'visit') };
  const isFull = (kind: keyof Places, on: Day) => (taken[kind].get(on) ?? 0) >= places[kind](on);
  const worth = (kind: keyof Places, on: Day): OneMoreHand => {
    const more: Places = { ...places, [kind]: (day: Day) => places[kind](day) + (day === on ? 1 : 0) };
    return { kind, on, saves: serveHands(line, more).size - served.size };
  };
  return [
    ...daysOf(people, ({ visit }) => visit).map((day) => ['visits', day] as const),
    ...daysOf(people, ({ approval }) => approval).map((day) => ['approvals', day] as const),
  ]
    .filter(([kind, day]) => canWork(day) && isFull(kind, day))
    .map(([kind, day]) => worth(kind, day))
    .filter(({ saves }) => saves > 0)
    .toSorted((a, b) => b.saves - a.saves || a.on - b.on);
}

/** Every day from the first on which somebody needs it to the last. */
function daysOf(
  people: readonly HandsNeeded[],
  taskOf: (person: HandsNeeded) => HandsNeeded['visit'],
): Day[] {
  const tasks = people.flatMap((person) => taskOf(person) ?? []);
  const first = Math.min(...new Set(tasks.map(({ from }) => from))) as Day;
  const last = Math.max(...new Set(tasks.map(({ until }) => until)));
  return tasks.length === 0
    ? []
    : Array.from({ length: last - first + 1 }, (_, index) => addDays(first, index));
}

function countBy(served: ReadonlyMap<number, ServedDays>, kind: keyof ServedDays): Map<Day, number> {
  const counts = new Map<Day, number>();
  for (const days of served.values()) {
    const day = days[kind];
    if (day !== null) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return counts;
}
