// What the printed sheet of a plan has beside the plan itself: a code that leads to its latest days.

import type { Locale } from '../../domain/localized.ts';
import { wordsOf } from '../wording/wording.ts';
import type { Words } from '../wording/words.ts';
import { type QrCode, qrCodeOf } from './qr-code.ts';
import type { PageWords } from './words/page-words.ts';
import { pageWordsOf } from './words/page-words-of.ts';
import type { TakeAlongWords } from './words/take-along-words.ts';
import { takeAlongWordsOf } from './words/take-along-words-of.ts';

export interface PrintSheet {
  readonly words: TakeAlongWords['sheet'];
  readonly site: PageWords['site'];
  readonly qrCode: QrCode;
  /** Puts statements into one line. */
  readonly clauses: Words['clauses'];
}

/** @param address shows the plan and cannot change it, for paper lies about. */
export function printSheet(address: string, locale: Locale): PrintSheet {
  return {
    words: takeAlongWordsOf(locale).sheet,
    site: pageWordsOf(locale).site,
    clauses: wordsOf(locale).clauses,
    qrCode: qrCodeOf(address),
  };
}
