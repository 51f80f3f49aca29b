// The answers so far in words, each with the way to change it.

import { parseDay } from '../../../domain/day.ts';
import type { Locale } from '../../../domain/localized.ts';
import type { GivenAnswer } from '../../../emitters/pages/given-answer.ts';
import { askWordsOf } from '../../../emitters/pages/words/ask-words-of.ts';
import { dayWords } from '../../../emitters/wording/day-words.ts';
import { wordsOf } from '../../../emitters/wording/wording.ts';
import type { FactDefinition } from '../../../policies/parts/fact.ts';
import { answerValue, knownValue } from '../forms/answers.ts';
import type { AnyRequest } from '../http-context.ts';
import { localeOf } from '../locale.ts';
import { type AskedCase, addressOfCase } from './asked-case.ts';
import { NOT_KNOWN } from './possible-answers.ts';

/** Of some questions, in their order, those that were answered. */
export function givenAnswers(
  req: AnyRequest,
  asked: AskedCase,
  facts: readonly FactDefinition[],
): GivenAnswer[] {
  const locale = localeOf(req);
  return facts.flatMap((fact) => {
    const typed = asked.answers.get(fact.id);
    if (typed === undefined) return [];
    return [
      {
        question: fact.question[locale],
        shown: shownAnswer(fact, typed, locale),
        href: addressOfCase(req, asked, fact.id),
      },
    ];
  });
}

/** An answer as people read it; what cannot be read stays as it was typed. */
export function shownAnswer(fact: FactDefinition, typed: string, locale: Locale): string {
  const words = wordsOf(locale);
  const { notKnown, about } = askWordsOf(locale).answers;
  const value = answerValue(fact, typed);
  const choice = fact.choices.get(String(value));
  if (choice !== undefined) return choice[locale];
  if (value === undefined || value === NOT_KNOWN) return notKnown;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  const day = parseDay(String(value));
  if (day !== null) return dayWords(day, locale, null);
  return fact.type === 'date' && knownValue({ ...fact, type: 'month' }, typed) !== null
    ? about(String(value))
    : String(value);
}
