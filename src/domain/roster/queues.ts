// People who need the same two days of HR, in one queue: who is served of them, and when, is a matter of counting.

import { addDays, type Day } from '../day.ts';
import type { PlacesOn, UnitTask } from './serve-by-deadline.ts';

/**
 * Tasks of the same two days, each told by its place in the order in which all are given. `ahead` come first, then
 * `others` from `passed` on; both ascend.
 */
export interface Queue extends UnitTask {
  readonly ahead: readonly number[];
  readonly others: readonly number[];
  readonly passed: number;
}

/** One queue for each two days. */
export function queuesOf(tasks: Iterable<readonly [place: number, task: UnitTask]>): Queue[] {
  const byDays = new Map<number, Map<number, number[]>>();
  for (const [place, { from, until }] of tasks) {
    const byUntil = byDays.get(from) ?? new Map<number, number[]>();
    if (byUntil.size === 0) byDays.set(from, byUntil);
    const places = byUntil.get(until);
    if (places === undefined) byUntil.set(until, [place]);
    else places.push(place);
  }
  return [...byDays].flatMap(([from, byUntil]) =>
    [...byUntil].map(
      ([until, places]): Queue => ({
        from: from as Day,
        until: until as Day,
        ahead: [],
        others: places.toSorted((a, b) => a - b),
        passed: 0,
      }),
    ),
  );
}

export function lengthOf({ ahead, others, passed }: Queue): number {
  return ahead.length + others.length - passed;
}

/** The place of the member that stands `at` so many others; 0: the first. */
export function memberAt({ ahead, others, passed }: Queue, at: number): number {
  return (at < ahead.length ? ahead[at] : others[passed + at - ahead.length]) ?? Number.POSITIVE_INFINITY;
}

/** The queue after its first `count` members have left it and `stay` of them have come back to its head. */
export function withHead(queue: Queue, count: number, stay: (place: number) => boolean): Queue {
  const head = headOf(queue, count).filter(stay);
  const { ahead, passed } = queue;
  return count < ahead.length
    ? { ...queue, ahead: [...head, ...ahead.slice(count)] }
    : { ...queue, ahead: head, passed: passed + count - ahead.length };
}

/** Its first `count` members alone. */
export function onlyHead(queue: Queue, count: number): Queue {
  return { ...queue, ahead: headOf(queue, count), others: [], passed: 0 };
}

function headOf(queue: Queue, count: number): number[] {
  return Array.from({ length: count }, (_, at) => memberAt(queue, at));
}

/**
 * The days of those who are served, by queue: of each its first so many members, in order. See `serveByDeadline` for
 * the rule and why no plan serves more.
 */
export function serveQueues(queues: readonly Queue[], placesOn: PlacesOn): Day[][] {
  const served = queues.map((): Day[] => []);
  const beginning = Map.groupBy(queues.keys(), (index) => queueAt(queues, index).from);
  const lastDays = [...new Set(queues.map(({ until }) => until))].toSorted((a, b) => a - b);
  const lastDay = lastDays.at(-1) ?? Number.MIN_SAFE_INTEGER;
  const firstDay = queues.reduce((first, { from }) => Math.min(first, from), Number.MAX_SAFE_INTEGER) as Day;
  /** By their last day: those that have begun and in which somebody waits. */
  const waiting = new Map<Day, number[]>();
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) {
    for (const index of beginning.get(day) ?? []) {
      const queue = queueAt(queues, index);
      if (lengthOf(queue) > 0) waiting.set(queue.until, [...(waiting.get(queue.until) ?? []), index]);
    }
    let places = placesOn(day);
    for (const until of lastDays) {
      if (until < day) continue;
      if (places <= 0) break;
      const open = waiting.get(until) ?? [];
      while (places > 0 && open.length > 0) {
        const next = earliestOf(queues, open, served);
        const index = open[next] ?? 0;
        const days = served[index] ?? [];
        days.push(day);
        places -= 1;
        if (days.length === lengthOf(queueAt(queues, index))) open.splice(next, 1);
      }
    }
  }
  return served;
}

/** Which of the open queues has the member that was given first. */
function earliestOf(
  queues: readonly Queue[],
  open: readonly number[],
  served: readonly (readonly Day[])[],
): number {
  let best = 0;
  let earliest = Number.POSITIVE_INFINITY;
  for (const [at, index] of open.entries()) {
    const place = memberAt(queueAt(queues, index), served[index]?.length ?? 0);
    if (place >= earliest) continue;
    earliest = place;
    best = at;
  }
  return best;
}

function queueAt(queues: readonly Queue[], index: number): Queue {
  const queue = queues[index];
  if (queue === undefined) throw new Error(`no queue ${index}`);
  return queue;
}
