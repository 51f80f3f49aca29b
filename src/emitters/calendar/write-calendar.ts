// The text of an iCalendar stream (RFC 5545, RFC 7986) with all-day entries. Knows nothing of plans; the only
// file that talks to ical-generator. All text is cleaned here, so nothing that comes in can end a line.

import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { DateTime } from 'luxon';
import { addDays, type Day } from '../../domain/day.ts';
import type { Locale } from '../../domain/localized.ts';
import { withColour } from './calendar-colour.ts';
import { cleanLine, cleanText } from './clean-text.ts';
import { escapeCalendarName, normaliseCalendar } from './ical-normalise.ts';

export interface CalendarHead {
  readonly name: string;
  readonly locale: Locale;
  /** One word for all entries, to filter by. No comma: consumers part categories there, escaped or not. */
  readonly category: string;
}

export interface WrittenEntry {
  /** Unique in the calendar, the same for ever: letters, digits, `.`, `_` and `-`, then `@` and a host. */
  readonly uid: string;
  readonly day: Day;
  /** A whole number that grows with every change of the entry, and only then. */
  readonly sequence: number;
  /** When the entry was last changed: milliseconds since the epoch. */
  readonly changedAt: number;
  /** It fell away: it stays for a while, so that every subscriber sees it. */
  readonly isCancelled: boolean;
  /** Not empty. */
  readonly summary: string;
  readonly description: string;
  /** https, or null. */
  readonly url: string | null;
  /** Whole seconds before the start of `day`, the most important first: Outlook keeps only that one. */
  readonly alarms: readonly { readonly secondsBefore: number; readonly text: string }[];
}

/** The accent of our pages, and its nearest name in CSS 3, which RFC 7986 asks for. */
const COLOUR = { name: 'teal', code: '#0B5F57' } as const;

/** How often a subscriber should look again. Written as a time by ical-generator: PT6H. */
const REFRESH_SECONDS = 6 * 3600;

const MILLISECONDS_PER_DAY = 86_400_000;

/** Nothing that TEXT escapes, for ical-generator writes a UID as it comes. The host may be an IPv6 literal. */
const UID_FORM = /^[A-Za-z0-9._-]+@(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])$/;

/**
 * The calendar as text: CRLF line ends, no line over 75 octets, the same bytes for the same input.
 *
 * @throws Error on an identifier, a time or a number of another form: they are made by us, so it is a bug.
 */
export function writeCalendar(head: CalendarHead, entries: readonly WrittenEntry[]): string {
  // No `timezone`, here or on an entry: with one, ical-generator writes DTSTAMP in local time without saying so
  // and shifts all-day dates.
  const calendar = ical({
    prodId: { company: 'Lastbus', product: 'Lastbus', language: head.locale },
    scale: 'GREGORIAN',
    method: ICalCalendarMethod.PUBLISH,
    name: escapeCalendarName(cleanLine(head.name)),
    ttl: REFRESH_SECONDS,
  });
  for (const entry of entries) {
    const stamp = DateTime.fromMillis(wholeNumber(entry.changedAt), { zone: 'utc' });
    calendar.createEvent({
      id: checkedUid(entry.uid),
      sequence: wholeNumber(entry.sequence),
      stamp,
      lastModified: stamp,
      allDay: true,
      start: midnightOf(entry.day),
      // DTEND is exclusive (RFC 5545 3.6.1); everywhere else in this project an end is the last day itself.
      end: midnightOf(addDays(entry.day, 1)),
      // A day on which something is due is not a busy day.
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
      status: entry.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      summary: cleanLine(entry.summary),
      description: cleanText(entry.description),
      categories: [{ name: cleanLine(head.category) }],
      url: entry.url === null ? null : plainUrl(entry.url),
      alarms: entry.alarms.map(({ secondsBefore, text }) => ({
        type: ICalAlarmType.display,
        trigger: wholeNumber(secondsBefore),
        description: cleanLine(text),
      })),
    });
  }
  return normaliseCalendar(withColour(calendar.toString(), COLOUR));
}

/** Midnight in UTC, whatever the zone of this process: a date has no zone. */
function midnightOf(day: Day): DateTime {
  return DateTime.fromMillis(day * MILLISECONDS_PER_DAY, { zone: 'utc' });
}

/** A URL without the two characters that ical-generator escapes although a URI value has no escapes. */
export function plainUrl(address: string): string {
  return new URL(address).href.replaceAll(',', '%2C').replaceAll(';', '%3B');
}

function checkedUid(uid: string): string {
  if (!UID_FORM.test(uid)) throw new Error(`not an identifier of a calendar entry: ${JSON.stringify(uid)}`);
  return uid;
}

function wholeNumber(value: number): number {
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`not a whole number: ${value}`);
  return value;
}
