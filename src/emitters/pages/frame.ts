// What stands around every page: language, title, the way home. Drawn by templates/pages/layout.eta.

import type { Locale } from '../../domain/localized.ts';
import { wordsOf } from '../wording/wording.ts';
import type { PageWords } from './words/page-words.ts';
import { pageWordsOf } from './words/page-words-of.ts';
import { rosterPageWordsOf } from './words/roster-page-words-of.ts';

/** `large`: 18 points, for those who need it. */
export type TypeSize = 'standard' | 'large';

export interface Frame {
  readonly locale: Locale;
  /** This page in the other language. */
  readonly otherLanguageHref: string;
  readonly typeSize: TypeSize;
  /** This page in the other size of type. */
  readonly otherTypeHref: string;
  /** The first page, in this language. */
  readonly homeHref: string;
  /** Put behind the addresses of forms: `?lang=en` where the reader chose a language, else empty. */
  readonly languageQuery: string;
  readonly stylesheetHref: string;
  readonly iconHref: string;
}

export interface FrameView extends Frame {
  readonly title: string;
  readonly productName: string;
  /** The value of the `lang` attribute. */
  readonly languageTag: string;
  readonly otherLanguageTag: string;
  readonly site: PageWords['site'];
  /** The link to the first page of rosters. */
  readonly rosterLink: string;
}

const LANGUAGE_TAGS: Readonly<Record<Locale, string>> = { zh: 'zh-CN', en: 'en' };

export function languageTagOf(locale: Locale): string {
  return LANGUAGE_TAGS[locale];
}

export function frameView(frame: Frame, title: string): FrameView {
  const { locale } = frame;
  return {
    ...frame,
    title,
    productName: wordsOf(locale).productName,
    languageTag: LANGUAGE_TAGS[locale],
    otherLanguageTag: LANGUAGE_TAGS[locale === 'zh' ? 'en' : 'zh'],
    site: pageWordsOf(locale).site,
    rosterLink: rosterPageWordsOf(locale).footLink,
  };
}
