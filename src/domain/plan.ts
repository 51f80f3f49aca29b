// What a plan says. Language-neutral: texts of a policy stand in both languages, everything else is data that
// emitters/wording turns into sentences. All days are inclusive civil days in the policy's zone.

import type { Actual, FactValue } from './case.ts';
import type { Coverage, IfMissed } from './cover.ts';
import type { Day } from './day.ts';
import type { Fork } from './fork.ts';
import type { Localized } from './localized.ts';
import type { PlannedActivity } from './planned-activity.ts';
import type { PlannedRoute } from './planned-route.ts';
import type { Source } from './provenance.ts';
import type { Verdict } from './verdict.ts';
import type { WorkingCalendar } from './working-calendar.ts';

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
