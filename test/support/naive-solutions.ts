// Second opinion, part 3: is there a schedule? All start days of all open activities are tried, arc by arc.

import type { Day } from '../../src/domain/day.ts';
import { daysBetween, periodEnd } from './naive-calendar.ts';
import {
  finishFrom,
  finishOfStarted,
  isAllowedStart,
  type NaiveActivity,
  type NaiveArc,
  type NaiveNetwork,
} from './naive-network.ts';

/**
 * Which bounds count. `lower`: all that push later (scheduling.md §3 a-d). `upper`: all that pull earlier
 * (a, b, c, e). `all`: both. `lags`: only offices, and lags between open activities.
 */
export type Side = 'lower' | 'upper' | 'all' | 'lags';

export interface Search {
  readonly network: NaiveNetwork;
  readonly side: Side;
  /** The days on which something may start. */
  readonly days: readonly Day[];
  /** A further bound on the finish of every sink. */
  readonly sinksBy?: Day;
}

/** The search among the days of the horizon. */
export function searchIn(network: NaiveNetwork, side: Side): Search {
  return { network, side, days: daysBetween(network.horizon.from, network.horizon.until) };
}

interface Candidate {
  readonly start: Day;
  readonly finish: Day;
}

/**
 * Whether all open activities can be given a start day so that every bound holds; with `fixed`, that activity
 * starts on that day.
 */
export function hasSolution(search: Search, fixed?: { readonly id: string; readonly day: Day }): boolean {
  const open = search.network.activities.filter(({ state }) => state === 'open');
  const candidates = new Map(
    open.map((activity) => [
      activity.id,
      candidatesOf(search, activity).filter(({ start }) => activity.id !== fixed?.id || start === fixed.day),
    ]),
  );
  return canPlace(search.network, neighboursFirst(open, fixed?.id), candidates, new Map());
}

/** The first or last day on which an activity starts in any schedule within the bounds; null: there is none. */
export function extremeStart(search: Search, id: string, end: 'first' | 'last'): Day | null {
  const days = end === 'first' ? search.days : search.days.toReversed();
  return days.find((day) => hasSolution(search, { id, day })) ?? null;
}

/** Start days that meet every bound which concerns no second open activity. */
function candidatesOf({ network, side, days, sinksBy }: Search, activity: NaiveActivity): Candidate[] {
  const hasLower = side === 'lower' || side === 'all';
  const hasUpper = side === 'upper' || side === 'all';
  return days.flatMap((start) => {
    const finish = finishFrom(network, activity, start);
    if (finish === null || !isAllowedStart(network, activity, start)) return [];
    if (hasLower && !meetsLower(network, activity, start)) return [];
    if (hasUpper && !meetsUpper(network, activity, { start, finish })) return [];
    if (sinksBy !== undefined && activity.isSink && finish > sinksBy) return [];
    return [{ start, finish }];
  });
}

function meetsLower(network: NaiveNetwork, activity: NaiveActivity, start: Day): boolean {
  if (network.startsFrom !== null && start < network.startsFrom) return false;
  if (activity.opensOn !== null && start < activity.opensOn) return false;
  return startedBefore(network, activity).every(({ arc, finish }) => {
    if (arc.minLag === null) return true;
    const end = finish === null ? null : periodEnd(network.calendar, finish, arc.minLag);
    return end !== null && start >= end;
  });
}

function meetsUpper(network: NaiveNetwork, activity: NaiveActivity, { start, finish }: Candidate): boolean {
  if (network.cutoff !== null && activity.isSink && finish > network.cutoff) return false;
  if (activity.finishNoLaterThan !== null && finish > activity.finishNoLaterThan) return false;
  if (activity.closesOn !== null && start > activity.closesOn) return false;
  return startedBefore(network, activity).every(({ arc, finish: fact }) => {
    if (arc.maxLag === null || fact === null) return true;
    const end = periodEnd(network.calendar, fact, arc.maxLag);
    return end === null || start <= end;
  });
}

function startedBefore(
  network: NaiveNetwork,
  activity: NaiveActivity,
): { arc: NaiveArc; finish: Day | null }[] {
  return activity.after.flatMap((arc) => {
    const source = network.activities.find(({ id }) => id === arc.predecessor);
    if (source === undefined || source.state === 'open') return [];
    return [{ arc, finish: finishOfStarted(network, source) }];
  });
}

/**
 * The activities so that each stands, where it can, after one that it shares an arc with: a dead end shows early.
 * Begins with `first`, or with the last one. The order changes how long the search takes, never its answer.
 */
function neighboursFirst(open: readonly NaiveActivity[], first: string | undefined): NaiveActivity[] {
  const shareArc = (a: NaiveActivity, b: NaiveActivity) =>
    a.after.some(({ predecessor }) => predecessor === b.id) ||
    b.after.some(({ predecessor }) => predecessor === a.id);
  const left = [...open];
  const ordered: NaiveActivity[] = [];
  while (left.length > 0) {
    const wanted = left.findIndex((activity) =>
      ordered.length === 0
        ? activity.id === first || (first === undefined && activity.isSink)
        : ordered.some((placed) => shareArc(placed, activity)),
    );
    ordered.push(...left.splice(Math.max(0, wanted), 1));
  }
  return ordered;
}

function canPlace(
  network: NaiveNetwork,
  waiting: readonly NaiveActivity[],
  candidates: ReadonlyMap<string, readonly Candidate[]>,
  placed: ReadonlyMap<string, { readonly activity: NaiveActivity; readonly at: Candidate }>,
): boolean {
  const [activity, ...rest] = waiting;
  if (activity === undefined) return true;
  return (candidates.get(activity.id) ?? []).some((at) => {
    for (const other of placed.values()) {
      if (!lagsHold(network, other, { activity, at }) || !lagsHold(network, { activity, at }, other))
        return false;
    }
    return canPlace(network, rest, candidates, new Map(placed).set(activity.id, { activity, at }));
  });
}

interface Placed {
  readonly activity: NaiveActivity;
  readonly at: Candidate;
}

/** Whether the lags from the first to the second hold; true where the second does not wait for the first. */
function lagsHold(network: NaiveNetwork, before: Placed, after: Placed): boolean {
  const arc = after.activity.after.find(({ predecessor }) => predecessor === before.activity.id);
  if (arc === undefined) return true;
  if (arc.minLag !== null) {
    const end = periodEnd(network.calendar, before.at.finish, arc.minLag);
    if (end === null || after.at.start < end) return false;
  }
  if (arc.maxLag === null) return true;
  const end = periodEnd(network.calendar, before.at.finish, arc.maxLag);
  return end === null || after.at.start <= end;
}
