// Instants as people read them, by the platform's own locale data.

import type { Locale } from '../../domain/localized.ts';
import type { Instant } from '../../ports/clock.ts';

const TAGS: Readonly<Record<Locale, string>> = { zh: 'zh-CN', en: 'en-GB' };

/** A day and a time of day in `zone`, to the minute: `11月22日 10:03`, `22 Nov, 10:03`. */
export function timeWords(instant: Instant, locale: Locale, zone: string): string {
  return new Intl.DateTimeFormat(TAGS[locale], {
    month: locale === 'zh' ? 'long' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(instant);
}
