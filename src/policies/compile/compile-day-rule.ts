// A day rule of a policy (29 days before the permit ends) and the facts of a case → the day.

import { addDays, type Day } from '../../domain/day.ts';
import { addPeriod, lastDayBeforePeriod, type Period } from '../../domain/duration.ts';
import type { PlannedCutoff } from '../../domain/plan.ts';
import type { Reason } from '../../domain/reason.ts';
import { nullOutsideCover, type WorkingCalendar } from '../../domain/working-calendar.ts';
import type { DayRule } from '../policy.ts';
import type { CheckedFacts } from './check-facts.ts';

export interface DayRuleContext {
  readonly checked: CheckedFacts;
  readonly calendar: WorkingCalendar;
}

/** The day of a rule, and the arithmetic behind it. */
export interface ResolvedRule {
  readonly on: Day;
  readonly source: string;
  readonly from: Extract<Reason, { rule: 'window-opens' }>['from'];
}

/** The day of the first rule that applies; null when none does or the fact it counts from is not known. */
export function firstRule(
  rules: readonly DayRule[],
  cutoff: PlannedCutoff,
  { checked, calendar }: DayRuleContext,
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
