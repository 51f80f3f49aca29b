// The calendar that goes along with a mail: the entries as subscribers have them, in the language of the mail.

import type { Locale } from '../domain/localized.ts';
import type { Plan } from '../domain/plan.ts';
import { composeEntries } from '../emitters/calendar/compose-entries.ts';
import { renderEvents } from '../emitters/calendar/render-calendar.ts';
import type { StoredPlan } from '../ports/plan-store.ts';
import { identityOf } from './calendar-file.ts';
import type { Dependencies } from './dependencies.ts';
import { viewUrlOf } from './open-plan.ts';
import { standingEvents } from './publish-calendar.ts';

/**
 * A file with the entries of the steps that the mail is about, with the numbers and days that the feed gives them; the
 * whole calendar where none of them has an entry of its own.
 */
export async function calendarOfMail(
  dependencies: Dependencies,
  stored: StoredPlan,
  plan: Plan,
  about: { readonly locale: Locale; readonly activities: readonly string[] },
): Promise<string> {
  const { locale } = about;
  const published = await standingEvents(dependencies, stored);
  const events =
    locale === stored.locale ? published : inLanguage(dependencies, stored, plan, locale, published);
  const identity = identityOf(dependencies, { id: stored.id, locale }, 'file');
  const own = events.filter(({ name }) => about.activities.some((id) => name.startsWith(`${id}.`)));
  return renderEvents(plan.policy.title, own.length > 0 ? own : events, plan.asOf, identity);
}

function inLanguage(
  dependencies: Dependencies,
  stored: StoredPlan,
  plan: Plan,
  locale: Locale,
  published: Awaited<ReturnType<typeof standingEvents>>,
) {
  const entries = composeEntries(plan, locale, viewUrlOf(dependencies, stored));
  return entries.flatMap((entry) => {
    const event = published.find(({ name }) => name === entry.name);
    return event === undefined ? [] : [{ ...event, ...entry, day: event.day }];
  });
}
