// Answers that are the same for everybody: any cache may keep them, and asks each time whether they still hold.

import { createHash } from 'node:crypto';
import type { Response } from 'express';
import type { AnyRequest } from './http-context.ts';
import { answersNotModified } from './not-modified.ts';

const DIGEST_LENGTH = 16;

/** Sends a page or JSON under a tag made from its content; 304 to whoever has it. */
export function sendPublic(req: AnyRequest, res: Response, type: 'html' | 'json', body: string): void {
  const digest = createHash('sha256').update(body).digest('hex').slice(0, DIGEST_LENGTH);
  res.set('Cache-Control', 'public, no-cache').type(type);
  if (!answersNotModified(req, res, { etag: `"${digest}"`, changedAt: null })) res.send(body);
}
