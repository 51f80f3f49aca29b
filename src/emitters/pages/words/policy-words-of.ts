// The catalogue of the pages of policies in each language.

import type { Locale } from '../../../domain/localized.ts';
import { policyEn } from './policy-en.ts';
import type { PolicyWords } from './policy-words.ts';
import { policyZh } from './policy-zh.ts';

const WORDS: Readonly<Record<Locale, PolicyWords>> = { zh: policyZh, en: policyEn };

export function policyWordsOf(locale: Locale): PolicyWords {
  return WORDS[locale];
}
