// A policy and a case → everything a plan is assembled from. The one way from rules as data to networks.

import type { Case, FactValue } from '../../domain/case.ts';
import { addDays, addMonths, type Day, formatDay } from '../../domain/day.ts';
import type { Localized } from '../../domain/localized.ts';
import type { AnsweredFact, Fee, IfMissed } from '../../domain/plan.ts';
import type { Fault, Result } from '../../domain/problem.ts';
import type { PlanFacts } from '../../domain/route.ts';
import type { WorkingCalendar } from '../../domain/working-calendar.ts';
import type { FactDefinition, Policy } from '../policy.ts';
import type { CaseFile } from './case-file.ts';
import { type CheckedFacts, checkFacts } from './check-facts.ts';
import { compileRoute } from './compile-route.ts';

/**
 * The facts of a plan, or every fault of the case against this policy: facts it does not ask for or of another
 * type, required ones that are missing, activities and outcomes it does not have.
 *
 * @param today the day the plan is made for, where the case names none.
 */
export function compileCase(
  policy: Policy,
  calendar: WorkingCalendar,
  file: CaseFile,
  today: Day,
): Result<PlanFacts> {
  const asOf = file.asOf ?? today;
  const checked = checkFacts(policy, file.facts, asOf);
  const faults = [...(checked.ok ? [] : checked.problems), ...actualFaults(policy, file)];
  if (!checked.ok || faults.length > 0) return { ok: false, problems: faults };
  const given = caseOf(file, asOf, checked.value);
  const context = { policy, given, checked: checked.value, calendar };
  const routes = policy.routes.map((route) => compileRoute(context, route));
  return {
    ok: true,
    value: {
      policy,
      given,
      facts: policy.facts.map((fact) => answered(fact, checked.value)),
      routes,
      askWhom: policy.askWhom.text,
      ifMissed: ifMissedOf(policy, routes[0]?.cutoff.on ?? asOf),
      fee: feeOf(policy, checked.value),
      sources: policy.sources,
    },
  };
}

function feeOf({ fees }: Policy, checked: CheckedFacts): Fee | null {
  const fee = fees.find(({ when }) => when.holds(checked));
  if (fee === undefined) return null;
  return { amount: fee.amount, currency: 'CNY', status: fee.status, source: fee.source };
}

function actualFaults(policy: Policy, { actuals }: CaseFile): Fault[] {
  return Object.entries(actuals).flatMap(([id, { outcome }]): Fault[] => {
    if (!policy.activities.has(id)) {
      const allowed = [...policy.activities.keys()].join(' | ');
      return [{ path: ['actuals', id], what: 'unknown activity', value: id, allowed }];
    }
    if (outcome === null || outcome === undefined) return [];
    return [
      { path: ['actuals', id, 'outcome'], what: 'no outcomes are known of this activity', value: outcome },
    ];
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

/** Cover after a payment on the first day past the cutoff, waiting months and the payment day itself left out. */
function ifMissedOf({ ifMissed }: Policy, cutoffOn: Day): IfMissed | null {
  if (ifMissed === null) return null;
  const { waitingMonths, text, source } = ifMissed;
  const paidOn = addDays(cutoffOn, 1);
  return {
    coverFrom: waitingMonths === null ? null : addDays(addMonths(paidOn, waitingMonths), 1),
    text,
    source,
  };
}
