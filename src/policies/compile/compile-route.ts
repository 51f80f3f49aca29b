// One route of a policy and the facts of a case → its network. Every day rule becomes a day, every duration
// four periods, every step that does not apply falls away.

import type { Actual, Case } from '../../domain/case.ts';
import type { Day } from '../../domain/day.ts';
import { SAME_DAY } from '../../domain/duration.ts';
import type { ActivityDescription, DependencyDescription } from '../../domain/network.ts';
import type { PlannedCutoff } from '../../domain/plan.ts';
import type { FollowUp, RouteActivity, RouteToPlan } from '../../domain/route.ts';
import type { WorkingCalendar } from '../../domain/working-calendar.ts';
import type {
  ActivityDefinition,
  DurationDefinition,
  Policy,
  RouteDefinition,
  RouteStep,
} from '../policy.ts';
import type { CheckedFacts } from './check-facts.ts';
import { firstRule, type ResolvedRule } from './compile-day-rule.ts';
import { basisOf, durationsOf, outcomesOf } from './compile-duration.ts';
import { inferOfficeWaits } from './office-waits.ts';

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
  const opens = firstRule(definition.opensOn, cutoff, context);
  const closes = firstRule(definition.closesOn, cutoff, context);
  const { coversUntil } = context.calendar;
  const actual = context.given.actuals.get(step.activity);
  return {
    about: aboutOf(context, definition, duration, { opens, closes }),
    description: {
      id: definition.id,
      durations: durationsOf(duration, context.checked),
      outcomes: outcomesOf(duration, context.checked),
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
