// How an approval that HR puts off moves the visit behind it.

import { addDays, type Day } from '../day.ts';
import { activityAt, computeEarliestDates } from '../forward-pass.ts';
import type { Network } from '../network.ts';
import type { OpenOutline } from '../outline-route.ts';
import type { RosterAnswer } from './roster-answer.ts';

/**
 * For each day on which the approval can begin, from the first to the last: the first day on which the visit can be,
 * with the durations that the route is planned with; null where that is not known. Empty where the way has not both.
 */
export function visitAfterApproval(
  { approval, visit }: Pick<RosterAnswer, 'approval' | 'visit'>,
  { network, scenario }: Pick<OpenOutline, 'network' | 'scenario'>,
): (Day | null)[] {
  if (!approval || !visit || approval.from === null || approval.until === null) return [];
  const indexOf = (id: string) => network.activities.findIndex((activity) => activity.id === id);
  const [approvalAt, visitAt] = [indexOf(approval.activity), indexOf(visit.activity)];
  if (approvalAt === -1 || visitAt === -1) return [];
  const first = approval.from;
  return Array.from({ length: Math.max(0, approval.until - first + 1) }, (_, after) => {
    const { earliest } = computeEarliestDates(
      notBefore(network, approvalAt, addDays(first, after)),
      scenario,
    );
    return earliest[visitAt]?.startOn ?? null;
  });
}

/** What is under way is finished on `day` at the earliest, what is not begins then. */
function notBefore(network: Network, index: number, day: Day): Network {
  const activity = activityAt(network, index);
  if (activity.state === 'running') return { ...network, asOf: day, startsFrom: day };
  return { ...network, activities: network.activities.with(index, { ...activity, opensOn: day }) };
}
