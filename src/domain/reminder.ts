// Which reminders a plan calls for. Pure: the same plan gives the same reminders, each with a stable key.

import { addDays, type Day, earlierOf, laterOf } from './day.ts';
import { type Plan, recommendedRouteOf } from './plan.ts';
import type { Actor, PlannedActivity } from './planned-activity.ts';
import type { PlannedRoute } from './planned-route.ts';

/**
 * `prepare`: it cannot be done yet: papers, HR told. `window-opens`: from today it can be done. `start-soon`: the
 * latest start comes near. `last-safe-day`: from tomorrow on it is no longer in time however the sources are read.
 * `last-day`: today is the latest start. `employer-silent`: HR should have acted by yesterday. `result-overdue`: an
 * office should have answered by yesterday. `cutoff`: today is the cutoff. `plan-changed`: dates have moved; not called for
 * by a plan but by a new version of it, and of no activity. `digest`: a morning on which a roster is looked at.
 */
export type ReminderKind =
  | 'prepare'
  | 'window-opens'
  | 'start-soon'
  | 'last-safe-day'
  | 'last-day'
  | 'employer-silent'
  | 'result-overdue'
  | 'cutoff'
  | 'plan-changed'
  | 'digest';

/** What a `plan-changed` has in the place of an activity: it is about the whole plan. */
export const WHOLE_PLAN = 'plan';

/** What a `digest` has in the place of an activity: it is about everybody in it. */
export const WHOLE_ROSTER = 'roster';

/** Whether it is a morning of a roster, and of no plan. */
export function isMorning({ kind }: Pick<Reminder, 'kind'>): boolean {
  return kind === 'digest';
}

/** Whether it tells that the plan changed, and is of no step. */
export function isNotice({ kind }: Pick<Reminder, 'kind'>): boolean {
  return kind === 'plan-changed';
}

/** (activity, kind, day) identifies it. */
export interface Reminder {
  readonly activity: string;
  /** Who performs the activity. */
  readonly actor: Actor;
  readonly kind: ReminderKind;
  /** The day on whose morning it goes out, in the policy's zone. */
  readonly day: Day;
  /** The last day on which it still has something to say, inclusive. */
  readonly staleAfter: Day;
  readonly floatWorkingDays: number;
}

/** Calendar days before the latest start on which we speak up. */
const DAYS_BEFORE_LATEST_START = [14, 7, 3, 1] as const;

/** So many mornings a season: who gets more mails stops reading them. */
const MOST_MORNINGS = 12;

/**
 * The kinds that are given up last when there are too many mornings come first. To start early matters more than the
 * last day, of which the morning before has told already.
 */
const KEPT_FIRST: readonly ReminderKind[] = [
  'cutoff',
  'last-safe-day',
  'window-opens',
  'employer-silent',
  'result-overdue',
  'start-soon',
  'prepare',
  'last-day',
];

/** How long somebody is told of a result that is overdue, where no last day for it is known. */
const OVERDUE_FOR_DAYS = 14;

/**
 * The reminders of the recommended route, in the order in which they go out; only of what the family or HR does, and of
 * results that are overdue, because then somebody has to ask. None before the plan's own day: what is already past
 * when somebody signs up is on the page they signed up on. On at most twelve mornings.
 */
export function remindersOf(plan: Plan): Reminder[] {
  const route = recommendedRouteOf(plan);
  if (route === undefined) return [];
  const first = route.activities.find(isOpenStepOf('applicant'));
  const all = route.activities
    .filter(({ state }) => state !== 'done')
    .flatMap((activity) => remindersOfActivity(activity, route, activity === first))
    .concat(cutoffReminder(plan, route));
  return onMostMornings(all.filter(({ day, staleAfter }) => day >= plan.asOf && staleAfter >= day)).toSorted(
    (a, b) => a.day - b.day || a.floatWorkingDays - b.floatWorkingDays,
  );
}

function isOpenStepOf(actor: PlannedActivity['actor']) {
  return (activity: PlannedActivity) => activity.actor === actor && activity.state === 'open';
}

function remindersOfActivity(activity: PlannedActivity, route: PlannedRoute, isFirst: boolean): Reminder[] {
  if (activity.actor === 'office') return overdueResult(activity);
  return [
    ...(activity.state === 'open' ? beforeTheLatestStart(activity, isFirst) : []),
    ...(isFirst ? lastSafeDay(activity, route) : []),
    ...(activity.actor === 'employer' ? employerSilent(activity, route) : []),
  ];
}

function reminder(activity: PlannedActivity, kind: ReminderKind, day: Day, staleAfter: Day): Reminder {
  return {
    activity: activity.id,
    actor: activity.actor,
    kind,
    day,
    staleAfter,
    floatWorkingDays: activity.totalFloatWorkingDays ?? 0,
  };
}

function beforeTheLatestStart(activity: PlannedActivity, isFirst: boolean): Reminder[] {
  const { earliestStartOn, latestStartOn, reasons } = activity;
  if (earliestStartOn === null || latestStartOn === null) return [];
  const near = DAYS_BEFORE_LATEST_START.map((days) => addDays(latestStartOn, -days));
  const soon = near
    .filter((day) => day > earliestStartOn)
    .map((day) => reminder(activity, 'start-soon', onOpenDay(activity, day), latestStartOn));
  // What cannot be done yet can be prepared: said once, of the step that comes next.
  const early = isFirst ? near.filter((day) => day < earliestStartOn).slice(-1) : [];
  const isBoundByWindow = reasons.some(({ rule }) => rule === 'window-opens');
  return [
    ...early.map((day) => reminder(activity, 'prepare', day, addDays(earliestStartOn, -1))),
    ...(isBoundByWindow
      ? [reminder(activity, 'window-opens', earliestStartOn, laterOf(latestStartOn, earliestStartOn))]
      : []),
    ...soon,
    ...(latestStartOn > earliestStartOn
      ? [reminder(activity, 'last-day', onOpenDay(activity, latestStartOn), latestStartOn)]
      : []),
  ];
}

/** Who goes to a counter must hear of it while it is still open: on its last open day, when that is earlier. */
function onOpenDay({ latestStartByChannel, latestStartOn }: PlannedActivity, day: Day): Day {
  const counter = latestStartByChannel.get('counter');
  const closesEarlier = counter !== undefined && latestStartOn !== null && counter < latestStartOn;
  return closesEarlier ? earlierOf(day, counter) : day;
}

function lastSafeDay(
  activity: PlannedActivity,
  { isSafe, safeLastStart, usualLastStart }: PlannedRoute,
): Reminder[] {
  const { earliestStartOn } = activity;
  const isWorthSaying =
    isSafe && safeLastStart !== null && usualLastStart !== null && safeLastStart < usualLastStart;
  if (!isWorthSaying || earliestStartOn === null || safeLastStart < earliestStartOn) return [];
  return [reminder(activity, 'last-safe-day', safeLastStart, usualLastStart)];
}

/** HR has it in hand, and should have finished by the day before. */
function employerSilent(activity: PlannedActivity, { activities }: PlannedRoute): Reminder[] {
  const { earliestFinishOn, mustFinishBy } = activity;
  const before = activities.slice(0, activities.indexOf(activity));
  const isInHand = before.length > 0 && before.every(({ state }) => state === 'done');
  if (!isInHand || earliestFinishOn === null || mustFinishBy === null) return [];
  return [reminder(activity, 'employer-silent', addDays(earliestFinishOn, 1), mustFinishBy)];
}

function overdueResult(activity: PlannedActivity): Reminder[] {
  const { state, earliestFinishOn, mustFinishBy } = activity;
  if (state !== 'running' || earliestFinishOn === null) return [];
  const day = addDays(earliestFinishOn, 1);
  return [
    reminder(activity, 'result-overdue', day, laterOf(mustFinishBy ?? day, addDays(day, OVERDUE_FOR_DAYS))),
  ];
}

/** On the day itself, of the last step that it binds. */
function cutoffReminder({ cutoff }: Plan, { activities, verdict }: PlannedRoute): Reminder[] {
  const bound = activities.findLast(({ state, mustFinishBy }) => state !== 'done' && mustFinishBy !== null);
  if (bound === undefined || verdict === 'too-late') return [];
  return [reminder(bound, 'cutoff', cutoff.on, cutoff.on)];
}

/** The reminders of the mornings that matter most; of equal ones the later, nearer to a last day. */
function onMostMornings(reminders: readonly Reminder[]): Reminder[] {
  const mornings = [...Map.groupBy(reminders, ({ day }) => day)].map(([day, ofDay]) => ({
    day,
    ofDay,
    rank: Math.min(...ofDay.map(({ kind }) => KEPT_FIRST.indexOf(kind))),
  }));
  return mornings
    .toSorted((a, b) => a.rank - b.rank || b.day - a.day)
    .slice(0, MOST_MORNINGS)
    .flatMap(({ ofDay }) => ofDay);
}
