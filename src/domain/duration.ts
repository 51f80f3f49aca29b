// Counting periods forwards, and the exact inverse questions that the backward pass asks.
//
// A period maps a start day to a finish day by a map g that never decreases. Its two inverses are
//   upper adjoint  g*(T) = the last t with g(t) <= T, so that  g(t) <= T  if and only if  t <= g*(T)
//   lower adjoint  g₊(T) = the first t with g(t) >= T, so that g(t) >= T  if and only if  t >= g₊(T)
// "Subtracting" a period is neither: 20 working days to Thursday 2016-12-15 may begin on 17 November.

import { addDays, type Day } from './day.ts';
import {
  nthWorkingDay,
  rollBackward,
  rollForward,
  type WorkingCalendar,
  workingDaysUpTo,
} from './working-calendar.ts';

export type Unit = 'calendar-days' | 'working-days';

/** A count of days; the day it starts from is not counted (民法典 201), 0 is the same day. */
export interface Period {
  /** A whole number, 0 or more. */
  readonly amount: number;
  readonly unit: Unit;
}

export const SAME_DAY: Period = { amount: 0, unit: 'calendar-days' };

/** The day a period that starts on `day` ends on. A working-day period ends on a working day. */
export function addPeriod(calendar: WorkingCalendar, day: Day, { amount, unit }: Period): Day {
  if (unit === 'calendar-days') return addDays(day, amount);
  if (amount === 0) return day;
  return nthWorkingDay(calendar, workingDaysUpTo(calendar, day) + amount);
}

/** Upper adjoint of `addPeriod`: the last day from which the period still ends on or before `until`. */
export function lastDayBeforePeriod(calendar: WorkingCalendar, until: Day, { amount, unit }: Period): Day {
  if (unit === 'calendar-days') return addDays(until, -amount);
  if (amount === 0) return until;
  // The period's first counted day may be at the latest the amount-th working day counted back from `until`;
  // any day before that one, working or not, will do for a start.
  return addDays(nthWorkingDay(calendar, workingDaysUpTo(calendar, until) - amount + 1), -1);
}

/**
 * Lower adjoint of `addPeriod`: the first day from which the period ends on or after `from`. Where every day
 * of the cover does, the first day of the cover.
 */
export function firstDayReaching(calendar: WorkingCalendar, from: Day, { amount, unit }: Period): Day {
  if (unit === 'calendar-days') return addDays(from, -amount);
  if (amount === 0) return from;
  if (from <= calendar.coversFrom) return calendar.coversFrom;
  const n = workingDaysUpTo(calendar, addDays(from, -1)) + 1 - amount;
  return n < 1 ? calendar.coversFrom : nthWorkingDay(calendar, n);
}

/**
 * Whether a finish that falls on a day off moves to the next working day. An office's calendar-day period
 * does (民法典 203); a published fixed date never does.
 */
export type FinishRoll = 'forward' | 'none';

/** The finish day of work that starts on `start`: the period, then the roll. */
export function finishOf(calendar: WorkingCalendar, start: Day, period: Period, roll: FinishRoll): Day {
  const finish = addPeriod(calendar, start, period);
  return roll === 'forward' ? rollForward(calendar, finish) : finish;
}

/** Upper adjoint of `finishOf`: the last start that finishes on or before `by`. */
export function latestStartFor(calendar: WorkingCalendar, by: Day, period: Period, roll: FinishRoll): Day {
  return lastDayBeforePeriod(calendar, roll === 'forward' ? rollBackward(calendar, by) : by, period);
}

/** Lower adjoint of `finishOf`: the first start that finishes on or after `from`. */
export function earliestStartReaching(
  calendar: WorkingCalendar,
  from: Day,
  period: Period,
  roll: FinishRoll,
): Day {
  return firstDayReaching(calendar, roll === 'forward' ? firstDayRollingTo(calendar, from) : from, period);
}

/** Lower adjoint of `rollForward`: the day after the last working day before `from`; as above at the cover's start. */
function firstDayRollingTo(calendar: WorkingCalendar, from: Day): Day {
  if (from <= calendar.coversFrom) return calendar.coversFrom;
  const earlier = workingDaysUpTo(calendar, addDays(from, -1));
  return earlier < 1 ? calendar.coversFrom : addDays(nthWorkingDay(calendar, earlier), 1);
}

/** On which days an activity may start. */
export type StartRule = 'working-day' | 'any-day';

/** The first allowed start on or after `day`. */
export function firstAllowedStart(calendar: WorkingCalendar, day: Day, rule: StartRule): Day {
  return rule === 'working-day' ? rollForward(calendar, day) : day;
}

/** The last allowed start on or before `day`. */
export function lastAllowedStart(calendar: WorkingCalendar, day: Day, rule: StartRule): Day {
  return rule === 'working-day' ? rollBackward(calendar, day) : day;
}
