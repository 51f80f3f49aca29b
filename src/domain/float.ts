// How much an activity can slip: the distance between its earliest and its latest day.

import { addDays, type Day, earlierOf, laterOf } from './day.ts';
import { covers, type WorkingCalendar, workingDaysUpTo } from './working-calendar.ts';

export interface TotalFloat {
  /** Calendar days; negative: so many days too late. */
  readonly days: number;
  /**
   * Working days after the earlier of the two up to the later; same sign, or 0 over a weekend. Null where one of
   * the days lies in a year without a notice.
   */
  readonly workingDays: number | null;
}

/**
 * The total float between an earliest and a latest day. It is not the same along a chain: weekends absorb
 * delay, so a float of 0 does not mark the critical path (scheduling.md §6).
 *
 * A calendar-day finish can lie outside the cover of a calendar that is whole as it stands; there are no working
 * days there, so those inside count.
 */
export function totalFloat(calendar: WorkingCalendar, earliest: Day, latest: Day): TotalFloat {
  const days = latest - earliest;
  const isKnown =
    calendar.afterCover === 'closed' || (covers(calendar, earliest) && covers(calendar, latest));
  if (!isKnown) return { days, workingDays: null };
  const inside = (day: Day) =>
    earlierOf(laterOf(day, addDays(calendar.coversFrom, -1)), calendar.coversUntil);
  const workingDays = workingDaysUpTo(calendar, inside(latest)) - workingDaysUpTo(calendar, inside(earliest));
  return { days, workingDays };
}
