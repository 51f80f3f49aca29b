// How a period was counted: which days were passed over and which weekend days were worked, and who says so.

import { addDays, type Day } from './day.ts';
import type { Period } from './duration.ts';
import { addPeriod } from './duration.ts';
import {
  type CalendarException,
  isWorkingDay,
  nullOutsideCover,
  type WorkingCalendar,
} from './working-calendar.ts';

/** A day between the start and the end of a count that is no ordinary working day or weekend day. */
export interface NotedDay {
  readonly day: Day;
  /** The notice that closes it or has it worked; null: assumed, because its notice is not published. */
  readonly notice: string | null;
}

export interface Counting {
  /** The day the count starts from, not counted itself. */
  readonly from: Day;
  /** The last day counted, inclusive. */
  readonly until: Day;
  /** Weekend days passed over, in order. */
  readonly weekendDays: readonly Day[];
  /** Days that a notice closes, passed over. */
  readonly closures: readonly NotedDay[];
  /** Weekend days that a notice has worked, counted. */
  readonly makeUpDays: readonly NotedDay[];
}

/** How `period` was counted from `from`; null for 0 days, calendar days, and outside the calendar's cover. */
export function countingOf(calendar: WorkingCalendar, from: Day, period: Period): Counting | null {
  if (period.unit === 'calendar-days' || period.amount === 0) return null;
  return nullOutsideCover(() => {
    const until = addPeriod(calendar, from, period);
    const weekendDays: Day[] = [];
    const closures: NotedDay[] = [];
    const makeUpDays: NotedDay[] = [];
    for (let day = addDays(from, 1); day <= until; day = addDays(day, 1)) {
      const exception: CalendarException | undefined = calendar.exceptions.get(day);
      const noted = { day, notice: exception?.notice ?? null };
      if (isWorkingDay(calendar, day)) {
        if (exception !== undefined) makeUpDays.push(noted);
      } else if (exception === undefined) weekendDays.push(day);
      else closures.push(noted);
    }
    return { from, until, weekendDays, closures, makeUpDays };
  });
}
