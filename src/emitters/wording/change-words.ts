// The catalogue's part on a plan that changed: what moved, why, and its history. Days, titles and values come in already
// as words of the language.

import type { StepMove } from '../../domain/plan-difference.ts';

export interface ChangeWords {
  /** Above everything that moved. */
  readonly title: string;
  /** The subject of a mail. */
  readonly subject: (what: string, before: string, after: string) => string;
  readonly what: Readonly<Record<'verdict' | 'route' | 'cutoff' | 'chance', string>>;
  readonly step: Readonly<Record<StepMove['what'], (title: string) => string>>;
  /** The value of a step that has come or gone. */
  readonly stepAdded: string;
  readonly stepGone: string;
  /** Where a step had, or has, no day. */
  readonly noDay: string;
  /** No day to begin the first step is in time however the sources are read. */
  readonly noSafeDay: string;
  readonly noRoute: string;
  readonly arrow: (before: string, after: string) => string;
  readonly chanceIsSame: (chance: string) => string;
  readonly whyTitle: string;
  readonly todayTitle: string;
  /** What the plan counts with, answered or assumed; null: it is not known. */
  readonly fact: (question: string, before: string | null, after: string | null) => string;
  readonly stepNoted: (title: string, noted: string) => string;
  readonly stepTakenBack: (title: string) => string;
  readonly started: (on: string) => string;
  readonly finished: (on: string) => string;
  readonly outcome: (title: string) => string;
  readonly attempts: (count: number) => string;
  /** What a policy or a calendar says now; null: it does not say it, or did not. */
  readonly clause: (of: string, what: string, before: string | null, after: string | null) => string;
  readonly source: (title: string, publishedOn: string | null, confidence: string) => string;
  /** The page of what changed so far. */
  readonly history: Readonly<
    Record<
      'title' | 'link' | 'back' | 'made' | 'moved' | 'nothingMoved' | 'misfit' | 'standsAgain' | 'notWritten',
      string
    >
  >;
  /** Of a plan that cannot be made any more, because the rules ask for something that nobody answered. */
  readonly misfit: {
    readonly subject: string;
    readonly title: string;
    readonly text: (policyTitle: string) => string;
    /** Above the questions. */
    readonly asked: string;
    readonly toDo: string;
    /** The same on the page of the plan, for who may change it and for who may only look. */
    readonly onPage: string;
    readonly viewOnly: string;
  };
  readonly moreClauses: (count: number) => string;
}
