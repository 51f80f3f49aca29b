// Periods, counted days and conditions of a policy in words.

import type { Period } from '../../domain/duration.ts';
import { dayWords } from '../../emitters/wording/day-words.ts';
import { wordsOf } from '../../emitters/wording/wording.ts';
import type { CountedFrom, DayRuleOrigin } from '../../policies/parts/day-rule.ts';
import type { Part, Telling } from './entry.ts';

type WithLocale = Pick<Telling, 'locale' | 'words'>;

export function periodWords({ locale }: WithLocale, period: Period): string {
  return wordsOf(locale).period(period);
}

/** A condition on one line, as it is written in the file. */
export function oneLine(expression: string): string {
  return expression.replaceAll(/\s+/g, ' ').trim();
}

/** `text`, and under which condition; without one it always holds. */
export function conditional({ words }: WithLocale, text: string, condition: string | undefined): string {
  return condition === undefined ? text : words.when(text, oneLine(condition));
}

/** A day, or how it is counted; facts and cutoffs go by their ids. */
export function countedWords(telling: WithLocale, { from, amount, unit, sign }: CountedFrom): string {
  const { locale } = telling;
  const origin = originWords(telling, from);
  if (amount === 0) return origin;
  return telling.words.counted(wordsOf(locale).period({ amount, unit }), origin, sign);
}

function originWords({ locale, words }: WithLocale, from: DayRuleOrigin): string {
  switch (from.kind) {
    case 'day':
      return dayWords(from.day, locale, null);
    case 'fact':
      return from.fact;
    case 'cutoff':
      return from.cutoff;
    case 'opening':
      return words.opening;
  }
}

interface RuleInFile extends CountedFrom {
  readonly when?: string | undefined;
  readonly source: string;
}

/** Each rule of a list with its own source; several of them are told apart by their conditions. */
export function dayRuleParts(
  telling: Telling,
  key: string,
  label: string,
  rules: readonly RuleInFile[] | undefined,
): Part[] {
  return (rules ?? []).map((rule) => ({
    key: `${key}/${rule.when ?? ''}`,
    label,
    value: conditional(telling, countedWords(telling, rule), rule.when),
    source: rule.source,
  }));
}
