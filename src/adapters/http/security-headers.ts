// Headers that keep browsers from doing what these pages never need: foreign scripts, frames, other hosts, telling
// an address (which is a key) to anybody. Helmet (MIT) knows the headers; the choices are ours.

import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** Not helmet's defaults: they upgrade to https, which breaks a server in a home network without it. */
const NOTHING_BUT_PAGES = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

const SIX_MONTHS_IN_SECONDS = 15_552_000;

export function securityHeaders(publicUrl: string): RequestHandler {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives: NOTHING_BUT_PAGES },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: publicUrl.startsWith('https:')
      ? { maxAge: SIX_MONTHS_IN_SECONDS, includeSubDomains: false }
      : false,
  });
}

/** What stands behind a secret link belongs in no search index and in no shared cache. */
export const keepPrivate: RequestHandler = (_req, res, next) => {
  res.set('X-Robots-Tag', 'noindex, nofollow').set('Cache-Control', 'private, no-store');
  next();
};

/** Lets one page run script files of this server, which may ask it; never what is written into the page itself. */
export function allowOwnScripts(res: Response): void {
  const directives = { ...NOTHING_BUT_PAGES, scriptSrc: ["'self'"], connectSrc: ["'self'"] };
  helmet.contentSecurityPolicy({ useDefaults: false, directives })(res.req, res, () => {});
}
