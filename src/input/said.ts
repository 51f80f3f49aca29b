// A shape with its description in both languages, for the document of the API.

import type { z } from 'zod';
import type { Locale, Localized } from '../domain/localized.ts';

/** Beside texts in English: the same in Chinese, by key. Taken out of every document that is served. */
export const CHINESE = 'x-zh';

export function said<Shape extends z.ZodType>(shape: Shape, description: Localized): Shape {
  return shape.meta(told({ description }));
}

/** Texts of a part of a document that is no shape. */
export function told<Key extends string>(
  texts: Readonly<Record<Key, Localized>>,
): Record<Key, string> & { [CHINESE]: Record<string, string> } {
  const inOne = (locale: Locale) =>
    Object.fromEntries(Object.entries<Localized>(texts).map(([key, text]) => [key, text[locale]]));
  return { ...(inOne('en') as Record<Key, string>), [CHINESE]: inOne('zh') };
}
