// A condition of a policy: a CEL expression over the facts. CEL by `@bufbuild/cel` (Apache-2.0, kept by Buf): a
// standard language with a specification, and no way out of the expression.

import { celEnv, isCelError, parse, plan } from '@bufbuild/cel';
import type { FactValue } from '../domain/case.ts';
import { type Day, formatDay } from '../domain/day.ts';
import { type ConditionFault, faultOfParts, faultOfText, stepsOf } from './condition-bounds.ts';

/**
 * Facts as conditions see them: `facts.ID` (absent when unknown), days as `YYYY-MM-DD`; `ages.ID`, the whole years
 * from a day or month of the past to the first day of the policy year; `asOf` and `yearStart`, days.
 */
export interface ConditionFacts {
  readonly facts: ReadonlyMap<string, FactValue>;
  /** Facts whose values are days. */
  readonly dayFacts: ReadonlySet<string>;
  readonly asOf: Day;
  readonly policyYear: number;
  /** Made to try one condition on: nothing about it is remembered. Left out: it is a case's, and asked many times. */
  readonly isTrial?: true;
}

export interface Condition {
  readonly expression: string;
  /** What an evaluation takes at most. */
  readonly steps: number;
  /**
   * Whether it holds. @throws ConditionFailed when it gives no yes or no, such as on a fact that is not known
   * and not asked about with `has(facts.ID)`.
   */
  readonly holds: (given: ConditionFacts) => boolean;
}

/** The text is not a CEL expression, or none that a condition may be. */
export class ConditionSyntaxError extends Error {
  readonly fault: ConditionFault;

  constructor(fault: ConditionFault, cause?: unknown) {
    super(fault.what, { cause });
    this.fault = fault;
  }
}

/** The expression cannot be evaluated on these facts: a fault of the policy. */
export class ConditionFailed extends Error {}

const ENVIRONMENT = celEnv({});

/** Conditions come again in every year's file and under every reading. */
const PARSED = new Map<string, Condition>();

/** @throws ConditionSyntaxError */
export function parseCondition(expression: string): Condition {
  const known = PARSED.get(expression);
  if (known !== undefined) return known;
  const condition = newCondition(expression);
  PARSED.set(expression, condition);
  return condition;
}

function newCondition(expression: string): Condition {
  const { evaluate, steps } = planExpression(expression);
  // One case asks the same of the same facts for every route and every reading.
  const answers = new WeakMap<ConditionFacts, boolean>();
  const holds = (given: ConditionFacts): boolean => {
    const known = given.isTrial ? undefined : answers.get(given);
    if (known !== undefined) return known;
    const result = evaluate(given.isTrial ? newVisibleTo(given) : visibleTo(given));
    if (typeof result === 'boolean') {
      if (!given.isTrial) answers.set(given, result);
      return result;
    }
    const why = isCelError(result) ? result.message : `it gave ${String(result)}`;
    throw new ConditionFailed(`the condition "${expression}" gives no yes or no: ${why}`);
  };
  return { expression, steps, holds };
}

type Evaluate = (bindings: Record<string, unknown>) => unknown;

function planExpression(expression: string): { evaluate: Evaluate; steps: number } {
  const tooLarge = faultOfText(expression);
  if (tooLarge !== null) throw new ConditionSyntaxError(tooLarge);
  const parsed = parsedExpression(expression);
  const unfit = parsed.expr && faultOfParts(parsed.expr);
  if (unfit) throw new ConditionSyntaxError(unfit);
  return {
    evaluate: plan(ENVIRONMENT, parsed) as Evaluate,
    steps: parsed.expr === undefined ? 0 : stepsOf(parsed.expr),
  };
}

function parsedExpression(expression: string): ReturnType<typeof parse> {
  try {
    return parse(expression);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const what = `not a condition: ${why}`;
    throw new ConditionSyntaxError({ what, value: expression, allowed: 'a CEL expression' }, error);
  }
}

/** What conditions see of the same facts never changes, and one case asks dozens of them. */
const VISIBLE = new WeakMap<ConditionFacts, Record<string, unknown>>();

function visibleTo(given: ConditionFacts): Record<string, unknown> {
  const known = VISIBLE.get(given);
  if (known !== undefined) return known;
  const visible = newVisibleTo(given);
  VISIBLE.set(given, visible);
  return visible;
}

function newVisibleTo(given: ConditionFacts): Record<string, unknown> {
  const { facts, dayFacts, asOf, policyYear } = given;
  const values = [...facts].map(([id, value]) => [id, celValue(value, dayFacts.has(id))] as const);
  const ages = values.flatMap(([id, value]) => {
    const age = typeof value === 'string' ? ageAt(policyYear, value) : null;
    return age === null ? [] : [[id, BigInt(age)] as const];
  });
  return {
    facts: new Map(values),
    ages: new Map(ages),
    asOf: formatDay(asOf),
    yearStart: `${policyYear}-01-01`,
  };
}

/** Whole years from a day or a month to 1 January of the policy year; whoever is born on that day is not older. */
function ageAt(policyYear: number, text: string): number | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text) ?? [];
  if (year === undefined) return null;
  const isFirstOfYear = month === '01' && (day ?? '01') === '01';
  return policyYear - Number(year) - (isFirstOfYear ? 0 : 1);
}

function celValue(value: FactValue, isDay: boolean): string | boolean | bigint {
  if (typeof value !== 'number') return value;
  return isDay ? formatDay(value as Day) : BigInt(value);
}
