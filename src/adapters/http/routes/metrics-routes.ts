// Numbers for a monitor. They are nobody's secret and nobody else's business: they go to the own machine and network.

import type { IncomingMessage } from 'node:http';
import { BlockList, isIPv6 } from 'node:net';
import { Router } from 'express';
import type { HttpContext } from '../http-context.ts';
import { sendRefusal } from '../refusals.ts';

/** The machine itself, private networks (RFC 1918, RFC 4193) and link-local addresses. */
const NEARBY = new BlockList();
NEARBY.addSubnet('127.0.0.0', 8, 'ipv4');
NEARBY.addSubnet('10.0.0.0', 8, 'ipv4');
NEARBY.addSubnet('172.16.0.0', 12, 'ipv4');
NEARBY.addSubnet('192.168.0.0', 16, 'ipv4');
NEARBY.addSubnet('169.254.0.0', 16, 'ipv4');
NEARBY.addAddress('::1', 'ipv6');
NEARBY.addSubnet('fc00::', 7, 'ipv6');
NEARBY.addSubnet('fe80::', 10, 'ipv6');

/** What a reverse proxy adds to a request that came to it from elsewhere. */
const MARKS_OF_A_PROXY = ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'];

export function metricsRoutes(context: HttpContext): Router {
  const router = Router();
  const { readMetrics } = context.options;
  if (readMetrics === undefined) return router;

  router.get('/metrics', async (req, res) => {
    if (!comesFromNearby(req)) {
      // As if there were none.
      sendRefusal(context, req, res, 'not-found');
      return;
    }
    const { type, text } = await readMetrics();
    res.set('Cache-Control', 'no-store').type(type).send(text);
  });

  return router;
}

/** By the connection itself: a header can say anything. Through a proxy everybody seems near, so that does not count. */
export function comesFromNearby({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): boolean {
  if (MARKS_OF_A_PROXY.some((mark) => headers[mark] !== undefined)) return false;
  const { remoteAddress } = socket;
  if (remoteAddress === undefined) return false;
  return NEARBY.check(remoteAddress, isIPv6(remoteAddress) ? 'ipv6' : 'ipv4');
}
