// How large the type of the pages is: standard, or large for those who need it (the Chinese rules for ageing users
// ask for 18 points, one tap away). The choice is kept in a cookie that holds the word `large` and nothing else,
// set only when somebody asks for it: it is no identifier, and nothing that needs a consent.

import { parseCookie, stringifySetCookie } from 'cookie';
import type { RequestHandler } from 'express';
import type { TypeSize } from '../../emitters/pages/frame.ts';
import { FORM_NAMES, formText } from './forms/case-form.ts';
import { addressWith } from './here.ts';
import type { AnyRequest } from './http-context.ts';

const COOKIE = 'type';
const ONE_YEAR_IN_SECONDS = 31_536_000;

/** The size that the reader chose; `standard` when nothing was chosen. */
export function typeSizeOf(req: AnyRequest): TypeSize {
  return parseCookie(req.get('Cookie') ?? '')[COOKIE] === 'large' ? 'large' : 'standard';
}

/**
 * Takes `?type=large|standard` of any page, keeps the choice, and leads to the same page without it, so that an
 * address that is passed on does not carry one reader's choice to the next.
 *
 * @param publicUrl with https the cookie goes over nothing else.
 */
export function chooseTypeSize(publicUrl: string): RequestHandler {
  const secure = publicUrl.startsWith('https:');
  return (req, res, next) => {
    res.vary('Cookie');
    const size = formText(req.query, FORM_NAMES.typeSize);
    if (req.method !== 'GET' || (size !== 'large' && size !== 'standard')) return next();
    const maxAge = size === 'large' ? ONE_YEAR_IN_SECONDS : 0;
    const kept = {
      name: COOKIE,
      value: 'large',
      path: '/',
      maxAge,
      sameSite: 'lax',
      httpOnly: true,
      secure,
    } as const;
    res.append('Set-Cookie', stringifySetCookie(kept));
    res
      .set('Cache-Control', 'no-store')
      .redirect(303, addressWith(req.originalUrl, FORM_NAMES.typeSize, null));
  };
}
