// A policy: the rules of one place and policy year, checked and with its days parsed. Made from its file by
// file/policy-file.ts; turned into networks by compile/compile-case.ts.

import type { Day } from '../domain/day.ts';
import type { FinishRoll, Period, StartRule, Unit } from '../domain/duration.ts';
import type { Localized } from '../domain/localized.ts';
import type { Actor, Channel, PlannedCutoff } from '../domain/plan.ts';
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
  /** It must be given when `askWhen` holds. */
  readonly isRequired: boolean;
  /** Null: always asked. */
  readonly askWhen: Condition | null;
}

/** What a day rule counts from. */
export type DayRuleOrigin =
  | { readonly kind: 'fact'; readonly fact: string }
  | { readonly kind: 'cutoff'; readonly cutoff: string }
  | { readonly kind: 'day'; readonly day: Day };

/** A day that depends on the family: a fact, the cutoff or a fixed day, and so many days from it. */
export interface DayRule {
  readonly from: DayRuleOrigin;
  readonly period: Period;
  readonly sign: 1 | -1;
  /** Null: always; otherwise the first rule of a list whose condition holds counts. */
  readonly when: Condition | null;
  readonly source: string;
}

/** A period, or the fact that holds its amount. */
export type PeriodRule = Period | { readonly fact: string; readonly unit: Unit };

export interface DurationDefinition {
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

export interface Tip {
  readonly text: Localized;
  /** Null: for everybody. */
  readonly when: Condition | null;
}

export interface ActivityDefinition {
  readonly id: string;
  readonly title: Localized;
  readonly actor: Actor;
  readonly place: Localized | null;
  readonly bring: readonly Localized[];
  readonly tips: readonly Tip[];
  readonly duration: DurationDefinition;
  /** Where there is a choice of channel, the one that starts on most days. */
  readonly startsOn: StartRule;
  readonly channels: ReadonlyMap<Channel, StartRule>;
  readonly finishRolls: FinishRoll;
  readonly opensOn: readonly DayRule[];
  readonly closesOn: readonly DayRule[];
}

export interface RouteStep {
  readonly activity: string;
  /** Null: always part of the route. */
  readonly when: Condition | null;
  /** Overrides the activity's own; null: that one. */
  readonly duration: DurationDefinition | null;
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
  readonly when: Condition;
  readonly notEligibleBecause: Localized;
  readonly cutoff: string;
  readonly steps: readonly RouteStep[];
  /** Done after the last step, not bound by the cutoff. */
  readonly followUp: readonly RouteStep[];
}

export interface CutoffDefinition {
  readonly id: string;
  readonly on: Day;
  readonly at: string | null;
  readonly status: PlannedCutoff['status'];
  readonly binds: 'payment' | 'registration';
  readonly source: string;
}

export interface FeeDefinition {
  readonly group: string;
  readonly amount: number;
  readonly status: 'announced' | 'expected';
  readonly when: Condition;
  readonly source: string;
}

export interface CoverageDefinition {
  /** Whole months waited after a payment past the cutoff; null where it is not known how they are counted. */
  readonly waitingMonths: number | null;
  readonly text: Localized;
  readonly source: string;
}

export interface Policy {
  readonly id: string;
  readonly place: Localized;
  readonly policyYear: number;
  readonly title: Localized;
  readonly zone: string;
  readonly calendar: string;
  readonly status: 'announced' | 'projected';
  readonly verifiedOn: Day;
  readonly sources: ReadonlyMap<string, Source>;
  readonly facts: readonly FactDefinition[];
  readonly cutoffs: ReadonlyMap<string, CutoffDefinition>;
  readonly activities: ReadonlyMap<string, ActivityDefinition>;
  readonly routes: readonly RouteDefinition[];
  readonly ifMissed: CoverageDefinition | null;
  readonly fees: readonly FeeDefinition[];
  /** Whom to ask when no route is left. */
  readonly askWhom: { readonly text: Localized; readonly source: string };
}
