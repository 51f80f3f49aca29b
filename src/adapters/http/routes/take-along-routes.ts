// What a family passes on of a stored plan. One of the few pages with a script: the copy button's.

import { Router } from 'express';
import { renderTakeAlongPage } from '../../../emitters/pages/take-along-page.ts';
import { frameOf } from '../frame-of.ts';
import type { HttpContext } from '../http-context.ts';
import { inChosenLanguage } from '../locale.ts';
import { sendRefusal } from '../refusals.ts';
import { allowOwnScripts, keepPrivate } from '../security-headers.ts';
import { pageLinks } from './plan-links.ts';

export function takeAlongRoutes(context: HttpContext): Router {
  const { lastbus, options, assets } = context;
  const router = Router();
  router.use('/plans', keepPrivate);

  router.get('/plans/:planToken/share', async (req, res) => {
    const opened = await lastbus.openPlan(req.params.planToken, null);
    if (opened === undefined) return sendRefusal(context, req, res, 'not-found');
    const { actions, view } = pageLinks(options.publicUrl, opened.tokens);
    const page = renderTakeAlongPage({
      frame: frameOf(context, req),
      plan: opened.plan,
      viewAddress: view,
      planHref: inChosenLanguage(req, actions),
      copyScriptHref: assets.copyScriptHref,
    });
    allowOwnScripts(res);
    res.send(page);
  });

  return router;
}
