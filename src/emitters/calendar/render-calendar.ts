// Entries as a calendar: a file to import once or a feed to subscribe to.

import type { Day } from '../../domain/day.ts';
import type { Locale, Localized } from '../../domain/localized.ts';
import type { Plan } from '../../domain/plan.ts';
import type { CalendarEvent } from '../../ports/calendar-store.ts';
import type { Instant } from '../../ports/clock.ts';
import { wordsOf } from '../wording/wording.ts';
import { composeEntries } from './compose-entries.ts';
import { writeCalendar } from './write-calendar.ts';

/**
 * `file`: a copy to import once, with alarms. `feed`: to subscribe to, without: Google and Outlook ignore alarms of
 * a feed, so promising them would be worse than none.
 */
export type CalendarKind = 'file' | 'feed';

export interface CalendarIdentity {
  readonly kind: CalendarKind;
  readonly locale: Locale;
  /** Made by the server, the same for the whole life of the plan: letters, digits, `.`, `_` and `-`. */
  readonly calendarId: string;
  /** Host name in the identifiers; the same for ever, also when the server moves. */
  readonly host: string;
}

/**
 * The VCALENDAR of published entries. Depends on its arguments alone: the same entries give the same bytes.
 *
 * @param today alarms that would have rung before it are left out of a file.
 */
export function renderEvents(
  title: Localized,
  events: readonly CalendarEvent[],
  today: Day,
  { kind, locale, calendarId, host }: CalendarIdentity,
): string {
  const words = wordsOf(locale);
  const head = { name: words.calendar.name(title[locale]), locale, category: words.productName };
  return writeCalendar(
    head,
    events.map(({ name, alarms, cancelledOn, ...event }) => ({
      ...event,
      uid: `${calendarId}.${name}@${host}`,
      isCancelled: cancelledOn !== null,
      alarms:
        kind === 'file'
          ? alarms.filter(({ secondsBefore }) => ringsOn(event.day, secondsBefore) >= today)
          : [],
    })),
  );
}

const SECONDS_PER_DAY = 86_400;

function ringsOn(day: Day, secondsBefore: number): number {
  return day - Math.ceil(secondsBefore / SECONDS_PER_DAY);
}

export interface CalendarOptions extends CalendarIdentity {
  /** The time of the plan's revision: milliseconds since the epoch. */
  readonly stamp: number;
  /** The number of the plan's revision: a whole number that only grows. */
  readonly sequence: number;
  /** Where the plan can be seen; null: no link. Never a link that can change the plan. */
  readonly viewUrl: string | null;
}

/** The VCALENDAR of a plan that was never published: all its entries are of the same revision. */
export function renderCalendar(
  plan: Plan,
  { stamp, sequence, viewUrl, ...identity }: CalendarOptions,
): string {
  const entries = composeEntries(plan, identity.locale, viewUrl);
  const changedAt = stamp as Instant;
  const events = entries.map((entry) => ({ ...entry, sequence, changedAt, cancelledOn: null }));
  return renderEvents(plan.policy.title, events, plan.asOf, identity);
}
