// Whether a reader already has what it asks for (RFC 9110, 13.2.2).
//
// Not Express's own `req.fresh`: that sends everything again to whoever says `Cache-Control: no-cache`, which is
// what fetch adds by itself to every request with a condition. Such a reader wants it checked, and this checks.

import type { Response } from 'express';
import type { AnyRequest } from './http-context.ts';

export interface Validators {
  /** Strong, quotes included. */
  readonly etag: string;
  /** Null: not known, and told to nobody. */
  readonly changedAt: Date | null;
}

/** Sends the validators, and then 304 to a reader that has this very version; true when that was all. */
export function answersNotModified(req: AnyRequest, res: Response, { etag, changedAt }: Validators): boolean {
  res.set('ETag', etag);
  if (changedAt !== null) res.set('Last-Modified', changedAt.toUTCString());
  if (!isNotModified(req.get('If-None-Match'), req.get('If-Modified-Since'), { etag, changedAt }))
    return false;
  res.status(304).end();
  return true;
}

/** A tag, when one is given, decides alone; dates count in whole seconds. */
export function isNotModified(
  ifNoneMatch: string | undefined,
  ifModifiedSince: string | undefined,
  { etag, changedAt }: Validators,
): boolean {
  if (ifNoneMatch !== undefined) {
    if (ifNoneMatch.trim() === '*') return true;
    // A weak comparison: proxies that compress make the tags they pass on weak.
    return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  }
  if (ifModifiedSince === undefined || changedAt === null) return false;
  const since = Date.parse(ifModifiedSince);
  return !Number.isNaN(since) && Math.floor(changedAt.getTime() / 1000) * 1000 <= since;
}
