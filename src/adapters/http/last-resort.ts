// What happens to a request that no route took, and to one whose route threw.

import type { ErrorRequestHandler, RequestHandler } from 'express';
import { CaseDoesNotFit } from '../../app/case-does-not-fit.ts';
import type { Refusal } from '../../emitters/pages/words/page-words.ts';
import type { HttpContext } from './http-context.ts';
import { sendRefusal } from './refusals.ts';
import { requestIdOf } from './request-log.ts';

/** By then a database that was started anew answers again. */
const RETRY_AFTER_SECONDS = '10';

export function refuseUnknown(context: HttpContext): RequestHandler {
  return (req, res) => sendRefusal(context, req, res, 'not-found');
}

/** Faults of the request get their refusal; anything else is a bug: logged whole, and told as an id only. */
export function refuseFailed(context: HttpContext): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    const requestId = requestIdOf(res.locals);
    const refusal = refusalOf(error);
    if (refusal === 'internal' || refusal === 'unavailable')
      context.options.logger.error({ err: error, requestId }, 'request failed');
    if (refusal === 'unavailable' && !res.headersSent) res.set('Retry-After', RETRY_AFTER_SECONDS);
    if (res.headersSent) next(error);
    else if (error instanceof CaseDoesNotFit)
      sendRefusal(context, req, res, refusal, { faults: error.faults });
    else sendRefusal(context, req, res, refusal, { isOurs: refusal === 'internal' });
  };
}

/** What we need may be away (503). Express and its body parsers give what the sender did wrong a `status` below 500. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof CaseDoesNotFit) return 'impossible-facts';
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : 500;
  if (status === 503) return 'unavailable';
  if (status === 413) return 'too-large';
  if (status === 415) return 'unsupported-media-type';
  return typeof status === 'number' && status >= 400 && status < 500 ? 'malformed' : 'internal';
}
