// A stored plan → its calendar, as a file to download or a feed to subscribe to.

import { renderCalendar } from '../emitters/calendar/render-calendar.ts';
import { calendarFile, calendarIdOf, revisionOf } from './calendar-file.ts';
import { type Dependencies, hostOf } from './dependencies.ts';
import type { CalendarFile } from './lastbus.ts';
import { planOfStored, tokensOf } from './open-plan.ts';
import { hashOfToken } from './secret-links.ts';

/** The calendar behind a feed token; undefined for unknown and revoked tokens alike. */
export async function publishCalendar(
  dependencies: Dependencies,
  feedToken: string,
  kind: 'file' | 'feed',
): Promise<CalendarFile | undefined> {
  const hash = hashOfToken(feedToken);
  const stored = hash === null ? undefined : await dependencies.planStore.findByLink({ kind: 'feed', hash });
  if (stored === undefined) return undefined;
  const plan = planOfStored(dependencies, stored, null);
  const revision = revisionOf(plan, stored);
  const { view } = tokensOf(dependencies, stored, false);
  const content = renderCalendar(plan, {
    locale: stored.locale,
    kind,
    calendarId: calendarIdOf(stored.id),
    host: hostOf(dependencies),
    ...revision,
    viewUrl: `${dependencies.publicUrl}/plans/${view}`,
  });
  return calendarFile(content, revision.stamp);
}
