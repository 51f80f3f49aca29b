// The catalogue of asking in each language.

import type { Locale } from '../../../domain/localized.ts';
import { askEn } from './ask-en.ts';
import type { AskWords } from './ask-words.ts';
import { askZh } from './ask-zh.ts';

const WORDS: Readonly<Record<Locale, AskWords>> = { zh: askZh, en: askEn };

export function askWordsOf(locale: Locale): AskWords {
  return WORDS[locale];
}
