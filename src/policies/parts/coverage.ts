// From when a policy gives cover, by the day of the payment.

import type { Day } from '../../domain/day.ts';
import type { Localized } from '../../domain/localized.ts';
import type { Condition } from '../condition.ts';
import type { CountedFrom } from './day-rule.ts';

/** How the first covered day follows from the payment; facts may count months to it or take some away. */
export type CoverFrom =
  | { readonly day: Day }
  | { readonly fact: string }
  | { readonly payment: 'same-day' | 'next-day' | 'first-of-next-month' }
  | {
      readonly payment: 'after-months';
      readonly months: number;
      readonly plus?: { readonly fact: string } | undefined;
      readonly minus?: { readonly fact: string } | undefined;
      readonly atLeast?: number | undefined;
    }
  | 'unknown';

export interface CoverageDefinition {
  readonly until: Day;
  readonly rules: readonly {
    readonly when: Condition | null;
    readonly paidUntil: CountedFrom | null;
    readonly coverFrom: CoverFrom;
    readonly text: Localized;
    readonly source: string;
  }[];
}
