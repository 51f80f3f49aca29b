// HR's own days as a calendar file: whom to act for and whom to go along with. With hands counted, the planned days;
// without, the last day of each step.

import { formatDay } from '../../domain/day.ts';
import type { Locale } from '../../domain/localized.ts';
import { type HrDay, hrDaysOf, nameOfTask } from '../../domain/roster/hr-days.ts';
import type { Roster } from '../../domain/roster/roster.ts';
import { writeCalendar } from '../calendar/write-calendar.ts';
import { wordsOf } from '../wording/wording.ts';
import { type RosterWords, rosterWordsOf } from './roster-words.ts';

export interface HrCalendarOptions {
  readonly locale: Locale;
  /** The same for the same roster: letters, digits, `.`, `_` and `-`. */
  readonly calendarId: string;
  readonly host: string;
  /** Milliseconds since the epoch. */
  readonly stamp: number;
}

/** 09:00 on the day before. */
const DAY_BEFORE_SECONDS = 15 * 3600;

/** The VCALENDAR; the same roster gives the same bytes. Without a day of HR's it has no entry. */
export function renderHrCalendar(
  roster: Roster,
  { locale, calendarId, host, stamp }: HrCalendarOptions,
): string {
  const say = rosterWordsOf(locale);
  const head = {
    name: say.calendar.name(roster.policy.title[locale]),
    locale,
    category: wordsOf(locale).productName,
  };
  return writeCalendar(
    head,
    hrDaysOf(roster).map((hrDay) => {
      const { on, task, refs } = hrDay;
      const summary = summaryOf(hrDay, say, locale);
      return {
        uid: `${calendarId}.${nameOfTask(task)}.${formatDay(on)}@${host}`,
        day: on,
        sequence: 0,
        changedAt: stamp,
        isCancelled: false,
        summary,
        description: refsText(refs, say),
        url: null,
        alarms: on > roster.asOf ? [{ secondsBefore: DAY_BEFORE_SECONDS, text: summary }] : [],
      };
    }),
  );
}

/** Longer lists are in the board; some phones refuse an entry that is too long. */
const MOST_REFS = 200;

function refsText(refs: readonly string[], { calendar }: RosterWords): string {
  return calendar.refs(refs.slice(0, MOST_REFS).join(', '), Math.max(0, refs.length - MOST_REFS));
}

function summaryOf({ task, refs }: HrDay, { calendar }: RosterWords, locale: Locale): string {
  return task.kind === 'last-day'
    ? calendar.lastDay(task.title[locale], refs.length)
    : calendar[task.kind](refs.length);
}
