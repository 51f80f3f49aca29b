// An answer as it stands in a form field, and as a case writes it. Lenient about how people write days on
// phones and in Chinese; whether the value will do is checked with the whole case, not here.

import type { FactValue } from '../../../domain/case.ts';
import { type Day, parseDay } from '../../../domain/day.ts';
import { writtenDate } from '../../../input/written-date.ts';
import { parseFact } from '../../../policies/compile/check-facts.ts';
import type { FactDefinition } from '../../../policies/parts/fact.ts';
import { type AnswerWords, writtenAnswer } from '../../../policies/written-answer.ts';

/** What was typed or chosen, by fact id. Empty: no answer. */
export type Answers = ReadonlyMap<string, string>;

/** Of a page, where yes, no and every choice are taps, and arrive as the page wrote them. */
const FORM_WORDS: AnswerWords = {
  yesOrNo: (text) => (text === 'true' ? true : text === 'false' ? false : null),
  choice: (_, text) => text,
};

/** The value for the case's JSON; undefined for no answer. What cannot be read stays as typed, to be refused. */
export function answerValue(fact: FactDefinition, typed: string): string | number | boolean | undefined {
  const text = typed.normalize('NFKC').trim();
  return text === '' ? undefined : writtenAnswer(fact, text, FORM_WORDS);
}

/** The value as conditions of a policy see it; null for no answer and for one that the policy does not take. */
export function knownValue(fact: FactDefinition, typed: string): FactValue | null {
  const value = answerValue(fact, typed);
  return value === undefined ? null : parseFact(fact, value);
}

/** The text for a fact of a stored case, for its field. */
export function answerText(value: unknown): string {
  const isWritten = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isWritten ? String(value) : '';
}

/** A day as people write it; null for what is none. */
export function writtenDay(typed: string): Day | null {
  return parseDay(writtenDate(typed.normalize('NFKC').trim()));
}
