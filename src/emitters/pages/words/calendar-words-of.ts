// The catalogue of the calendar page in each language.

import type { Locale } from '../../../domain/localized.ts';
import { calendarEn } from './calendar-en.ts';
import type { CalendarWords } from './calendar-words.ts';
import { calendarZh } from './calendar-zh.ts';

const WORDS: Readonly<Record<Locale, CalendarWords>> = { zh: calendarZh, en: calendarEn };

export function calendarWordsOf(locale: Locale): CalendarWords {
  return WORDS[locale];
}
