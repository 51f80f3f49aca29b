// From when the insurance covers, for a payment made on any day.

import { addDays, addMonths, civilDate, type Day, dayOf, laterOf } from './day.ts';
import type { Localized } from './localized.ts';

/** How the first covered day follows from the day of the payment. */
export type CoverStart =
  | { readonly kind: 'day'; readonly day: Day }
  /** 0: from the day of the payment, 1: from the day after. */
  | { readonly kind: 'after-payment'; readonly days: 0 | 1 }
  | { readonly kind: 'first-of-next-month' }
  /** A wait of whole months; the day on which the wait ends is not covered yet. */
  | { readonly kind: 'after-months'; readonly months: number }
  | { readonly kind: 'unknown' };

export interface CoverRule {
  /** The last day of payment that it speaks of, inclusive; null: every later one. */
  readonly paidUntil: Day | null;
  readonly start: CoverStart;
  readonly text: Localized;
  readonly source: string;
}

export interface Coverage {
  /** The first day of the policy year: no wait ends before it. */
  readonly begins: Day;
  /** The last covered day. */
  readonly until: Day;
  /** Of those that speak of a day of payment the first counts. */
  readonly rules: readonly CoverRule[];
}

export interface Cover {
  /** First covered day; null where nobody says how it is counted. */
  readonly coverFrom: Day | null;
  readonly coverUntil: Day;
  readonly text: Localized;
  readonly source: string;
}

/** What a family has that pays after the cutoff. */
export interface IfMissed {
  /** First covered day when paid on the day after the cutoff; null when it cannot be said. */
  readonly coverFrom: Day | null;
  readonly text: Localized;
  readonly source: string;
}

/** The cover that a payment on `paidOn` gives; null where no rule speaks of so late a payment. */
export function coverOf({ begins, until, rules }: Coverage, paidOn: Day): Cover | null {
  const rule = rules.find(({ paidUntil }) => paidUntil === null || paidOn <= paidUntil);
  if (rule === undefined) return null;
  const { start, text, source } = rule;
  return { coverFrom: firstCoveredDay(start, paidOn, begins), coverUntil: until, text, source };
}

/** The cover of whoever pays on the day after the cutoff; null where nothing is said of it. */
export function ifMissedOf(coverage: Coverage | null, cutoffOn: Day): IfMissed | null {
  const cover = coverage === null ? null : coverOf(coverage, addDays(cutoffOn, 1));
  return cover && { coverFrom: cover.coverFrom, text: cover.text, source: cover.source };
}

function firstCoveredDay(start: CoverStart, paidOn: Day, begins: Day): Day | null {
  switch (start.kind) {
    case 'day':
      return start.day;
    case 'after-payment':
      return laterOf(begins, addDays(paidOn, start.days));
    case 'first-of-next-month': {
      const { year, month } = civilDate(paidOn);
      return laterOf(begins, addMonths(dayOf({ year, month, dayOfMonth: 1 }), 1));
    }
    case 'after-months':
      return laterOf(begins, addDays(addMonths(paidOn, start.months), 1));
    case 'unknown':
      return null;
  }
}
