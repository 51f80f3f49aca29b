// The catalogue of each language.

import type { Locale } from '../../domain/localized.ts';
import { en } from './en.ts';
import type { Words } from './words.ts';
import { zh } from './zh.ts';

const WORDS: Readonly<Record<Locale, Words>> = { zh, en };

export function wordsOf(locale: Locale): Words {
  return WORDS[locale];
}
