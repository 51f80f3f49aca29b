// Between instants and civil days, by luxon (MIT, kept by the Moment team; full IANA zones): the one place
// where a zone meets the plan.

import { DateTime } from 'luxon';
import { type Day, formatDay, parseDay } from '../domain/day.ts';
import type { Clock, Instant } from '../ports/clock.ts';

/** The civil day in `zone` at an instant. */
function dayAt(instant: Instant, zone: string): Day {
  const text = DateTime.fromMillis(instant, { zone }).toISODate();
  const day = text === null ? null : parseDay(text);
  if (day === null) throw new Error(`no day at ${instant} in ${zone}`);
  return day;
}

/** Today in `zone`. */
export function todayIn(clock: Clock): (zone: string) => Day {
  return (zone) => dayAt(clock.now(), zone);
}

/** The instant of a time of day `HH:MM` on a day in `zone`. */
export function instantOf(day: Day, timeOfDay: string, zone: string): Instant {
  return DateTime.fromISO(`${formatDay(day)}T${timeOfDay}`, { zone }).toMillis() as Instant;
}
