// Whether two descriptions of an activity say the same.

import type { Period } from './duration.ts';
import { type ActivityDescription, SCENARIOS } from './network.ts';

export function isSamePeriod(a: Period | null, b: Period | null): boolean {
  return a?.amount === b?.amount && a?.unit === b?.unit;
}

/** Whether both wait for the same others, in the same order and with the same lags. */
export function isSameWait(a: ActivityDescription['after'], b: ActivityDescription['after']): boolean {
  if (a === b) return true;
  return (
    a.length === b.length &&
    a.every(({ predecessor, minLag, maxLag }, index) => {
      const other = b[index];
      return (
        other?.predecessor === predecessor &&
        isSamePeriod(minLag, other.minLag) &&
        isSamePeriod(maxLag, other.maxLag)
      );
    })
  );
}

/** Whether the same bounds, durations and facts hold for both; what a duration may turn out to be is left aside. */
export function isSameActivity(a: ActivityDescription, b: ActivityDescription): boolean {
  return (
    a.id === b.id &&
    a.opensOn === b.opensOn &&
    a.closesOn === b.closesOn &&
    a.startsOn === b.startsOn &&
    a.finishRolls === b.finishRolls &&
    a.startedOn === b.startedOn &&
    a.finishedOn === b.finishedOn &&
    SCENARIOS.every((scenario) => isSamePeriod(a.durations[scenario], b.durations[scenario])) &&
    isSameWait(a.after, b.after)
  );
}
