// The words of a roster, in each language. Verdicts and chances are those of a plan.

import type { Locale } from '../../domain/localized.ts';
import type { Actor } from '../../domain/planned-activity.ts';
import { rosterWordsEn } from './roster-words-en.ts';
import { rosterWordsZh } from './roster-words-zh.ts';

export type BoardColumn =
  | 'rank'
  | 'ref'
  | 'line'
  | 'verdict'
  | 'chance'
  | 'float'
  | 'route'
  | 'renewFrom'
  | 'renewUntil'
  | 'safeUntil'
  | 'approveFrom'
  | 'approveUntil'
  | 'visitFrom'
  | 'visitUntil'
  | 'approveOn'
  | 'approveBy'
  | 'visitOn'
  | 'visitBy'
  | 'missing'
  | 'next'
  | 'nextFrom'
  | 'nextUntil'
  | 'who'
  // In a table each pair of days is one column.
  | 'renew'
  | 'approve'
  | 'visit'
  | 'wave';

export interface RosterWords {
  readonly title: string;
  readonly column: Readonly<Record<BoardColumn, string>>;
  /** How many people, and how many of each verdict. */
  readonly people: (count: number, verdicts: readonly string[]) => string;
  readonly faulty: (rows: number) => string;
  readonly legend: string;
  readonly assumedTitle: string;
  readonly assumed: (letter: string, question: string, shown: string, people: number) => string;
  readonly projected: (policyYear: number) => string;
  /** No day is left. */
  readonly noDay: string;
  /** HR reads it, so the family is not “you”. */
  readonly actor: Readonly<Record<Actor, string>>;
  readonly ask: (whom: string) => string;
  readonly nothing: string;
  readonly everybody: string;
  readonly waves: {
    readonly title: string;
    readonly allServed: (people: number) => string;
    readonly left: (people: number, left: number) => string;
    /** No plan leaves out fewer. */
    readonly proved: string;
    /** So many more might be served by another plan. */
    readonly unproved: (more: number) => string;
    readonly day: (on: string, approvals: string, visits: string) => string;
    readonly load: (served: number, places: number | null) => string;
    readonly full: string;
    readonly oneMoreTitle: string;
    readonly oneMoreNone: string;
    readonly oneMore: (on: string, kind: 'approvals' | 'visits', saves: number) => string;
    readonly leftTitle: string;
    readonly meaning: string;
  };
  readonly calendar: {
    readonly name: (policy: string) => string;
    readonly approvals: (people: number) => string;
    readonly visits: (people: number) => string;
    readonly lastDay: (title: string, people: number) => string;
    readonly refs: (refs: string, more: number) => string;
  };
}

const WORDS: Readonly<Record<Locale, RosterWords>> = { zh: rosterWordsZh, en: rosterWordsEn };

export function rosterWordsOf(locale: Locale): RosterWords {
  return WORDS[locale];
}
