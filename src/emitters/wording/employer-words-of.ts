// What is said to HR, in each language.

import type { Locale } from '../../domain/localized.ts';
import type { EmployerWords } from './employer-words.ts';
import { employerWordsEn } from './employer-words-en.ts';
import { employerWordsZh } from './employer-words-zh.ts';

const WORDS: Readonly<Record<Locale, EmployerWords>> = { zh: employerWordsZh, en: employerWordsEn };

export function employerWordsOf(locale: Locale): EmployerWords {
  return WORDS[locale];
}
