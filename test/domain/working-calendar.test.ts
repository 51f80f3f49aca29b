import { describe, expect, it } from 'vitest';
import { addDays, formatDay, weekdayOf } from '../../src/domain/day.ts';
import {
  CalendarNotCovered,
  isWorkingDay,
  nthWorkingDay,
  rollBackward,
  rollForward,
  workingDaysUpTo,
} from '../../src/domain/working-calendar.ts';
import { china, publishedChina, smallCalendar } from '../support/china.ts';
import { day } from '../support/sample-plan.ts';

describe('the working calendar of China', () => {
  it.each([
    ['2016-02-06', 'Sat', true, 'make-up day before Spring Festival 2016'],
    ['2016-04-02', 'Sat', false, 'no make-up day: a library says so, the notice does not'],
    ['2016-04-04', 'Mon', false, 'Qingming 2016'],
    ['2016-10-08', 'Sat', true, 'make-up day after National Day 2016'],
    ['2017-01-02', 'Mon', false, 'New Year 2017'],
    ['2017-02-04', 'Sat', true, 'make-up day after Spring Festival 2017'],
    ['2018-12-29', 'Sat', true, 'worked by the notice for 2019, which moved the last days of 2018'],
    ['2018-12-31', 'Mon', false, 'closed by the same notice'],
    ['2019-05-02', 'Thu', false, 'Labour Day 2019, made longer in March'],
    ['2019-05-05', 'Sun', true, 'worked for it'],
    ['2020-01-31', 'Fri', false, 'Spring Festival 2020, extended'],
    ['2020-02-01', 'Sat', false, 'had been a make-up day before the extension'],
    ['2022-12-31', 'Sat', false, 'closed by the notice for 2023'],
    ['2025-10-11', 'Sat', true, 'make-up day after National Day 2025'],
    ['2026-09-20', 'Sun', true, 'a make-up day that one library had wrong until February 2026'],
    ['2026-10-10', 'Sat', true, 'make-up day after National Day 2026'],
    ['2026-12-25', 'Fri', true, 'an ordinary Friday'],
  ])('%s (%s): works %s: %s', (text, weekday, works) => {
    expect(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][weekdayOf(day(text)) - 1]).toBe(weekday);
    expect(isWorkingDay(china, day(text))).toBe(works);
  });

  // Weekend days declared to be worked, by calendar year, as counted in the notices.
  it.each([
    [2016, 6],
    [2017, 5],
    [2018, 7],
    [2019, 6],
    [2020, 6],
    [2021, 7],
    [2022, 7],
    [2023, 7],
    [2024, 8],
    [2025, 5],
  ])('%i has %i weekend days that are worked', (year, worked) => {
    let weekendDaysWorked = 0;
    for (let at = day(`${year}-01-01`); at <= day(`${year}-12-31`); at = addDays(at, 1)) {
      if (weekdayOf(at) >= 6 && isWorkingDay(china, at)) weekendDaysWorked += 1;
    }

    expect(weekendDaysWorked).toBe(worked);
  });

  it('has a notice with an address for every year from 2016 to 2026', () => {
    const years = new Set(publishedChina.notices.map(({ year }) => year));

    expect([...years]).toEqual([2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    expect(publishedChina.notices.every(({ address }) => address.length > 0)).toBe(true);
  });

  it('closes nothing between 13 October and 28 December of any year', () => {
    for (const year of [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]) {
      for (let at = day(`${year}-10-13`); at <= day(`${year}-12-28`); at = addDays(at, 1)) {
        expect([formatDay(at), isWorkingDay(china, at)]).toEqual([formatDay(at), weekdayOf(at) <= 5]);
      }
    }
  });

  it('ends on Monday 2026-12-28, because the notice for 2027 may still move the last days of December', () => {
    expect(isWorkingDay(china, day('2026-12-28'))).toBe(true);
    expect(() => isWorkingDay(china, day('2026-12-29'))).toThrow(
      new CalendarNotCovered(china, 'after').message,
    );
    expect(() => isWorkingDay(china, day('2026-12-29'))).toThrow('china does not cover 2026-12-29');
    expect(() => isWorkingDay(china, day('2015-12-31'))).toThrow('china does not cover 2015-12-31');
  });
});

describe('counting working days', () => {
  // November 2026: Mon 2, …, Sat 14 worked, Mon 16 closed.
  const calendar = smallCalendar(['2026-11-16'], ['2026-11-14']);

  it('counts up to a day, that day included', () => {
    expect(workingDaysUpTo(calendar, day('2026-11-01'))).toBe(0);
    expect(workingDaysUpTo(calendar, day('2026-11-02'))).toBe(1);
    expect(workingDaysUpTo(calendar, day('2026-11-13'))).toBe(10);
    expect(workingDaysUpTo(calendar, day('2026-11-14'))).toBe(11);
    expect(workingDaysUpTo(calendar, day('2026-11-16'))).toBe(11);
  });

  it.each([
    ['2026-11-13', '2026-11-13', '2026-11-13', 'Fri: open'],
    ['2026-11-14', '2026-11-14', '2026-11-14', 'Sat: make-up day'],
    ['2026-11-15', '2026-11-17', '2026-11-14', 'Sun before a closed Monday'],
    ['2026-11-16', '2026-11-17', '2026-11-14', 'closed Monday'],
  ])('%s rolls forward to %s and backward to %s: %s', (from, forward, backward) => {
    expect(formatDay(rollForward(calendar, day(from)))).toBe(forward);
    expect(formatDay(rollBackward(calendar, day(from)))).toBe(backward);
  });

  it('refuses, by name, to roll or count out of its cover', () => {
    const endsOnSunday = smallCalendar(['2026-12-31']);

    expect(() => rollForward(endsOnSunday, day('2026-12-31'))).toThrow('small does not cover 2027-01-01');
    expect(() => nthWorkingDay(calendar, 0)).toThrow('small does not cover 2026-11-01');
    expect(() => workingDaysUpTo(calendar, day('2026-10-31'))).toThrow('small does not cover 2026-11-01');
  });
});
