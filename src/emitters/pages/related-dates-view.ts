// What a plan that is done tells of other things that go by the same papers: the days, of which year, and who says so.

import { type Day, formatDay } from '../../domain/day.ts';
import type { Locale, Localized } from '../../domain/localized.ts';
import { isStale, type Source } from '../../domain/provenance.ts';
import { wordsOf } from '../wording/wording.ts';
import { pageWordsOf } from './words/page-words-of.ts';
import { seasonWordsOf } from './words/season-words-of.ts';

export interface RelatedDate {
  readonly title: Localized;
  readonly days: Localized;
  /** The year that the days were reported for. */
  readonly reportedFor: number;
  readonly source: Source;
  /** Where the source stands on the page of the policy. */
  readonly href: string;
}

export interface RelatedDateView {
  readonly title: string;
  readonly days: string;
  readonly source: string;
  readonly href: string;
  readonly confidence: Source['confidence'];
  /** Who publishes it, when, how sure it is, and whether nobody has looked for a year. */
  readonly doubts: string;
}

/** @param today in the policy's zone: seen from it, sources are stale or not. */
export function relatedDateViews(
  dates: readonly RelatedDate[],
  today: Day,
  locale: Locale,
): RelatedDateView[] {
  const { inYear } = seasonWordsOf(locale).related;
  const { published } = pageWordsOf(locale).plan;
  const words = wordsOf(locale);
  return dates.map(({ title, days, reportedFor, source, href }) => ({
    title: title[locale],
    days: inYear(reportedFor, days[locale]),
    source: source.title[locale],
    href,
    confidence: source.confidence,
    doubts: [
      source.publisher,
      ...(source.publishedOn === null ? [] : [published(formatDay(source.publishedOn))]),
      words.confidence[source.confidence],
      ...(isStale(source, today) ? [words.answers.stale] : []),
    ].join(' · '),
  }));
}
