// One way to cover as a plan tells it: how it stands, how likely it is in time and how the sources can be read. All days
// are inclusive civil days in the policy's zone.

import type { IfMissed } from './cover.ts';
import type { Day } from './day.ts';
import type { Likelihood, LikelihoodByStart } from './likelihood.ts';
import type { Localized } from './localized.ts';
import type { Scenario } from './network.ts';
import type { PlanProblem } from './plan-problem.ts';
import type { PlannedActivity } from './planned-activity.ts';
import type { Confidence } from './provenance.ts';
import type { DayRange } from './provisional.ts';
import type { Verdict } from './verdict.ts';

/** What a likelihood rests on. */
export interface LikelihoodBasis {
  /** The sources of the durations that vary; empty when none does. */
  readonly sources: readonly string[];
  /** The weakest of the sources of all durations that are not over yet. */
  readonly confidence: Confidence;
}

/** Last days on which the first step can start so that the likelihood stays at least so high; null: no day. */
export interface StartBy {
  readonly certain: Day | null;
  readonly p90: Day | null;
  readonly p50: Day | null;
}

/** How the chance falls with the day on which the family's first open step starts. */
export interface ChanceByStart {
  /** That step. */
  readonly activity: string;
  /** Every day from its earliest start to the last that may still be in time; behind it there is no chance. */
  readonly days: readonly LikelihoodByStart[];
}

export interface PlannedRoute {
  readonly id: string;
  readonly title: Localized;
  readonly verdict: Verdict;
  /** Why the route is not open to this family; null when it is. */
  readonly notEligibleBecause: Localized | null;
  /** Of being on time; null: the route is not open. */
  readonly likelihood: Likelihood | null;
  readonly likelihoodBasis: LikelihoodBasis;
  readonly startBy: StartBy;
  /** Null: the family has no step left to start, or no start day would be in time. */
  readonly chanceByStart: ChanceByStart | null;
  /** First day by which everything is finished with probability one half and nine tenths; null: not known. */
  readonly finishedBy: { readonly p50: Day | null; readonly p90: Day | null };
  /** The durations the dates below are computed with. */
  readonly scenario: Scenario;
  /** Last start of the first open activity that the family performs itself, under the usual reading. */
  readonly usualLastStart: Day | null;
  /** The same under every combination of readings: the earliest of their last starts. */
  readonly safeLastStart: Day | null;
  /** Whether the route is in time however the sources are read, with the durations that `scenario` names. */
  readonly isSafe: boolean;
  /** The readings that change something about this route. */
  readonly readings: readonly PlannedReading[];
  /** The outcomes that it counts on: the likelihood holds if they come. */
  readonly ifOutcomes: readonly AwaitedOutcome[];
  /** How sure it is that there is this route at all. */
  readonly confidence: Confidence;
  /** False: shown, and recommended to nobody. */
  readonly isRecommendable: boolean;
  /** Last finish under each scenario; null where it is not known, or not yet: see `completionRange`. */
  readonly completion: Readonly<Record<Scenario, Day | null>>;
  /** Between which days it will lie where a holiday notice still to come decides; null: final or not known. */
  readonly completionRange: Readonly<Record<Scenario, DayRange | null>>;
  /** In the order in which they are done. */
  readonly activities: readonly PlannedActivity[];
  readonly problems: readonly PlanProblem[];
}

/** What one way of reading the sources gives. */
export interface PlannedReading {
  readonly id: string;
  readonly about: Localized;
  readonly title: Localized;
  readonly source: string;
  /** Whether the statutory scenario meets the cutoff. */
  readonly isFeasible: boolean;
  /** Last start of the first open activity that the family performs itself; null: none is known. */
  readonly lastStart: Day | null;
  /** The cover of a payment on the day after the usual cutoff, where this reading tells another; null: it does not. */
  readonly ifMissed: IfMissed | null;
}

/** An outcome that a route counts on and that nobody has seen yet. */
export interface AwaitedOutcome {
  readonly activity: string;
  readonly outcome: string;
  readonly title: Localized;
}
