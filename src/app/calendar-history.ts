// What changes in a published calendar when its plan is looked at again: which entries stay as they are, which move,
// which fall away. Pure.

import { addDays, type Day } from '../domain/day.ts';
import { NAME_OF_TODAY } from '../emitters/calendar/entries.ts';
import type { CalendarEvent, EntryContent } from '../ports/calendar-store.ts';
import type { Instant } from '../ports/clock.ts';

/** An entry that fell away is shown as cancelled for so many days: then every subscriber has seen it. */
const CANCELLED_FOR_DAYS = 90;

export interface Revision {
  readonly today: Day;
  readonly now: Instant;
  /** Whether nothing but time has changed since the calendar was last published. */
  readonly onlyTimePassed: boolean;
  readonly cancelledTitle: (summary: string) => string;
}

/**
 * The entries as they are to be published now, those that fell away last.
 *
 * While only time passes an entry keeps its day and its words: a plan that nobody touches must not crawl forward every
 * morning. One whose day has passed moves to where the plan has it now, but for the one that says to ask today: it was
 * said once. When a fact, the policy or the route changes, every entry follows the plan. An entry that is not changed
 * keeps its number and its time.
 *
 * @param history as last published; entries that fell away among it.
 * @param fresh as the plan has them now.
 */
export function reviseCalendar(
  history: readonly CalendarEvent[],
  fresh: readonly EntryContent[],
  revision: Revision,
): CalendarEvent[] {
  const before = new Map(history.map((event) => [event.name, event]));
  const standing = fresh.map((content) => revised(before.get(content.name), content, revision));
  const named = new Set(fresh.map(({ name }) => name));
  const gone = history
    .filter(({ name }) => !named.has(name))
    .map((event) => withoutFresh(event, revision))
    .filter(({ cancelledOn, day }) => addDays(cancelledOn ?? day, CANCELLED_FOR_DAYS) >= revision.today);
  return [...standing, ...gone];
}

function revised(
  before: CalendarEvent | undefined,
  content: EntryContent,
  { today, now, onlyTimePassed }: Revision,
): CalendarEvent {
  if (before === undefined) return { ...content, sequence: 0, changedAt: now, cancelledOn: null };
  // What the plan has on the same day still says the same, in whatever words of another morning.
  const isWhereItWas = before.day >= today || content.day === before.day || content.name === NAME_OF_TODAY;
  const stands = before.cancelledOn === null;
  if (stands && ((onlyTimePassed && isWhereItWas) || isSame(before, content))) return before;
  return { ...content, sequence: before.sequence + 1, changedAt: now, cancelledOn: null };
}

/**
 * An entry that the plan does not have any more: what was to come is cancelled. What has come true stays as it was, and
 * so does everything while only time passes: then the plan only tells the same in another way.
 */
function withoutFresh(event: CalendarEvent, revision: Revision): CalendarEvent {
  const { today, now, onlyTimePassed, cancelledTitle } = revision;
  if (onlyTimePassed || event.cancelledOn !== null || event.day <= today) return event;
  return {
    ...event,
    summary: cancelledTitle(event.summary),
    alarms: [],
    sequence: event.sequence + 1,
    changedAt: now,
    cancelledOn: today,
  };
}

/** Whether somebody who has the one would see anything new in the other; a feed has no alarms. */
function isSame(a: EntryContent, b: EntryContent): boolean {
  return a.day === b.day && a.summary === b.summary && a.description === b.description && a.url === b.url;
}
