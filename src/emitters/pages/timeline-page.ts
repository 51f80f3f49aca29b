// The timeline on a page of its own: to be printed beside the sheet of the plan, or passed on.

import { type Plan, recommendedRouteOf } from '../../domain/plan.ts';
import { renderTemplate } from '../templates.ts';
import { drawTimeline } from '../timeline/timeline.ts';
import { timelineWordsOf } from '../timeline/words/timeline-words-of.ts';
import { dayWords } from '../wording/day-words.ts';
import { planWords } from '../wording/plan-words.ts';
import { type Frame, frameView } from './frame.ts';
import { pageWordsOf } from './words/page-words-of.ts';

export interface TimelinePage {
  readonly frame: Frame;
  readonly plan: Plan;
  readonly planHref: string;
}

/** The page; without a drawing where no route is open. */
export function renderTimelinePage({ frame, plan, planHref }: TimelinePage): string {
  const { locale } = frame;
  const words = timelineWordsOf(locale);
  const route = recommendedRouteOf(plan);
  return renderTemplate('pages/timeline-page', {
    ...frameView(frame, `${words.title} · ${plan.policy.title[locale]}`),
    timelineWords: words,
    planHref,
    policyTitle: plan.policy.title[locale],
    verdict: plan.verdict,
    verdictSentence: planWords(plan, route, locale).verdict,
    asOf: pageWordsOf(locale).plan.asOf(dayWords(plan.asOf, locale, null)),
    timeline: drawTimeline(plan, route, locale),
  });
}
