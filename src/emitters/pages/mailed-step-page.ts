// The page behind the link of a reminder: one step, and what can be noted of it. Looking at it changes nothing.

import { type Day, formatDay } from '../../domain/day.ts';
import type { Plan } from '../../domain/plan.ts';
import type { PlannedActivity } from '../../domain/planned-activity.ts';
import { renderTemplate } from '../templates.ts';
import { type Frame, frameView } from './frame.ts';
import { marksView, type StepFault, type TypedStep } from './marks-view.ts';
import { planView } from './plan-view.ts';
import { markWordsOf } from './words/mark-words-of.ts';

export interface MailedStepPage {
  readonly frame: Frame;
  readonly plan: Plan;
  /** Null: it is no part of the way any more. */
  readonly activity: PlannedActivity | null;
  readonly today: Day;
  /** Where the form posts to. */
  readonly action: string;
  /** The plan, to look at. */
  readonly planHref: string;
  /** What was typed and could not be noted, and why; null: nothing went wrong. */
  readonly mishap: { readonly typed: TypedStep; readonly faults: readonly StepFault[] } | null;
}

export function renderMailedStepPage(page: MailedStepPage): string {
  const { frame, plan, activity, today, mishap } = page;
  const { locale } = frame;
  const words = markWordsOf(locale);
  const view = planView(plan, locale);
  const step = view.steps.find(({ id }) => id === activity?.id) ?? null;
  const context = {
    plan,
    today,
    locale,
    typed: mishap?.typed ?? null,
    faults: mishap?.faults ?? [],
    isAsked: true,
  };
  const marks = activity && {
    today: formatDay(today),
    words,
    steps: new Map([[activity.id, marksView(activity, true, context)]]),
  };
  return renderTemplate('pages/mailed-step', {
    ...frameView(frame, titleOf(page)),
    words,
    page,
    view,
    step,
    marks,
  });
}

function titleOf({ activity, frame }: MailedStepPage): string {
  const { mailed } = markWordsOf(frame.locale);
  if (activity === null) return mailed.gone;
  return (activity.state === 'done' ? mailed.isDone : mailed.ask)(activity.title[frame.locale]);
}
