// A condition of a policy: a CEL expression over the facts. CEL by `@bufbuild/cel` (Apache-2.0, kept by Buf): a
// standard language with a specification, and no way out of the expression.

import { celEnv, isCelError, parse, plan } from '@bufbuild/cel';
import type { FactValue } from '../domain/case.ts';
import { type Day, formatDay } from '../domain/day.ts';

/** Facts as conditions see them: `facts.ID` (absent when unknown), days as `YYYY-MM-DD`, and `asOf`. */
export interface ConditionFacts {
  readonly facts: ReadonlyMap<string, FactValue>;
  /** Facts whose values are days. */
  readonly dayFacts: ReadonlySet<string>;
  readonly asOf: Day;
}

export interface Condition {
  readonly expression: string;
  /**
   * Whether it holds. @throws ConditionFailed when it gives no yes or no, such as on a fact that is not known
   * and not asked about with `has(facts.ID)`.
   */
  readonly holds: (given: ConditionFacts) => boolean;
}

/** The text is not a CEL expression. */
export class ConditionSyntaxError extends Error {}

/** The expression cannot be evaluated on these facts: a fault of the policy. */
export class ConditionFailed extends Error {}

const ENVIRONMENT = celEnv({});

/** @throws ConditionSyntaxError */
export function parseCondition(expression: string): Condition {
  const evaluate = planExpression(expression);
  const holds = ({ facts, dayFacts, asOf }: ConditionFacts): boolean => {
    const visible = [...facts].map(([id, value]) => [id, celValue(value, dayFacts.has(id))] as const);
    const result = evaluate({ facts: new Map(visible), asOf: formatDay(asOf) });
    if (typeof result === 'boolean') return result;
    const why = isCelError(result) ? result.message : `it gave ${String(result)}`;
    throw new ConditionFailed(`the condition "${expression}" gives no yes or no: ${why}`);
  };
  return { expression, holds };
}

type Evaluate = (bindings: Record<string, unknown>) => unknown;

function planExpression(expression: string): Evaluate {
  try {
    return plan(ENVIRONMENT, parse(expression)) as Evaluate;
  } catch (error) {
    throw new ConditionSyntaxError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function celValue(value: FactValue, isDay: boolean): string | boolean | bigint {
  if (typeof value !== 'number') return value;
  return isDay ? formatDay(value as Day) : BigInt(value);
}
