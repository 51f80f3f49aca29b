// Everything that is kept of a plan, as a file for its owner.

import { Router } from 'express';
import type { HttpContext } from '../http-context.ts';
import { sendRefusal } from '../refusals.ts';
import { keepPrivate } from '../security-headers.ts';

const FILE_NAME = 'lastbus-plan.json';

export function exportRoutes(context: HttpContext): Router {
  const router = Router();
  router.use('/plans', keepPrivate);

  router.get('/plans/:planToken/export', async (req, res) => {
    const outcome = await context.lastbus.exportPlan(req.params.planToken);
    if (outcome.kind === 'exported') {
      res.attachment(FILE_NAME).type('application/json; charset=utf-8').send(outcome.json);
    } else {
      sendRefusal(context, req, res, outcome.kind === 'unknown' ? 'not-found' : outcome.kind);
    }
  });

  return router;
}
