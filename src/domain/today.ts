// The one thing to do today.

import type { Day } from './day.ts';
import type { Localized } from './localized.ts';
import type { Today } from './plan.ts';
import type { PlannedActivity } from './planned-activity.ts';
import type { PlannedRoute } from './planned-route.ts';

/**
 * The one thing to do: what family or HR can start today; else what is under way; else what comes next and from
 * when. Of several, the one that must start first.
 */
export function todayOf(
  route: Pick<PlannedRoute, 'verdict' | 'activities'> | undefined,
  asOf: Day,
  askWhom: Localized,
): Today {
  if (route === undefined) return { kind: 'ask', whom: askWhom, because: 'not-eligible' };
  if (route.verdict === 'too-late') return { kind: 'ask', whom: askWhom, because: 'too-late' };
  if (route.verdict === 'done') return { kind: 'nothing' };
  const toDo = route.activities.filter(({ state, actor }) => state === 'open' && actor !== 'office');
  const [startable] = toDo.filter(({ earliestStartOn }) => earliestStartOn === asOf).toSorted(byLatestStart);
  if (startable !== undefined) return { kind: 'do', activity: startable };
  const running = route.activities.find(({ state }) => state === 'running');
  if (running !== undefined) return { kind: 'await', activity: running };
  const [next] = toDo.toSorted(byEarliestStart);
  const until = next?.earliestStartOn;
  if (next === undefined || until === null || until === undefined) return { kind: 'nothing' };
  return { kind: 'prepare', activity: next, until };
}

function byLatestStart(a: PlannedActivity, b: PlannedActivity): number {
  return (a.latestStartOn ?? Number.MAX_SAFE_INTEGER) - (b.latestStartOn ?? Number.MAX_SAFE_INTEGER);
}

function byEarliestStart(a: PlannedActivity, b: PlannedActivity): number {
  return (a.earliestStartOn ?? Number.MAX_SAFE_INTEGER) - (b.earliestStartOn ?? Number.MAX_SAFE_INTEGER);
}
