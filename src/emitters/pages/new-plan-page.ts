// The plan of answers that are not stored: what a stored plan shows, with the answers that it was made of, the
// questions that would make it surer, and the ways to share and to store it.

import type { Plan } from '../../domain/plan.ts';
import { renderTemplate } from '../templates.ts';
import { type WhatIfForm, whatIfView } from '../what-if/what-if-view.ts';
import { type Frame, frameView } from './frame.ts';
import type { CarriedValue, GivenAnswer, PolicyChoices } from './given-answer.ts';
import { type InexactPlan, inexactView } from './inexact-view.ts';
import { planView } from './plan-view.ts';
import { printSheet } from './print-sheet.ts';
import { textCard } from './text-card.ts';
import { askWordsOf } from './words/ask-words-of.ts';
import { pageWordsOf } from './words/page-words-of.ts';
import { takeAlongWordsOf } from './words/take-along-words-of.ts';

/** A question that was not asked yet: what it is for, and where it is answered. */
export interface OpenQuestion {
  readonly question: string;
  readonly help: string | null;
  readonly href: string;
}

export interface NewPlanPage {
  readonly frame: Frame;
  readonly policies: PolicyChoices;
  readonly plan: Plan;
  readonly given: readonly GivenAnswer[];
  readonly open: readonly OpenQuestion[];
  /** Of the open questions those on whose answer the last day of a step rests, as a school's own deadline. */
  readonly ownDeadlines: readonly OpenQuestion[];
  /** What was not answered exactly; null: nothing. Such a plan can be shared, and neither stored nor taken along. */
  readonly inexact: InexactPlan | null;
  /** The whole case as the form that stores it carries it. */
  readonly carried: readonly CarriedValue[];
  readonly calendarHref: string;
  /** Absolute: this page, for others to open. */
  readonly shareUrl: string;
  readonly copyScriptHref: string;
  readonly whatIf: WhatIfForm;
  readonly htmxHref: string;
  readonly timelineHref: string;
}

export function renderNewPlanPage(page: NewPlanPage): string {
  const { locale } = page.frame;
  const view = planView(page.plan, locale);
  return renderTemplate('pages/new-plan', {
    ...frameView(page.frame, `${view.verdictWord} · ${view.policyTitle}`),
    words: pageWordsOf(locale),
    ask: askWordsOf(locale),
    page,
    // What was answered stands among the questions, with the way to change it.
    view: { ...view, answered: [] },
    card: textCard(view, page.shareUrl, locale),
    sheet: printSheet(page.shareUrl, locale),
    takeAlong: takeAlongWordsOf(locale),
    whatIf: whatIfView(page.plan, page.whatIf, locale),
    htmxHref: page.htmxHref,
    timelineHref: page.timelineHref,
    inexact: page.inexact === null ? null : inexactView(page.inexact, page.plan.asOf, locale),
  });
}
