// One log line a request. It names the route, never the address: plan, feed and mail links are keys, and a log
// is read by more people than hold them. For the same reason no header is logged.

import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';

const HEADER = 'X-Request-Id';

/** Letters, digits and what stands between them in an id: nothing that could begin a line or a field of its own. */
const ID_FORM = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** The id that a proxy or a program in front has given, so that one id leads through all logs; null: none of use. */
function requestIdFrom(given: string | undefined): string | null {
  return given !== undefined && ID_FORM.test(given) ? given : null;
}

/** Gives each request an id, sends it as `X-Request-Id`, and logs route, status and time when it is over. */
export function logRequests(logger: Logger): RequestHandler {
  return (req, res, next) => {
    const requestId = requestIdFrom(req.get(HEADER)) ?? randomUUID();
    const startedAt = performance.now();
    res.locals.requestId = requestId;
    res.set(HEADER, requestId);
    res.on('close', () => {
      const line = {
        requestId,
        method: req.method,
        route: routeOf(req),
        status: res.statusCode,
        milliseconds: Math.round(performance.now() - startedAt),
        // The client went away before the answer was out.
        ...(res.writableFinished ? {} : { aborted: true }),
      };
      if (res.statusCode >= 500) logger.error(line, 'request');
      else logger.info(line, 'request');
    });
    next();
  };
}

export function requestIdOf(locals: Readonly<Record<string, unknown>>): string {
  return typeof locals.requestId === 'string' ? locals.requestId : '';
}

/** The pattern of the matched route, as `/plans/:planToken`; every route is mounted with its whole path. */
export function routeOf(req: Request): string {
  const path: unknown = req.route?.path;
  return typeof path === 'string' ? path : 'none';
}
