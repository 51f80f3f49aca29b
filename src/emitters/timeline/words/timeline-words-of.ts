// The catalogue of the timeline in each language.

import type { Locale } from '../../../domain/localized.ts';
import { timelineEn } from './timeline-en.ts';
import type { TimelineWords } from './timeline-words.ts';
import { timelineZh } from './timeline-zh.ts';

const WORDS: Readonly<Record<Locale, TimelineWords>> = { zh: timelineZh, en: timelineEn };

export function timelineWordsOf(locale: Locale): TimelineWords {
  return WORDS[locale];
}
