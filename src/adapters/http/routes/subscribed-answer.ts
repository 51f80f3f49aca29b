// What the API answers when an address was given, of a plan or of a roster.

import type { Response } from 'express';
import type { SubscribeOutcome } from '../../../app/lastbus.ts';
import type { AnyRequest, HttpContext } from '../http-context.ts';
import { refusalOfFaults, sendRefusal } from '../refusals.ts';

export function sendSubscribed(
  context: HttpContext,
  req: AnyRequest,
  res: Response,
  outcome: SubscribeOutcome,
): void {
  switch (outcome.kind) {
    case 'confirmation-sent':
    case 'already-confirmed':
      res.status(202).json({ status: outcome.kind, mailFolder: context.lastbus.mailFolder });
      break;
    case 'invalid':
      sendRefusal(context, req, res, refusalOfFaults(outcome.problems), { faults: outcome.problems });
      break;
    case 'unknown':
      sendRefusal(context, req, res, 'not-found');
      break;
    case 'unsubscribed':
    case 'view-only':
      sendRefusal(context, req, res, outcome.kind);
      break;
    case 'too-many':
      sendRefusal(context, req, res, 'too-many-confirmations', outcome);
  }
}
