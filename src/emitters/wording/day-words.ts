// Days as people read them, by the platform's own locale data.

import type { Day } from '../../domain/day.ts';
import { civilDate } from '../../domain/day.ts';
import type { Locale } from '../../domain/localized.ts';

const MILLISECONDS_PER_DAY = 86_400_000;

const TAGS: Readonly<Record<Locale, string>> = { zh: 'zh-CN', en: 'en-GB' };

function formatsOf(locale: Locale) {
  const base = { month: locale === 'zh' ? 'long' : 'short', day: 'numeric', timeZone: 'UTC' } as const;
  return {
    short: new Intl.DateTimeFormat(TAGS[locale], base),
    withYear: new Intl.DateTimeFormat(TAGS[locale], { ...base, year: 'numeric' }),
    weekday: new Intl.DateTimeFormat(TAGS[locale], { weekday: 'short', timeZone: 'UTC' }),
  };
}

const FORMATS = { zh: formatsOf('zh'), en: formatsOf('en') } as const;

/**
 * A day with its weekday: `12月9日（周三）`, `Wed 9 Dec`. With the year when it is not that of `near`, the day
 * from which the reader looks.
 */
export function dayWords(day: Day, locale: Locale, near: Day | null): string {
  // A civil day has no zone: its midnight in UTC, read in UTC, gives the same day everywhere.
  const utc = day * MILLISECONDS_PER_DAY;
  const { short, withYear, weekday } = FORMATS[locale];
  const isSameYear = near !== null && civilDate(day).year === civilDate(near).year;
  const date = (isSameYear ? short : withYear).format(utc);
  return locale === 'zh' ? `${date}（${weekday.format(utc)}）` : `${weekday.format(utc)} ${date}`;
}
