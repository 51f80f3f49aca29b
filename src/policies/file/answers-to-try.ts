// The answers that a condition is tried with: each choice, and of days and numbers those around the values that it
// compares them with.

import type { FactValue } from '../../domain/case.ts';
import { addDays, type Day, dayOf, formatDay, parseDay } from '../../domain/day.ts';
import type { ConditionFacts } from '../condition.ts';
import type { FactDefinition } from '../parts/fact.ts';

/** A fact that nobody gave. */
const UNKNOWN = Symbol('unknown');

export type Answer = FactValue | typeof UNKNOWN;

export interface Boundaries {
  readonly days: readonly Day[];
  readonly counts: readonly number[];
}

/** The days and numbers at which a comparison in an expression can turn. */
export function boundariesIn(expression: string, policyYear: number): Boundaries {
  const yearStart = dayOf({ year: policyYear, month: 1, dayOfMonth: 1 });
  const written = [...expression.matchAll(/"(\d{4}-\d{2}-\d{2})"/g)].flatMap(
    ([, text = '']) => parseDay(text) ?? [],
  );
  const counts = [...expression.replaceAll(/"[^"]*"/g, '').matchAll(/\b\d+\b/g)].map(([text]) =>
    Number(text),
  );
  const years = /\bages\./.test(expression)
    ? counts.map((age) => dayOf({ year: policyYear - age, month: 1, dayOfMonth: 1 }))
    : [];
  const asOf = /\basOf\b/.test(expression) ? [lookedAtOn(policyYear)] : [];
  const compared = [...written, ...years, ...asOf, ...(/\byearStart\b/.test(expression) ? [yearStart] : [])];
  return { days: compared.length === 0 ? [yearStart] : compared, counts: counts.length === 0 ? [0] : counts };
}

/** Any day would do: the facts that it is compared with lie on both sides of it. */
function lookedAtOn(policyYear: number): Day {
  return dayOf({ year: policyYear - 1, month: 11, dayOfMonth: 22 });
}

/** The answers to a question that could make a difference at these boundaries, and none where none is needed. */
export function answersTo(fact: FactDefinition, { days, counts }: Boundaries): Answer[] {
  const unknown: Answer[] = fact.fallback === null ? [UNKNOWN] : [];
  const around = [...new Set(days.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]))];
  switch (fact.type) {
    case 'choice':
      return [...fact.choices.keys(), ...unknown];
    case 'boolean':
      return [true, false, ...unknown];
    case 'integer':
      return [...new Set(counts.flatMap((count) => [Math.max(0, count - 1), count, count + 1])), ...unknown];
    case 'date':
      return [...around, ...unknown];
    case 'month':
      return [...new Set(around.map((day) => formatDay(day).slice(0, 7))), ...unknown];
    case 'date-or-month':
      return [...new Set(around.flatMap((day) => [formatDay(day), formatDay(day).slice(0, 7)])), ...unknown];
  }
}

/** The combination of that number; null for one that cannot be: a required answer that was asked for is missing. */
export function combinationAt(
  index: number,
  involved: readonly FactDefinition[],
  answers: readonly (readonly Answer[])[],
  policyYear: number,
): ConditionFacts | null {
  const facts = new Map<string, FactValue>();
  let rest = index;
  for (const [position, fact] of involved.entries()) {
    const list = answers[position] ?? [];
    const answer = list[rest % list.length] ?? UNKNOWN;
    rest = Math.floor(rest / list.length);
    if (answer !== UNKNOWN) facts.set(fact.id, answer);
  }
  const dayFacts = new Set(involved.filter(({ type }) => type === 'date').map(({ id }) => id));
  const given = { facts, dayFacts, asOf: lookedAtOn(policyYear), policyYear, isTrial: true as const };
  const isPossible = involved.every(
    ({ id, isRequired, askWhen }) =>
      !isRequired || facts.has(id) || (askWhen !== null && !askWhen.holds(given)),
  );
  return isPossible ? given : null;
}
