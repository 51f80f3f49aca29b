// The entries of a stored plan's calendar, for whoever wants to take them along one by one.

import type { Dependencies } from './dependencies.ts';
import type { CalendarEntry } from './lastbus.ts';
import { findPlan } from './open-plan.ts';
import { standingEvents } from './publish-calendar.ts';

/** In the order of the calendar; undefined for unknown and revoked tokens alike. */
export async function listCalendarEntries(
  dependencies: Dependencies,
  planToken: string,
): Promise<readonly CalendarEntry[] | undefined> {
  const found = await findPlan(dependencies, planToken);
  if (found === undefined) return undefined;
  const events = await standingEvents(dependencies, found.stored);
  return events.map(({ name, summary, day }) => ({ name, title: summary, day }));
}
