// What a family tells us: the policy, their facts, what has happened, and values of their own.

import type { Day } from './day.ts';

/** A fact's value as the policy's type has it: a day, a choice, a yes/no, a whole number, or a month `2024-05`. */
export type FactValue = Day | string | boolean | number;

export interface Attempt {
  readonly startedOn: Day;
  readonly finishedOn: Day;
  /** `refused` or `failed`: it must be done again. */
  readonly outcome: 'refused' | 'failed';
  readonly reason: string | null;
}

export interface Actual {
  readonly startedOn: Day | null;
  readonly finishedOn: Day | null;
  /** Which of the activity's outcomes came, where the policy names some. */
  readonly outcome: string | null;
  readonly attempts: readonly Attempt[];
}

/** A cutoff that the family holds a notice of; shown everywhere as theirs. */
export interface CutoffOverride {
  readonly on: Day;
  readonly at: string | null;
  readonly source: string;
}

export interface Case {
  readonly policyId: string;
  /** The day the plan is made for. */
  readonly asOf: Day;
  /** By fact id; a fact that is missing is not known. */
  readonly facts: ReadonlyMap<string, FactValue>;
  /** By activity id. */
  readonly actuals: ReadonlyMap<string, Actual>;
  readonly cutoffOverride: CutoffOverride | null;
}
