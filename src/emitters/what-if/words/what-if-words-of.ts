// The catalogue of "what if" in each language.

import type { Locale } from '../../../domain/localized.ts';
import { whatIfEn } from './what-if-en.ts';
import type { WhatIfWords } from './what-if-words.ts';
import { whatIfZh } from './what-if-zh.ts';

const WORDS: Readonly<Record<Locale, WhatIfWords>> = { zh: whatIfZh, en: whatIfEn };

export function whatIfWordsOf(locale: Locale): WhatIfWords {
  return WORDS[locale];
}
