// What pages say about addresses, in each language.

import type { Locale } from '../../../domain/localized.ts';
import { reminderEn } from './reminder-en.ts';
import type { ReminderWords } from './reminder-words.ts';
import { reminderZh } from './reminder-zh.ts';

const WORDS: Readonly<Record<Locale, ReminderWords>> = { zh: reminderZh, en: reminderEn };

export function reminderWordsOf(locale: Locale): ReminderWords {
  return WORDS[locale];
}
