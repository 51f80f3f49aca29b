// How much HR can do on a day, as HR says it.

import type { Day } from '../day.ts';
import type { Places } from './waves.ts';

/** Days from the first to the last, inclusive. */
export interface DayRange {
  readonly from: Day;
  readonly until: Day;
}

export interface HrCapacity {
  /** On a usual working day; null: no limit. */
  readonly usual: Readonly<Record<keyof Places, number | null>>;
  /** On some days another number; the last one given for a day counts, also on one that HR has off. */
  readonly onDays: readonly (DayRange & { readonly kind: keyof Places; readonly places: number })[];
  readonly daysOff: readonly DayRange[];
}
