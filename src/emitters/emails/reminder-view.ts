// What a reminder mail says, in words and in order; how it looks is in the templates. Dates and days left are
// those of the plan given, so they are true on the day the plan is made for.

import type { Day } from '../../domain/day.ts';
import type { Locale } from '../../domain/localized.ts';
import type { Plan } from '../../domain/plan.ts';
import type { PlannedActivity } from '../../domain/planned-activity.ts';
import type { PlannedRoute } from '../../domain/planned-route.ts';
import { type ChangeView, changeView, subjectOfChange, type ToldChange } from '../change-view.ts';
import { type PlanWords, planWords } from '../wording/plan-words.ts';
import { type ActionView, actionView, type MailedReminder, type SectionView } from './action-view.ts';
import { type DateView, otherDates } from './other-dates.ts';
import { unsureSentences } from './unsure-sentences.ts';

export interface ReminderView {
  readonly subject: string;
  /** What moved and why, above everything else; null: nothing did. */
  readonly change: ChangeView | null;
  /** What to do today, where the plan changed and nothing is due; empty: the actions say it. */
  readonly today: readonly string[];
  /** Since when it should have been there; null: it comes on its morning. */
  readonly late: string | null;
  /** Tightest first; at least one, unless the plan changed. */
  readonly actions: readonly ActionView[];
  /** Verdict and problems, when the plan is not simply on track. */
  readonly warnings: readonly string[];
  readonly otherDates: readonly DateView[];
  /** What is not certain, and what happens when it is missed. */
  readonly closing: readonly SectionView[];
}

/** What a mail is about. */
export interface MailSubject {
  readonly plan: Plan;
  /** The recommended one; undefined: none is open, and nothing but a change can be told. */
  readonly route: PlannedRoute | undefined;
  readonly reminders: readonly MailedReminder[];
  /** Null: the plan is as they know it. */
  readonly change: ToldChange | null;
}

/**
 * What one mail says about `reminders`, all of activities of `route`, and about a change of the plan. Two reminders of
 * one activity are said once. Throws when there is neither, or a reminder of an activity that the route does not have.
 */
export function reminderView({ plan, route, reminders, change }: MailSubject, locale: Locale): ReminderView {
  const say = planWords(plan, route, locale);
  const { heading } = say.words.mail;
  const activities = tightestFirst(route, reminders);
  const unsure = unsureSentences(plan, activities, say);
  const isPlainlyOnTrack = plan.verdict === 'on-track' || plan.verdict === 'done';
  const changed = change === null ? null : changeView(change, locale);
  return {
    subject: changed === null ? subjectOf(activities, plan, say) : subjectOfChange(changed, locale),
    change: changed,
    today: activities.length > 0 ? [] : [say.today, ...(say.askToday === null ? [] : [say.askToday])],
    late: lateness(plan, reminders, say),
    actions: activities.map((activity) => actionView(activity, remindersOf(activity, reminders), plan, say)),
    warnings: [...(isPlainlyOnTrack ? [] : [say.verdict]), ...(route?.problems ?? []).map(say.problem)],
    otherDates: otherDates(plan, route, activities, say),
    closing: [
      ...(unsure.length > 0 ? [{ heading: heading.unsure, lines: unsure }] : []),
      ...(plan.ifMissed === null ? [] : [{ heading: heading.ifMissed, lines: [plan.ifMissed.text[locale]] }]),
    ],
  };
}

/** Of reminders that all should have gone out on a day before the plan's own, the last of those days. */
function lateness(
  plan: Plan,
  reminders: readonly MailedReminder[],
  { words, day }: PlanWords,
): string | null {
  if (reminders.length === 0) return null;
  const last = Math.max(...reminders.map((reminder) => reminder.day)) as Day;
  return last < plan.asOf ? words.mail.late(day(last)) : null;
}

function remindersOf({ id }: PlannedActivity, reminders: readonly MailedReminder[]): MailedReminder[] {
  return reminders.filter(({ activity }) => activity === id);
}

function tightestFirst(
  route: PlannedRoute | undefined,
  reminders: readonly MailedReminder[],
): PlannedActivity[] {
  const ids = [...new Set(reminders.map(({ activity }) => activity))];
  const activities = ids.map((id) => {
    const activity = route?.activities.find((candidate) => candidate.id === id);
    if (activity === undefined) throw new Error(`route ${route?.id} has no activity ${id} to remind of`);
    return activity;
  });
  const float = ({ totalFloatWorkingDays }: PlannedActivity) => totalFloatWorkingDays ?? Infinity;
  const lastDay = ({ latestStartOn }: PlannedActivity) => latestStartOn ?? Infinity;
  return activities.toSorted((a, b) => compare(float(a), float(b)) || compare(lastDay(a), lastDay(b)));
}

function compare(a: number, b: number): number {
  // Not a subtraction: two unknowns are Infinity, and their difference is no number.
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function subjectOf(activities: readonly PlannedActivity[], plan: Plan, { words, day }: PlanWords): string {
  const [first, ...more] = activities;
  if (first === undefined) throw new Error('a reminder mail without a reminder');
  const { latestStartOn } = first;
  const by = latestStartOn === null ? null : day(latestStartOn);
  const left = latestStartOn === null ? null : words.mail.daysLeft(latestStartOn - plan.asOf);
  return words.mail.subject(first.title[words.locale], by, left, more.length);
}
