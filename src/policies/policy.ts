// A policy: the rules of one place and policy year, checked and with its days parsed. Made from its file by
// file/policy-file.ts; turned into networks by compile/compile-case.ts.

import type { Day } from '../domain/day.ts';
import type { FinishRoll, Period, StartRule, Unit } from '../domain/duration.ts';
import type { Localized } from '../domain/localized.ts';
import type { PlannedCutoff } from '../domain/plan.ts';
import type { Actor, Channel } from '../domain/planned-activity.ts';
import type { Source } from '../domain/provenance.ts';
import type { Condition } from './condition.ts';

export type FactType = 'date' | 'choice' | 'boolean' | 'integer' | 'month' | 'date-or-month';

export interface FactDefinition {
  readonly id: string;
  readonly type: FactType;
  readonly question: Localized;
  readonly help: Localized | null;
  /** Of a choice: its values and what they mean, in the order to be shown. */
  readonly choices: ReadonlyMap<string, Localized>;
  /** The value that is assumed, and said to be, when nobody gives one; null: it stays unknown. */
  readonly fallback: string | boolean | number | null;
  /** What is known of it when the plan of the year before is done; null: nothing beside the answer given then. */
  readonly afterDone: string | boolean | number | null;
  /** It must be given when `askWhen` holds. */
  readonly isRequired: boolean;
  /** Null: always asked. */
  readonly askWhen: Condition | null;
  /** For whom it is asked before the first answer, although a plan can do without; null: nobody. */
  readonly askEarlyWhen: Condition | null;
}

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

/** A period, or the fact that holds its amount. */
export type PeriodRule = Period | { readonly fact: string; readonly unit: Unit };

export interface DurationDefinition {
  /** Null: always; otherwise the first duration of a list whose condition holds counts. */
  readonly when: Condition | null;
  /** What was observed, from shortest to longest. */
  readonly observed: {
    readonly min: Period;
    readonly mode: Period;
    readonly max: Period;
    readonly source: string;
  } | null;
  /** What the plan reckons with where no legal limit is known, or where practice is far from it. */
  readonly planning: { readonly period: PeriodRule; readonly source: string } | null;
  readonly legalLimit: { readonly period: Period; readonly source: string } | null;
}

/** A text that is told to those for whom its condition holds; null: to everybody. */
export interface ToldText {
  readonly text: Localized;
  readonly when: Condition | null;
  readonly source: string;
}

/** How an activity can end, where that decides the way on. */
export interface OutcomeDefinition {
  readonly id: string;
  /** What people see. */
  readonly title: Localized;
  readonly means: Localized;
  /** What to do when the way on is too late; null: as for every route that is. */
  readonly instead: Localized | null;
  readonly source: string;
}

export interface ActivityDefinition {
  readonly id: string;
  readonly title: Localized;
  readonly actor: Actor;
  /** Who has to come along; null: nobody. */
  readonly accompaniedBy: 'employer' | null;
  /** The fact that holds the last day of the paper that it renews; null: it renews none. */
  readonly renews: string | null;
  /** Who says where it is done and what to mind. */
  readonly source: string;
  readonly place: Localized | null;
  readonly bring: readonly ToldText[];
  readonly tips: readonly ToldText[];
  /** The first whose condition holds counts; the last has none. */
  readonly durations: readonly DurationDefinition[];
  /** Where there is a choice of channel, the one that starts on most days. */
  readonly startsOn: StartRule;
  readonly channels: ReadonlyMap<Channel, StartRule>;
  readonly finishRolls: FinishRoll;
  readonly opensOn: readonly DayRule[];
  readonly closesOn: readonly DayRule[];
  readonly outcomes: ReadonlyMap<string, OutcomeDefinition>;
}

export interface RouteStep {
  readonly activity: string;
  /** Null: always part of the route. */
  readonly when: Condition | null;
  /** In the place of the activity's own; null: those. */
  readonly durations: readonly DurationDefinition[] | null;
  readonly after: readonly {
    readonly activity: string;
    readonly minLag: Period;
    readonly maxLag: Period | null;
    readonly source: string | null;
  }[];
}

export interface RouteDefinition {
  readonly id: string;
  readonly title: Localized;
  readonly source: string;
  /** False: shown, and recommended to nobody. */
  readonly isRecommendable: boolean;
  /** Whom it is for. */
  readonly when: Condition;
  /** Who is expected to come by it while the outcomes that it names have not been seen; null: all of them. */
  readonly expectWhen: Condition | null;
  readonly notEligibleBecause: Localized;
  /** By activity: the outcome that this route goes on from. */
  readonly outcomes: ReadonlyMap<string, string>;
  readonly cutoff: string;
  readonly steps: readonly RouteStep[];
  /** Done after the last step, not bound by the cutoff. */
  readonly followUp: readonly RouteStep[];
}

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

/** Something that the sources tell differently. */
export interface ReadingQuestion {
  readonly id: string;
  readonly about: Localized;
  readonly usual: { readonly title: Localized; readonly source: string };
  readonly others: readonly {
    readonly id: string;
    readonly title: Localized;
    readonly source: string;
    /** What it changes: `activities/renew-permit`, `cutoffs/payment`, `window`. */
    readonly touches: readonly string[];
  }[];
}

/** By reading question: the id of the other reading; questions that are not there keep their usual one. */
export type ReadingChoice = ReadonlyMap<string, string>;

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
