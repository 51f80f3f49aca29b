// A day rule of a policy (29 days before the permit ends) and the facts of a case → the day.

import type { Case } from '../../domain/case.ts';
import { addMonths, type Day, parseDay } from '../../domain/day.ts';
import { addPeriod, lastDayBeforePeriod } from '../../domain/duration.ts';
import type { WindowArithmetic } from '../../domain/reason.ts';
import { nullOutsideCover, type WorkingCalendar } from '../../domain/working-calendar.ts';
import type { CountedFrom, DayRule } from '../parts/day-rule.ts';
import type { Policy } from '../policy.ts';
import type { CheckedFacts } from './check-facts.ts';

/** What a policy's rules are resolved with. */
export interface CompileContext {
  readonly policy: Policy;
  readonly given: Case;
  readonly checked: CheckedFacts;
  readonly calendar: WorkingCalendar;
}

/** The day of a rule, and the arithmetic behind it. */
export interface ResolvedRule {
  readonly on: Day;
  readonly source: string;
  readonly from: WindowArithmetic | null;
}

/** The day of the first rule that applies; null when none does or what it counts from is not known. */
export function firstRule(rules: readonly DayRule[], context: CompileContext): ResolvedRule | null {
  const rule = rules.find(({ when }) => when === null || when.holds(context.checked));
  if (rule === undefined) return null;
  const on = resolveDay(rule, context);
  if (on === null) return null;
  return { on, source: rule.source, from: arithmeticOf(rule, context) };
}

/**
 * The day counted from a fact, a cutoff, a fixed day or the opening; null where that is not known or the calendar
 * does not reach. A month counts as its first day: the earlier, safe one.
 */
export function resolveDay(counted: CountedFrom, context: CompileContext): Day | null {
  const origin = originOf(counted, context);
  if (origin === null) return null;
  const { amount, unit, sign } = counted;
  if (amount === 0) return origin;
  if (unit === 'months') return addMonths(origin, sign * amount);
  const period = { amount, unit };
  return nullOutsideCover(() =>
    sign === 1
      ? addPeriod(context.calendar, origin, period)
      : lastDayBeforePeriod(context.calendar, origin, period),
  );
}

function originOf({ from }: CountedFrom, context: CompileContext): Day | null {
  switch (from.kind) {
    case 'fact':
      return dayOfFact(context.checked, from.fact);
    case 'cutoff':
      return cutoffDay(context, from.cutoff);
    case 'day':
      return from.day;
    case 'opening':
      return context.policy.opening?.on ?? null;
  }
}

/** The day of a cutoff, the family's own where they hold a notice; null where it counts from an unknown fact. */
export function cutoffDay(context: CompileContext, id: string): Day | null {
  const { policy, given } = context;
  if (given.cutoffOverride !== null && id === boundCutoff(policy)) return given.cutoffOverride.on;
  const cutoff = policy.cutoffs.get(id);
  if (cutoff === undefined) throw new Error(`unchecked cutoff ${id} in ${policy.id}`);
  return resolveDay(cutoff.on, context);
}

/** The cutoff that the family means when they write down one of their own: that of the first route. */
export function boundCutoff({ routes }: Policy): string | null {
  return routes[0]?.cutoff ?? null;
}

function dayOfFact({ facts, dayFacts }: CheckedFacts, id: string): Day | null {
  const value = facts.get(id);
  if (typeof value === 'number' && dayFacts.has(id)) return value as Day;
  return typeof value === 'string' ? (parseDay(value) ?? parseDay(`${value}-01`)) : null;
}

function arithmeticOf(rule: DayRule, context: CompileContext): WindowArithmetic | null {
  if (rule.from.kind !== 'fact' || rule.amount === 0) return null;
  const on = dayOfFact(context.checked, rule.from.fact);
  if (on === null) return null;
  return { fact: rule.from.fact, on, amount: rule.amount, unit: rule.unit, sign: rule.sign };
}
