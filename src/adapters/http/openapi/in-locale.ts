// A document whose texts stand in both languages, in the one that is asked for.

import type { Locale } from '../../../domain/localized.ts';
import { CHINESE } from '../../../input/said.ts';

/** The document with its texts in `locale`. */
export function inLocale(part: unknown, locale: Locale): unknown {
  if (Array.isArray(part)) return part.map((item) => inLocale(item, locale));
  if (typeof part !== 'object' || part === null) return part;
  const { [CHINESE]: own, ...rest } = part as Record<string, unknown>;
  // A header and a parameter say again what their shape says.
  const chinese = own ?? (rest.description === undefined ? undefined : Object(rest.schema)[CHINESE]);
  const entries = Object.entries(rest).map(([key, value]) => [key, inLocale(value, locale)]);
  return { ...Object.fromEntries(entries), ...(locale === 'zh' ? Object(chinese) : {}) };
}
