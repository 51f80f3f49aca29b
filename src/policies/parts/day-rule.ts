// A day that a policy does not name but counts: from a fact, a cutoff, the opening or another day.

import type { Day } from '../../domain/day.ts';
import type { Unit } from '../../domain/duration.ts';
import type { Condition } from '../condition.ts';

/** What a day rule counts from; `opening`: the day on which the window opens. */
export type DayRuleOrigin =
  | { readonly kind: 'fact'; readonly fact: string }
  | { readonly kind: 'cutoff'; readonly cutoff: string }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'opening' };

/** How far a day rule counts, backwards when `sign` is negative. */
export interface CountedFrom {
  readonly from: DayRuleOrigin;
  readonly amount: number;
  readonly unit: Unit | 'months';
  readonly sign: 1 | -1;
}

/** A day that depends on the family: a fact, a cutoff, the opening or a fixed day, and so far from it. */
export interface DayRule extends CountedFrom {
  /** Null: always; otherwise the first rule of a list whose condition holds counts. */
  readonly when: Condition | null;
  readonly source: string;
}
