// One route of a policy and the facts of a case → its network. Every day rule becomes a day, every duration
// four periods, every step that does not apply falls away.

import type { Actual, Case } from '../domain/case.ts';
import { addDays, type Day } from '../domain/day.ts';
import { addPeriod, lastDayBeforePeriod, type Period, SAME_DAY } from '../domain/duration.ts';
import { triangleWeights } from '../domain/duration-weights.ts';
import type { ActivityDescription, DependencyDescription } from '../domain/network.ts';
import { byScenario } from '../domain/network.ts';
import type { PlannedCutoff } from '../domain/plan.ts';
import type { FollowUp, RouteActivity, RouteToPlan } from '../domain/route.ts';
import { nullOutsideCover, type WorkingCalendar } from '../domain/working-calendar.ts';
import type { CheckedFacts } from './check-facts.ts';
import { inferOfficeWaits } from './office-waits.ts';
import type {
  ActivityDefinition,
  DayRule,
  DurationDefinition,
  Policy,
  RouteDefinition,
  RouteStep,
} from './policy.ts';

export interface CompileContext {
  readonly policy: Policy;
  readonly given: Case;
  readonly checked: CheckedFacts;
  readonly calendar: WorkingCalendar;
}

/** The route as the family would have to walk it. */
export function compileRoute(context: CompileContext, route: RouteDefinition): RouteToPlan {
  const { given, checked, calendar } = context;
  const cutoff = cutoffOf(context, route.cutoff);
  const isOpen = route.when.holds(checked);
  // The steps of a closed route may speak of facts that this family was never asked for.
  const steps = isOpen ? route.steps.filter(({ when }) => when === null || when.holds(checked)) : [];
  const compiled = steps.map((step) => compileStep(context, step, route, cutoff));
  return {
    id: route.id,
    title: route.title,
    notEligibleBecause: isOpen ? null : route.notEligibleBecause,
    network: {
      id: `${context.policy.id}/${route.id}`,
      asOf: given.asOf,
      cutoff: cutoff.on,
      horizon: null,
      calendar,
      activities: inferOfficeWaits(
        calendar,
        given.asOf,
        compiled.map(({ description, about }) => ({ description, isOffice: about.actor === 'office' })),
      ),
    },
    activities: compiled.map(({ about }) => about),
    followUps: (isOpen ? route.followUp : []).map((step) => compileFollowUp(context, step, route, cutoff)),
    cutoff,
  };
}

/** The family's own cutoff where they hold a notice, else the policy's. */
function cutoffOf({ policy, given: { cutoffOverride } }: CompileContext, id: string): PlannedCutoff {
  const cutoff = policy.cutoffs.get(id);
  if (cutoff === undefined) throw new Error(`unchecked cutoff ${id} in ${policy.id}`);
  if (cutoffOverride === null) {
    const { on, at, status, source } = cutoff;
    return { on, at, status, source, isOwn: false };
  }
  const { on, at, source } = cutoffOverride;
  return { on, at, status: 'announced', source, isOwn: true };
}

interface CompiledStep {
  readonly description: ActivityDescription;
  readonly about: RouteActivity;
}

function compileStep(
  context: CompileContext,
  step: RouteStep,
  route: RouteDefinition,
  cutoff: PlannedCutoff,
): CompiledStep {
  const definition = definitionOf(context, step.activity);
  const duration = step.duration ?? definition.duration;
  const opens = firstRule(context, definition.opensOn, cutoff);
  const closes = firstRule(context, definition.closesOn, cutoff);
  const { coversUntil } = context.calendar;
  const actual = context.given.actuals.get(step.activity);
  return {
    about: aboutOf(context, definition, duration, { opens, closes }),
    description: {
      id: definition.id,
      durations: durationsOf(context, duration),
      outcomes: outcomesOf(context, duration),
      startsOn: definition.startsOn,
      finishRolls: definition.finishRolls,
      after: dependenciesOf(step, route, context.checked),
      opensOn: laterAttempt(opens?.on ?? null, actual),
      // A window that closes after every day that can be planned bounds nothing.
      closesOn: closes === null || closes.on > coversUntil ? null : closes.on,
      finishNoLaterThan: null,
      startedOn: actual?.startedOn ?? null,
      finishedOn: actual?.finishedOn ?? null,
    },
  };
}

/** What was refused or failed is to be done again, not before the day it was. */
function laterAttempt(opensOn: Day | null, actual: Actual | undefined): Day | null {
  const last = actual?.attempts.at(-1);
  if (last === undefined) return opensOn;
  return opensOn === null || last.finishedOn > opensOn ? last.finishedOn : opensOn;
}

function compileFollowUp(
  context: CompileContext,
  step: RouteStep,
  route: RouteDefinition,
  cutoff: PlannedCutoff,
): FollowUp {
  const { about, description } = compileStep(context, step, route, cutoff);
  const { durations, startedOn, finishedOn } = description;
  return { activity: about, duration: durations.statutory, startedOn, finishedOn };
}

/**
 * What the step waits for. A step that does not apply is waited for by nobody; its own predecessors take its
 * place, without lag.
 */
function dependenciesOf(
  step: RouteStep,
  route: RouteDefinition,
  checked: CheckedFacts,
): DependencyDescription[] {
  return step.after.flatMap(({ activity, minLag, maxLag }) => {
    const before = route.steps.find((other) => other.activity === activity);
    if (before === undefined) return [];
    if (before.when === null || before.when.holds(checked))
      return [{ predecessor: activity, minLag, maxLag }];
    return dependenciesOf(before, route, checked).map(({ predecessor }) => ({
      predecessor,
      minLag: SAME_DAY,
      maxLag: null,
    }));
  });
}

function definitionOf({ policy }: CompileContext, id: string): ActivityDefinition {
  const definition = policy.activities.get(id);
  if (definition === undefined) throw new Error(`unchecked activity ${id} in ${policy.id}`);
  return definition;
}

function durationsOf(
  { checked }: CompileContext,
  duration: DurationDefinition,
): ActivityDescription['durations'] {
  const { observed, legalLimit } = duration;
  const planning = planningPeriod(duration, checked);
  const reckoned = planning ?? legalLimit?.period ?? observed?.max ?? SAME_DAY;
  return byScenario((scenario) => (scenario === 'statutory' ? reckoned : (observed?.[scenario] ?? reckoned)));
}

/** The observed durations as a triangle; where nothing was observed, the one that is reckoned with. */
function outcomesOf(context: CompileContext, duration: DurationDefinition): ActivityDescription['outcomes'] {
  const { observed } = duration;
  if (observed === null) return [{ period: durationsOf(context, duration).statutory, weight: 1 }];
  const { min, mode, max } = observed;
  const { unit } = min;
  return triangleWeights({ min: min.amount, mode: mode.amount, max: max.amount }).map(([amount, weight]) => ({
    period: { amount, unit },
    weight,
  }));
}

function planningPeriod({ planning }: DurationDefinition, { facts }: CheckedFacts): Period | null {
  if (planning === null) return null;
  const { period } = planning;
  if ('amount' in period) return period;
  const amount = facts.get(period.fact);
  return typeof amount === 'number' ? { amount, unit: period.unit } : null;
}

interface ResolvedRule {
  readonly on: Day;
  readonly source: string;
  readonly from: {
    readonly fact: string;
    readonly on: Day;
    readonly period: Period;
    readonly sign: 1 | -1;
  } | null;
}

/** The day of the first rule that applies; null when none does or the fact it counts from is not known. */
function firstRule(
  { checked, calendar }: CompileContext,
  rules: readonly DayRule[],
  cutoff: PlannedCutoff,
): ResolvedRule | null {
  const rule = rules.find(({ when }) => when === null || when.holds(checked));
  if (rule === undefined) return null;
  const { from, period, sign, source } = rule;
  const origin =
    from.kind === 'fact' ? checked.facts.get(from.fact) : from.kind === 'cutoff' ? cutoff.on : from.day;
  if (typeof origin !== 'number') return null;
  const start = addDays(origin as Day, 0);
  const on = nullOutsideCover(() => countFrom(calendar, start, period, sign));
  if (on === null) return null;
  return { on, source, from: from.kind === 'fact' ? { fact: from.fact, on: start, period, sign } : null };
}

function countFrom(calendar: WorkingCalendar, day: Day, period: Period, sign: 1 | -1): Day {
  return sign === 1 ? addPeriod(calendar, day, period) : lastDayBeforePeriod(calendar, day, period);
}

function aboutOf(
  { checked }: CompileContext,
  definition: ActivityDefinition,
  duration: DurationDefinition,
  { opens, closes }: { readonly opens: ResolvedRule | null; readonly closes: ResolvedRule | null },
): RouteActivity {
  const { id, title, actor, place, bring, tips, channels } = definition;
  return {
    id,
    title,
    actor,
    place,
    bring,
    tips: tips.filter(({ when }) => when === null || when.holds(checked)).map(({ text }) => text),
    channels,
    durationBasis: basisOf(duration, checked),
    observedSource: duration.observed?.source ?? null,
    opens: opens === null ? null : { source: opens.source, from: opens.from },
    closes: closes === null ? null : { source: closes.source },
  };
}

function basisOf(
  { observed, planning, legalLimit }: DurationDefinition,
  { assumed }: CheckedFacts,
): RouteActivity['durationBasis'] {
  if (planning !== null) {
    const isOwn = 'fact' in planning.period && !assumed.has(planning.period.fact);
    return {
      basis: isOwn ? 'own' : 'planning-value',
      source: planning.source,
      legalLimit: legalLimit?.period ?? null,
    };
  }
  if (legalLimit !== null) return { basis: 'legal-limit', source: legalLimit.source, legalLimit: null };
  return { basis: 'observed', source: observed?.source ?? '', legalLimit: null };
}
