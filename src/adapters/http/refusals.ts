// How a request is turned down: RFC 9457 for programs, a page for people. Each refusal has one status and one
// code, and never says more than its sender may know.

import { STATUS_CODES } from 'node:http';
import type { Response } from 'express';
import type { Fault } from '../../domain/problem.ts';
import { renderRefusalPage } from '../../emitters/pages/notice-page.ts';
import type { Refusal } from '../../emitters/pages/words/page-words.ts';
import { pageWordsOf } from '../../emitters/pages/words/page-words-of.ts';
import { faultSentence, jsonPath } from '../../input/fault-text.ts';
import { frameOf } from './frame-of.ts';
import type { AnyRequest, HttpContext } from './http-context.ts';
import { localeOf } from './locale.ts';
import { requestIdOf } from './request-log.ts';

export const STATUS_OF: Readonly<Record<Refusal, number>> = {
  malformed: 400,
  'invalid-case': 400,
  'cross-site': 403,
  'view-only': 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  'too-large': 413,
  'unsupported-media-type': 415,
  unsubscribed: 409,
  'too-many-confirmations': 429,
  'impossible-facts': 422,
  'key-reused': 422,
  'too-many-requests': 429,
  internal: 500,
  unavailable: 503,
  overloaded: 503,
};

export interface RefusalDetails {
  readonly faults?: readonly Fault[];
  /** An error of ours: the answer's `instance` says which. */
  readonly isOurs?: boolean;
  /** After so many seconds the same request may be answered; goes into `Retry-After`. */
  readonly retryAfterSeconds?: number;
}

/** Answers with a refusal: a page where a browser asks for one, `application/problem+json` everywhere else. */
export function sendRefusal(
  context: HttpContext,
  req: AnyRequest,
  res: Response,
  refusal: Refusal,
  details: RefusalDetails = {},
): void {
  res.status(STATUS_OF[refusal]).set('Cache-Control', 'no-store');
  const { retryAfterSeconds } = details;
  if (retryAfterSeconds !== undefined) res.set('Retry-After', String(retryAfterSeconds));
  // A validator of what was asked for must not stand on the refusal.
  res.removeHeader('ETag');
  if (wantsPage(req)) {
    const path = req.method === 'GET' || req.method === 'HEAD' ? null : '/';
    res.send(renderRefusalPage(frameOf(context, req, path), refusal));
  } else {
    sendProblem(req, res, refusal, details);
  }
}

/** The refusal of some faults: impossible facts when none of them is one of form. */
export function refusalOfFaults(faults: readonly Fault[]): 'invalid-case' | 'impossible-facts' {
  return faults.every(({ contradiction }) => contradiction !== undefined)
    ? 'impossible-facts'
    : 'invalid-case';
}

export function statusOfFaults(faults: readonly Fault[]): number {
  return STATUS_OF[refusalOfFaults(faults)];
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function sendProblem(
  req: AnyRequest,
  res: Response,
  refusal: Refusal,
  { faults, isOurs = false }: RefusalDetails,
): void {
  const { title, text } = pageWordsOf(localeOf(req)).refusal[refusal];
  const status = STATUS_OF[refusal];
  const requestId = requestIdOf(res.locals);
  const problem = {
    type: 'about:blank',
    title: STATUS_CODES[status],
    status,
    code: refusal,
    detail: `${title}: ${text}`,
    ...(isOurs && UUID.test(requestId) ? { instance: `urn:uuid:${requestId}` } : {}),
    // What the log calls this request, so that a report of it can be found there.
    requestId,
    ...(faults === undefined ? {} : { issues: faults.map(issueOf) }),
  };
  res.type('application/problem+json').send(JSON.stringify(problem));
}

/** A fault as the API tells it. */
export function issueOf(fault: Fault): { path: string; message: string } {
  return { path: jsonPath(fault.path), message: faultSentence(fault) };
}

/** Pages are for people; the API, calendar programs and monitors read JSON even when they accept anything. */
function wantsPage(req: AnyRequest): boolean {
  return (
    !/^\/(?:api|calendars|static|healthz|metrics|readyz|plan\.ics)(?:\/|$)/.test(req.path) &&
    req.accepts('html') !== false
  );
}
