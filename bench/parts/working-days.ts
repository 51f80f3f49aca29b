// Counting working days: one look-up in the core, a day-by-day walk with luxon as people usually write it.

import { DateTime } from 'luxon';
import { addDays, type Day, formatDay } from '../../src/domain/day.ts';
import { addPeriod } from '../../src/domain/duration.ts';
import { isWorkingDay, type WorkingCalendar } from '../../src/domain/working-calendar.ts';
import { dayOfText } from '../roster/cases.ts';
import { book } from '../roster/chains.ts';
import type { Figure, Part } from '../runner/figure.ts';
import { mapSpread, timeOf } from '../runner/timing.ts';

const FROM = dayOfText('2026-01-01');
const DAYS = 300;
const PERIOD = { amount: 20, unit: 'working-days' } as const;
/** One pass over the days is too short to be measured. */
const PASSES = 1000;
const RUNS = { warmUps: 3, runs: 9 };

export const part: Part = async () => {
  const calendar = book.calendars.get('china')?.settled;
  if (calendar === undefined) throw new Error('the calendar of China is missing');
  const days = Array.from({ length: DAYS }, (_, index) => addDays(FROM, index));
  const dates = days.map((day) => DateTime.fromISO(formatDay(day), { zone: 'Asia/Shanghai' }));
  const exceptions = exceptionsOf(calendar);

  const differing = days.filter((day, index) => {
    const walked = dates[index] === undefined ? null : walk(dates[index], exceptions).toISODate();
    return walked !== formatDay(addPeriod(calendar, day, PERIOD));
  });
  const ours = await timeOf(() => addAll(calendar, days), RUNS);
  const theirs = await timeOf(() => dates.map((date) => walk(date, exceptions)), RUNS);
  const figure: Figure = {
    what: `20 working days from each of ${DAYS} days of 2026`,
    unit: 'ms',
    ours: mapSpread(ours, (milliseconds) => milliseconds / PASSES),
    beside: { what: 'luxon, day by day', figure: theirs },
    ratio: 'beside/ours',
    goal: null,
  };
  return [figure, `Working days, luxon day by day: ${differing.length} of ${DAYS} days differ from ours.`];
};

function addAll(calendar: WorkingCalendar, days: readonly Day[]): number {
  let sum = 0;
  for (let pass = 0; pass < PASSES; pass++) for (const day of days) sum += addPeriod(calendar, day, PERIOD);
  return sum;
}

interface Exceptions {
  readonly closures: ReadonlySet<string>;
  readonly makeUpWorkingDays: ReadonlySet<string>;
}

function exceptionsOf(calendar: WorkingCalendar): Exceptions {
  const all = Array.from({ length: calendar.coversUntil - FROM + 1 }, (_, index) => addDays(FROM, index));
  const isWeekend = (day: Day) => DateTime.fromISO(formatDay(day)).isWeekend;
  const named = (days: readonly Day[]) => new Set(days.map(formatDay));
  return {
    closures: named(all.filter((day) => !isWeekend(day) && !isWorkingDay(calendar, day))),
    makeUpWorkingDays: named(all.filter((day) => isWeekend(day) && isWorkingDay(calendar, day))),
  };
}

function walk(start: DateTime, { closures, makeUpWorkingDays }: Exceptions): DateTime {
  let date = start;
  let left: number = PERIOD.amount;
  while (left > 0) {
    date = date.plus({ days: 1 });
    const iso = date.toISODate() ?? '';
    if (date.isWeekend ? makeUpWorkingDays.has(iso) : !closures.has(iso)) left -= 1;
  }
  return date;
}
