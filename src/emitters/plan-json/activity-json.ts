// One step of a route in JSON.

import type { Counting } from '../../domain/counting.ts';
import { formatDay } from '../../domain/day.ts';
import type { Locale } from '../../domain/localized.ts';
import type { PlannedActivity } from '../../domain/planned-activity.ts';
import { sourceOf } from '../../domain/reason.ts';
import type { PlanWords } from '../wording/plan-words.ts';
import { dayText } from './day-texts.ts';

/** `words` are those of the plan on the route of the step. */
export function activityJson(activity: PlannedActivity, words: PlanWords, locale: Locale): object {
  const channels = [...activity.latestStartByChannel];
  return {
    id: activity.id,
    title: activity.title[locale],
    actor: activity.actor,
    state: activity.state,
    place: activity.place?.[locale] ?? null,
    bring: activity.bring.map((text) => text[locale]),
    tips: activity.tips.map((text) => text[locale]),
    source: activity.source,
    outcomes: activity.outcomes.map(({ id, title }) => ({ id, title: title[locale] })),
    opensOn: dayText(activity.opensOn),
    closesOn: dayText(activity.closesOn),
    earliestStartOn: dayText(activity.earliestStartOn),
    earliestFinishOn: dayText(activity.earliestFinishOn),
    latestStartOn: dayText(activity.latestStartOn),
    latestFinishOn: dayText(activity.latestFinishOn),
    mustFinishBy: dayText(activity.mustFinishBy),
    latestStartByChannel: Object.fromEntries(channels.map(([channel, day]) => [channel, formatDay(day)])),
    provisional: Object.fromEntries(
      Object.entries(activity.provisional).map(([field, range]) => [field, range.map(formatDay)]),
    ),
    totalFloatDays: activity.totalFloatDays,
    totalFloatWorkingDays: activity.totalFloatWorkingDays,
    driving: activity.isDriving,
    overdue: activity.isOverdue,
    duration: activity.duration,
    reasons: activity.reasons.map((reason) => ({
      text: words.reason(reason),
      rule: reason.rule,
      source: sourceOf(reason),
      ...(reason.rule === 'takes' && reason.counting !== null
        ? { counting: countingJson(reason.counting) }
        : {}),
    })),
    confidence: activity.confidence,
  };
}

/** How the days of a period were counted, for whoever wants to check. */
function countingJson({ from, until, weekendDays, closures, makeUpDays }: Counting): object {
  const noted = (days: Counting['closures']) =>
    days.map(({ day, notice }) => ({ day: formatDay(day), notice }));
  return {
    from: formatDay(from),
    until: formatDay(until),
    weekendDays: weekendDays.map(formatDay),
    closures: noted(closures),
    makeUpDays: noted(makeUpDays),
  };
}
