// What a plan says. Language-neutral: texts of a policy stand in both languages, everything else is data that
// emitters/wording turns into sentences. All days are inclusive civil days in the policy's zone.

import type { Actual, FactValue } from './case.ts';
import type { Coverage } from './cover.ts';
import type { Day } from './day.ts';
import type { Period } from './duration.ts';
import type { Likelihood, LikelihoodByStart } from './likelihood.ts';
import type { Localized } from './localized.ts';
import type { ActivityState, Scenario } from './network.ts';
import type { PlanProblem } from './plan-problem.ts';
import type { Confidence, Source } from './provenance.ts';
import type { DayRange, ProvisionalDates } from './provisional.ts';
import type { Reason } from './reason.ts';
import type { Verdict } from './verdict.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** Who performs an activity: the family, the employer's HR, or an office (then the family waits). */
export type Actor = 'applicant' | 'employer' | 'office';

export type Channel = 'online' | 'counter';

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

/** One end that an activity can come to. */
export interface ActivityOutcome {
  readonly id: string;
  readonly title: Localized;
}

/** How the chance falls with the day on which the family's first open step starts. */
export interface ChanceByStart {
  /** That step. */
  readonly activity: string;
  /** Every day from its earliest start to the last that may still be in time; behind it there is no chance. */
  readonly days: readonly LikelihoodByStart[];
}

export interface PlannedActivity {
  readonly id: string;
  readonly title: Localized;
  readonly actor: Actor;
  /** Who has to come along; null: nobody. */
  readonly accompaniedBy: 'employer' | null;
  /** The fact that holds the last day of the paper that it renews; null: it renews none. */
  readonly renews: string | null;
  readonly state: ActivityState;
  readonly place: Localized | null;
  readonly bring: readonly Localized[];
  readonly tips: readonly Localized[];
  /** Who says where it is done, what to bring and what to mind. */
  readonly source: string;
  /** That, and who says any of it beside. */
  readonly toldBy: readonly string[];
  /** How it can end, where that decides the way on; else empty. */
  readonly outcomes: readonly ActivityOutcome[];
  /** The window in which it is accepted: first and last day on which it may start; null: no bound. */
  readonly opensOn: Day | null;
  readonly closesOn: Day | null;
  /** Null where the day is not known: beyond the calendar's cover. */
  readonly earliestStartOn: Day | null;
  readonly earliestFinishOn: Day | null;
  /** Null where no day is left, of what is done, and of what the cutoff does not bind. */
  readonly latestStartOn: Day | null;
  readonly latestFinishOn: Day | null;
  readonly mustFinishBy: Day | null;
  readonly totalFloatDays: number | null;
  readonly totalFloatWorkingDays: number | null;
  /** On the driving path: it decides when everything ends. */
  readonly isDriving: boolean;
  readonly isOverdue: boolean;
  /** The last start by way of doing it, where there is a choice: online on any day, at a counter when open. */
  readonly latestStartByChannel: ReadonlyMap<Channel, Day>;
  /** The dates above that a holiday notice still to come may move, and between which days. */
  readonly provisional: ProvisionalDates;
  /** The duration that the dates are computed with. */
  readonly duration: Period;
  readonly reasons: readonly Reason[];
  /** The weakest confidence of all that its dates rest on. */
  readonly confidence: Confidence;
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

/** The one thing to do next, or until when there is nothing to do. */
export type Today =
  /** It can be started today. */
  | { readonly kind: 'do'; readonly activity: PlannedActivity }
  /** Under way: look whether it is finished. */
  | { readonly kind: 'await'; readonly activity: PlannedActivity }
  /** Nothing can start before `until`; prepare for `activity`, which can. */
  | { readonly kind: 'prepare'; readonly activity: PlannedActivity; readonly until: Day }
  /** Every route is too late or closed. */
  | { readonly kind: 'ask'; readonly whom: Localized; readonly because: 'too-late' | 'not-eligible' }
  | { readonly kind: 'nothing' };

export interface PlannedCutoff {
  readonly on: Day;
  /** Time of day `HH:MM` in the policy's zone; null: the end of the day. */
  readonly at: string | null;
  /** Who says at what time, where it is another than `source`; null: nobody else. */
  readonly atSource: string | null;
  readonly status: 'announced' | 'expected' | 'extended';
  /** A source id, or the user's own words when `isOwn`. */
  readonly source: string;
  readonly isOwn: boolean;
  /** Whether a notice that the family holds can take its place. */
  readonly isReplaceable: boolean;
}

export interface AnsweredFact {
  readonly id: string;
  readonly question: Localized;
  readonly value: FactValue | null;
  /** Whether `value` is a civil day and not a count: both are numbers. */
  readonly isDay: boolean;
  /** The value as people read it. */
  readonly shown: Localized;
  /** True: nobody said so; it is the policy's default. */
  readonly isAssumed: boolean;
}

export interface IfMissed {
  /** First covered day when paid on the day after the cutoff; null when it cannot be said. */
  readonly coverFrom: Day | null;
  readonly text: Localized;
  readonly source: string;
}

export interface Fee {
  readonly group: string;
  /** For whom it is, where the group does not say it; null: it does. */
  readonly title: Localized | null;
  readonly amount: number;
  readonly currency: 'CNY';
  /** The year whose cover it pays for. */
  readonly policyYear: number;
  readonly status: 'announced' | 'expected';
  readonly source: string;
}

/** Why none of the policy's routes is meant for the family, and where their way is. */
export interface Eligibility {
  readonly because: Localized;
  readonly instead: Localized;
  readonly source: string;
}

/** What nobody has written down, and whom to ask. */
export interface OpenQuestion {
  readonly id: string;
  readonly ask: Localized;
  readonly whom: Localized;
  /** It costs nothing to ask and could change the whole plan: it comes before everything else. */
  readonly isAskedFirst: boolean;
  /** The last day on which the answer still helps; null: as soon as possible. */
  readonly by: Day | null;
  readonly source: string;
}

/** What may happen and is never planned on; `from` and `until` inclusive, null where not known. */
export interface Risk {
  readonly id: string;
  readonly text: Localized;
  readonly from: Day | null;
  readonly until: Day | null;
  readonly source: string;
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

/** An outcome that a route counts on and that nobody has seen yet. */
export interface AwaitedOutcome {
  readonly activity: string;
  readonly outcome: string;
  readonly title: Localized;
}

export interface PlanPolicy {
  readonly id: string;
  readonly title: Localized;
  readonly status: 'announced' | 'projected';
  readonly policyYear: number;
  readonly place: Localized;
  readonly zone: string;
  readonly verifiedOn: Day;
}

export interface Plan {
  readonly policy: PlanPolicy;
  readonly asOf: Day;
  readonly facts: readonly AnsweredFact[];
  readonly actuals: ReadonlyMap<string, Actual>;
  readonly cutoff: PlannedCutoff;
  /** Which days are working days, and since when no notice says so. */
  readonly calendar: WorkingCalendar;
  /** Of the recommended route; `not-eligible` when there is none. */
  readonly verdict: Verdict;
  /** Id of the recommended route; null when none is eligible. */
  readonly recommendedRoute: string | null;
  /** Best first. */
  readonly routes: readonly PlannedRoute[];
  readonly today: Today;
  /** Null: the policy's routes are meant for this family. */
  readonly eligibility: Eligibility | null;
  /** The step of the recommended route that decides how it goes on; null: none does. */
  readonly fork: Fork | null;
  readonly questions: readonly OpenQuestion[];
  readonly risks: readonly Risk[];
  /** From when a payment on any day gives cover; null: the policy does not say. */
  readonly coverage: Coverage | null;
  readonly ifMissed: IfMissed | null;
  /** Of the policy year; null: not known. */
  readonly fee: Fee | null;
  /** That and what is paid for other years. */
  readonly fees: readonly Fee[];
  readonly opening: {
    readonly on: Day;
    readonly status: 'announced' | 'expected';
    readonly source: string;
  } | null;
  /** Every source that something above names, by id. */
  readonly sources: ReadonlyMap<string, Source>;
}

/** The recommended route of a plan, or undefined when none is eligible. */
export function recommendedRouteOf(plan: Plan): PlannedRoute | undefined {
  return plan.routes.find(({ id }) => id === plan.recommendedRoute);
}
