// Why a route of a plan does not work out, as data. The sentences are in emitters/wording.

import type { Day } from './day.ts';
import type { Scenario } from './network.ts';
import type { Remedy } from './remedies.ts';

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
