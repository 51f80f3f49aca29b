// The words of the digest of a roster, and of its confirmation, in each language. HR reads them.

import type { Locale } from '../../domain/localized.ts';
import { digestWordsEn } from './digest-words-en.ts';
import { digestWordsZh } from './digest-words-zh.ts';

/** What the subject counts; a count of 0 is left out. */
export interface DigestCounts {
  readonly turnedRed: number;
  readonly tooLate: number;
  /** For whom HR has something to do until Sunday. */
  readonly thisWeek: number;
}

export interface DigestWords {
  /** @param title how HR calls the roster; empty: it has no name */
  readonly subject: (title: string, counts: DigestCounts) => string;
  readonly heading: {
    readonly turnedRed: string;
    readonly first: string;
    readonly week: (until: string) => string;
    readonly misfits: string;
  };
  /** The title of the mail, above everybody's counts. */
  readonly title: Readonly<Record<'weekly' | 'red', (asOf: string) => string>>;
  readonly ofVerdict: (verdict: string, people: number) => string;
  /** What HR does on a day, with how many. */
  readonly onDay: (on: string, what: string) => string;
  readonly lastDay: (step: string, people: number) => string;
  readonly nothingThisWeek: string;
  /** Nobody said how much HR can do in a day. */
  readonly noHands: string;
  readonly full: (people: number) => string;
  readonly first: (ref: string, step: string, who: string, until: string | null) => string;
  readonly cutoffExpected: (on: string) => string;
  readonly assumed: (people: number) => string;
  readonly openBoard: string;
  readonly keysOnly: string;
  readonly whyYou: string;
  readonly confirm: {
    readonly subject: string;
    readonly asked: (policyTitle: string) => string;
    readonly whatComes: string;
  };
}

const WORDS: Readonly<Record<Locale, DigestWords>> = { zh: digestWordsZh, en: digestWordsEn };

export function digestWordsOf(locale: Locale): DigestWords {
  return WORDS[locale];
}
