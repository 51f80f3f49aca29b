// The frame of a page, as the request calls for it.

import type { Frame } from '../../emitters/pages/frame.ts';
import { FORM_NAMES } from './forms/case-form.ts';
import type { AnyRequest, HttpContext } from './http-context.ts';
import { chosenLocale, inChosenLanguage, localeOf } from './locale.ts';

/**
 * @param path where this page can be got again in another language: the answer to a form stands at an address
 *   that may not take GET. Null: where it was got.
 */
export function frameOf({ assets }: HttpContext, req: AnyRequest, path: string | null = null): Frame {
  const locale = localeOf(req);
  // Only path and query are used; the host is a stand-in that a relative address needs to be read.
  const here = new URL(path ?? req.originalUrl, 'http://host.invalid');
  here.searchParams.set(FORM_NAMES.language, locale === 'zh' ? 'en' : 'zh');
  const chosen = chosenLocale(req);
  return {
    locale,
    otherLanguageHref: `${here.pathname}${here.search}`,
    homeHref: inChosenLanguage(req, '/'),
    languageQuery: chosen === null ? '' : `?${FORM_NAMES.language}=${chosen}`,
    ...assets,
  };
}
