// The six weeks on which the random networks of the laws live: their days, closures and periods.

import fc from 'fast-check';
import { addDays, type Day, formatDay } from '../../src/domain/day.ts';
import { dayOfText } from './naive-calendar.ts';
import type { ActivityJson, CalendarJson, PeriodJson } from './network-json.ts';

/** A Monday; the calendars cover the 42 days from it. */
const FIRST: Day = dayOfText('2026-11-02');
const DAYS = 42;

/** The day so many days after the first, kept inside the cover: days that are written must lie in it. */
export function dayText(offset: number): string {
  return formatDay(addDays(FIRST, Math.min(DAYS - 1, Math.max(0, offset))));
}

/** A distance in days, both ends inclusive; shrinks towards 0. */
export function offsetBetween(min: number, max: number): fc.Arbitrary<number> {
  return fc.integer({ min, max });
}

/** Undefined or not, in about the proportion told. */
export function sometimes<T>(
  arbitrary: fc.Arbitrary<T>,
  chance: { readonly nil: number; readonly some: number },
): fc.Arbitrary<T | undefined> {
  return fc.oneof(
    { weight: chance.nil, arbitrary: fc.constant(undefined) },
    { weight: chance.some, arbitrary },
  );
}

const aUnit = fc.constantFrom('calendar-days', 'working-days');

export function aPeriod(max: number): fc.Arbitrary<PeriodJson> {
  return fc.record({ amount: offsetBetween(0, max), unit: aUnit });
}

export const aCalendar: fc.Arbitrary<CalendarJson> = fc
  .record({
    weekend: fc.constantFrom([6, 7], [6, 7], [7], [], [3, 6, 7]),
    closures: fc.uniqueArray(offsetBetween(0, DAYS - 1), { maxLength: 8 }),
    makeUps: fc.uniqueArray(offsetBetween(0, DAYS - 1), { maxLength: 2 }),
  })
  .map(({ weekend, closures, makeUps }) => ({
    weekend,
    closures: closures.map(dayText),
    makeUpWorkingDays: makeUps.map(dayText),
    coversFrom: dayText(0),
    coversUntil: dayText(DAYS - 1),
  }));

/** Up to five observed amounts, with weights of their own or the triangle; a statutory one in either unit. */
export const aDuration: fc.Arbitrary<ActivityJson['duration']> = fc
  .record({
    unit: aUnit,
    min: offsetBetween(0, 3),
    toMode: offsetBetween(0, 2),
    toMax: offsetBetween(0, 2),
    weights: sometimes(fc.array(offsetBetween(0, 4), { minLength: 1, maxLength: 5 }), { nil: 2, some: 1 }),
    statutory: sometimes(aPeriod(6), { nil: 1, some: 2 }),
  })
  .map(({ unit, min, toMode, toMax, weights, statutory }) => {
    const max = min + toMode + toMax;
    // A weight of 0 leaves the amount out, also the shortest.
    const pairs = weights?.flatMap((weight, k): [number, number][] =>
      min + k <= max && weight > 0 ? [[min + k, weight]] : [],
    );
    return {
      unit,
      min,
      mode: min + toMode,
      max,
      ...(pairs === undefined || pairs.length === 0 ? {} : { weights: pairs }),
      ...(statutory === undefined ? {} : { statutory }),
    };
  });
