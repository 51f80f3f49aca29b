// The steps and routes of a checked policy file → those that plans are compiled from.

import { SAME_DAY } from '../../domain/duration.ts';
import type { Channel } from '../../domain/planned-activity.ts';
import { type Condition, parseCondition } from '../condition.ts';
import type { ActivityDefinition, DurationDefinition, ToldText } from '../parts/activity.ts';
import type { CountedFrom, DayRule } from '../parts/day-rule.ts';
import type { RouteDefinition, RouteStep } from '../parts/route.ts';
import type { PolicyFile } from './policy-shape.ts';

type ActivityInFile = PolicyFile['activities'][string];
type RouteInFile = PolicyFile['routes'][string];
type StepInFile = RouteInFile['steps'][number];

export function activityOf(id: string, activity: ActivityInFile): ActivityDefinition {
  const { channels, window, source } = activity;
  const chosen = Object.entries(channels ?? {}) as [Channel, 'any-day' | 'working-day'][];
  return {
    id,
    title: activity.title,
    actor: activity.actor,
    accompaniedBy: activity.accompaniedBy ?? null,
    renews: activity.renews ?? null,
    source,
    place: activity.place ?? null,
    bring: activity.bring.map((text) => toldText(text, source)),
    tips: activity.tips.map((text) => toldText(text, source)),
    durations: activity.duration.map(durationOf),
    startsOn: chosen.some(([, rule]) => rule === 'any-day')
      ? 'any-day'
      : (chosen[0]?.[1] ?? activity.startsOn),
    channels: new Map(chosen),
    finishRolls: activity.finishRolls,
    opensOn: (window?.opensOn ?? []).map(dayRuleOf),
    closesOn: (window?.closesOn ?? []).map(dayRuleOf),
    outcomes: mapOf(activity.outcomes ?? {}, (outcome, one) => ({
      id: outcome,
      ...one,
      instead: one.instead ?? null,
    })),
  };
}

function toldText({ zh, en, when, source }: ActivityInFile['tips'][number], fallback: string): ToldText {
  return { text: { zh, en }, when: optionalCondition(when), source: source ?? fallback };
}

function durationOf({
  when,
  observed,
  planning,
  legalLimit,
}: ActivityInFile['duration'][number]): DurationDefinition {
  return {
    when: optionalCondition(when),
    observed: observed ?? null,
    planning:
      planning === undefined
        ? null
        : {
            period:
              'fact' in planning
                ? { fact: planning.fact, unit: planning.unit }
                : { amount: planning.amount, unit: planning.unit },
            source: planning.source,
          },
    legalLimit:
      legalLimit === undefined
        ? null
        : { period: { amount: legalLimit.amount, unit: legalLimit.unit }, source: legalLimit.source },
  };
}

interface DayRuleInFile extends CountedFrom {
  readonly when?: string | undefined;
  readonly source: string;
}

export function dayRuleOf({ when, ...rule }: DayRuleInFile): DayRule {
  return { ...rule, when: optionalCondition(when) };
}

export function routeOf(id: string, { recommended, outcomes, ...route }: RouteInFile): RouteDefinition {
  return {
    id,
    ...route,
    isRecommendable: recommended !== 'never',
    when: parseCondition(route.when),
    expectWhen: optionalCondition(route.expectWhen),
    outcomes: new Map(Object.entries(outcomes)),
    steps: route.steps.map((step, index) => stepOf(step, route.steps[index - 1])),
    followUp: route.followUp.map((step, index) =>
      stepOf(step, route.followUp[index - 1] ?? route.steps.at(-1)),
    ),
  };
}

function stepOf(step: StepInFile, before: StepInFile | undefined): RouteStep {
  const implied = before === undefined ? [] : [{ activity: before.activity }];
  const after: NonNullable<StepInFile['after']> = step.after ?? implied;
  return {
    activity: step.activity,
    when: optionalCondition(step.when),
    durations: step.duration?.map(durationOf) ?? null,
    after: after.map(({ activity, minLag, maxLag, source }) => ({
      activity,
      minLag: minLag ?? SAME_DAY,
      maxLag: maxLag ?? null,
      source: source ?? null,
    })),
  };
}

export function optionalCondition(expression: string | undefined): Condition | null {
  return expression === undefined ? null : parseCondition(expression);
}

export function mapOf<T, U>(
  record: Readonly<Record<string, T>>,
  make: (id: string, value: T) => U,
): Map<string, U> {
  return new Map(Object.entries(record).map(([id, value]) => [id, make(id, value)]));
}
