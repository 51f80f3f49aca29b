// Headers that keep browsers from doing what these pages never need: scripts, frames, other hosts, telling an
// address (which is a key) to anybody. Helmet (MIT) knows the headers; the choices are ours.

import type { RequestHandler } from 'express';
import helmet from 'helmet';

const SIX_MONTHS_IN_SECONDS = 15_552_000;

export function securityHeaders(publicUrl: string): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      // Not helmet's defaults: they upgrade to https, which breaks a server in a home network without it.
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
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
