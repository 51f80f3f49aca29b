// Which reminders a plan calls for. Pure: the same plan gives the same reminders, each with a stable key.

import { addDays, type Day, laterOf } from './day.ts';
import { type Plan, type PlannedActivity, recommendedRouteOf } from './plan.ts';

/**
 * `window-opens`: from today it can be done. `start-soon`: the latest start comes near. `last-day`: today is
 * the latest start.
 */
export type ReminderKind = 'window-opens' | 'start-soon' | 'last-day';

/** (activity, kind, day) identifies it. */
export interface Reminder {
  readonly activity: string;
  readonly kind: ReminderKind;
  /** The day on whose morning it goes out, in the policy's zone. */
  readonly day: Day;
  /** The last day on which it still has something to say, inclusive. */
  readonly staleAfter: Day;
  readonly floatWorkingDays: number;
}

/** Calendar days before the latest start on which we speak up. */
const DAYS_BEFORE_LATEST_START = [7, 3, 1] as const;

/**
 * The reminders of the recommended route, in the order in which they go out; none for what is done or what an
 * office does. None before the activity can start, and none before the plan's own day: what is already past
 * when somebody signs up is on the page they signed up on.
 */
export function remindersOf(plan: Plan): Reminder[] {
  const activities = recommendedRouteOf(plan)?.activities ?? [];
  return activities
    .filter(({ state, actor }) => state !== 'done' && actor !== 'office')
    .flatMap((activity) => remindersOfActivity(activity, plan.asOf))
    .toSorted((a, b) => a.day - b.day || a.floatWorkingDays - b.floatWorkingDays);
}

function remindersOfActivity(activity: PlannedActivity, asOf: Day): Reminder[] {
  const { id, earliestStartOn, latestStartOn, totalFloatWorkingDays } = activity;
  if (earliestStartOn === null || latestStartOn === null || activity.state !== 'open') return [];
  const common = { activity: id, floatWorkingDays: totalFloatWorkingDays ?? 0 };
  const opens: Reminder = {
    ...common,
    kind: 'window-opens',
    day: earliestStartOn,
    staleAfter: laterOf(latestStartOn, earliestStartOn),
  };
  const soon = DAYS_BEFORE_LATEST_START.map((days): Reminder => {
    const day = addDays(latestStartOn, -days);
    return { ...common, kind: 'start-soon', day, staleAfter: latestStartOn };
  });
  const last: Reminder = {
    ...common,
    kind: 'last-day',
    day: latestStartOn,
    staleAfter: latestStartOn,
  };
  const isBoundByWindow = activity.reasons.some(({ rule }) => rule === 'window-opens');
  return [
    ...(isBoundByWindow ? [opens] : []),
    ...soon.filter(({ day }) => day > earliestStartOn),
    ...(latestStartOn > earliestStartOn ? [last] : []),
  ].filter(({ day }) => day >= asOf);
}
