// The frame of a page, as the request calls for it.

import type { Frame } from '../../emitters/pages/frame.ts';
import { FORM_NAMES } from './forms/case-form.ts';
import { addressWith } from './here.ts';
import type { AnyRequest, HttpContext } from './http-context.ts';
import { chosenLocale, inChosenLanguage, localeOf } from './locale.ts';
import { typeSizeOf } from './type-size.ts';

/**
 * @param path where this page can be got again in another language: the answer to a form stands at an address
 *   that may not take GET. Null: where it was got.
 */
export function frameOf({ assets }: HttpContext, req: AnyRequest, path: string | null = null): Frame {
  const locale = localeOf(req);
  const here = path ?? req.originalUrl;
  const typeSize = typeSizeOf(req);
  const chosen = chosenLocale(req);
  return {
    locale,
    otherLanguageHref: addressWith(here, FORM_NAMES.language, locale === 'zh' ? 'en' : 'zh'),
    typeSize,
    otherTypeHref: addressWith(here, FORM_NAMES.typeSize, typeSize === 'large' ? 'standard' : 'large'),
    homeHref: inChosenLanguage(req, '/'),
    languageQuery: chosen === null ? '' : `?${FORM_NAMES.language}=${chosen}`,
    ...assets,
  };
}
