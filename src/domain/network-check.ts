// The rules a network description must keep, each as one function; all are run, so that a bad network
// answers with every fault at once.

import { type Day, formatDay } from './day.ts';
import type { ActivityDescription, NetworkDescription } from './network.ts';
import type { Contradiction, Fault, Path } from './problem.ts';
import { covers } from './working-calendar.ts';

/** Names and dependencies of activities, and nothing else of them. */
type Structure = readonly {
  readonly id: string;
  readonly after: readonly { readonly predecessor: string }[];
}[];

const STRUCTURE_RULES = [uniqueIds, knownPredecessors, noCycle] as const;

/** The faults of the structure alone: duplicate ids, unknown predecessors, a cycle. */
export function checkStructure(activities: Structure): Fault[] {
  return STRUCTURE_RULES.flatMap((rule) => rule(activities));
}

/** Every fault of the description, in the order of the rules; empty when it is a network. */
export function checkNetwork(network: NetworkDescription): Fault[] {
  return [...checkStructure(network.activities), ...horizonInOrder(network), ...possibleFacts(network)];
}

function uniqueIds(activities: Structure): Fault[] {
  const seen = new Set<string>();
  return activities.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      { path: at(index, 'id'), what: 'duplicate id', value: id, allowed: 'an id that no other activity has' },
    ];
  });
}

function knownPredecessors(activities: Structure): Fault[] {
  const ids = new Set(activities.map(({ id }) => id));
  return activities.flatMap(({ after }, index) => {
    const seen = new Set<string>();
    return after.flatMap(({ predecessor }, position): Fault[] => {
      const path = at(index, 'after', position, 'activity');
      if (!ids.has(predecessor)) {
        return [
          { path, what: 'unknown predecessor', value: predecessor, allowed: 'the id of another activity' },
        ];
      }
      if (seen.has(predecessor)) {
        return [
          { path, what: 'predecessor named twice', value: predecessor, allowed: 'one entry a predecessor' },
        ];
      }
      seen.add(predecessor);
      return [];
    });
  });
}

function noCycle(activities: Structure): Fault[] {
  const indexOf = new Map(activities.map(({ id }, index) => [id, index]));
  const cycle = findCycle(
    activities.map(({ after }) =>
      after.map(({ predecessor }) => indexOf.get(predecessor)).filter((index) => index !== undefined),
    ),
  );
  if (cycle === null) return [];
  const names = cycle.map((index) => activities[index]?.id ?? '');
  return [
    {
      path: ['activities'],
      what: 'cycle',
      value: [...names, names[0]].join(' -> '),
      allowed: 'activities that do not wait for themselves',
    },
  ];
}

/**
 * One cycle, each entry waited for by the next, or null. Takes away, again and again, what waits for nothing;
 * what is left waits for something left, so a walk along its predecessors must meet itself.
 */
function findCycle(predecessors: readonly (readonly number[])[]): number[] | null {
  const waitingFor = predecessors.map((list) => list.length);
  const successors: number[][] = predecessors.map(() => []);
  for (const [index, list] of predecessors.entries()) for (const from of list) successors[from]?.push(index);
  const free = waitingFor.flatMap((count, index) => (count === 0 ? [index] : []));
  for (const index of free) {
    for (const successor of successors[index] ?? []) {
      const left = (waitingFor[successor] ?? 0) - 1;
      waitingFor[successor] = left;
      if (left === 0) free.push(successor);
    }
  }
  const isLeft = (index: number) => (waitingFor[index] ?? 0) > 0;
  let current = waitingFor.findIndex((count) => count > 0);
  if (current < 0) return null;
  const walk: number[] = [];
  while (!walk.includes(current)) {
    walk.push(current);
    current = predecessors[current]?.find(isLeft) ?? current;
  }
  return walk.slice(walk.indexOf(current)).reverse();
}

/** A fault for every day written in the description that its calendar does not cover. */
export function checkDaysCovered(network: NetworkDescription): Fault[] {
  const { calendar, horizon } = network;
  const check = (path: Path, day: Day | null): Fault[] => {
    if (day === null || covers(calendar, day)) return [];
    const cover = `a day from ${formatDay(calendar.coversFrom)} to ${formatDay(calendar.coversUntil)}`;
    return [
      {
        path,
        what: `outside the cover of the calendar "${calendar.id}"`,
        value: formatDay(day),
        allowed: cover,
      },
    ];
  };
  return [
    ...check(['asOf'], network.asOf),
    ...check(['cutoff'], network.cutoff),
    ...check(['horizon', 'from'], horizon?.from ?? null),
    ...check(['horizon', 'until'], horizon?.until ?? null),
    ...network.activities.flatMap((activity, index) => [
      ...check(at(index, 'window', 'opensOn'), activity.opensOn),
      ...check(at(index, 'window', 'closesOn'), activity.closesOn),
      ...check(at(index, 'finishNoLaterThan'), activity.finishNoLaterThan),
      ...check(at(index, 'startedOn'), activity.startedOn),
      ...check(at(index, 'finishedOn'), activity.finishedOn),
    ]),
  ];
}

function horizonInOrder({ horizon }: NetworkDescription): Fault[] {
  if (horizon === null || horizon.from <= horizon.until) return [];
  const allowed = `a day on or before horizon.until (${formatDay(horizon.until)})`;
  return [
    { path: ['horizon', 'from'], what: 'after horizon.until', value: formatDay(horizon.from), allowed },
  ];
}

function possibleFacts({ asOf, activities }: NetworkDescription): Fault[] {
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  return activities.flatMap((activity, index) => {
    const { startedOn, finishedOn } = activity;
    const faults: Fault[] = [];
    const refuse = (key: 'startedOn' | 'finishedOn', day: Day, refusal: Refusal) => {
      const { kind, what, allowed, predecessor = null } = refusal;
      const contradiction = { kind, predecessor };
      faults.push({ path: at(index, key), what, value: formatDay(day), allowed, contradiction });
    };
    if (finishedOn !== null && startedOn === null) {
      refuse('finishedOn', finishedOn, {
        kind: 'no-start',
        what: 'finished without a start',
        allowed: 'startedOn as well',
      });
    }
    if (finishedOn !== null && startedOn !== null && finishedOn < startedOn) {
      const allowed = `${formatDay(startedOn)} or later`;
      refuse('finishedOn', finishedOn, { kind: 'finish-before-start', what: 'before its start', allowed });
    }
    for (const key of ['startedOn', 'finishedOn'] as const) {
      const day = activity[key];
      if (day === null || day <= asOf) continue;
      const allowed = `${formatDay(asOf)} or earlier`;
      refuse(key, day, { kind: 'in-the-future', what: 'a fact later than asOf', allowed });
    }
    for (const predecessor of startedOn === null ? [] : unfinishedBefore(activity, startedOn, byId)) {
      const finish = predecessor.finishedOn;
      refuse('startedOn', startedOn ?? asOf, {
        kind: 'before-predecessor',
        what: `starts before its predecessor ${predecessor.id} is finished`,
        allowed: finish === null ? `finish ${predecessor.id} first` : `${formatDay(finish)} or later`,
        predecessor: predecessor.id,
      });
    }
    return faults;
  });
}

interface Refusal {
  readonly kind: Contradiction;
  readonly what: string;
  readonly allowed: string;
  readonly predecessor?: string;
}

function unfinishedBefore(
  { after }: ActivityDescription,
  startedOn: Day,
  byId: ReadonlyMap<string, ActivityDescription>,
): ActivityDescription[] {
  return after.flatMap(({ predecessor }) => {
    const before = byId.get(predecessor);
    if (before === undefined) return [];
    return before.finishedOn === null || before.finishedOn > startedOn ? [before] : [];
  });
}

function at(index: number, ...rest: (string | number)[]): Path {
  return ['activities', index, ...rest];
}
