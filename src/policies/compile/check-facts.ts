// The facts of a case held against those that a policy asks for: types, choices, what is missing, what is
// assumed instead.

import type { FactValue } from '../../domain/case.ts';
import { DAY_FORM, type Day, parseDay } from '../../domain/day.ts';
import type { Fault, Result } from '../../domain/problem.ts';
import type { ConditionFacts } from '../condition.ts';
import type { FactDefinition } from '../parts/fact.ts';
import type { Policy } from '../policy.ts';

/** In years, from the policy year: the age of the oldest. */
const OLDEST = 120;

/** In years after it: none of the papers that are asked for is given for longer. */
const LONGEST_PAPER = 5;

export interface CheckedFacts extends ConditionFacts {
  /** Ids of the facts that nobody gave and the policy's default stands for. */
  readonly assumed: ReadonlySet<string>;
}

/**
 * The facts with the policy's defaults filled in, or every fault: an unknown id, a value of another type, a day in a
 * year that cannot be (more than 120 before the policy year, or 5 after it: it was mistyped), a required fact that is
 * missing.
 */
export function checkFacts(
  policy: Policy,
  given: Readonly<Record<string, unknown>>,
  asOf: Day,
): Result<CheckedFacts> {
  const faults: Fault[] = [];
  const facts = new Map<string, FactValue>();
  const assumed = new Set<string>();
  const years = yearsOf(policy);
  for (const id of Object.keys(given)) {
    if (policy.facts.some((fact) => fact.id === id)) continue;
    const allowed = policy.facts.map((fact) => fact.id).join(' | ');
    faults.push({ path: ['facts', id], what: 'unknown fact', value: id, allowed });
  }
  for (const fact of policy.facts) {
    const value = given[fact.id];
    if (value !== undefined && value !== null) {
      const parsed = parseFact(fact, value);
      const path = ['facts', fact.id];
      if (parsed === null) {
        faults.push({ path, what: 'not an allowed value', value, allowed: formOf(fact) });
      } else if (!isWithin(years, fact, value)) {
        const allowed = `${formOf(fact)}, in a year from ${years.from} to ${years.until}`;
        faults.push({ path, what: 'a year that cannot be', value, allowed, years });
      } else {
        facts.set(fact.id, parsed);
      }
    } else if (fact.fallback !== null) {
      const parsed = parseFact(fact, fact.fallback);
      if (parsed !== null) facts.set(fact.id, parsed);
      assumed.add(fact.id);
    }
  }
  const dayFacts = new Set(policy.facts.filter(({ type }) => type === 'date').map(({ id }) => id));
  const checked = { facts, dayFacts, asOf, policyYear: policy.policyYear, assumed };
  for (const fact of policy.facts) {
    if (!fact.isRequired || facts.has(fact.id) || hasFault(faults, fact.id)) continue;
    // Whether it is asked can depend on a fact that is itself at fault; then that one is told first.
    if (fact.askWhen !== null && faults.length === 0 && !fact.askWhen.holds(checked)) continue;
    faults.push({ path: ['facts', fact.id], what: `missing: ${fact.question.en}`, allowed: formOf(fact) });
  }
  if (faults.length > 0) return { ok: false, problems: faults };
  return { ok: true, value: { ...checked, assumed: assumedOfAsked(policy, checked) } };
}

/** What has to do with a family that lives: it was born in one of these, and its papers end in one. */
function yearsOf({ policyYear }: Policy): { readonly from: number; readonly until: number } {
  return { from: policyYear - OLDEST, until: policyYear + LONGEST_PAPER };
}

/** Only of days and months. */
function isWithin(years: ReturnType<typeof yearsOf>, { type }: FactDefinition, value: unknown): boolean {
  if (type !== 'date' && type !== 'month' && type !== 'date-or-month') return true;
  const year = Number(String(value).slice(0, 4));
  return year >= years.from && year <= years.until;
}

/** Nobody needs to look at what was assumed about a question that was not theirs. */
function assumedOfAsked(policy: Policy, checked: CheckedFacts): Set<string> {
  const asked = policy.facts.filter(({ askWhen }) => askWhen === null || askWhen.holds(checked));
  return new Set(asked.map(({ id }) => id).filter((id) => checked.assumed.has(id)));
}

function hasFault(faults: readonly Fault[], id: string): boolean {
  return faults.some(({ path }) => path[1] === id);
}

const LARGEST_INTEGER = 999;

/** The value of a fact in the policy's type, or null when it is of another. */
export function parseFact({ type, choices }: FactDefinition, value: unknown): FactValue | null {
  switch (type) {
    case 'date':
      return typeof value === 'string' ? parseDay(value) : null;
    case 'date-or-month':
      return typeof value === 'string' && (parseDay(value) !== null || isMonth(value)) ? value : null;
    case 'month':
      return typeof value === 'string' && isMonth(value) ? value : null;
    case 'choice':
      return typeof value === 'string' && choices.has(value) ? value : null;
    case 'boolean':
      return typeof value === 'boolean' ? value : null;
    case 'integer':
      return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= LARGEST_INTEGER
        ? Number(value)
        : null;
  }
}

function isMonth(text: string): boolean {
  return /^\d{4}-\d{2}$/.test(text) && parseDay(`${text}-01`) !== null;
}

/** The form of a fact's value, in words. */
function formOf({ type, choices }: FactDefinition): string {
  const forms = {
    date: `a day, ${DAY_FORM}`,
    'date-or-month': `a day, ${DAY_FORM}, or a month, YYYY-MM`,
    month: 'a month, YYYY-MM',
    choice: [...choices.keys()].join(' | '),
    boolean: 'true | false',
    integer: `a whole number, 0 to ${LARGEST_INTEGER}`,
  };
  return forms[type];
}
