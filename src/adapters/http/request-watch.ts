// Tells a monitor of each answer: the route, never the address, which is a key.

import { METHODS } from 'node:http';
import type { RequestHandler } from 'express';
import { routeOf } from './request-log.ts';

export interface AnsweredRequest {
  readonly method: string;
  /** The pattern of the route, such as `/plans/:planToken`; `none`: a file, or no route took it. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** Calls `tell` when a request is over; an answer that never left is told as 499, as nginx counts it. */
export function watchRequests(tell: (request: AnsweredRequest) => void): RequestHandler {
  return (req, res, next) => {
    const startedAt = performance.now();
    res.on('close', () => {
      tell({
        method: METHODS.includes(req.method) ? req.method : 'other',
        route: routeOf(req),
        status: res.writableFinished ? res.statusCode : 499,
        seconds: (performance.now() - startedAt) / 1_000,
      });
    });
    next();
  };
}
