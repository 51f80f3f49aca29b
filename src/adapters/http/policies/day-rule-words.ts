// Days that depend on the family, in words: 29 days before "valid until"; three months after the payment.

import type { CoverFrom } from '../../../policies/parts/coverage.ts';
import type { CountedFrom, DayRule } from '../../../policies/parts/day-rule.ts';
import type { Line, Telling } from './telling.ts';

export function countedWords({ from, amount, unit, sign }: CountedFrom, telling: Telling): string {
  const origin = originWords(from, telling);
  if (amount !== 0) return telling.words.counted(origin, telling.shared.period({ amount, unit }), sign);
  return from.kind === 'fact' ? telling.words.givenDay(origin) : origin;
}

function originWords(from: CountedFrom['from'], { policy, words, day, question, say }: Telling): string {
  switch (from.kind) {
    case 'fact':
      return words.condition.fact(question(from.fact));
    case 'cutoff': {
      const title = policy.cutoffs.get(from.cutoff)?.title;
      return title ? say(title) : words.origin.cutoff;
    }
    case 'day':
      return day(from.day);
    case 'opening':
      return policy.opening === null ? words.origin.opening : day(policy.opening.on);
  }
}

/** Day rules of which the first that holds counts, as lines under one label. */
export function dayRuleLines(label: string, rules: readonly DayRule[], telling: Telling): Line[] {
  return rules.map((rule) => ({
    label,
    text: countedWords(rule, telling),
    note: onlyNote(telling.only(rule.when), telling),
    ref: telling.ref(rule.source),
  }));
}

export function onlyNote(condition: string | null, { words }: Pick<Telling, 'words'>): string | null {
  return condition === null ? null : words.only(condition);
}

export function coverFromWords(coverFrom: CoverFrom, { words, shared, day, question }: Telling): string {
  const { cover } = words;
  if (coverFrom === 'unknown') return words.notKnown;
  if ('day' in coverFrom) return cover.fromDay(day(coverFrom.day));
  if ('fact' in coverFrom) return words.givenDay(words.condition.fact(question(coverFrom.fact)));
  if (coverFrom.payment !== 'after-months') return cover.fromPayment[coverFrom.payment];
  const { months, plus, minus, atLeast } = coverFrom;
  const further = [
    ...(plus === undefined ? [] : [cover.plusFact(question(plus.fact))]),
    ...(minus === undefined ? [] : [cover.minusFact(question(minus.fact))]),
    ...(atLeast === undefined ? [] : [cover.atLeast(atLeast)]),
  ];
  return shared.clauses([cover.afterMonths(months), ...further]);
}
