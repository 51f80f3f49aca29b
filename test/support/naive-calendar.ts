// Second opinion, part 1: counting days one by one. Shares nothing with src/domain but the written form of a day.

import { addDays, type Day, formatDay, parseDay, weekdayOf } from '../../src/domain/day.ts';
import type { CalendarJson, PeriodJson } from './network-json.ts';

export interface NaiveCalendar {
  /** Every day of the cover, in order. */
  readonly days: readonly Day[];
  /** Those of them that are working days. */
  readonly workingDays: ReadonlySet<Day>;
}

export function dayOfText(text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new Error(`not a day: ${text}`);
  return day;
}

/** All days from the first to the last, both inclusive. */
export function daysBetween(first: Day, last: Day): Day[] {
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

export function naiveCalendar(calendar: CalendarJson): NaiveCalendar {
  const days = daysBetween(dayOfText(calendar.coversFrom), dayOfText(calendar.coversUntil));
  const works = (day: Day) => {
    if (calendar.makeUpWorkingDays.includes(formatDay(day))) return true;
    return !calendar.weekend.includes(weekdayOf(day)) && !calendar.closures.includes(formatDay(day));
  };
  return { days, workingDays: new Set(days.filter(works)) };
}

function lastDayOf({ days }: NaiveCalendar): Day {
  const last = days.at(-1);
  if (last === undefined) throw new Error('a calendar without days');
  return last;
}

/** The day a period ends on, stepping day by day; null where working days are still to count and the cover ends. */
export function periodEnd(calendar: NaiveCalendar, start: Day, { amount, unit }: PeriodJson): Day | null {
  if (unit === 'calendar-days') return addDays(start, amount);
  let day = start;
  let counted = 0;
  while (counted < amount) {
    day = addDays(day, 1);
    if (day > lastDayOf(calendar)) return null;
    if (calendar.workingDays.has(day)) counted += 1;
  }
  return day;
}

/** The day itself if it is a working day, else the next one; null where the cover ends before. */
export function workingDayFrom(calendar: NaiveCalendar, day: Day): Day | null {
  for (let candidate = day; candidate <= lastDayOf(calendar); candidate = addDays(candidate, 1)) {
    if (calendar.workingDays.has(candidate)) return candidate;
  }
  return null;
}

/** How many working days lie after `from` up to `until`; negative when `until` is the earlier one. */
export function workingDaysAfter(calendar: NaiveCalendar, from: Day, until: Day): number {
  if (until < from) return 0 - workingDaysAfter(calendar, until, from);
  return daysBetween(addDays(from, 1), until).filter((day) => calendar.workingDays.has(day)).length;
}
