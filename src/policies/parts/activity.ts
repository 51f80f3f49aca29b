// An activity as a policy defines it: who does it where, how long it takes and how it can end.

import type { FinishRoll, Period, StartRule, Unit } from '../../domain/duration.ts';
import type { Localized } from '../../domain/localized.ts';
import type { Actor, Channel } from '../../domain/planned-activity.ts';
import type { Condition } from '../condition.ts';
import type { DayRule } from './day-rule.ts';

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
