// The catalogue's shape of what only the pages of policies say. Words that plans share with them (who acts, how
// sure, which status, how long) are in emitters/wording.

import type { Period } from '../../../domain/duration.ts';

/** How two values compare in a condition. */
export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** Sections of a policy's page, in their order; also the anchors that lead to them. */
export type PolicySection =
  | 'window'
  | 'fees'
  | 'who'
  | 'steps'
  | 'cover'
  | 'readings'
  | 'questions'
  | 'risks'
  | 'observations'
  | 'relatedDates';

/** How long something took, from shortest to longest; all in one unit. */
export type Seen = Readonly<Record<'min' | 'mode' | 'max', Period>>;

export interface PolicyWords {
  readonly list: {
    readonly title: string;
    readonly lead: string;
    readonly columns: Readonly<Record<'policy' | 'status' | 'offers' | 'verified', string>>;
    readonly plannable: string;
    readonly windowsOnly: string;
    readonly staleSources: (count: number) => string;
  };
  readonly status: Readonly<Record<'announced' | 'projected', string>>;
  readonly projected: (year: number) => string;
  readonly notPlannable: string;
  readonly staleBanner: (count: number) => string;
  readonly stale: string;
  readonly verified: (day: string) => string;
  readonly plan: string;
  readonly all: string;
  readonly contents: string;
  readonly section: Readonly<Record<PolicySection | 'sources', { title: string; help: string | null }>>;
  /** What a reference is called to those who cannot see its mark. */
  readonly reference: (number: number, confidence: string, isStale: boolean) => string;
  readonly only: (condition: string) => string;
  readonly notKnown: string;
  readonly windowColumns: Readonly<Record<'what' | 'on' | 'details' | 'status', string>>;
  readonly opens: string;
  readonly closes: string;
  /** The time of day of the line above. */
  readonly closesAt: string;
  readonly notAnnounced: string;
  readonly range: (from: string, until: string) => string;
  readonly binds: (activity: string) => string;
  readonly boundActivity: Readonly<Record<string, string>>;
  readonly replaces: string;
  readonly channel: (channel: string) => string;
  readonly bankDebit: string;
  readonly feeColumns: Readonly<Record<'group' | 'amount' | 'year' | 'status', string>>;
  readonly yuan: (amount: number) => string;
  readonly year: (year: number) => string;
  readonly routes: string;
  readonly notFor: string;
  readonly who: Readonly<
    Record<'forWhom' | 'expected' | 'otherwise' | 'neverRecommended' | 'instead' | 'steps', string>
  >;
  readonly stepIf: (title: string, condition: string) => string;
  readonly stepLag: (title: string, after: string, least: string | null, most: string | null) => string;
  readonly durations: {
    readonly caption: string;
    readonly columns: Readonly<Record<'step' | 'planning' | 'observed' | 'legal', string>>;
    readonly byLegalLimit: string;
    readonly byObserved: string;
    readonly own: (question: string) => string;
    readonly observed: (seen: Seen) => string;
    readonly none: string;
    readonly onRoute: (route: string) => string;
  };
  readonly details: Readonly<
    Record<'title' | 'place' | 'bring' | 'tip' | 'opens' | 'closes' | 'days' | 'channels', string>
  >;
  readonly workingDaysOnly: string;
  readonly anyDay: string;
  readonly rollsForward: string;
  readonly outcome: (title: string, means: string) => string;
  readonly outcomeLabel: string;
  readonly outcomeLate: (instead: string) => string;
  readonly usualReading: string;
  readonly otherReading: string;
  readonly readingColumns: Readonly<Record<'reading' | 'says' | 'changes', string>>;
  readonly touched: Readonly<Record<'window' | 'cutoffs' | 'routes' | 'coverage', string>>;
  readonly coverUntil: (day: string) => string;
  readonly cover: {
    readonly forWhom: string;
    readonly paid: string;
    readonly paidUntil: (day: string) => string;
    readonly from: string;
    readonly fromDay: (day: string) => string;
    readonly fromPayment: Readonly<Record<'same-day' | 'next-day' | 'first-of-next-month', string>>;
    readonly afterMonths: (months: number) => string;
    readonly plusFact: (fact: string) => string;
    readonly minusFact: (fact: string) => string;
    readonly atLeast: (months: number) => string;
  };
  readonly whom: string;
  readonly by: string;
  readonly between: Readonly<Record<'from' | 'until', string>>;
  readonly lastResort: string;
  readonly took: (days: number) => string;
  readonly reportedFor: string;
  readonly sourceColumns: Readonly<
    Record<'title' | 'publisher' | 'published' | 'address' | 'confidence' | 'verified', string>
  >;
  readonly legend: string;
  /** A day counted from a fact or another day: 29 days before "valid until". */
  readonly counted: (origin: string, period: string, sign: 1 | -1) => string;
  readonly origin: Readonly<Record<'cutoff' | 'opening', string>>;
  /** The day that is given for a fact. */
  readonly givenDay: (fact: string) => string;
  readonly condition: {
    readonly all: string;
    readonly any: string;
    readonly group: (condition: string) => string;
    readonly is: (question: string, values: readonly string[]) => string;
    readonly isNot: (question: string, value: string) => string;
    readonly known: (question: string) => string;
    readonly unknown: (question: string) => string;
    readonly compare: (left: string, comparison: Comparison, right: string) => string;
    readonly compareDay: (left: string, comparison: Comparison, right: string) => string;
    readonly fact: (question: string) => string;
    readonly age: (question: string, comparison: Comparison, years: number) => string;
    readonly planningDay: string;
    readonly unreadable: (expression: string) => string;
  };
}
