import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  civilDate,
  type Day,
  dayOf,
  formatDay,
  parseDay,
  weekdayOf,
} from '../../src/domain/day.ts';
import { day } from '../support/sample-plan.ts';

const WEEKDAYS = { Mon: 1, Tue: 2, Wed: 3, Thu: 4, Fri: 5, Sat: 6, Sun: 7 } as const;

describe('a civil day', () => {
  it.each([
    ['1970-01-01', 0, 'Thu'],
    ['1969-12-31', -1, 'Wed'],
    ['2000-02-29', 11_016, 'Tue'],
    ['2016-12-25', 17_160, 'Sun'],
    ['2022-12-25', 19_351, 'Sun'],
    ['2026-12-25', 20_812, 'Fri'],
    ['2100-03-01', 47_541, 'Mon'],
  ] as const)('%s is day %i and a %s', (text, number, weekday) => {
    expect(parseDay(text)).toBe(number);
    expect(weekdayOf(day(text))).toBe(WEEKDAYS[weekday]);
  });

  it.each([
    ['2026-13-01', 'month 13'],
    ['2026-00-10', 'month 0'],
    ['2026-02-30', '30 February'],
    ['2025-02-29', '29 February of a common year'],
    ['2100-02-29', '29 February of a century that is no leap year'],
    ['2026-1-1', 'no leading zeros'],
    ['2026/12/31', 'slashes'],
    ['2026-12-31T00:00', 'a time'],
    [' 2026-12-31', 'a blank'],
    ['', 'nothing'],
  ])('%j is no day: %s', (text) => {
    expect(parseDay(text)).toBeNull();
  });

  it('is written as it was read, for every day of four centuries around ours', () => {
    fc.assert(
      fc.property(fc.integer({ min: -80_000, max: 70_000 }), (number) => {
        const text = formatDay(number as Day);

        expect(parseDay(text)).toBe(number);
        expect(dayOf(civilDate(number as Day))).toBe(number);
        // The platform's own calendar agrees.
        expect(new Date(number * 86_400_000).toISOString().slice(0, 10)).toBe(text);
        expect(weekdayOf(number as Day) % 7).toBe(new Date(number * 86_400_000).getUTCDay());
      }),
    );
  });

  it.each([
    ['2026-12-26', 3, '2027-03-26'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2027-01-31', 1, '2027-02-28'],
    ['2027-03-31', -1, '2027-02-28'],
    ['2027-01-15', -1, '2026-12-15'],
  ])('%s and %i months is %s: a month too short ends on its last day', (from, months, to) => {
    expect(formatDay(addMonths(day(from), months))).toBe(to);
  });

  it('goes over the leap day of 2028 like over any other', () => {
    expect(formatDay(addDays(day('2028-02-28'), 1))).toBe('2028-02-29');
    expect(formatDay(addDays(day('2028-03-01'), -1))).toBe('2028-02-29');
  });
});
