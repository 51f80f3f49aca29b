// Everything that is kept of a plan, as one JSON document for its owner to take away.

import { type Day, formatDay } from '../domain/day.ts';
import { renderPlanJson } from '../emitters/plan-json/plan-json.ts';
import type { Dependencies } from './dependencies.ts';
import { findPlan, planOfStored, tokensOf } from './open-plan.ts';
import { planReminders } from './plan-reminders.ts';
import { publishCalendar } from './publish-calendar.ts';

export type ExportOutcome =
  | { readonly kind: 'exported'; readonly json: string }
  | { readonly kind: 'unknown' }
  /** What is kept of others, such as their addresses, is for the owner alone. */
  | { readonly kind: 'view-only' };

/** The keys under which versions and causes hold days; in JSON a day is `YYYY-MM-DD`. */
const DAY_KEYS: ReadonlySet<string> = new Set([
  'asOf',
  'on',
  'day',
  'startedOn',
  'finishedOn',
  'latestStartOn',
  'mustFinishBy',
  'usualLastStart',
  'safeLastStart',
]);

/**
 * The case, the plan of today, every version with what changed, the addresses, the reminders that are still to come and
 * the calendar. Of links there is nothing to give but hashes, which are of no use to anybody.
 */
export async function exportPlan(dependencies: Dependencies, token: string): Promise<ExportOutcome> {
  const found = await findPlan(dependencies, token);
  if (found === undefined) return { kind: 'unknown' };
  if (!found.canEdit) return { kind: 'view-only' };
  const { clock, planStore, reminderTime, subscriptionStore } = dependencies;
  const { stored } = found;
  const plan = planOfStored(dependencies, stored, null);
  const calendar = await publishCalendar(dependencies, tokensOf(dependencies, stored, true).feed, 'file');
  const subscriptions = await subscriptionStore.listOf({ kind: 'plan', id: stored.id });
  const now = clock.now();
  const content = {
    exportedAt: instantText(now),
    case: JSON.parse(stored.caseJson),
    locale: stored.locale,
    version: stored.version,
    createdAt: instantText(stored.createdAt),
    changedAt: instantText(stored.changedAt),
    plan: renderPlanJson(plan, stored.locale),
    versions: (await planStore.listRevisions(stored.id, 0, stored.version)).map((revision) => ({
      ...revision,
      changedAt: instantText(revision.changedAt),
    })),
    addresses: subscriptions.map(({ address, state, locale, audience, reference, refusal, ...times }) => ({
      address,
      state,
      locale,
      audience,
      reference,
      refusal,
      createdAt: instantText(times.createdAt),
      askedAt: times.askedAt === null ? null : instantText(times.askedAt),
    })),
    reminders: planReminders(plan, reminderTime)
      .filter(({ sendAt }) => sendAt > now)
      .map(({ activity, kind, day, sendAt }) => ({ activity, kind, day, sendAt: instantText(sendAt) })),
    calendar: calendar?.content ?? null,
  };
  return { kind: 'exported', json: `${JSON.stringify(content, dayText, 2)}\n` };
}

function dayText(key: string, value: unknown): unknown {
  return DAY_KEYS.has(key) && typeof value === 'number' ? formatDay(value as Day) : value;
}

function instantText(instant: number): string {
  return new Date(instant).toISOString();
}
