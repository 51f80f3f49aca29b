// Which days are working days, counted in constant time. Which days they are is data: see
// policies/data/calendars.

import { addDays, type Day, formatDay, weekdayOf } from './day.ts';

/**
 * The working days of an inclusive range of days, its *cover*. Outside the cover nothing is known, and
 * nothing is assumed: every function here throws `CalendarNotCovered` rather than treat an unpublished
 * year as ordinary weeks.
 */
export interface WorkingCalendar {
  readonly id: string;
  readonly coversFrom: Day;
  readonly coversUntil: Day;
  /**
   * What lies after the cover. `unpublished`: a holiday notice still to come, so a date there is not known yet.
   * `closed`: the calendar is whole as it stands, so nothing can happen there.
   */
  readonly afterCover: 'unpublished' | 'closed';
  /** The last day that a published notice settles; behind it the calendar has the fewest working days thinkable. */
  readonly finalUntil: Day;
  /**
   * The same calendar with the most working days thinkable behind `finalUntil`. Whatever the notice will say lies
   * between the two. Null: everything in the cover is settled.
   */
  readonly most: WorkingCalendar | null;
  /** At index t - coversFrom: how many working days lie in coversFrom..t. */
  readonly countUpTo: Int32Array;
  /** The working days in ascending order. */
  readonly workingDays: Int32Array;
  /** Why a day is off or worked against the rule of its weekday. */
  readonly exceptions: ReadonlyMap<Day, CalendarException>;
}

/** A dated exception to the weekly rest days, and the notice that makes it. */
export interface CalendarException {
  readonly kind: 'closure' | 'make-up';
  /** Number of the notice, or how it is called; null: none is published, it is assumed. */
  readonly notice: string | null;
}

/** What makes a working calendar: the weekly rest days and the dated exceptions to them. */
export interface WorkingCalendarRules {
  readonly id: string;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekend: readonly number[];
  /** Days off beside the weekend; a weekend day may be named too. */
  readonly closures: Iterable<Day>;
  /** Weekend days declared to be working days (调休上班). They win over closures. */
  readonly makeUpWorkingDays: Iterable<Day>;
  readonly coversFrom: Day;
  readonly coversUntil: Day;
  readonly afterCover: WorkingCalendar['afterCover'];
  /** The notice that speaks of a closure or make-up day; left out: none. */
  readonly noticeOf?: (day: Day) => string | null;
  /** Left out: all of the cover is settled. */
  readonly uncertain?: Pick<WorkingCalendar, 'finalUntil' | 'most'>;
}

/** A day was asked for that the calendar does not cover. Caught where a pass is computed, and told there. */
export class CalendarNotCovered extends Error {
  readonly calendarId: string;
  /** The day next to the cover on the side that was left. */
  readonly firstDayNotCovered: Day;

  constructor(calendar: WorkingCalendar, side: 'before' | 'after') {
    const day = side === 'before' ? addDays(calendar.coversFrom, -1) : addDays(calendar.coversUntil, 1);
    super(`the working calendar ${calendar.id} does not cover ${formatDay(day)}`);
    this.name = 'CalendarNotCovered';
    this.calendarId = calendar.id;
    this.firstDayNotCovered = day;
  }
}

/** The result of `compute`, or null where it asked for a day outside a calendar's cover. */
export function nullOutsideCover<T>(compute: () => T): T | null {
  try {
    return compute();
  } catch (error) {
    if (error instanceof CalendarNotCovered) return null;
    throw error;
  }
}

/** Counts the working days of the cover once, so that every later question is one look-up. */
export function buildWorkingCalendar(rules: WorkingCalendarRules): WorkingCalendar {
  const { id, coversFrom, coversUntil, afterCover } = rules;
  const closures = new Set<number>(rules.closures);
  const makeUpWorkingDays = new Set<number>(rules.makeUpWorkingDays);
  const weekend = new Set<number>(rules.weekend);
  const length = Math.max(0, coversUntil - coversFrom + 1);
  const countUpTo = new Int32Array(length);
  const workingDays: number[] = [];
  for (let index = 0; index < length; index++) {
    const day = addDays(coversFrom, index);
    const works = makeUpWorkingDays.has(day) || !(closures.has(day) || weekend.has(weekdayOf(day)));
    if (works) workingDays.push(day);
    countUpTo[index] = workingDays.length;
  }
  const { finalUntil, most } = rules.uncertain ?? { finalUntil: coversUntil, most: null };
  return {
    id,
    coversFrom,
    coversUntil,
    afterCover,
    finalUntil,
    most,
    countUpTo,
    workingDays: Int32Array.from(workingDays),
    exceptions: exceptionsOf(rules, closures, makeUpWorkingDays),
  };
}

/** A closure on a weekend day and a make-up day in the week change nothing; they are no exceptions. */
function exceptionsOf(
  { weekend, noticeOf = () => null }: WorkingCalendarRules,
  closures: ReadonlySet<number>,
  makeUpWorkingDays: ReadonlySet<number>,
): Map<Day, CalendarException> {
  const isRestDay = (day: number) => weekend.includes(weekdayOf(day as Day));
  const exceptions = new Map<Day, CalendarException>();
  for (const day of closures) {
    if (!isRestDay(day)) exceptions.set(day as Day, { kind: 'closure', notice: noticeOf(day as Day) });
  }
  for (const day of makeUpWorkingDays) {
    if (isRestDay(day)) exceptions.set(day as Day, { kind: 'make-up', notice: noticeOf(day as Day) });
    else exceptions.delete(day as Day);
  }
  return exceptions;
}

export function covers(calendar: WorkingCalendar, day: Day): boolean {
  return day >= calendar.coversFrom && day <= calendar.coversUntil;
}

export function isWorkingDay(calendar: WorkingCalendar, day: Day): boolean {
  return workingDaysUpTo(calendar, day) > workingDaysUpTo(calendar, addDays(day, -1));
}

/**
 * W(t): how many working days of the cover lie on or before `day`. The day before the cover counts 0.
 * The difference of two counts is the number of working days after the first day up to the second.
 */
export function workingDaysUpTo(calendar: WorkingCalendar, day: Day): number {
  const index = day - calendar.coversFrom;
  if (index < -1) throw new CalendarNotCovered(calendar, 'before');
  if (index === -1) return 0;
  const count = calendar.countUpTo[index];
  if (count === undefined) throw new CalendarNotCovered(calendar, 'after');
  return count;
}

/** sel(k): the k-th working day of the cover, the first being 1. */
export function nthWorkingDay(calendar: WorkingCalendar, n: number): Day {
  if (n < 1) throw new CalendarNotCovered(calendar, 'before');
  const day = calendar.workingDays[n - 1];
  if (day === undefined) throw new CalendarNotCovered(calendar, 'after');
  return day as Day;
}

/** The first working day on or after `day`. */
export function rollForward(calendar: WorkingCalendar, day: Day): Day {
  return nthWorkingDay(calendar, workingDaysUpTo(calendar, addDays(day, -1)) + 1);
}

/** The last working day on or before `day`. */
export function rollBackward(calendar: WorkingCalendar, day: Day): Day {
  return nthWorkingDay(calendar, workingDaysUpTo(calendar, day));
}
