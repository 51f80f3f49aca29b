// HR's own days as a calendar file: whom to act for and whom to go along with. With hands counted, the planned days;
// without, the last day of each step.

import { type Day, formatDay } from '../../domain/day.ts';
import type { Locale } from '../../domain/localized.ts';
import type { Roster, RosterEntry } from '../../domain/roster/roster.ts';
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

interface HrDay {
  readonly day: Day;
  /** What tells it from the other entries of its day. */
  readonly name: string;
  readonly summary: (people: number) => string;
  readonly refs: string[];
}

/** 09:00 on the day before. */
const DAY_BEFORE_SECONDS = 15 * 3600;

/** The VCALENDAR; the same roster gives the same bytes. Without a day of HR's it has no entry. */
export function renderHrCalendar(
  roster: Roster,
  { locale, calendarId, host, stamp }: HrCalendarOptions,
): string {
  const say = rosterWordsOf(locale);
  const days = roster.waves === null ? lastDays(roster, say, locale) : plannedDays(roster, say);
  const head = {
    name: say.calendar.name(roster.policy.title[locale]),
    locale,
    category: wordsOf(locale).productName,
  };
  return writeCalendar(
    head,
    days.map(({ day, name, summary, refs }) => ({
      uid: `${calendarId}.${name}.${formatDay(day)}@${host}`,
      day,
      sequence: 0,
      changedAt: stamp,
      isCancelled: false,
      summary: summary(refs.length),
      description: refsText(refs, say),
      url: null,
      alarms: day > roster.asOf ? [{ secondsBefore: DAY_BEFORE_SECONDS, text: summary(refs.length) }] : [],
    })),
  );
}

/** Longer lists are in the board; some phones refuse an entry that is too long. */
const MOST_REFS = 200;

function refsText(refs: readonly string[], { calendar }: RosterWords): string {
  return calendar.refs(refs.slice(0, MOST_REFS).join(', '), Math.max(0, refs.length - MOST_REFS));
}

function plannedDays(roster: Roster, { calendar }: RosterWords): HrDay[] {
  const days = collector();
  for (const [index, wave] of roster.waves?.waves ?? []) {
    const entry = roster.entries[index];
    if (entry === undefined || wave === null) continue;
    if (wave.approval !== null) days.add(wave.approval.on, 'approvals', calendar.approvals, entry);
    if (wave.visit !== null) days.add(wave.visit.on, 'visits', calendar.visits, entry);
  }
  return days.inOrder();
}

/** Only of ways that are still open: of the others every last day is past. */
function lastDays(roster: Roster, { calendar }: RosterWords, locale: Locale): HrDay[] {
  const days = collector();
  for (const entry of roster.entries) {
    const { verdict, approval, visit } = entry.answer;
    if (verdict === 'too-late') continue;
    for (const step of [approval, visit]) {
      if (step === null || step.until === null) continue;
      const title = step.title[locale];
      days.add(step.until, step.activity, (people) => calendar.lastDay(title, people), entry);
    }
  }
  return days.inOrder();
}

function collector() {
  const byName = new Map<string, HrDay>();
  return {
    add: (day: Day, name: string, summary: HrDay['summary'], { ref }: RosterEntry) => {
      const key = `${day} ${name}`;
      const known = byName.get(key) ?? { day, name, summary, refs: [] };
      known.refs.push(ref);
      byName.set(key, known);
    },
    inOrder: () => [...byName.values()].toSorted((a, b) => a.day - b.day),
  };
}
