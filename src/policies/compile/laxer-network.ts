// Whether one way of reading the sources leaves at least as much time as another.

import type { Period } from '../../domain/duration.ts';
import { type ActivityDescription, type NetworkDescription, SCENARIOS } from '../../domain/network.ts';
import { isSamePeriod, isSameWait } from '../../domain/same-activity.ts';

/**
 * Whether `network` leaves at least as much time as `usual` wherever they differ: then no combination with it can
 * be stricter than the same one without, because later bounds and shorter durations never make a latest start
 * earlier. False also where it cannot be told.
 */
export function isLaxer(network: NetworkDescription, usual: NetworkDescription): boolean {
  const before = new Map(usual.activities.map((activity) => [activity.id, activity]));
  // What is finished sooner expires sooner: where papers expire a shorter duration can leave less time.
  const mayExpire = usual.activities.some(({ after }) => after.some(({ maxLag }) => maxLag !== null));
  return (
    network.cutoff >= usual.cutoff &&
    network.activities.every((activity) => {
      const other = before.get(activity.id);
      return other !== undefined && (activity === other || isLaxerActivity(activity, other, mayExpire));
    })
  );
}

function isLaxerActivity(
  activity: ActivityDescription,
  usual: ActivityDescription,
  mayExpire: boolean,
): boolean {
  const { opensOn, closesOn, startsOn, finishRolls, after, durations } = activity;
  return (
    (opensOn === null || (usual.opensOn !== null && opensOn <= usual.opensOn)) &&
    (closesOn === null || (usual.closesOn !== null && closesOn >= usual.closesOn)) &&
    (startsOn === 'any-day' || startsOn === usual.startsOn) &&
    (finishRolls === 'none' || finishRolls === usual.finishRolls) &&
    SCENARIOS.every((scenario) =>
      (mayExpire ? isSamePeriod : isNoLonger)(durations[scenario], usual.durations[scenario]),
    ) &&
    isSameWait(after, usual.after)
  );
}

/** Of as many days, working days never end before calendar days. */
function isNoLonger(period: Period, usual: Period): boolean {
  if (period.unit === 'working-days' && usual.unit === 'calendar-days' && period.amount > 0) return false;
  return period.amount <= usual.amount;
}
