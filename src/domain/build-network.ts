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
