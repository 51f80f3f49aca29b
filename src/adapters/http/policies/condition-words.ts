// A condition of a policy in words: `facts.enrolling == "spouse"` as 为谁参保 is 配偶, in the questions and answers
// of the policy itself. What it cannot read it shows as it is written.

import { parse } from '@bufbuild/cel';
import { type Day, dayOf, parseDay } from '../../../domain/day.ts';
import type { Locale } from '../../../domain/localized.ts';
import type { Comparison, PolicyWords } from '../../../emitters/pages/words/policy-words.ts';
import type { Words } from '../../../emitters/wording/words.ts';
import type { FactDefinition } from '../../../policies/parts/fact.ts';
import type { Policy } from '../../../policies/policy.ts';

interface Readers {
  readonly policy: Pick<Policy, 'facts' | 'policyYear'>;
  readonly locale: Locale;
  readonly words: PolicyWords;
  readonly shared: Pick<Words, 'yes' | 'no'>;
  readonly day: (day: Day) => string;
}

type Expression = NonNullable<ReturnType<typeof parse>['expr']>;

/** Something in the expression that has no words here. */
class Unreadable extends Error {}

export function conditionWords(expression: string, readers: Readers): string {
  const { words } = readers;
  try {
    const parsed = parse(expression).expr;
    if (parsed === undefined) throw new Unreadable();
    return wordsFor(parsed, readers);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return words.condition.unreadable(expression.replaceAll(/\s+/g, ' ').trim());
  }
}

function wordsFor(expression: Expression, readers: Readers): string {
  const say = readers.words.condition;
  const asked = askedFact(expression);
  if (asked !== null) return say.known(questionOf(asked, readers));
  const call = callOf(expression);
  switch (call.name) {
    case '_&&_':
      return joined(toldParts(expression), '_||_', say.all, readers);
    case '_||_':
      return (
        sameFactWords(expression, readers) ?? joined(partsOf('_||_', expression), '_&&_', say.any, readers)
      );
    case '!_': {
      const fact = call.args[0] === undefined ? null : askedFact(call.args[0]);
      if (fact === null) throw new Unreadable();
      return say.unknown(questionOf(fact, readers));
    }
    default:
      return comparisonWords(call, readers);
  }
}

/** Parts of the other kind stand in brackets. */
function joined(parts: readonly Expression[], other: string, mark: string, readers: Readers): string {
  const say = readers.words.condition;
  return parts
    .map((part) => {
      const text = wordsFor(part, readers);
      const isMixed = nameOf(part) === other && sameFactWords(part, readers) === null;
      const isOne = other === '_&&_' && toldParts(part).length === 1;
      return isMixed && !isOne && parts.length > 1 ? say.group(text) : text;
    })
    .join(mark);
}

function toldParts(conjunction: Expression): Expression[] {
  return partsOf('_&&_', conjunction).filter((part, _, all) => !isSaidAnyway(part, all));
}

/** `has(facts.x)` beside a comparison of x says nothing more. */
function isSaidAnyway(part: Expression, all: readonly Expression[]): boolean {
  const fact = askedFact(part);
  return fact !== null && all.some((other) => other !== part && comparedFact(other) === fact);
}

/** One fact that may be any of several answers, all in one; null where it is another condition. */
function sameFactWords(expression: Expression, readers: Readers): string | null {
  const parts = partsOf('_||_', expression);
  const [fact, ...others] = new Set(
    parts.map((part) => (nameOf(part) === '_==_' ? comparedFact(part) : null)),
  );
  if (parts.length < 2 || fact === undefined || fact === null || others.length > 0) return null;
  const values = parts.map((part) => answerWords(fact, callOf(part).args[1], readers));
  return readers.words.condition.is(questionOf(fact, readers), values);
}

function comparisonWords({ name, args }: Call, readers: Readers): string {
  const comparison = /^_(==|!=|<=|>=|<|>)_$/.exec(name)?.[1] as Comparison | undefined;
  const [left, right] = args;
  if (comparison === undefined || left === undefined || right === undefined) throw new Unreadable();
  const say = readers.words.condition;
  // `asOf <= "2023-02-28"`: a day on both sides.
  if (left.exprKind.case === 'identExpr')
    return say.compareDay(dayText(left, readers), comparison, dayText(right, readers));
  const { scope, id } = selected(left);
  const question = questionOf(id, readers);
  if (scope === 'ages') return say.age(question, comparison, countOf(right));
  const { type } = factOf(id, readers);
  if (type === 'date') return say.compareDay(say.fact(question), comparison, dayText(right, readers));
  if (type === 'integer') return say.compare(say.fact(question), comparison, String(countOf(right)));
  const answer = answerWords(id, right, readers);
  if (comparison === '==') return say.is(question, [answer]);
  if (comparison === '!=') return say.isNot(question, answer);
  throw new Unreadable();
}

function answerWords(
  fact: string,
  expression: Expression | undefined,
  { policy, locale, shared, words }: Readers,
): string {
  const { choices } = factOf(fact, { policy, words });
  const value = constantOf(expression);
  if (typeof value === 'boolean') return value ? shared.yes : shared.no;
  if (typeof value !== 'string') throw new Unreadable();
  return choices.get(value)?.[locale] ?? value;
}

function dayText(expression: Expression, { policy, words, day }: Readers): string {
  if (expression.exprKind.case === 'identExpr') {
    const { name } = expression.exprKind.value;
    if (name === 'asOf') return words.condition.planningDay;
    if (name === 'yearStart') return day(dayOf({ year: policy.policyYear, month: 1, dayOfMonth: 1 }));
  }
  const value = constantOf(expression);
  const written = typeof value === 'string' ? parseDay(value) : null;
  if (written === null) throw new Unreadable();
  return day(written);
}

interface Call {
  readonly name: string;
  readonly args: readonly Expression[];
}

function callOf({ exprKind }: Expression): Call {
  if (exprKind.case !== 'callExpr') throw new Unreadable();
  return { name: exprKind.value.function, args: exprKind.value.args };
}

function nameOf({ exprKind }: Expression): string | null {
  return exprKind.case === 'callExpr' ? exprKind.value.function : null;
}

/** `a && b && c` as three parts. */
function partsOf(name: string, expression: Expression): Expression[] {
  return nameOf(expression) === name
    ? callOf(expression).args.flatMap((part) => partsOf(name, part))
    : [expression];
}

interface Selected {
  readonly scope: string;
  readonly id: string;
}

function selected({ exprKind }: Expression): Selected {
  const operand = exprKind.case === 'selectExpr' ? exprKind.value.operand?.exprKind : undefined;
  if (exprKind.case !== 'selectExpr' || operand?.case !== 'identExpr') throw new Unreadable();
  return { scope: operand.value.name, id: exprKind.value.field };
}

/** The fact of `has(facts.x)`. */
function askedFact(expression: Expression): string | null {
  const { exprKind } = expression;
  return exprKind.case === 'selectExpr' && exprKind.value.testOnly ? selected(expression).id : null;
}

function comparedFact({ exprKind }: Expression): string | null {
  const left = exprKind.case === 'callExpr' ? exprKind.value.args[0] : undefined;
  return left?.exprKind.case === 'selectExpr' && !left.exprKind.value.testOnly ? selected(left).id : null;
}

function constantOf(expression: Expression | undefined): unknown {
  if (expression?.exprKind.case !== 'constExpr') throw new Unreadable();
  return expression.exprKind.value.constantKind.value;
}

function countOf(expression: Expression): number {
  const value = constantOf(expression);
  if (typeof value !== 'bigint') throw new Unreadable();
  return Number(value);
}

function factOf(id: string, { policy }: Pick<Readers, 'policy' | 'words'>): FactDefinition {
  const fact = policy.facts.find((known) => known.id === id);
  if (fact === undefined) throw new Unreadable();
  return fact;
}

function questionOf(id: string, readers: Readers): string {
  return factOf(id, readers).question[readers.locale];
}
