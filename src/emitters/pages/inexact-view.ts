// What a plan says of answers that were not exact: what it takes for them, and what the other values would give.

import type { Day } from '../../domain/day.ts';
import type { Locale } from '../../domain/localized.ts';
import { type Plan, recommendedRouteOf } from '../../domain/plan.ts';
import { dayWords } from '../wording/day-words.ts';
import { wordsOf } from '../wording/wording.ts';
import type { GivenAnswer } from './given-answer.ts';
import { askWordsOf } from './words/ask-words-of.ts';

export interface InexactPlan {
  /** The questions, with what the plan takes for each, and where each is answered exactly. */
  readonly taken: readonly GivenAnswer[];
  /** The plans of the other values; `shown`: what they are. */
  readonly others: readonly { readonly shown: string; readonly plan: Plan }[];
}

export interface InexactView {
  readonly taken: readonly { readonly text: string; readonly href: string; readonly question: string }[];
  readonly others: readonly string[];
}

/** @param asOf days of its year are said without it. */
export function inexactView({ taken, others }: InexactPlan, asOf: Day, locale: Locale): InexactView {
  const words = askWordsOf(locale).inexact;
  return {
    taken: taken.map(({ question, shown, href }) => ({ text: words.taken(question, shown), href, question })),
    others: others.map(({ shown, plan }) => {
      const lastStart = recommendedRouteOf(plan)?.usualLastStart ?? null;
      const verdict = wordsOf(locale).verdict[plan.verdict];
      return words.row(shown, verdict, lastStart === null ? null : dayWords(lastStart, locale, asOf));
    }),
  };
}
