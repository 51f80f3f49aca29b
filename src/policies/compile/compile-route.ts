// One route of a policy and the facts of a case → its network. Every day rule becomes a day, every duration
// four periods, every step that does not apply falls away.

import type { Actual } from '../../domain/case.ts';
import type { Day } from '../../domain/day.ts';
import { SAME_DAY } from '../../domain/duration.ts';
import type { Localized } from '../../domain/localized.ts';
import type { ActivityDescription, DependencyDescription, NetworkDescription } from '../../domain/network.ts';
import type { PlannedCutoff } from '../../domain/plan.ts';
import type { AwaitedOutcome } from '../../domain/planned-route.ts';
import type { FollowUp, RouteActivity, UsualRoute } from '../../domain/route.ts';
import type { ActivityDefinition, DurationDefinition, ToldText } from '../parts/activity.ts';
import type { RouteDefinition, RouteStep } from '../parts/route.ts';
import type { CheckedFacts } from './check-facts.ts';
import {
  boundCutoff,
  type CompileContext,
  cutoffDay,
  firstRule,
  type ResolvedRule,
} from './compile-day-rule.ts';
import { basisOf, durationsOf, outcomesOf } from './compile-duration.ts';
import { inferOfficeWaits } from './office-waits.ts';
import { refusedByOutcome } from './seen-outcomes.ts';

/**
 * The network of a route, and what people need to know about each step.
 *
 * @param closedBecause why no route of the policy is meant for the family; null: they are.
 */
export function compileRoute(
  context: CompileContext,
  route: RouteDefinition,
  closedBecause: Localized | null,
): UsualRoute {
  const { given, calendar } = context;
  const cutoff = cutoffOf(context, route);
  const notEligibleBecause = closedBecause ?? cutoff.unknownBecause ?? closedReason(context, route);
  const { steps, followUp } = stepsOf(context, route, notEligibleBecause === null);
  const compiled = steps.map((step) => compileStep(context, step, route));
  const network: NetworkDescription = {
    id: `${context.policy.id}/${route.id}`,
    asOf: given.asOf,
    cutoff: cutoff.planned.on,
    horizon: null,
    calendar,
    activities: inferOfficeWaits(
      calendar,
      given.asOf,
      compiled.map(({ description, about }) => ({ description, isOffice: about.actor === 'office' })),
    ),
  };
  return {
    id: route.id,
    title: route.title,
    source: route.source,
    isRecommendable: route.isRecommendable,
    notEligibleBecause,
    network,
    activities: compiled.map(({ about }) => about),
    followUps: followUp.map((step) => compileFollowUp(context, step, route)),
    cutoff: cutoff.planned,
    ifOutcomes: awaitedOutcomes(context, route),
  };
}

/** Why this family cannot take the route; null: it can. What was seen at a fork counts for more than what was told. */
function closedReason(context: CompileContext, route: RouteDefinition): Localized | null {
  const { when, expectWhen, notEligibleBecause } = route;
  if (!when.holds(context.checked)) return notEligibleBecause;
  const seen = refusedByOutcome(context, route);
  if (seen !== null) return seen === 'confirmed' ? null : seen;
  return expectWhen === null || expectWhen.holds(context.checked) ? null : notEligibleBecause;
}

/**
 * The steps that must be done by the cutoff, and those that come after what it binds. The steps of a closed route
 * may speak of facts that this family was never asked for: it has none.
 */
function stepsOf({ checked, policy }: CompileContext, route: RouteDefinition, isOpen: boolean) {
  if (!isOpen) return { steps: [], followUp: [] };
  const steps = route.steps.filter(({ when }) => when === null || when.holds(checked));
  const bound = steps.findIndex(({ activity }) => activity === policy.cutoffs.get(route.cutoff)?.binds);
  if (bound === -1) return { steps, followUp: route.followUp };
  return { steps: steps.slice(0, bound + 1), followUp: [...steps.slice(bound + 1), ...route.followUp] };
}

interface CutoffOfRoute {
  readonly planned: PlannedCutoff;
  /** Why there is none for this family; the day planned with is then another one. */
  readonly unknownBecause: Localized | null;
}

/** The family's own cutoff where they hold a notice, else the policy's. */
function cutoffOf(context: CompileContext, { cutoff: id }: RouteDefinition): CutoffOfRoute {
  const { policy, given } = context;
  const { cutoffOverride } = given;
  const isReplaceable = id === boundCutoff(policy);
  if (cutoffOverride !== null && isReplaceable) {
    const { on, at, source } = cutoffOverride;
    return {
      planned: { on, at, atSource: null, status: 'announced', source, isOwn: true, isReplaceable },
      unknownBecause: null,
    };
  }
  const cutoff = policy.cutoffs.get(id);
  if (cutoff === undefined) throw new Error(`unchecked cutoff ${id} in ${policy.id}`);
  const { at, atSource, status, source } = cutoff;
  const on = cutoffDay(context, id);
  return {
    planned: { on: on ?? given.asOf, at, atSource, status, source, isOwn: false, isReplaceable },
    unknownBecause: on === null ? unanswered(context, cutoff.on.from) : null,
  };
}

function unanswered(
  { policy }: CompileContext,
  from: { readonly kind: string; readonly fact?: string },
): Localized {
  const question = policy.facts.find(({ id }) => id === from.fact)?.question;
  return {
    zh: `要先回答“${question?.zh ?? '截止日'}”，才知道最晚哪天`,
    en: `Its last day is known only when “${question?.en ?? 'the cutoff'}” is answered`,
  };
}

function awaitedOutcomes({ policy, given }: CompileContext, { outcomes }: RouteDefinition): AwaitedOutcome[] {
  return [...outcomes].flatMap(([activity, outcome]): AwaitedOutcome[] => {
    const title = policy.activities.get(activity)?.outcomes.get(outcome)?.title;
    if (title === undefined || (given.actuals.get(activity)?.outcome ?? null) !== null) return [];
    return [{ activity, outcome, title }];
  });
}

interface CompiledStep {
  readonly description: ActivityDescription;
  readonly about: RouteActivity;
}

/** One step as the family would have to walk it. */
export function compileStep(context: CompileContext, step: RouteStep, route: RouteDefinition): CompiledStep {
  const definition = definitionOf(context, step.activity);
  const duration = chosenDuration(step.durations ?? definition.durations, context.checked);
  const opens = firstRule(definition.opensOn, context);
  const closes = firstRule(definition.closesOn, context);
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

function chosenDuration(durations: readonly DurationDefinition[], checked: CheckedFacts): DurationDefinition {
  const chosen = durations.find(({ when }) => when === null || when.holds(checked));
  if (chosen === undefined) throw new Error('an unchecked list of durations: its last has a condition');
  return chosen;
}

function compileFollowUp(context: CompileContext, step: RouteStep, route: RouteDefinition): FollowUp {
  const { about, description } = compileStep(context, step, route);
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
  const { id, title, actor, accompaniedBy, renews, place, bring, tips, source, outcomes, channels } =
    definition;
  const told = { bring: toldTo(checked, bring), tips: toldTo(checked, tips) };
  return {
    id,
    title,
    actor,
    accompaniedBy,
    renews,
    place,
    bring: told.bring.map(({ text }) => text),
    tips: told.tips.map(({ text }) => text),
    source,
    toldBy: [...new Set([source, ...[...told.bring, ...told.tips].map((text) => text.source)])],
    outcomes: [...outcomes.values()].map(({ id: outcome, title: seen }) => ({ id: outcome, title: seen })),
    channels,
    durationBasis: basisOf(duration, checked),
    observedSource: duration.observed?.source ?? null,
    opens: opens === null ? null : { source: opens.source, from: opens.from },
    closes: closes === null ? null : { source: closes.source },
  };
}

function toldTo(checked: CheckedFacts, texts: readonly ToldText[]): ToldText[] {
  return texts.filter(({ when }) => when === null || when.holds(checked));
}
