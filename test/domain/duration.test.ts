import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, formatDay } from '../../src/domain/day.ts';
import {
  addPeriod,
  earliestStartReaching,
  type FinishRoll,
  finishOf,
  lastDayBeforePeriod,
  latestStartFor,
  type Period,
} from '../../src/domain/duration.ts';
import { china, smallCalendar } from '../support/china.ts';
import { day } from '../support/sample-plan.ts';

const working = (amount: number): Period => ({ amount, unit: 'working-days' });
const calendarDays = (amount: number): Period => ({ amount, unit: 'calendar-days' });

describe('a period', () => {
  it.each([
    // Wed 7 not counted; 8, 9 / 12-16 / 19-23 / 26-30 = 17; 2017-01-02 off; 3, 4, 5 January = 20.
    ['2016-12-07', working(20), '2017-01-05', 'twenty working days over New Year 2017'],
    // Mon 16; 17-20 = 4; Sun 22 make-up = 5; 23-26 = 9; 27 Jan to 2 Feb off; Fri 3 = 10; Sat 4 = 11; 6-10, 13-16.
    [
      '2017-01-16',
      working(20),
      '2017-02-16',
      'over Spring Festival 2017, with a Sunday and a Saturday worked',
    ],
    ['2026-12-02', working(3), '2026-12-07', 'Thu 3, Fri 4, Mon 7'],
    ['2026-12-05', working(1), '2026-12-07', 'from Saturday the first working day is Monday'],
    ['2026-12-05', working(0), '2026-12-05', 'none: the same day, even a Saturday'],
    ['2016-12-09', calendarDays(15), '2016-12-24', 'fifteen days, ending on a Saturday'],
    ['2016-12-31', calendarDays(0), '2016-12-31', 'the same day'],
  ])('from %s, %o ends on %s: %s', (from, period, to) => {
    expect(formatDay(addPeriod(china, day(from), period))).toBe(to);
  });

  it('of an office that ends on Saturday 2016-12-24 is finished on Monday 26', () => {
    expect(formatDay(finishOf(china, day('2016-12-09'), calendarDays(15), 'forward'))).toBe('2016-12-26');
    expect(formatDay(finishOf(china, day('2016-12-09'), calendarDays(15), 'none'))).toBe('2016-12-24');
  });

  it.each([
    // 15, 14, 13, 12 / 9-5 / 2, 1, 30-28 / 25-21 / 18: the twentieth counted back is Fri 18 Nov, so Thu 17 will do.
    ['2016-12-15', working(20), '2016-11-17', 'twenty working days by Thursday 15 December'],
    // 25, 24, 23, 22, 21: the day before Mon 21 is Sunday 20.
    ['2026-12-25', working(5), '2026-12-20', 'five working days by Friday 25 December: a Sunday will do'],
    ['2022-12-25', working(5), '2022-12-18', 'by Sunday 25: Fri 23, 22, 21, 20, Mon 19, so Sunday 18'],
    ['2026-12-25', calendarDays(7), '2026-12-18', 'seven days'],
  ])('that ends by %s, %o, starts by %s: %s', (by, period, start) => {
    expect(formatDay(lastDayBeforePeriod(china, day(by), period))).toBe(start);
  });

  it('out of the cover is refused by name', () => {
    expect(() => addPeriod(china, day('2026-12-25'), working(2))).toThrow('china does not cover 2026-12-29');
    expect(() => lastDayBeforePeriod(china, day('2016-01-05'), working(5))).toThrow(
      'china does not cover 2015-12-31',
    );
  });
});

describe('the adjoints of a finish', () => {
  const aCalendar = fc
    .uniqueArray(fc.integer({ min: 0, max: 59 }), { maxLength: 20 })
    .map((offsets) => smallCalendar(offsets.map((offset) => formatDay(addDays(day('2026-11-02'), offset)))));
  const aPeriod = fc.record({
    amount: fc.integer({ min: 0, max: 12 }),
    unit: fc.constantFrom('calendar-days', 'working-days'),
  }) satisfies fc.Arbitrary<Period>;
  const aRoll: fc.Arbitrary<FinishRoll> = fc.constantFrom('forward', 'none');
  const aDay = fc.integer({ min: day('2026-11-20'), max: day('2026-12-10') }).map((number) => number as Day);

  /** Outside the cover neither side is defined. */
  function defined<T>(compute: () => T): T | undefined {
    try {
      return compute();
    } catch {
      return undefined;
    }
  }

  it('upper: finishing by T is the same as starting by g*(T)', () => {
    fc.assert(
      fc.property(aCalendar, aPeriod, aRoll, aDay, aDay, (calendar, period, roll, start, by) => {
        const finish = defined(() => finishOf(calendar, start, period, roll));
        const latest = defined(() => latestStartFor(calendar, by, period, roll));
        fc.pre(finish !== undefined && latest !== undefined);

        expect(finish <= by).toBe(start <= latest);
      }),
      { numRuns: 2_000 },
    );
  });

  it('lower: finishing on T or later is the same as starting on g₊(T) or later', () => {
    fc.assert(
      fc.property(aCalendar, aPeriod, aRoll, aDay, aDay, (calendar, period, roll, start, from) => {
        const finish = defined(() => finishOf(calendar, start, period, roll));
        const earliest = defined(() => earliestStartReaching(calendar, from, period, roll));
        fc.pre(finish !== undefined && earliest !== undefined);

        expect(finish >= from).toBe(start >= earliest);
      }),
      { numRuns: 2_000 },
    );
  });

  it('a later start never finishes earlier', () => {
    fc.assert(
      fc.property(aCalendar, aPeriod, aRoll, aDay, aDay, (calendar, period, roll, a, b) => {
        const [first, second] = a <= b ? [a, b] : [b, a];
        const early = defined(() => finishOf(calendar, first, period, roll));
        const late = defined(() => finishOf(calendar, second, period, roll));
        fc.pre(early !== undefined && late !== undefined);

        expect(early).toBeLessThanOrEqual(late);
      }),
    );
  });
});
