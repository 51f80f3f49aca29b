// The comparisons of a condition: CEL compares what is of different types too, and calls it unequal; in a policy that
// is always a slip.

import { parse } from '@bufbuild/cel';
import { type Expression, partsOf } from '../condition-bounds.ts';
import type { FactDefinition } from '../parts/fact.ts';

const COMPARISONS = ['_==_', '_!=_', '_<_', '_<=_', '_>_', '_>=_'];

/** What can stand on either side: its CEL type, its words, and of a fact the values that it can have. */
interface Operand {
  readonly type: 'string' | 'bool' | 'int';
  readonly words: string;
  /** Null: any of its type. */
  readonly choices: readonly string[] | null;
  readonly isConstant: boolean;
}

/**
 * What is wrong with the comparisons of an expression: sides of different types, and a choice compared with what is
 * none of its values. Sides that are more than a fact, an age, a day or a constant are left to the proof.
 */
export function comparisonFaults(
  expression: string,
  facts: ReadonlyMap<string, FactDefinition>,
): { readonly what: string; readonly value: string; readonly allowed: string }[] {
  const root = parsedOf(expression);
  if (root === undefined) return [];
  return partsOf(root).flatMap(({ exprKind }) => {
    if (exprKind.case !== 'callExpr' || !COMPARISONS.includes(exprKind.value.function)) return [];
    const [left, right] = exprKind.value.args.map((arg) => operandOf(arg, facts));
    if (!left || !right) return [];
    if (left.type !== right.type) {
      const allowed = `both of one type; ${left.words} is a ${left.type}`;
      return [{ what: 'a comparison of different types', value: `${left.words}, ${right.words}`, allowed }];
    }
    const [chosen, constant] = left.isConstant ? [right, left] : [left, right];
    if (!constant.isConstant || chosen.choices === null || chosen.choices.includes(constant.words)) return [];
    return [
      {
        what: `a comparison of ${chosen.words} with a value that it never has`,
        value: constant.words,
        allowed: chosen.choices.join(' | '),
      },
    ];
  });
}

/** The same conditions stand in the files of many years. */
const PARSED = new Map<string, Expression | undefined>();

function parsedOf(expression: string): Expression | undefined {
  if (!PARSED.has(expression)) PARSED.set(expression, parse(expression).expr);
  return PARSED.get(expression);
}

const CEL_TYPES = {
  date: 'string',
  month: 'string',
  'date-or-month': 'string',
  choice: 'string',
  boolean: 'bool',
  integer: 'int',
} as const;

function operandOf({ exprKind }: Expression, facts: ReadonlyMap<string, FactDefinition>): Operand | null {
  switch (exprKind.case) {
    case 'constExpr':
      return constantOf(exprKind.value.constantKind);
    case 'identExpr': {
      const { name } = exprKind.value;
      const isDay = name === 'asOf' || name === 'yearStart';
      return isDay ? { type: 'string', words: name, choices: null, isConstant: false } : null;
    }
    case 'selectExpr': {
      const { operand, field, testOnly } = exprKind.value;
      const of = operand?.exprKind.case === 'identExpr' ? operand.exprKind.value.name : null;
      if (testOnly || of === null) return null;
      const words = `${of}.${field}`;
      if (of === 'ages') return { type: 'int', words, choices: null, isConstant: false };
      const fact = facts.get(field);
      if (of !== 'facts' || fact === undefined) return null;
      const choices = fact.type === 'choice' ? [...fact.choices.keys()] : null;
      return { type: CEL_TYPES[fact.type], words, choices, isConstant: false };
    }
    default:
      return null;
  }
}

function constantOf(kind: { readonly case?: string | undefined; readonly value?: unknown }): Operand | null {
  const types: Readonly<Record<string, Operand['type']>> = {
    stringValue: 'string',
    boolValue: 'bool',
    int64Value: 'int',
  };
  const type = types[kind.case ?? ''];
  return type === undefined ? null : { type, words: String(kind.value), choices: null, isConstant: true };
}
