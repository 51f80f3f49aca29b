// A policy and a case → everything a plan is assembled from. The one way from rules as data to networks.

import type { Case, FactValue } from '../../domain/case.ts';
import { type Day, formatDay } from '../../domain/day.ts';
import type { Localized } from '../../domain/localized.ts';
import type { AnsweredFact, Eligibility } from '../../domain/plan.ts';
import type { Fault, Result } from '../../domain/problem.ts';
import type { PlanFacts, UsualRoute } from '../../domain/route.ts';
import type { WorkingCalendar } from '../../domain/working-calendar.ts';
import type { FactDefinition } from '../parts/fact.ts';
import type { Policy } from '../policy.ts';
import type { CaseFile } from './case-file.ts';
import { type CheckedFacts, checkFacts } from './check-facts.ts';
import { coverageOf, eligibilityOf, feesOf, questionsOf, risksOf } from './compile-coverage.ts';
import type { CompileContext } from './compile-day-rule.ts';
import { readingsOf } from './compile-readings.ts';
import { compileRoute } from './compile-route.ts';
import { forksOf } from './seen-outcomes.ts';

/** A case held against its policy, with the routes as their sources are usually read. */
export interface CompiledCase {
  readonly context: CompileContext;
  readonly routes: readonly UsualRoute[];
  readonly eligibility: Eligibility | null;
}

/**
 * The routes of a case, or every fault of it against this policy: facts it does not ask for or of another type,
 * required ones that are missing, activities and outcomes it does not have.
 *
 * @param today the day the plan is made for, where the case names none.
 */
export function compileRoutes(
  policy: Policy,
  calendar: WorkingCalendar,
  file: CaseFile,
  today: Day,
): Result<CompiledCase> {
  const asOf = file.asOf ?? today;
  const checked = checkFacts(policy, file.facts, asOf);
  const faults = [...(checked.ok ? [] : checked.problems), ...actualFaults(policy, file)];
  if (!checked.ok || faults.length > 0) return { ok: false, problems: faults };
  const context = { policy, given: caseOf(file, asOf, checked.value), checked: checked.value, calendar };
  const eligibility = eligibilityOf(context);
  const routes = policy.routes.map((route) => compileRoute(context, route, eligibility?.because ?? null));
  return { ok: true, value: { context, routes, eligibility } };
}

/** Everything that a plan is assembled from, or every fault of the case; see `compileRoutes`. */
export function compileCase(
  policy: Policy,
  calendar: WorkingCalendar,
  file: CaseFile,
  today: Day,
): Result<PlanFacts> {
  const compiled = compileRoutes(policy, calendar, file, today);
  return compiled.ok ? { ok: true, value: planFactsOf(compiled.value) } : compiled;
}

function planFactsOf({ context, routes, eligibility }: CompiledCase): PlanFacts {
  const { policy, given, checked } = context;
  const forks = forksOf(context, routes);
  return {
    policy,
    given,
    facts: answeredFacts(policy, checked),
    routes: routes.map((route) => ({
      ...route,
      ifOutcomes: route.ifOutcomes.filter(({ activity }) => forks.some((fork) => fork.activity === activity)),
      ...readingsOf(context, route),
    })),
    forks,
    eligibility,
    askWhom: policy.askWhom.text,
    questions: questionsOf(context),
    risks: risksOf(context),
    coverage: coverageOf(context),
    fees: feesOf(context),
    opening: policy.opening,
    sources: policy.sources,
  };
}

function actualFaults(policy: Policy, { actuals }: CaseFile): Fault[] {
  return Object.entries(actuals).flatMap(([id, { outcome }]): Fault[] => {
    const activity = policy.activities.get(id);
    if (activity === undefined) {
      const allowed = [...policy.activities.keys()].join(' | ');
      return [{ path: ['actuals', id], what: 'unknown activity', value: id, allowed }];
    }
    if (outcome === null || outcome === undefined || activity.outcomes.has(outcome)) return [];
    const allowed = [...activity.outcomes.keys()].join(' | ') || 'none: the activity has no outcomes';
    return [{ path: ['actuals', id, 'outcome'], what: 'unknown outcome', value: outcome, allowed }];
  });
}

function caseOf(file: CaseFile, asOf: Day, { facts }: CheckedFacts): Case {
  const { cutoff } = file.overrides;
  return {
    policyId: file.policy,
    asOf,
    facts,
    actuals: new Map(
      Object.entries(file.actuals).map(([id, { startedOn, finishedOn, outcome, attempts }]) => [
        id,
        {
          startedOn: startedOn ?? null,
          finishedOn: finishedOn ?? null,
          outcome: outcome ?? null,
          attempts: attempts.map(({ reason, ...attempt }) => ({ ...attempt, reason: reason ?? null })),
        },
      ]),
    ),
    cutoffOverride: cutoff === undefined ? null : { ...cutoff, at: cutoff.at ?? null },
  };
}

/** What was answered to each question of the policy, and what is assumed instead. */
export function answeredFacts(policy: Policy, checked: CheckedFacts): AnsweredFact[] {
  return policy.facts.map((fact) => answered(fact, checked));
}

function answered(fact: FactDefinition, { facts, assumed }: CheckedFacts): AnsweredFact {
  const value = facts.get(fact.id) ?? null;
  return {
    id: fact.id,
    question: fact.question,
    value,
    isDay: fact.type === 'date',
    shown: shownValue(fact, value),
    isAssumed: assumed.has(fact.id),
  };
}

const YES: Localized = { zh: '是', en: 'yes' };
const NO: Localized = { zh: '否', en: 'no' };
const NOT_KNOWN: Localized = { zh: '不清楚', en: 'not known' };

function shownValue({ type, choices }: FactDefinition, value: FactValue | null): Localized {
  if (value === null) return NOT_KNOWN;
  if (typeof value === 'boolean') return value ? YES : NO;
  if (typeof value === 'number' && type === 'date') return sameInBoth(formatDay(value as Day));
  return choices.get(String(value)) ?? sameInBoth(String(value));
}

function sameInBoth(text: string): Localized {
  return { zh: text, en: text };
}
