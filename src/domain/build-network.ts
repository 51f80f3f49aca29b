// A description → the network it means: refuses what cannot be one (all faults at once), resolves every name, and
// orders the activities.

import type {
  Activity,
  ActivityDescription,
  ActivityState,
  Dependency,
  Network,
  NetworkDescription,
} from './network.ts';
import { checkNetwork } from './network-check.ts';
import type { Fault, Result } from './problem.ts';
import { isSameWait } from './same-activity.ts';

/**
 * The network that a description means.
 *
 * @returns the network, or every fault of the description with its path in the JSON of contracts.md §2:
 *   duplicate ids, unknown predecessors, a cycle (named), impossible facts. Days outside the calendar's cover
 *   are no fault here: the passes tell of them (see `checkDaysCovered` for days that somebody wrote).
 */
export function buildNetwork(description: NetworkDescription): Result<Network, Fault> {
  const faults = checkNetwork(description);
  if (faults.length > 0) return { ok: false, problems: faults };

  const indexOf = new Map(description.activities.map((activity, index) => [activity.id, index]));
  const incoming: Dependency[][] = description.activities.map(() => []);
  const outgoing: Dependency[][] = description.activities.map(() => []);
  let hasMaxLags = false;
  for (const [successor, { after }] of description.activities.entries()) {
    for (const { predecessor: name, minLag, maxLag } of after) {
      const predecessor = indexOf.get(name);
      if (predecessor === undefined) throw new Error(`unchecked predecessor ${name}`);
      const dependency = { predecessor, successor, minLag, maxLag };
      incoming[successor]?.push(dependency);
      outgoing[predecessor]?.push(dependency);
      hasMaxLags ||= maxLag !== null;
    }
  }
  const activities = description.activities.map(({ after: _, ...activity }, index) => ({
    ...activity,
    index,
    state: stateOf(activity),
    isSink: outgoing[index]?.length === 0,
    predecessors: incoming[index] ?? [],
    successors: outgoing[index] ?? [],
  }));
  const { calendar } = description;
  const horizon = description.horizon ?? { from: calendar.coversFrom, until: calendar.coversUntil };
  const { asOf: startsFrom } = description;
  return {
    ok: true,
    value: { ...description, startsFrom, horizon, activities, order: orderOf(activities), hasMaxLags },
  };
}

/**
 * The network of a description that differs from that of `usual` in durations, windows and the cutoff only, without
 * checking again what is the same; null when more is different.
 *
 * @param before the description that `usual` was built from; an activity that did not change is the same object.
 */
export function rebuildNetwork(
  usual: Network,
  before: NetworkDescription,
  description: NetworkDescription,
): Network | null {
  if (description.activities.length !== before.activities.length) return null;
  const activities: Activity[] = [];
  for (const [index, activity] of usual.activities.entries()) {
    const changed = description.activities[index];
    const old = before.activities[index];
    if (changed === undefined || old === undefined) return null;
    if (changed !== old && !hasSamePlace(changed, old)) return null;
    const { after: _, ...rest } = changed;
    activities.push(changed === old ? activity : { ...activity, ...rest });
  }
  return { ...usual, cutoff: description.cutoff, activities };
}

/** Whether an activity waits for the same others in the same way, and the same has happened to it. */
function hasSamePlace(a: ActivityDescription, b: ActivityDescription): boolean {
  return (
    a.id === b.id &&
    a.startedOn === b.startedOn &&
    a.finishedOn === b.finishedOn &&
    isSameWait(a.after, b.after)
  );
}

function stateOf({
  startedOn,
  finishedOn,
}: Pick<ActivityDescription, 'startedOn' | 'finishedOn'>): ActivityState {
  if (finishedOn !== null) return 'done';
  return startedOn !== null ? 'running' : 'open';
}

/** Each activity after its predecessors; the input has no cycle. */
function orderOf(activities: readonly Activity[]): number[] {
  const waitingFor = activities.map(({ predecessors }) => predecessors.length);
  const order = activities.filter(({ predecessors }) => predecessors.length === 0).map(({ index }) => index);
  for (const index of order) {
    for (const { successor } of activities[index]?.successors ?? []) {
      const left = (waitingFor[successor] ?? 0) - 1;
      waitingFor[successor] = left;
      if (left === 0) order.push(successor);
    }
  }
  return order;
}
