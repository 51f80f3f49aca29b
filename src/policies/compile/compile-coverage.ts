// What a policy says about cover, fees, eligibility, questions and risks → the same for one case.

import type { Coverage, CoverStart } from '../../domain/cover.ts';
import { dayOf } from '../../domain/day.ts';
import type { Eligibility, Fee, OpenQuestion, Risk } from '../../domain/plan.ts';
import type { CoverFrom } from '../parts/coverage.ts';
import { type CompileContext, firstRule, resolveDay } from './compile-day-rule.ts';

/** From when the family is covered, for a payment on any day; null where the policy says nothing. */
export function coverageOf(context: CompileContext): Coverage | null {
  const { coverage, policyYear } = context.policy;
  if (coverage === null) return null;
  const rules = coverage.rules
    .filter(({ when }) => when === null || when.holds(context.checked))
    .flatMap(({ paidUntil, coverFrom, text, source }) => {
      const until = paidUntil === null ? null : resolveDay(paidUntil, context);
      // A rule until a day that nobody knows cannot be told from the next one.
      if (paidUntil !== null && until === null) return [];
      return [{ paidUntil: until, start: startOf(coverFrom, context), text, source }];
    });
  return { begins: dayOf({ year: policyYear, month: 1, dayOfMonth: 1 }), until: coverage.until, rules };
}

function startOf(coverFrom: CoverFrom, context: CompileContext): CoverStart {
  if (coverFrom === 'unknown') return { kind: 'unknown' };
  if ('day' in coverFrom) return { kind: 'day', day: coverFrom.day };
  if ('fact' in coverFrom) {
    // Of a month only it is not known from which of its days on.
    const { dayFacts, facts } = context.checked;
    const value = facts.get(coverFrom.fact);
    const isWholeDay = dayFacts.has(coverFrom.fact) || (typeof value === 'string' && value.length > 7);
    const from = {
      from: { kind: 'fact', fact: coverFrom.fact },
      amount: 0,
      unit: 'calendar-days',
      sign: 1,
    } as const;
    const day = isWholeDay ? resolveDay(from, context) : null;
    return day === null ? { kind: 'unknown' } : { kind: 'day', day };
  }
  if (coverFrom.payment === 'after-months')
    return { kind: 'after-months', months: monthsOf(coverFrom, context) };
  if (coverFrom.payment === 'first-of-next-month') return { kind: 'first-of-next-month' };
  return { kind: 'after-payment', days: coverFrom.payment === 'next-day' ? 1 : 0 };
}

function monthsOf(
  { months, plus, minus, atLeast }: Extract<CoverFrom, { payment: 'after-months' }>,
  { checked }: CompileContext,
): number {
  const count = (fact: string | undefined) => {
    const value = fact === undefined ? 0 : checked.facts.get(fact);
    return typeof value === 'number' ? value : 0;
  };
  const further = Math.max(0, count(plus?.fact) - count(minus?.fact));
  return Math.max(atLeast ?? 0, months + further);
}

/** Every fee that the family pays, that of the policy year first; of each year the first that applies. */
export function feesOf({ policy, checked }: CompileContext): Fee[] {
  const applying = policy.fees.filter(({ when }) => when === null || when.holds(checked));
  const byYear = Map.groupBy(applying, ({ policyYear }) => policyYear);
  return [...byYear.values()]
    .flatMap(([fee]) => fee ?? [])
    .toSorted((a, b) => b.policyYear - a.policyYear)
    .map(({ group, title, amount, policyYear, status, source }) => ({
      group,
      title,
      amount,
      currency: 'CNY',
      policyYear,
      status,
      source,
    }));
}

/** Why none of the policy's routes is meant for this family; null when they are. */
export function eligibilityOf({ policy, checked }: CompileContext): Eligibility | null {
  const found = policy.eligibility.find(({ when }) => when.holds(checked));
  return found === undefined
    ? null
    : { because: found.because, instead: found.instead, source: found.source };
}

/** What to ask, that first which could change the whole plan. */
export function questionsOf(context: CompileContext): OpenQuestion[] {
  const { policy, checked } = context;
  return policy.questions
    .filter(({ when }) => when === null || when.holds(checked))
    .toSorted((a, b) => Number(b.isAskedFirst) - Number(a.isAskedFirst))
    .map(({ when: _, by, ...question }) => ({ ...question, by: firstRule(by, context)?.on ?? null }));
}

export function risksOf(context: CompileContext): Risk[] {
  const { policy, checked } = context;
  return policy.risks
    .filter(({ when }) => when === null || when.holds(checked))
    .map(({ id, text, from, until, source }) => ({
      id,
      text,
      from: firstRule(from, context)?.on ?? null,
      until: firstRule(until, context)?.on ?? null,
      source,
    }));
}
