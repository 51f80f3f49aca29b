// The small values of a policy as JSON: days as YYYY-MM-DD, conditions as their CEL text.

import { type Day, formatDay } from '../../../domain/day.ts';
import type { Condition } from '../../../policies/condition.ts';
import type { DurationDefinition } from '../../../policies/parts/activity.ts';
import type { CoverFrom } from '../../../policies/parts/coverage.ts';
import type { CountedFrom, DayRule } from '../../../policies/parts/day-rule.ts';

export function dayText(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}

export function conditionText(when: Condition | null): string | null {
  return when?.expression ?? null;
}

/** A fixed day as such; one that is counted as what it counts from, and how far. */
export function countedJson<T extends CountedFrom>(counted: T): string | object {
  const { from, amount } = counted;
  if (from.kind !== 'day') return counted;
  return amount === 0 ? formatDay(from.day) : { ...counted, from: { ...from, day: formatDay(from.day) } };
}

/** Always told with what it counts from, beside its condition and its source. */
export function dayRuleJson({ from, when, ...rule }: DayRule): object {
  const origin = from.kind === 'day' ? { ...from, day: formatDay(from.day) } : from;
  return { ...rule, from: origin, when: conditionText(when) };
}

export function durationJson({ when, ...duration }: DurationDefinition): object {
  return { ...duration, when: conditionText(when) };
}

export function coverFromJson(coverFrom: CoverFrom): unknown {
  return typeof coverFrom === 'object' && 'day' in coverFrom ? { day: formatDay(coverFrom.day) } : coverFrom;
}
