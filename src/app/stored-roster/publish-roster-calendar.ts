// A roster's feed: HR's own days, as calendars subscribe to them.

import { renderHrCalendar } from '../../emitters/roster/hr-calendar.ts';
import type { Instant } from '../../ports/clock.ts';
import { calendarFile, calendarIdOf } from '../calendar-file.ts';
import { type Dependencies, hostOf } from '../dependencies.ts';
import type { CalendarFile } from '../lastbus.ts';
import { hashOfToken } from '../secret-links.ts';
import { instantOf } from '../zoned-time.ts';
import { openStoredRoster } from './open-roster.ts';

/**
 * As of today; undefined for an unknown token, and where the roster cannot be planned any more. It is as old as its day, or
 * as the last change in the roster: entries move with the days, and whoever subscribes gets all of them anew.
 */
export async function publishRosterCalendar(
  dependencies: Dependencies,
  feedToken: string,
): Promise<CalendarFile | undefined> {
  const hash = hashOfToken(feedToken);
  if (hash === null) return undefined;
  const stored = await dependencies.rosterStore.findByLink({ kind: 'feed', hash });
  if (stored === undefined) return undefined;
  const { roster, changedAt } = await openStoredRoster(dependencies, { stored, canEdit: false }, null);
  if (roster === null) return undefined;
  const stamp = instantOf(roster.asOf, '00:00', roster.policy.zone);
  const content = renderHrCalendar(roster, {
    locale: stored.locale,
    calendarId: calendarIdOf(`roster\n${stored.id}`),
    host: hostOf(dependencies),
    stamp,
  });
  return calendarFile(content, Math.max(stamp, changedAt) as Instant);
}
