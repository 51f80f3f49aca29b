// Whether some schedule meets every bound. Theorem 1 of scheduling.md: exactly when the earliest one does.

import { validitiesOf } from './backward-pass.ts';
import { computeEarliestDates, type EarliestDates } from './forward-pass.ts';
import type { Activity, Network, Scenario } from './network.ts';

/** Whether a schedule exists under one scenario's durations. */
export function isFeasible(network: Network, scenario: Scenario): boolean {
  const { earliest, left } = computeEarliestDates(network, scenario);
  return left === null && meetsBounds(network, earliest);
}

/** Whether the earliest dates meet the cutoff, the deadlines, the closing windows and the validity of papers. */
export function meetsBounds(network: Network, earliest: readonly (EarliestDates | null)[]): boolean {
  return network.activities.every((activity) => meetsOwnBounds(network, activity, earliest));
}

/** Whether one activity meets its bounds on its earliest dates. */
export function meetsOwnBounds(
  network: Network,
  activity: Activity,
  earliest: readonly (EarliestDates | null)[],
): boolean {
  const dates = earliest[activity.index];
  if (!dates) return false;
  if (activity.isSink && dates.finishOn > network.cutoff) return false;
  if (activity.finishNoLaterThan !== null && dates.finishOn > activity.finishNoLaterThan) return false;
  if (activity.state !== 'open') return true;
  if (activity.closesOn !== null && dates.startOn > activity.closesOn) return false;
  return validitiesOf(network, activity, earliest).every((validUntil) => dates.startOn <= validUntil);
}
