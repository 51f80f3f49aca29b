// What a condition may be made of. Every part of it is looked at once when it is evaluated: no walks over lists, which
// nested take ever longer, and no patterns. So what it can cost is known from its length, and nobody has to stop it.

import type { parse } from '@bufbuild/cel';

export type Expression = NonNullable<ReturnType<typeof parse>['expr']>;

/** The longest that is shipped has some two hundred. */
const MOST_CHARACTERS = 1000;

/** The deepest that is shipped has seven. */
const MOST_LEVELS = 40;

/** By CEL's own names; those of operators have an underscore where an operand stands. */
const CALLS: ReadonlyMap<string, string> = new Map([
  ...['==', '!=', '<', '<=', '>', '>=', '&&', '||', '+'].map((sign) => [`_${sign}_`, sign] as const),
  ['_-_', '-'],
  ['-_', '-'],
  ['!_', '!'],
  ['_?_:_', '? :'],
  ['@in', 'in'],
  ['size', 'size'],
  ['startsWith', 'startsWith'],
]);

const ALLOWED = `has, ${[...new Set(CALLS.values())].join(', ')}`;

export interface ConditionFault {
  readonly what: string;
  readonly value?: string;
  readonly allowed: string;
}

/** Whether the text is too long or too deep to be read at all; null: it is not. */
export function faultOfText(text: string): ConditionFault | null {
  if (text.length > MOST_CHARACTERS)
    return { what: `a condition of ${text.length} characters`, allowed: `${MOST_CHARACTERS} at most` };
  const levels = levelsOf(text);
  if (levels <= MOST_LEVELS) return null;
  return { what: `a condition of ${levels} levels of brackets`, allowed: `${MOST_LEVELS} at most` };
}

function levelsOf(text: string): number {
  let [open, most] = [0, 0];
  for (const sign of text.replaceAll(/"[^"]*"|'[^']*'/g, '')) {
    if ('([{'.includes(sign)) open += 1;
    if (')]}'.includes(sign)) open -= 1;
    most = Math.max(most, open);
  }
  return most;
}

/** The first part that no condition has; null: there is none. */
export function faultOfParts(expression: Expression): ConditionFault | null {
  for (const { exprKind } of partsOf(expression)) {
    const value = exprKind.case === 'callExpr' ? exprKind.value.function : undefined;
    if (value !== undefined && !CALLS.has(value))
      return { what: 'a condition with what none has', value, allowed: ALLOWED };
    if (exprKind.case === 'comprehensionExpr')
      return { what: 'a condition that walks over a list', allowed: ALLOWED };
    if (exprKind.case === 'structExpr') return { what: 'a condition with a map in it', allowed: ALLOWED };
  }
  return null;
}

/** How many steps one evaluation takes at most. */
export function stepsOf(expression: Expression): number {
  return partsOf(expression).length;
}

/** The expression and all that it is made of, once each. */
export function partsOf(expression: Expression): Expression[] {
  const parts = [expression];
  for (const { exprKind } of parts) {
    switch (exprKind.case) {
      case 'callExpr':
        parts.push(...exprKind.value.args, ...(exprKind.value.target ? [exprKind.value.target] : []));
        break;
      case 'selectExpr':
        if (exprKind.value.operand) parts.push(exprKind.value.operand);
        break;
      case 'listExpr':
        parts.push(...exprKind.value.elements);
        break;
    }
  }
  return parts;
}
