// A civil day as an integer, and its written form. No zones, no clock: "today" is always an argument.
//
// Wherever two days stand together in this project they are inclusive: a window that opens on the 1st and
// closes on the 3rd has three days.

/**
 * A civil day: the number of days since Thursday 1970-01-01 in the proleptic Gregorian calendar.
 * Days compare and subtract as numbers; `day + 1` is the next day once branded again with `addDays`.
 */
export type Day = number & { readonly __brand: 'Day' };

/** Monday is 1, Sunday is 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly dayOfMonth: number;
}

const DAYS_PER_400_YEARS = 146_097;
const DAYS_PER_100_YEARS = 36_524;
const DAYS_PER_4_YEARS = 1_461;
/** Days from 0000-03-01 to 1970-01-01. */
const EPOCH_OFFSET = 719_468;

/**
 * The day of a year, month and day of the month. Does not check them: `parseDay` does.
 *
 * Counts years from 1 March, so that the leap day is the last day of its year and the lengths of the months
 * before it never change; month m of that year then starts after (153 m + 2) / 5 days.
 */
export function dayOf({ year, month, dayOfMonth }: CivilDate): Day {
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5) + dayOfMonth - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return (marchYear * 365 + leapDays + dayOfYear - EPOCH_OFFSET) as Day;
}

/** The year, month and day of the month of a day: the inverse of `dayOf`. */
export function civilDate(day: Day): CivilDate {
  const shifted = day + EPOCH_OFFSET;
  const era = Math.floor(shifted / DAYS_PER_400_YEARS);
  const dayOfEra = shifted - era * DAYS_PER_400_YEARS;
  // Takes the leap days out, so that the division by 365 cannot be off by one on the last day of a year.
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / (DAYS_PER_4_YEARS - 1)) +
      Math.floor(dayOfEra / DAYS_PER_100_YEARS) -
      Math.floor(dayOfEra / (DAYS_PER_400_YEARS - 1))) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** The form of a day in files, JSON and addresses, as told to people. */
export const DAY_FORM = 'YYYY-MM-DD, for example 2026-12-25';

/** The day that `YYYY-MM-DD` names, or null when the text has another form or names no day (2026-02-30). */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const day = dayOf({ year: Number(match[1]), month: Number(match[2]), dayOfMonth: Number(match[3]) });
  return formatDay(day) === text ? day : null;
}

/** A day as `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  const { year, month, dayOfMonth } = civilDate(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/** The day of the week; 1970-01-01 was a Thursday. */
export function weekdayOf(day: Day): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** The day `count` calendar days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return (day + count) as Day;
}

/**
 * The same day of the month `count` months later; where that month has no such day, its last
 * (31 January + 1 month is 28 or 29 February).
 */
export function addMonths(day: Day, count: number): Day {
  const { year, month, dayOfMonth } = civilDate(day);
  const firstOfMonth = (monthsSinceYear0: number) =>
    dayOf({ year: Math.floor(monthsSinceYear0 / 12), month: (monthsSinceYear0 % 12) + 1, dayOfMonth: 1 });
  const target = year * 12 + (month - 1) + count;
  return earlierOf(addDays(firstOfMonth(target), dayOfMonth - 1), addDays(firstOfMonth(target + 1), -1));
}

export function earlierOf(a: Day, b: Day): Day {
  return a < b ? a : b;
}

export function laterOf(a: Day, b: Day): Day {
  return a > b ? a : b;
}
