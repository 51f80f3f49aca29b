// The page of a stored plan: what a preview shows, and what its owner can do with it. With a view-only link it
// shows and offers nothing that changes anything.

import type { Day } from '../../domain/day.ts';
import { formatDay } from '../../domain/day.ts';
import type { Plan } from '../../domain/plan.ts';
import { renderTemplate } from '../templates.ts';
import type { FieldView } from './field-view.ts';
import { type Frame, frameView } from './frame.ts';
import { planView } from './plan-view.ts';
import type { PageWords } from './words/page-words.ts';
import { pageWordsOf } from './words/page-words-of.ts';

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
  readonly first: readonly FieldView[];
  readonly more: readonly FieldView[];
  readonly otherFaults: readonly string[];
  readonly subscriptions: readonly {
    readonly address: string;
    readonly state: keyof PageWords['stored']['subscriptionState'];
  }[];
  /** Where mails are only written to; null when they are really sent. */
  readonly mailFolder: string | null;
  /** What has just happened, said on top; null: nothing. */
  readonly news: 'saved' | 'changed' | 'mail-sent' | 'view-renewed' | 'both-renewed' | null;
  /** What was wrong with the progress that was to be noted. */
  readonly stepFaults: readonly string[];
  /** What is wrong with the address typed into the form; null: nothing. */
  readonly address: { readonly typed: string; readonly fault: string } | null;
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
    today: formatDay(page.today),
    canChange: page.links.edit !== null,
  });
}
