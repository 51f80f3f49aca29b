// How much an activity can slip: the distance between its earliest and its latest day.

import type { Day } from './day.ts';
import { type WorkingCalendar, workingDaysUpTo } from './working-calendar.ts';

export interface TotalFloat {
  /** Calendar days; negative: so many days too late. */
  readonly days: number;
  /** Working days after the earlier of the two up to the later; same sign, or 0 over a weekend. */
  readonly workingDays: number;
}

/**
 * The total float between an earliest and a latest day. It is not the same along a chain: weekends absorb
 * delay, so a float of 0 does not mark the critical path (scheduling.md §6).
 *
 * @throws CalendarNotCovered when a day lies outside the cover.
 */
export function totalFloat(calendar: WorkingCalendar, earliest: Day, latest: Day): TotalFloat {
  return {
    days: latest - earliest,
    workingDays: workingDaysUpTo(calendar, latest) - workingDaysUpTo(calendar, earliest),
  };
}
