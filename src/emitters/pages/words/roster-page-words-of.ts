// The catalogue of the pages of a stored roster in each language.

import type { Locale } from '../../../domain/localized.ts';
import { rosterPageEn } from './roster-page-en.ts';
import type { RosterPageWords } from './roster-page-words.ts';
import { rosterPageZh } from './roster-page-zh.ts';

const WORDS: Readonly<Record<Locale, RosterPageWords>> = { zh: rosterPageZh, en: rosterPageEn };

export function rosterPageWordsOf(locale: Locale): RosterPageWords {
  return WORDS[locale];
}
