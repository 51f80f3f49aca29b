// The catalogue of "what if": the questions that can be tried, and what each would change.

export interface WhatIfWords {
  readonly title: string;
  /** Beside the title while it is folded: what can be tried. */
  readonly hint: string;
  readonly lead: string;
  readonly takes: (step: string) => string;
  readonly asReckoned: (period: string) => string;
  readonly startOn: (step: string) => string;
  readonly startHint: (from: string) => string;
  readonly cutoffOn: string;
  readonly cutoffHint: (day: string) => string;
  readonly fullTime: (steps: readonly string[]) => string;
  readonly submit: string;
  readonly reset: string;
  readonly resultTitle: string;
  readonly notStored: string;
  readonly nothingChanges: string;
  readonly nothingChosen: string;
  /** Of the days of steps, folded. */
  readonly steps: (count: number) => string;
  readonly becomes: string;
  readonly stays: (text: string) => string;
  readonly none: string;
  readonly row: {
    readonly verdict: string;
    readonly chance: string;
    readonly route: string;
    readonly cutoff: string;
    readonly usualLastStart: string;
    readonly safeLastStart: string;
    readonly completion: string;
    readonly earliest: (step: string) => string;
    readonly expected: (step: string) => string;
    readonly latest: (step: string) => string;
    readonly resultBy: (step: string) => string;
  };
  readonly between: (from: string, until: string) => string;
  readonly fault: {
    readonly notDay: (given: string) => string;
    readonly startOn: (from: string, until: string) => string;
    readonly cutoffOn: (from: string, until: string) => string;
    readonly notOffered: string;
  };
}
