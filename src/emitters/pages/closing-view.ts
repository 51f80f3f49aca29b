// What a plan that is done says: that it is, and how the year after is prepared.

import { addMonths, civilDate, type Day } from '../../domain/day.ts';
import type { Locale } from '../../domain/localized.ts';
import type { Plan } from '../../domain/plan.ts';
import { type RelatedDate, type RelatedDateView, relatedDateViews } from './related-dates-view.ts';
import type { SeasonWords } from './words/season-words.ts';
import { seasonWordsOf } from './words/season-words-of.ts';

/** Until the year after can be planned, people look again so many months after this year's cutoff: before it opens. */
const LOOK_AGAIN_AFTER_MONTHS = 10;

export interface Closing {
  /** The policy of the year after; null: there is none yet. */
  readonly next: { readonly policyYear: number; readonly isProjected: boolean } | null;
  /** How many addresses get reminders of this plan. */
  readonly addresses: number;
  /** Where the form of next season posts to; null for somebody who may only look. */
  readonly action: string | null;
  /** What else goes by the same papers; empty where the policy knows of nothing. */
  readonly relatedDates: readonly RelatedDate[];
}

export interface ClosingView {
  readonly words: SeasonWords;
  readonly lines: readonly string[];
  readonly form: { readonly action: string; readonly button: string } | null;
  readonly relatedDates: readonly RelatedDateView[];
}

/** Null: the plan is not done. */
export function closingView(plan: Plan, closing: Closing, locale: Locale): ClosingView | null {
  if (plan.verdict !== 'done') return null;
  const words = seasonWordsOf(locale);
  const { next, addresses, action } = closing;
  const relatedDates = relatedDateViews(closing.relatedDates, plan.asOf, locale);
  if (next === null) {
    const month = monthWords(addMonths(plan.cutoff.on, LOOK_AGAIN_AFTER_MONTHS), locale);
    return { words, lines: [words.notYet(plan.policy.policyYear + 1, month)], form: null, relatedDates };
  }
  const lines = [
    words.canPlan(next.policyYear),
    ...(next.isProjected ? [words.isProjected] : []),
    ...(action === null ? [words.ownerOnly] : [words.carried, words.mails(addresses)]),
  ];
  const form = action === null ? null : { action, button: words.button(next.policyYear) };
  return { words, lines, form, relatedDates };
}

function monthWords(day: Day, locale: Locale): string {
  const { year, month } = civilDate(day);
  // The day of the month plays no part; the middle of it is in the month in every zone.
  const middle = Date.UTC(year, month - 1, 15);
  const tag = locale === 'zh' ? 'zh-CN' : 'en-GB';
  return new Intl.DateTimeFormat(tag, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(middle);
}
