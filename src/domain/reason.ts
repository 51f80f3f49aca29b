// Why a date is what it is: rule, arithmetic, source. As data; emitters/wording makes the sentence.

import type { Counting } from './counting.ts';
import type { Day } from './day.ts';
import type { FinishRoll, Period, Unit } from './duration.ts';

/** So many days or months after a fact, or before it when `sign` is negative. */
export interface WindowArithmetic {
  readonly fact: string;
  readonly on: Day;
  readonly amount: number;
  readonly unit: Unit | 'months';
  readonly sign: 1 | -1;
}

export type Reason =
  /** The earliest start: what held it back, and the day that gives. */
  | { readonly rule: 'starts-today'; readonly on: Day }
  | {
      readonly rule: 'window-opens';
      readonly on: Day;
      readonly source: string;
      /** The arithmetic behind the day, when it is counted from a fact. */
      readonly from: WindowArithmetic | null;
    }
  | {
      readonly rule: 'waits-for';
      readonly activity: string;
      readonly finishOn: Day;
      readonly minLag: Period;
      readonly on: Day;
    }
  | {
      readonly rule: 'paper-expires';
      readonly usedBy: string;
      readonly usedOn: Day;
      readonly maxLag: Period;
      readonly on: Day;
    }
  | {
      readonly rule: 'office-closed';
      readonly from: Day;
      readonly on: Day;
      readonly direction: 'forward' | 'backward';
    }
  /** The finish: how long it takes. `basis` says whether the law, our planning or the family says so. */
  | {
      readonly rule: 'takes';
      readonly period: Period;
      readonly finishRolls: FinishRoll;
      readonly basis: 'legal-limit' | 'planning-value' | 'observed' | 'own';
      readonly source: string;
      /** The legal limit, where the planning value stands in front of one. */
      readonly legalLimit: Period | null;
      /** From the earliest start on; null where nothing is passed over or the day is not known. */
      readonly counting: Counting | null;
    }
  /** The latest day: what it must leave room for. */
  | { readonly rule: 'cutoff'; readonly on: Day; readonly source: string }
  | { readonly rule: 'window-closes'; readonly on: Day; readonly source: string }
  | {
      readonly rule: 'leaves-time-for';
      readonly activity: string;
      readonly latestStartOn: Day;
      readonly on: Day;
    };

/** The id of the source that a reason rests on; null for arithmetic and for what other steps bring about. */
export function sourceOf(reason: Reason): string | null {
  return 'source' in reason ? reason.source : null;
}
