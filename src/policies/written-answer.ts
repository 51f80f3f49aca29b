// An answer as people write it, whether in a form or in a spreadsheet → as the JSON of a case has it.

import { writtenDate } from '../input/written-date.ts';
import type { FactDefinition } from './parts/fact.ts';

/** The words that a form and a spreadsheet do not share. */
export interface AnswerWords {
  /** Null: neither yes nor no. */
  readonly yesOrNo: (text: string) => boolean | null;
  readonly choice: (fact: FactDefinition, text: string) => string;
}

/**
 * The value for the JSON of a case. What cannot be read as the fact's type stays as it was written, to be refused
 * with the whole case.
 *
 * @param text not empty, trimmed, full-width characters made plain (NFKC)
 */
export function writtenAnswer(
  fact: FactDefinition,
  text: string,
  { yesOrNo, choice }: AnswerWords,
): string | number | boolean {
  switch (fact.type) {
    case 'boolean':
      return yesOrNo(text) ?? text;
    case 'integer':
      return /^\d{1,9}$/.test(text) ? Number(text) : text;
    case 'date':
    case 'month':
    case 'date-or-month':
      return writtenDate(text);
    case 'choice':
      return choice(fact, text);
  }
}
