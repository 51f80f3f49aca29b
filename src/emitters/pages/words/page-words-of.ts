// The pages' catalogue of each language.

import type { Locale } from '../../../domain/localized.ts';
import { en } from './en.ts';
import type { PageWords } from './page-words.ts';
import { zh } from './zh.ts';

const WORDS: Readonly<Record<Locale, PageWords>> = { zh, en };

export function pageWordsOf(locale: Locale): PageWords {
  return WORDS[locale];
}
