// The catalogue of what a family takes along, in each language.

import type { Locale } from '../../../domain/localized.ts';
import { takeAlongEn } from './take-along-en.ts';
import type { TakeAlongWords } from './take-along-words.ts';
import { takeAlongZh } from './take-along-zh.ts';

const WORDS: Readonly<Record<Locale, TakeAlongWords>> = { zh: takeAlongZh, en: takeAlongEn };

export function takeAlongWordsOf(locale: Locale): TakeAlongWords {
  return WORDS[locale];
}
