// The first page: choose a policy, answer its questions, see the plan. Nothing is stored by looking at it.

import type { Plan } from '../../domain/plan.ts';
import { renderTemplate } from '../templates.ts';
import { type WhatIfForm, whatIfView } from '../what-if/what-if-view.ts';
import type { FieldView } from './field-view.ts';
import { type Frame, frameView } from './frame.ts';
import { type PlanView, planView } from './plan-view.ts';
import { printSheet } from './print-sheet.ts';
import { textCard } from './text-card.ts';
import { pageWordsOf } from './words/page-words-of.ts';
import { takeAlongWordsOf } from './words/take-along-words-of.ts';

interface PolicyChoice {
  readonly title: string;
  readonly href: string;
}

/** A value that a form carries along unseen. */
interface CarriedValue {
  readonly name: string;
  readonly value: string;
}

export interface NewPlanPage {
  readonly frame: Frame;
  readonly policyTitle: string;
  readonly otherPolicies: readonly PolicyChoice[];
  readonly first: readonly FieldView[];
  readonly more: readonly FieldView[];
  readonly otherFaults: readonly string[];
  /** Carried by the form of questions. */
  readonly carried: readonly CarriedValue[];
  /** The plan of the answers, the whole case as a form would carry it, and where its calendar file is. */
  readonly preview: {
    readonly plan: Plan;
    readonly carried: readonly CarriedValue[];
    readonly calendarHref: string;
    /** Where the same answers lead again, whole, for people to share. */
    readonly address: string;
    readonly whatIf: WhatIfForm;
    readonly htmxHref: string;
    readonly timelineHref: string;
  } | null;
}

/** The HTML of the first page: its questions; and the plan above them once they are answered. */
export function renderNewPlanPage(page: NewPlanPage): string {
  const { locale } = page.frame;
  const words = pageWordsOf(locale);
  const { preview } = page;
  const view: PlanView | null = preview && planView(preview.plan, locale);
  const faulty = [...page.first, ...page.more].filter(({ fault }) => fault !== null);
  const faultCount = faulty.length + page.otherFaults.length;
  const questions = faultCount > 0 ? words.refusal['invalid-case'].title : words.home.title;
  return renderTemplate('pages/new-plan', {
    ...frameView(page.frame, view === null ? questions : `${view.verdictWord} · ${view.policyTitle}`),
    words,
    page,
    view,
    preview,
    card: preview && view && textCard(view, preview.address, locale),
    sheet: preview && printSheet(preview.address, locale),
    takeAlong: takeAlongWordsOf(locale),
    whatIf: preview && whatIfView(preview.plan, preview.whatIf, locale),
    htmxHref: preview?.htmxHref,
    timelineHref: preview?.timelineHref,
    faulty,
    faultCount,
    hasFaultInMore: page.more.some(({ fault }) => fault !== null),
  });
}
