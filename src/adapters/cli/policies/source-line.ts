// Who says so, on one line: the document, its publisher, day and address, how sure it is, and when somebody looked.

import { policyWordsOf } from '../../../app/told-policy/policy-words.ts';
import { type Day, formatDay } from '../../../domain/day.ts';
import type { Locale } from '../../../domain/localized.ts';
import { isStale, type Source } from '../../../domain/provenance.ts';

export function sourceLine(source: Source, locale: Locale, today: Day): string {
  const words = policyWordsOf(locale);
  const { id, title, publisher, publishedOn, address, confidence, verifiedOn } = source;
  return [
    `[${id}] ${title[locale]}`,
    publisher,
    publishedOn === null ? words.noDay : words.published(formatDay(publishedOn)),
    address ?? words.noAddress,
    words.confidence[confidence],
    words.verified(formatDay(verifiedOn)),
    ...(isStale(source, today) ? [words.stale] : []),
  ].join(' · ');
}
