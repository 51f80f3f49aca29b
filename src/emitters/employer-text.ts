// The text that a family passes on to HR, by chat or mail: the day, what to click and why, and the link where there is one.

import type { Locale } from '../domain/localized.ts';
import type { Plan } from '../domain/plan.ts';
import type { PlannedActivity } from '../domain/planned-activity.ts';
import { employerTask } from './wording/employer-task.ts';
import { employerWordsOf } from './wording/employer-words-of.ts';
import { wordsOf } from './wording/wording.ts';

/** @param link where HR sees and marks the step; null: none was given out. */
export function employerText(
  plan: Plan,
  activity: PlannedActivity,
  link: string | null,
  locale: Locale,
): string {
  const words = employerWordsOf(locale);
  const { label } = wordsOf(locale);
  const task = employerTask(plan, activity, locale);
  const [why] = task.why;
  return [
    words.text.greeting(plan.policy.title[locale]),
    '',
    locale === 'zh' ? `【${task.step}】` : task.step,
    task.deadline,
    ...(task.from === null ? [] : [task.fromDay === null ? words.text.now : words.text.from(task.fromDay)]),
    ...(activity.place === null ? [] : [label(words.heading.where, activity.place[locale])]),
    label(words.heading.what, words.text.how),
    ...activity.bring.map((paper) => label(words.heading.bring, paper[locale])),
    ...(why === undefined ? [] : ['', label(why.heading, ''), ...why.lines.map((line) => `- ${line}`)]),
    ...(link === null ? [] : ['', words.text.link, link]),
    '',
    words.text.thanks,
  ].join('\n');
}
