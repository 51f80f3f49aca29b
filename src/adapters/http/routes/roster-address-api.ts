// The API by which an address is given that is to get the digest of a roster.

import { Router } from 'express';
import { faultsOfShape } from '../../../input/shape-faults.ts';
import { clientNetwork } from '../client-network.ts';
import type { HttpContext } from '../http-context.ts';
import { localeOf } from '../locale.ts';
import { RosterAddressBody } from '../openapi/request-shapes.ts';
import { refusalOfFaults, sendRefusal } from '../refusals.ts';
import { readJson } from '../request-bodies.ts';
import { keepPrivate } from '../security-headers.ts';
import { sendSubscribed } from './subscribed-answer.ts';

export function rosterAddressApi(context: HttpContext): Router {
  const { rosters } = context.lastbus;
  const router = Router();
  router.use('/api/v1/rosters', keepPrivate);

  router.post('/api/v1/rosters/:rosterToken/reminders', readJson(context), async (req, res) => {
    const body = RosterAddressBody.safeParse(req.body);
    if (!body.success) {
      const faults = faultsOfShape(body.error.issues, req.body);
      return sendRefusal(context, req, res, refusalOfFaults(faults), { faults });
    }
    const { email, locale } = body.data;
    const client = clientNetwork(req);
    const { rosterToken } = req.params;
    sendSubscribed(
      context,
      req,
      res,
      await rosters.subscribe(rosterToken, email, locale ?? localeOf(req), { client }),
    );
  });

  return router;
}
