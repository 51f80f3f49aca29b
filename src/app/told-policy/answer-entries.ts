// What a policy answers beside dates, in words: cover, fees, who is not meant, what to ask, what may happen.

import { dayWords } from '../../emitters/wording/day-words.ts';
import { wordsOf } from '../../emitters/wording/wording.ts';
import type { CoverFrom } from '../../policies/parts/coverage.ts';
import { type Entry, entriesOf, type Telling } from './entry.ts';
import { conditional, countedWords, dayRuleParts, oneLine } from './value-words.ts';

export function coverageEntries(telling: Telling): Entry[] {
  const { file, locale, words } = telling;
  const { coverage } = file;
  if (coverage === undefined) return [];
  return entriesOf(telling, 'coverage', '', [
    { key: 'until', label: words.label.coverUntil, value: dayWords(coverage.until, locale, null) },
    ...coverage.rules.map(({ when, paidUntil, coverFrom, text, source }, index) => {
      const parts = [
        text[locale],
        ...(paidUntil === undefined ? [] : [words.paidUntil(countedWords(telling, paidUntil))]),
        coverFromWords(telling, coverFrom),
      ];
      return {
        key: `rules/${index}`,
        label: `${words.label.rule} ${index + 1}`,
        value: conditional(telling, words.list(parts), when),
        source,
      };
    }),
  ]);
}

function coverFromWords({ locale, words }: Telling, from: CoverFrom): string {
  if (from === 'unknown') return words.coverFrom.unknown;
  if ('day' in from) return dayWords(from.day, locale, null);
  if ('fact' in from) return from.fact;
  if (from.payment !== 'after-months') return words.coverFrom[from.payment];
  const { months, plus, minus, atLeast } = from;
  return words.list([
    wordsOf(locale).label(words.coverFrom['after-months'], words.months(months)),
    ...(plus === undefined ? [] : [words.plus(plus.fact)]),
    ...(minus === undefined ? [] : [words.minus(minus.fact)]),
    ...(atLeast === undefined ? [] : [words.atLeast(atLeast)]),
  ]);
}

export function feeEntries(telling: Telling): Entry[] {
  const { file, locale, words } = telling;
  return Object.entries(file.fees).flatMap(([group, { title, amount, status, policyYear, when, source }]) => {
    const fee = words.list([
      words.yuan(amount, policyYear ?? file.policyYear),
      wordsOf(locale).feeStatus[status],
    ]);
    return entriesOf(telling, 'fees', group, [
      { key: 'amount', label: title?.[locale] ?? group, value: fee, source },
      when === undefined ? null : { key: 'when', label: words.label.for, value: oneLine(when), source },
    ]);
  });
}

export function eligibilityEntries(telling: Telling): Entry[] {
  const { file, locale, words } = telling;
  const { label } = words;
  return Object.entries(file.eligibility).flatMap(([id, { when, because, instead, source }]) =>
    entriesOf(telling, 'eligibility', id, [
      { key: 'when', label: label.for, value: oneLine(when), source },
      { key: 'because', label: label.because, value: because[locale], source },
      { key: 'instead', label: label.instead, value: instead[locale], source },
    ]),
  );
}

export function questionEntries(telling: Telling): Entry[] {
  const { file, locale, words } = telling;
  const { label } = words;
  return Object.entries(file.questions).flatMap(([id, { ask, whom, when, askFirst, by, source }]) =>
    entriesOf(telling, 'questions', id, [
      { key: 'ask', label: label.ask, value: conditional(telling, ask[locale], when), source },
      { key: 'whom', label: label.whom, value: whom[locale], source },
      askFirst ? { key: 'askFirst', label: label.askFirst, value: words.atOnce, source } : null,
      ...dayRuleParts(telling, 'by', label.by, by),
    ]),
  );
}

export function riskEntries(telling: Telling): Entry[] {
  const { file, locale, words } = telling;
  const { label } = words;
  return Object.entries(file.risks).flatMap(([id, { text, when, from, until, source }]) =>
    entriesOf(telling, 'risks', id, [
      { key: 'text', label: label.text, value: conditional(telling, text[locale], when), source },
      ...dayRuleParts(telling, 'from', label.opens, from),
      ...dayRuleParts(telling, 'until', label.closes, until),
    ]),
  );
}

export function observationEntries(telling: Telling): Entry[] {
  const { file, locale } = telling;
  return Object.entries(file.observations).flatMap(([id, { text, calendarDays, source }]) => {
    const length = wordsOf(locale).period({ amount: calendarDays, unit: 'calendar-days' });
    const value = wordsOf(locale).aside(text[locale], length);
    return entriesOf(telling, 'observations', id, [
      { key: 'text', label: telling.words.label.text, value, source },
    ]);
  });
}

export function relatedDateEntries(telling: Telling): Entry[] {
  const { file, locale, words } = telling;
  const { label } = words;
  return Object.entries(file.relatedDates).flatMap(([id, { title, days, reportedFor, when, source }]) =>
    entriesOf(telling, 'relatedDates', id, [
      { key: 'title', label: label.title, value: conditional(telling, title[locale], when), source },
      { key: 'days', label: label.day, value: days[locale], source },
      { key: 'reportedFor', label: label.reportedFor, value: String(reportedFor), source },
    ]),
  );
}
