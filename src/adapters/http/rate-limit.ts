// How much one client may ask for. express-rate-limit (MIT, kept): it counts IPv6 by /56, as one household is given.
//
// Counted in the memory of each process: of two processes behind one address a client gets up to twice as much. That
// protects the processor, which each process has of its own; what must hold exactly is counted in the database.

import { rateLimit } from 'express-rate-limit';
import type { Guard, HttpContext } from './http-context.ts';
import { sendRefusal } from './refusals.ts';

const MINUTE_IN_MILLISECONDS = 60_000;

/** Mail providers unsubscribe many people from few addresses (RFC 8058), and that must always work. */
const UNLIMITED = /^\/reminders\/unsubscribe\//;

/** Refuses with 429 and `Retry-After` what one address asks beyond `perMinute`; 0: no limit. */
export function limitRate(context: HttpContext, perMinute: number): Guard {
  if (perMinute === 0) return (_req, _res, next) => next();
  return rateLimit({
    windowMs: MINUTE_IN_MILLISECONDS,
    limit: perMinute,
    standardHeaders: false,
    legacyHeaders: false,
    // It would print warnings about proxies; whom to believe is what TRUST_PROXY says.
    validate: false,
    skip: (req) => UNLIMITED.test(req.path),
    handler: (req, res) => {
      const until = 'rateLimit' in req && Object(req.rateLimit).resetTime;
      const left = until instanceof Date ? until.getTime() - Date.now() : MINUTE_IN_MILLISECONDS;
      res.set('Retry-After', String(Math.max(1, Math.ceil(left / 1000))));
      sendRefusal(context, req, res, 'too-many-requests');
    },
  }) as Guard;
}
