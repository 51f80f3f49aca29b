// The page of a stored plan: what a preview shows, and what its owner can do with it. With a view-only link it
// shows and offers nothing that changes anything.

import type { Day } from '../../domain/day.ts';
import { formatDay } from '../../domain/day.ts';
import { type Plan, recommendedRouteOf } from '../../domain/plan.ts';
import { renderTemplate } from '../templates.ts';
import { type WhatIfForm, whatIfView } from '../what-if/what-if-view.ts';
import { wordsOf } from '../wording/wording.ts';
import { type Closing, closingView } from './closing-view.ts';
import { type EmployerSection, employerView } from './employer-section.ts';
import type { FieldView } from './field-view.ts';
import { type Frame, frameView } from './frame.ts';
import { type MarksView, marksView, type StepFault, type TypedStep } from './marks-view.ts';
import { planView } from './plan-view.ts';
import { printSheet } from './print-sheet.ts';
import { type RemindersSection, remindersView } from './reminders-section.ts';
import { markWordsOf } from './words/mark-words-of.ts';
import { pageWordsOf } from './words/page-words-of.ts';
import { rosterPageWordsOf } from './words/roster-page-words-of.ts';
import { takeAlongWordsOf } from './words/take-along-words-of.ts';

export interface PlanLinks {
  /** Absolute, for people to keep and to share. Null for somebody who may only look. */
  readonly edit: string | null;
  readonly view: string;
  readonly download: string;
  /** Below this path everything that changes the plan is posted. */
  readonly actions: string;
}

export interface StoredPlanPage {
  readonly frame: Frame;
  readonly plan: Plan;
  readonly today: Day;
  readonly links: PlanLinks;
  readonly whatIf: WhatIfForm;
  readonly htmxHref: string;
  readonly timelineHref: string;
  /** Whether the employer made it, from a roster. */
  readonly isOfRoster: boolean;
  readonly first: readonly FieldView[];
  readonly more: readonly FieldView[];
  readonly otherFaults: readonly string[];
  readonly closing: Closing;
  readonly reminders: RemindersSection;
  readonly employer: EmployerSection;
  /** What has just happened, said on top; null: nothing. */
  readonly news: 'saved' | 'changed' | 'noted' | 'taken-back' | 'view-renewed' | 'both-renewed' | null;
  /** The step that the news are of; null: of none. */
  readonly newsOf: string | null;
  /** What was typed of a step that could not be noted, and why; null: nothing went wrong. */
  readonly stepMishap: { readonly typed: TypedStep; readonly faults: readonly StepFault[] } | null;
}

export function renderStoredPlanPage(page: StoredPlanPage): string {
  const { frame, plan } = page;
  const words = pageWordsOf(frame.locale);
  const view = planView(plan, frame.locale);
  return renderTemplate('pages/stored-plan', {
    ...frameView(frame, `${view.verdictWord} · ${view.policyTitle}`),
    words,
    page,
    view,
    hasFaults:
      [...page.first, ...page.more].some(({ fault }) => fault !== null) || page.otherFaults.length > 0,
    hasFaultInMore: page.more.some(({ fault }) => fault !== null),
    closing: closingView(plan, page.closing, frame.locale),
    takeAlong: takeAlongWordsOf(frame.locale),
    historyLink: wordsOf(frame.locale).changes.history.link,
    sheet: printSheet(page.links.view, frame.locale),
    marks: page.links.edit === null ? null : marksOf(page),
    whatIf: whatIfView(plan, page.whatIf, frame.locale),
    htmxHref: page.htmxHref,
    timelineHref: page.timelineHref,
    ofRoster: page.isOfRoster ? rosterPageWordsOf(frame.locale).ofRoster : null,
    newsText: newsText(page),
    canChange: page.links.edit !== null,
    reminders: remindersView(page.reminders, frame.locale, plan.policy.zone),
    employer: employerView(plan, page.employer, frame.locale),
  });
}

/** What can be noted, step by step. */
function marksOf({ frame, plan, today, links, stepMishap }: StoredPlanPage) {
  const next = 'activity' in plan.today ? plan.today.activity.id : null;
  const { locale } = frame;
  const context = {
    plan,
    today,
    locale,
    typed: stepMishap?.typed ?? null,
    faults: stepMishap?.faults ?? [],
  };
  const activities = recommendedRouteOf(plan)?.activities ?? [];
  const steps = new Map<string, MarksView>(
    activities.map((activity) => [activity.id, marksView(activity, activity.id === next, context)]),
  );
  return { action: links.actions, today: formatDay(today), words: markWordsOf(locale), steps };
}

/** What has just happened to a step, in a sentence; null: nothing. */
function newsText({ frame, plan, news, newsOf }: StoredPlanPage): string | null {
  if (news !== 'noted' && news !== 'taken-back') return null;
  const words = markWordsOf(frame.locale);
  const activities = plan.routes.flatMap((route) => route.activities);
  const title = activities.find(({ id }) => id === newsOf)?.title[frame.locale];
  if (title === undefined) return pageWordsOf(frame.locale).stored.changed;
  return news === 'noted' ? words.noted(title) : words.takenBack(title);
}
