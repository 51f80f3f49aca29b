// A step whose end decides the way on, and what each end means.

import type { Day } from './day.ts';
import type { Likelihood } from './likelihood.ts';
import type { Localized } from './localized.ts';
import type { Verdict } from './verdict.ts';

/** One end that an activity can come to, and what it means. */
export interface ForkBranch {
  readonly outcome: string;
  /** What people see. */
  readonly title: Localized;
  readonly means: Localized;
  readonly instead: Localized | null;
  readonly source: string;
  /** The best open route that goes on from it; null: none is open. */
  readonly route: string | null;
  readonly verdict: Verdict;
  readonly likelihood: Likelihood | null;
}

/** A step on the way whose end decides how it goes on. */
export interface Fork {
  readonly activity: string;
  readonly title: Localized;
  /** The first day on which one can see which way it goes; null: not known. */
  readonly lookOn: Day | null;
  readonly branches: readonly ForkBranch[];
}
