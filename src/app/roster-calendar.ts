// HR's own days of a roster as a calendar file.

import type { Locale } from '../domain/localized.ts';
import type { Roster } from '../domain/roster/roster.ts';
import { renderHrCalendar } from '../emitters/roster/hr-calendar.ts';
import { calendarIdOf } from './calendar-file.ts';
import { type Dependencies, hostOf } from './dependencies.ts';
import { instantOf } from './zoned-time.ts';

/**
 * Stamped with the start of the roster's own day. The identifiers are those of the policy's roster: when a newer file
 * of the same roster is imported, its entries take the place of the older ones.
 */
export function rosterCalendar(
  dependencies: Pick<Dependencies, 'publicUrl'>,
  roster: Roster,
  locale: Locale,
): string {
  const { asOf, policy } = roster;
  return renderHrCalendar(roster, {
    locale,
    calendarId: calendarIdOf(`roster\n${policy.id}`),
    host: hostOf(dependencies),
    stamp: instantOf(asOf, '00:00', policy.zone),
  });
}
