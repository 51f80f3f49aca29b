// The catalogue of noting steps in each language.

import type { Locale } from '../../../domain/localized.ts';
import { markEn } from './mark-en.ts';
import type { MarkWords } from './mark-words.ts';
import { markZh } from './mark-zh.ts';

const WORDS: Readonly<Record<Locale, MarkWords>> = { zh: markZh, en: markEn };

export function markWordsOf(locale: Locale): MarkWords {
  return WORDS[locale];
}
