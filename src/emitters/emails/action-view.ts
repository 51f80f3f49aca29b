// The part of a reminder mail about one thing to do: what, by when, why, with what, where.

import type { Plan } from '../../domain/plan.ts';
import type { PlannedActivity } from '../../domain/planned-activity.ts';
import type { Reason } from '../../domain/reason.ts';
import type { Reminder, ReminderKind } from '../../domain/reminder.ts';
import type { PlanWords } from '../wording/plan-words.ts';
import { channelWords } from './other-dates.ts';

export interface SectionView {
  readonly heading: string;
  readonly lines: readonly string[];
}

export interface ActionView {
  readonly activity: string;
  readonly title: string;
  /** The last day and how far it is. */
  readonly deadline: string;
  readonly notes: readonly string[];
  /** None is empty. */
  readonly sections: readonly SectionView[];
}

/** A reminder as far as a mail tells of it. */
export type MailedReminder = Pick<Reminder, 'activity' | 'kind' | 'day'>;

/** What to say of `activity` on the day of the plan. @param reminders why we write of it; some may come late. */
export function actionView(
  activity: PlannedActivity,
  reminders: readonly MailedReminder[],
  plan: Plan,
  say: PlanWords,
): ActionView {
  const { locale, mail } = say.words;
  const { heading } = mail;
  const sections = [
    { heading: heading.why, lines: activity.reasons.filter(isAboutTheBounds).map(say.reason) },
    { heading: heading.bring, lines: activity.bring.map((paper) => paper[locale]) },
    { heading: heading.place, lines: activity.place === null ? [] : [activity.place[locale]] },
    { heading: heading.tips, lines: activity.tips.map((tip) => tip[locale]) },
  ];
  return {
    activity: activity.id,
    title: activity.title[locale],
    deadline: deadlineWords(activity, plan, say),
    notes: [...occasions(reminders, plan, say), ...notesOf(activity, reminders, plan, say)],
    sections: sections.filter(({ lines }) => lines.length > 0),
  };
}

/** What the last day and how far it is do not say already. */
const WORTH_SAYING = [
  'prepare',
  'last-safe-day',
  'employer-silent',
  'result-overdue',
  'cutoff',
] as const satisfies readonly ReminderKind[];

function occasions(
  reminders: readonly MailedReminder[],
  { asOf }: Plan,
  { words, day }: PlanWords,
): string[] {
  return WORTH_SAYING.flatMap((kind) => {
    const reminder = reminders.find((candidate) => candidate.kind === kind);
    if (reminder === undefined) return [];
    // Told late, it is not today any more.
    const isPast = kind === 'last-safe-day' && reminder.day < asOf;
    return [
      isPast ? words.mail.safeDayWas(day(reminder.day)) : words.mail.sentence(words.reminderKind[kind]),
    ];
  });
}

function deadlineWords(activity: PlannedActivity, plan: Plan, say: PlanWords): string {
  const { state, latestStartOn, mustFinishBy, duration } = activity;
  const { mail } = say.words;
  // Of what is under way the finish counts, not the start that is past.
  if (state === 'running' && mustFinishBy !== null) {
    return mail.sentence(mail.by(say.day(mustFinishBy)));
  }
  if (latestStartOn === null) return mail.noLastDay;
  const daysLeft = mail.daysLeft(latestStartOn - plan.asOf);
  return mail.deadline(say.day(latestStartOn), daysLeft, duration.amount === 0);
}

function notesOf(
  activity: PlannedActivity,
  reminders: readonly MailedReminder[],
  { asOf }: Plan,
  say: PlanWords,
): string[] {
  const { earliestStartOn, latestStartByChannel, actor } = activity;
  const { mail } = say.words;
  const notes: string[] = [];
  const opensToday = reminders.some(({ kind, day }) => kind === 'window-opens' && day === asOf);
  if (opensToday) notes.push(mail.opensOn(null));
  if (earliestStartOn !== null && earliestStartOn > asOf) notes.push(mail.opensOn(say.day(earliestStartOn)));
  if (latestStartByChannel.size > 1) notes.push(mail.sentence(channelWords(activity, say)));
  if (actor === 'employer') notes.push(mail.askEmployer);
  return notes;
}

/** Reasons for the first and the last day; how long it takes is of no use in a reminder. */
function isAboutTheBounds(reason: Reason): boolean {
  switch (reason.rule) {
    case 'window-opens':
    case 'window-closes':
    case 'cutoff':
    case 'leaves-time-for':
      return true;
    case 'office-closed':
      return reason.direction === 'backward';
    default:
      return false;
  }
}
