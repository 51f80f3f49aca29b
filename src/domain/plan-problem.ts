// Why a route of a plan does not work out, as data. The sentences are in emitters/wording.

import type { Day } from './day.ts';
import type { Unit } from './duration.ts';
import type { Scenario } from './network.ts';

export type PlanProblem =
  /** What has happened cannot have happened on this route. */
  | { readonly code: 'actuals-do-not-fit' }
  | {
      /** It misses the cutoff: under every scenario (`too-late`), or when the offices take their full time. */
      readonly code: 'too-late' | 'late-if-slow';
      /** Days by which each scenario misses the cutoff, negative when early; null where not known. */
      readonly latenessDays: Readonly<Record<Scenario, number | null>>;
      /**
       * The least lateness that is sure, with the shortest durations (`too-late`) or the full ones; null when it
       * is known exactly.
       */
      readonly latenessAtLeastDays: number | null;
      /**
       * The open activity that holds everything up because nothing but today or its window does, the first day
       * on which it can start, and the day on which it would have had to.
       */
      readonly release: {
        readonly activity: string;
        readonly earliestStartOn: Day;
        readonly neededStartOn: Readonly<Record<Scenario, Day | null>>;
      } | null;
      /** What would mend it, the most doable first. */
      readonly remedies: readonly Remedy[];
    }
  | {
      /** Dates lie in a year whose holidays are not published. */
      readonly code: 'calendar-not-covered';
      readonly coversUntil: Day;
      /** The first activity of each scenario whose dates that notice may move; null: none. */
      readonly leftAt: Readonly<Record<Scenario, string | null>>;
    };

/**
 * `hurry`: the one who performs `activity` does it so many days faster. `extension`: the authority moves the
 * cutoff. `earlier-window`: the office accepts `activity` so many days earlier.
 */
export type RemedyAction = 'hurry' | 'extension' | 'earlier-window';

export interface Remedy {
  readonly action: RemedyAction;
  /** Null: the cutoff. */
  readonly activity: string | null;
  /** Who would have to act: from the one a family can ask most easily. */
  readonly who: 'applicant' | 'employer' | 'office' | 'authority';
  readonly days: number;
  readonly unit: Unit;
  /** The likelihood of being on time now, and with the remedy. */
  readonly onTimeBefore: number;
  readonly onTimeAfter: number;
}
