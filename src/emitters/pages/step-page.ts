// The page behind the link for HR: one step, what it is, by when, why, and two buttons. Nothing else of the plan is
// given to it.

import type { Plan } from '../../domain/plan.ts';
import type { PlannedActivity } from '../../domain/planned-activity.ts';
import { renderTemplate } from '../templates.ts';
import { employerTask } from '../wording/employer-task.ts';
import type { EmployerWords } from '../wording/employer-words.ts';
import { employerWordsOf } from '../wording/employer-words-of.ts';
import { wordsOf } from '../wording/wording.ts';
import { type Frame, frameView } from './frame.ts';

export type StepNews = keyof EmployerWords['mark']['news'];

export interface StepPage {
  readonly frame: Frame;
  readonly plan: Plan;
  /** Null: nothing is the employer's just now. */
  readonly activity: PlannedActivity | null;
  /** Whether steps of the family before it are not noted as done. */
  readonly isWaiting: boolean;
  /** Where the marks are posted to. */
  readonly action: string;
  readonly news: StepNews | null;
}

export function renderStepPage(page: StepPage): string {
  const { frame, plan, activity, isWaiting, action, news } = page;
  const { locale } = frame;
  const words = employerWordsOf(locale);
  const title = activity === null ? words.nothing.title : words.title(activity.title[locale]);
  return renderTemplate('pages/step-link', {
    ...frameView(frame, title),
    words,
    action,
    newsText: news === null ? null : words.mark.news[news],
    asked: words.asked(plan.policy.title[locale], null),
    task: activity && { ...employerTask(plan, activity, locale), state: activity.state, id: activity.id },
    stateWord: activity && wordsOf(locale).state[activity.state],
    waits: isWaiting ? words.waits : null,
    outcomes: activity?.outcomes.map((outcome) => ({ id: outcome.id, title: outcome.title[locale] })) ?? [],
  });
}
