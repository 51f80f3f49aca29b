// A plan as a calendar: its entries, put into words and written. The days are chosen in entries.ts.

import type { Locale } from '../../domain/localized.ts';
import { type Plan, recommendedRouteOf } from '../../domain/plan.ts';
import { planWords } from '../wording/plan-words.ts';
import { alarmsOf, type Entry, entriesOf, entryName } from './entries.ts';
import { entryDescription } from './entry-description.ts';
import { entryTitle, hasShortTitle } from './entry-title.ts';
import { plainUrl, writeCalendar } from './write-calendar.ts';

export interface CalendarOptions {
  readonly locale: Locale;
  /**
   * `file`: a copy to import once, with alarms. `feed`: to subscribe to, without: Google and Outlook ignore
   * alarms of a feed, so promising them would be worse than none.
   */
  readonly kind: 'file' | 'feed';
  /** Made by the server, the same for the whole life of the plan: letters, digits, `.`, `_` and `-`. */
  readonly calendarId: string;
  /** Host name in the identifiers; the same for ever, also when the server moves. */
  readonly host: string;
  /** The time of the plan's revision: milliseconds since the epoch. */
  readonly stamp: number;
  /** The number of the plan's revision: a whole number that only grows. */
  readonly sequence: number;
  /** Where the plan can be seen; null: no link. Never a link that can change the plan. */
  readonly viewUrl: string | null;
}

/**
 * The VCALENDAR of a plan's recommended route: all-day entries, each on a day on which somebody acts. Never
 * empty. Depends on its arguments alone: the same plan and options give the same bytes. The plan's own day
 * (`asOf`) is part of the plan: a plan made for another day is another revision.
 */
export function renderCalendar(plan: Plan, options: CalendarOptions): string {
  const { locale, kind, calendarId, host, stamp, sequence } = options;
  const route = recommendedRouteOf(plan);
  const sentences = planWords(plan, route, locale);
  const { words } = sentences;
  const link = options.viewUrl === null ? null : plainUrl(options.viewUrl);
  const written = (entry: Entry) => ({
    uid: `${calendarId}.${entryName(entry)}@${host}`,
    day: entry.day,
    summary: entryTitle(entry, plan, sentences, null),
    description: entryDescription(entry, { plan, route, planWords: sentences, link }),
    url: link,
    alarms: (kind === 'file' ? alarmsOf(entry, plan.asOf) : []).map((secondsBefore) => ({
      secondsBefore,
      // It rings on another day, so "today" would be a lie there.
      text: entryTitle(entry, plan, sentences, entry.day),
    })),
  });
  const name = words.calendar.name(plan.policy.title[locale]);
  const entries = entriesOf(plan, (entry) => hasShortTitle(entry, plan, sentences));
  return writeCalendar({ name, locale, category: words.productName, stamp, sequence }, entries.map(written));
}
