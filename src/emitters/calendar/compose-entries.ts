// The entries of a plan's calendar, put into words. The days are chosen in entries.ts.

import type { Locale } from '../../domain/localized.ts';
import { type Plan, recommendedRouteOf } from '../../domain/plan.ts';
import type { EntryContent } from '../../ports/calendar-store.ts';
import { planWords } from '../wording/plan-words.ts';
import { alarmsOf, entriesOf, entryName } from './entries.ts';
import { entryDescription } from './entry-description.ts';
import { entryTitle, hasShortTitle } from './entry-title.ts';
import { plainUrl } from './write-calendar.ts';

/**
 * All-day entries of the recommended route, each on a day on which somebody acts, the next one first. Never empty.
 *
 * @param viewUrl where the plan can be seen; null: no link. Never a link that can change the plan.
 */
export function composeEntries(plan: Plan, locale: Locale, viewUrl: string | null): EntryContent[] {
  const route = recommendedRouteOf(plan);
  const sentences = planWords(plan, route, locale);
  const link = viewUrl === null ? null : plainUrl(viewUrl);
  return entriesOf(plan, (entry) => hasShortTitle(entry, plan, sentences)).map((entry) => ({
    name: entryName(entry),
    day: entry.day,
    summary: entryTitle(entry, plan, sentences, null),
    description: entryDescription(entry, { plan, route, planWords: sentences, link }),
    url: link,
    alarms: alarmsOf(entry, plan.asOf).map((secondsBefore) => ({
      secondsBefore,
      // It rings on another day, so "today" would be a lie there.
      text: entryTitle(entry, plan, sentences, entry.day),
    })),
  }));
}
