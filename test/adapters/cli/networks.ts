// Networks as JSON, to change one fact at a time, and the words in which a refusal names what would be taken.

import { DAY_FORM, formatDay } from '../../../src/domain/day.ts';
import { publishedChina } from '../../support/china.ts';

export type Json = Readonly<Record<string, unknown>>;

export const SAME_DAY = { unit: 'calendar-days', min: 0, mode: 0, max: 0 };

/** A renewal at a counter, then a wait of 2, 3 or 5 working days; as of Wed 2 December, cutoff Fri 18. */
export function network(changes: Json = {}): Json {
  return {
    id: 'default',
    asOf: '2026-12-02',
    cutoff: '2026-12-18',
    calendar: 'china',
    activities: [
      { id: 'renew', duration: SAME_DAY, startsOn: 'working-day' },
      {
        id: 'wait',
        duration: { unit: 'working-days', min: 2, mode: 3, max: 5 },
        after: [{ activity: 'renew' }],
      },
    ],
    ...changes,
  };
}

/** Mondays to Fridays from Tue 1 to Fri 11 December, and nothing can happen after that. */
export const OWN_CALENDAR = {
  weekend: [6, 7],
  closures: [],
  makeUpWorkingDays: [],
  coversFrom: '2026-12-01',
  coversUntil: '2026-12-11',
};

export const china = publishedChina.workingCalendar;

/** The allowed forms of a day, and of one on the calendar of China. */
export const DAY = `a day, ${DAY_FORM}`;
export const CHINA = `a day from ${formatDay(china.coversFrom)} to ${formatDay(china.coversUntil)}`;
