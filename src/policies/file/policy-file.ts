// A policy file → a policy: shape, then the rules that hold between its parts, then the parts themselves.

import { SAME_DAY } from '../../domain/duration.ts';
import type { Fault, Path, Result } from '../../domain/problem.ts';
import type { Document } from '../../input/document.ts';
import { faultsOfShape } from '../../input/shape-faults.ts';
import { type Condition, ConditionSyntaxError, parseCondition } from '../condition.ts';
import type { ActivityDefinition, DayRule, DurationDefinition, Policy, RouteStep } from '../policy.ts';
import { checkPolicyFile } from './policy-rules.ts';
import { PolicyFile } from './policy-shape.ts';

/**
 * The policy in a parsed document, or every fault: unknown keys, wrong types, names of sources, facts,
 * activities or cutoffs that are not there, conditions that are no CEL.
 */
export function parsePolicyFile({ value }: Document): Result<Policy> {
  const parsed = PolicyFile.safeParse(value);
  if (!parsed.success) return { ok: false, problems: faultsOfShape(parsed.error.issues, value) };
  const faults = [...checkPolicyFile(parsed.data), ...conditionFaults(parsed.data)];
  const placed = faults.map((fault) => ({ ...fault, path: pathInFile(value, fault.path) }));
  return placed.length > 0 ? { ok: false, problems: placed } : { ok: true, value: policyOf(parsed.data) };
}

/**
 * A path of the parsed file as a path of the text: one rule that became a list of one has no index there, and
 * what a day rule counts from stands in the rule itself.
 */
function pathInFile(value: unknown, path: Path): Path {
  let node = value;
  return path.filter((key) => {
    const isThere = typeof key === 'number' ? Array.isArray(node) : Object.hasOwn(Object(node), key);
    if (isThere) node = Object(node)[key];
    return isThere || (typeof key === 'string' && key !== 'from');
  });
}

/** Every condition of the file with its place. */
function* conditionsOf(file: PolicyFile): Generator<{ path: Path; expression: string }> {
  for (const [id, { askWhen }] of Object.entries(file.facts)) {
    if (askWhen !== undefined) yield { path: ['facts', id, 'askWhen'], expression: askWhen };
  }
  for (const [id, { window, tips }] of Object.entries(file.activities)) {
    for (const [index, { when }] of tips.entries()) {
      if (when !== undefined) yield { path: ['activities', id, 'tips', index, 'when'], expression: when };
    }
    for (const key of ['opensOn', 'closesOn'] as const) {
      for (const [index, { when }] of (window?.[key] ?? []).entries()) {
        if (when !== undefined)
          yield { path: ['activities', id, 'window', key, index, 'when'], expression: when };
      }
    }
  }
  for (const [id, route] of Object.entries(file.routes)) {
    yield { path: ['routes', id, 'when'], expression: route.when };
    for (const key of ['steps', 'followUp'] as const) {
      for (const [index, { when }] of route[key].entries()) {
        if (when !== undefined) yield { path: ['routes', id, key, index, 'when'], expression: when };
      }
    }
  }
  for (const [index, { when }] of file.fees.entries())
    yield { path: ['fees', index, 'when'], expression: when };
}

function conditionFaults(file: PolicyFile): Fault[] {
  return [...conditionsOf(file)].flatMap(({ path, expression }): Fault[] => {
    try {
      parseCondition(expression);
    } catch (error) {
      if (!(error instanceof ConditionSyntaxError)) throw error;
      return [
        { path, what: `not a condition: ${error.message}`, value: expression, allowed: 'a CEL expression' },
      ];
    }
    const asked = [...expression.matchAll(/\bfacts\.([A-Za-z_]\w*)/g)].map(([, id = '']) => id);
    return asked
      .filter((id) => !Object.hasOwn(file.facts, id))
      .map((id) => ({
        path,
        what: 'a condition on an unknown fact',
        value: id,
        allowed: Object.keys(file.facts).join(' | '),
      }));
  });
}

function policyOf(file: PolicyFile): Policy {
  return {
    id: file.policy,
    place: file.place,
    policyYear: file.policyYear,
    title: file.title,
    zone: file.zone,
    calendar: file.calendar,
    status: file.status,
    verifiedOn: file.verifiedOn,
    askWhom: file.askWhom,
    sources: mapOf(file.sources, (id, source) => ({
      id,
      ...source,
      publishedOn: source.publishedOn ?? null,
      address: source.address ?? null,
    })),
    facts: Object.entries(file.facts).map(([id, fact]) => ({
      id,
      type: fact.type,
      question: fact.question,
      help: fact.help ?? null,
      choices: mapOf(fact.choices ?? {}, (_, text) => text),
      fallback: fact.default ?? null,
      isRequired: fact.required,
      askWhen: optionalCondition(fact.askWhen),
    })),
    cutoffs: mapOf(file.cutoffs, (id, { roll: _, ...cutoff }) => ({
      id,
      ...cutoff,
      at: cutoff.at?.time ?? null,
    })),
    activities: mapOf(file.activities, activityOf),
    routes: Object.entries(file.routes).map(([id, route]) => ({
      id,
      ...route,
      when: parseCondition(route.when),
      steps: route.steps.map((step, index) => stepOf(step, route.steps[index - 1])),
      followUp: route.followUp.map((step, index) =>
        stepOf(step, route.followUp[index - 1] ?? route.steps.at(-1)),
      ),
    })),
    ifMissed: file.ifMissed ?? null,
    fees: file.fees.map((fee) => ({ ...fee, when: parseCondition(fee.when) })),
  };
}

type ActivityInFile = PolicyFile['activities'][string];
type StepInFile = PolicyFile['routes'][string]['steps'][number];

function activityOf(id: string, activity: ActivityInFile): ActivityDefinition {
  const { channels, window } = activity;
  const chosen = Object.entries(channels ?? {}) as ['online' | 'counter', 'any-day' | 'working-day'][];
  return {
    id,
    title: activity.title,
    actor: activity.actor,
    place: activity.place ?? null,
    bring: activity.bring,
    tips: activity.tips.map(({ when, ...text }) => ({ text, when: optionalCondition(when) })),
    duration: durationOf(activity.duration),
    startsOn: chosen.some(([, rule]) => rule === 'any-day')
      ? 'any-day'
      : (chosen[0]?.[1] ?? activity.startsOn),
    channels: new Map(chosen),
    finishRolls: activity.finishRolls,
    opensOn: (window?.opensOn ?? []).map(dayRuleOf),
    closesOn: (window?.closesOn ?? []).map(dayRuleOf),
  };
}

function durationOf({ observed, planning, legalLimit }: ActivityInFile['duration']): DurationDefinition {
  return {
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

type DayRuleInFile = NonNullable<NonNullable<ActivityInFile['window']>['opensOn']>[number];

function dayRuleOf({ from, amount, unit, sign, when, source }: DayRuleInFile): DayRule {
  return { from, period: { amount, unit }, sign, when: optionalCondition(when), source };
}

function stepOf(step: StepInFile, before: StepInFile | undefined): RouteStep {
  const implied = before === undefined ? [] : [{ activity: before.activity }];
  const after: NonNullable<StepInFile['after']> = step.after ?? implied;
  return {
    activity: step.activity,
    when: optionalCondition(step.when),
    duration: step.duration === undefined ? null : durationOf(step.duration),
    after: after.map(({ activity, minLag, maxLag, source }) => ({
      activity,
      minLag: minLag ?? SAME_DAY,
      maxLag: maxLag ?? null,
      source: source ?? null,
    })),
  };
}

function optionalCondition(expression: string | undefined): Condition | null {
  return expression === undefined ? null : parseCondition(expression);
}

function mapOf<T, U>(record: Readonly<Record<string, T>>, make: (id: string, value: T) => U): Map<string, U> {
  return new Map(Object.entries(record).map(([id, value]) => [id, make(id, value)]));
}
