// What changed of a stored plan, and why: for who may change it and for who may only look.

import { Router } from 'express';
import { renderPlanHistoryPage } from '../../../emitters/pages/plan-history-page.ts';
import { frameOf } from '../frame-of.ts';
import type { HttpContext } from '../http-context.ts';
import { inChosenLanguage } from '../locale.ts';
import { sendRefusal } from '../refusals.ts';
import { keepPrivate } from '../security-headers.ts';

export function planHistoryRoutes(context: HttpContext): Router {
  const { lastbus } = context;
  const router = Router();
  router.use('/plans', keepPrivate);

  router.get('/plans/:planToken/history', async (req, res) => {
    const { planToken } = req.params;
    const history = await lastbus.listPlanChanges(planToken);
    if (history === undefined) return sendRefusal(context, req, res, 'not-found');
    const page = renderPlanHistoryPage({
      frame: frameOf(context, req),
      ...history,
      planHref: inChosenLanguage(req, `/plans/${planToken}`),
    });
    res.send(page);
  });

  return router;
}
