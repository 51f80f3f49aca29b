// A policy: the rules of one place and policy year, checked and with its days parsed. Made from its file by
// file/policy-file.ts; turned into networks by compile/compile-case.ts.

import type { Day } from '../domain/day.ts';
import type { Localized } from '../domain/localized.ts';
import type { PlannedCutoff } from '../domain/plan.ts';
import type { Channel } from '../domain/planned-activity.ts';
import type { Source } from '../domain/provenance.ts';
import type { Condition } from './condition.ts';
import type { ActivityDefinition } from './parts/activity.ts';
import type { CoverageDefinition } from './parts/coverage.ts';
import type { CountedFrom, DayRule } from './parts/day-rule.ts';
import type { FactDefinition } from './parts/fact.ts';
import type { ReadingChoice, ReadingQuestion } from './parts/reading.ts';
import type { RouteDefinition } from './parts/route.ts';

export interface CutoffDefinition {
  readonly id: string;
  readonly title: Localized | null;
  /** A day, or one that depends on the family. */
  readonly on: CountedFrom;
  /** Where only a range is known, its last day. */
  readonly until: Day | null;
  readonly at: string | null;
  /** Who says at what time; null: nobody does. */
  readonly atSource: string | null;
  readonly channel: Channel | 'bank-debit' | null;
  readonly status: PlannedCutoff['status'];
  /** The activity that must be finished by then. */
  readonly binds: string;
  /** The cutoff whose place it takes. */
  readonly replaces: string | null;
  readonly source: string;
}

export interface OpeningDefinition {
  readonly on: Day;
  readonly status: 'announced' | 'expected';
  readonly source: string;
}

export interface FeeDefinition {
  readonly group: string;
  readonly title: Localized | null;
  readonly amount: number;
  readonly status: 'announced' | 'expected';
  readonly policyYear: number;
  /** Null: for everybody. */
  readonly when: Condition | null;
  readonly source: string;
}

/** Who is not meant by the policy's routes, why, and where their way is. */
export interface EligibilityDefinition {
  readonly id: string;
  readonly when: Condition;
  readonly because: Localized;
  readonly instead: Localized;
  readonly source: string;
}

/** What is not known, and whom to ask. */
export interface QuestionDefinition {
  readonly id: string;
  readonly ask: Localized;
  readonly whom: Localized;
  /** Asked on the first day: it costs nothing and could change everything. */
  readonly isAskedFirst: boolean;
  readonly when: Condition | null;
  /** Empty: before the first step has to be taken. */
  readonly by: readonly DayRule[];
  readonly source: string;
}

/** What may happen, is never planned on, and is told all the same. */
export interface RiskDefinition {
  readonly id: string;
  readonly text: Localized;
  readonly when: Condition | null;
  readonly from: readonly DayRule[];
  readonly until: readonly DayRule[];
  readonly source: string;
}

/** How long the whole way once took somebody. */
export interface ObservationDefinition {
  readonly id: string;
  readonly text: Localized;
  readonly calendarDays: number;
  readonly source: string;
}

/** Days of something else that goes by the same papers; told once a plan is done, never planned. */
export interface RelatedDateDefinition {
  readonly id: string;
  readonly title: Localized;
  readonly days: Localized;
  /** The year that the days were reported for. */
  readonly reportedFor: number;
  readonly when: Condition | null;
  readonly source: string;
}

/** Whether there is a way to plan; else only windows and fees are known of the year. */
export function isPlannable({ routes }: Pick<Policy, 'routes'>): boolean {
  return routes.length > 0;
}

export interface Policy {
  readonly id: string;
  /** The policy that its file tells the differences to; null: it tells everything. */
  readonly basedOn: string | null;
  readonly place: Localized;
  readonly policyYear: number;
  readonly title: Localized;
  readonly zone: string;
  readonly calendar: string;
  readonly status: 'announced' | 'projected';
  readonly verifiedOn: Day;
  readonly sources: ReadonlyMap<string, Source>;
  readonly facts: readonly FactDefinition[];
  /** Null: not known when the window opens. */
  readonly opening: OpeningDefinition | null;
  /** Those that are in force: of an extension and what it replaces, the extension under both names. */
  readonly cutoffs: ReadonlyMap<string, CutoffDefinition>;
  readonly activities: ReadonlyMap<string, ActivityDefinition>;
  /** Empty: only windows and fees are known, nothing can be planned. */
  readonly routes: readonly RouteDefinition[];
  readonly coverage: CoverageDefinition | null;
  readonly fees: readonly FeeDefinition[];
  readonly eligibility: readonly EligibilityDefinition[];
  readonly questions: readonly QuestionDefinition[];
  readonly risks: readonly RiskDefinition[];
  readonly observations: readonly ObservationDefinition[];
  readonly relatedDates: readonly RelatedDateDefinition[];
  readonly readings: readonly ReadingQuestion[];
  /** The same policy as it is when the sources are read in another way. */
  readonly under: (choice: ReadingChoice) => Policy;
  /** Whom to ask when no route is left. */
  readonly askWhom: { readonly text: Localized; readonly source: string };
}
