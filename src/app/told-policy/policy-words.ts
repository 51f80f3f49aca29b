// The words in which a policy is told to whoever keeps it, in each language. What plans say has its own catalogue.

import type { Unit } from '../../domain/duration.ts';
import type { Locale } from '../../domain/localized.ts';
import type { Confidence } from '../../domain/provenance.ts';
import type { FactType } from '../../policies/parts/fact.ts';
import type { Section } from './entry.ts';
import { policyWordsEn } from './policy-words-en.ts';
import { policyWordsZh } from './policy-words-zh.ts';

type Label =
  | 'about'
  | 'accompaniedBy'
  | 'actor'
  | 'answer'
  | 'askFirst'
  | 'ask'
  | 'afterDone'
  | 'askedWhen'
  | 'askWhom'
  | 'because'
  | 'binds'
  | 'bring'
  | 'by'
  | 'calendar'
  | 'channels'
  | 'closes'
  | 'coverUntil'
  | 'day'
  | 'duration'
  | 'finishRolls'
  | 'for'
  | 'help'
  | 'instead'
  | 'legalLimit'
  | 'observed'
  | 'opens'
  | 'outcome'
  | 'place'
  | 'planning'
  | 'question'
  | 'reading'
  | 'recommended'
  | 'renews'
  | 'reportedFor'
  | 'rule'
  | 'startsOn'
  | 'status'
  | 'steps'
  | 'text'
  | 'time'
  | 'tip'
  | 'title'
  | 'usual'
  | 'verifiedOn'
  | 'whom'
  | 'year'
  | 'zone';

export interface PolicyWords {
  readonly section: Readonly<Record<Section, string>>;
  readonly label: Readonly<Record<Label, string>>;
  readonly status: Readonly<Record<'announced' | 'projected', string>>;
  readonly confidence: Readonly<Record<Confidence, string>>;
  readonly factType: Readonly<Record<FactType, string>>;
  readonly startsOn: Readonly<Record<'any-day' | 'working-day', string>>;
  readonly finishRolls: Readonly<Record<'forward' | 'none', string>>;
  readonly recommended: Readonly<Record<'when-best' | 'never', string>>;
  readonly channel: Readonly<Record<'online' | 'counter' | 'bank-debit', string>>;
  readonly coverFrom: Readonly<
    Record<'same-day' | 'next-day' | 'first-of-next-month' | 'after-months' | 'unknown', string>
  >;
  readonly atOnce: string;
  readonly required: string;
  readonly mayBeUnknown: string;
  readonly opening: string;
  readonly yuan: (amount: number, policyYear: number) => string;
  readonly standard: (value: string) => string;
  readonly when: (text: string, condition: string) => string;
  readonly replaces: (cutoff: string) => string;
  readonly until: (day: string) => string;
  readonly paidUntil: (day: string) => string;
  /** A period that a fact tells. */
  readonly asIn: (unit: Unit, fact: string) => string;
  /** So far from something that has a name. */
  readonly counted: (period: string, origin: string, sign: 1 | -1) => string;
  readonly months: (months: number) => string;
  readonly plus: (fact: string) => string;
  readonly minus: (fact: string) => string;
  readonly atLeast: (months: number) => string;
  readonly after: (activity: string, least: string | null, most: string | null) => string;
  readonly followUp: (steps: string) => string;
  readonly outcomes: (activity: string, outcome: string) => string;
  readonly list: (items: readonly string[]) => string;
  readonly noDay: string;
  readonly noAddress: string;
  readonly published: (day: string) => string;
  readonly verified: (day: string) => string;
  readonly stale: string;
  /** Of a working calendar: the holidays that the State Council arranges for a year. */
  readonly holidaysOf: (year: number) => string;
  /** Of a notice that is known under the same number: other days. */
  readonly mended: string;
  readonly change: {
    readonly added: (value: string) => string;
    readonly removed: (value: string) => string;
    readonly changed: (before: string, after: string) => string;
    /** The same value, of which only the source has changed. */
    readonly newSource: (value: string) => string;
    readonly none: string;
  };
}

const WORDS: Readonly<Record<Locale, PolicyWords>> = { zh: policyWordsZh, en: policyWordsEn };

export function policyWordsOf(locale: Locale): PolicyWords {
  return WORDS[locale];
}
