// The catalogue of a plan that is done, in each language.

import type { Locale } from '../../../domain/localized.ts';
import { seasonEn } from './season-en.ts';
import type { SeasonWords } from './season-words.ts';
import { seasonZh } from './season-zh.ts';

const WORDS: Readonly<Record<Locale, SeasonWords>> = { zh: seasonZh, en: seasonEn };

export function seasonWordsOf(locale: Locale): SeasonWords {
  return WORDS[locale];
}
