// A year without a notice lies between two calendars. Every year that has one shows that it would have.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHIPPED_POLICIES } from '../../src/adapters/files/policy-folder.ts';
import { addDays, type Day, formatDay } from '../../src/domain/day.ts';
import { addPeriod, lastDayBeforePeriod } from '../../src/domain/duration.ts';
import {
  buildWorkingCalendar,
  isWorkingDay,
  type WorkingCalendar,
} from '../../src/domain/working-calendar.ts';
import { parseDocumentText } from '../../src/input/document.ts';
import { bracketCalendar, UnpublishedYears } from '../../src/policies/calendars/unpublished-years.ts';
import { china, chinaWithBrackets } from '../support/china.ts';
import { day } from '../support/sample-plan.ts';

/** The days of the holidays by the solar and the lunar calendar. */
const HOLIDAYS: Readonly<
  Record<number, readonly [spring: string, qingming: string, dragon: string, autumn: string]>
> = {
  2017: ['01-28', '04-04', '05-30', '10-04'],
  2018: ['02-16', '04-05', '06-18', '09-24'],
  2019: ['02-05', '04-05', '06-07', '09-13'],
  2020: ['01-25', '04-04', '06-25', '10-01'],
  2021: ['02-12', '04-04', '06-14', '09-21'],
  2022: ['02-01', '04-05', '06-03', '09-10'],
  2023: ['01-22', '04-05', '06-22', '09-29'],
  2024: ['02-10', '04-04', '06-10', '09-17'],
  2025: ['01-29', '04-04', '05-31', '10-06'],
  2026: ['02-17', '04-05', '06-19', '09-25'],
};

function shippedRules(): unknown {
  const document = parseDocumentText(readFileSync(join(SHIPPED_POLICIES, 'calendars/china.yaml'), 'utf8'));
  if (!document.ok) throw new Error('china.yaml is no YAML');
  return Object(document.value.value).unpublished;
}

/** The bracket of a past year, as if its notice were not out: settled until 28 December of the year before. */
function bracketOf(year: number): WorkingCalendar {
  const [spring, qingming, dragon, autumn] = HOLIDAYS[year] ?? ['', '', '', ''];
  const days = [
    { holiday: 'new-year', on: `${year}-01-01` },
    { holiday: 'spring-festival', on: `${year}-${spring}` },
    { holiday: 'qingming', on: `${year}-${qingming}` },
    { holiday: 'labour-day', on: `${year}-05-01` },
    { holiday: 'dragon-boat', on: `${year}-${dragon}` },
    { holiday: 'mid-autumn', on: `${year}-${autumn}` },
    { holiday: 'national-day', on: `${year}-10-01` },
  ];
  const unpublished = UnpublishedYears.parse({
    ...Object(shippedRules()),
    days,
    coversUntil: `${year}-12-28`,
  });
  const rules = {
    id: 'past',
    weekend: [6, 7],
    closures: [],
    makeUpWorkingDays: [],
    afterCover: 'unpublished',
  } as const;
  const coversFrom = day(`${year - 1}-12-01`);
  const settled = buildWorkingCalendar({ ...rules, coversFrom, coversUntil: day(`${year - 1}-12-28`) });
  return bracketCalendar(settled, { ...rules, coversFrom }, unpublished);
}

function* daysOf(year: number): Generator<Day> {
  for (let at = day(`${year - 1}-12-29`); at <= day(`${year}-12-28`); at = addDays(at, 1)) yield at;
}

describe('a year without a notice', () => {
  it.each([2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])(
    'had it been %i: every day that was worked when fewest are thinkable was worked in fact',
    (year) => {
      const bracket = bracketOf(year);
      const wrong = [...daysOf(year)].filter((at) => isWorkingDay(bracket, at) && !isWorkingDay(china, at));

      expect(wrong.map(formatDay)).toEqual([]);
    },
  );

  // The law has 13 days since November 2024; before, the eve of the Spring Festival and 2 May were none of them.
  it.each([2025, 2026])(
    'had it been %i: every day that was worked in fact is worked when most are thinkable',
    (year) => {
      const { most } = bracketOf(year);
      const wrong = [...daysOf(year)].filter(
        (at) => isWorkingDay(china, at) && most !== null && !isWorkingDay(most, at),
      );

      expect(most).not.toBeNull();
      expect(wrong.map(formatDay)).toEqual([]);
    },
  );

  it('is settled as published until Monday 2026-12-28, and the last days of December are open', () => {
    const { most } = chinaWithBrackets;

    expect(formatDay(chinaWithBrackets.finalUntil)).toBe('2026-12-28');
    expect(isWorkingDay(chinaWithBrackets, day('2026-12-29'))).toBe(false);
    expect(most !== null && isWorkingDay(most, day('2026-12-29'))).toBe(true);
    expect(most !== null && isWorkingDay(most, day('2027-01-01'))).toBe(false);
    for (let at = day('2016-01-01'); at <= day('2026-12-28'); at = addDays(at, 1)) {
      expect(isWorkingDay(chinaWithBrackets, at)).toBe(isWorkingDay(china, at));
    }
  });

  it('with the fewest working days finishes latest and must start earliest; counted back from the cutoff it is final', () => {
    const { most } = chinaWithBrackets;
    if (most === null) throw new Error('nothing is unpublished');
    const amount = fc.integer({ min: 0, max: 40 });
    const from = fc
      .integer({ min: day('2026-11-01'), max: day('2027-11-01') })
      .map((number) => number as Day);
    fc.assert(
      fc.property(amount, from, (days, at) => {
        const period = { amount: days, unit: 'working-days' } as const;

        expect(addPeriod(chinaWithBrackets, at, period)).toBeGreaterThanOrEqual(addPeriod(most, at, period));
        expect(lastDayBeforePeriod(chinaWithBrackets, at, period)).toBeLessThanOrEqual(
          lastDayBeforePeriod(most, at, period),
        );
        expect(lastDayBeforePeriod(chinaWithBrackets, day('2026-12-25'), period)).toBe(
          lastDayBeforePeriod(china, day('2026-12-25'), period),
        );
      }),
    );
  });
});
