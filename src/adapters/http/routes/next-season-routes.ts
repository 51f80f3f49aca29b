// From a plan that is done to that of the year after, in one tap.

import { Router } from 'express';
import { clientNetwork } from '../client-network.ts';
import { FORM_NAMES } from '../forms/case-form.ts';
import type { HttpContext } from '../http-context.ts';
import { inChosenLanguage, localeOf } from '../locale.ts';
import { sendRefusal } from '../refusals.ts';
import { requireSameOrigin } from '../same-origin.ts';
import { keepPrivate } from '../security-headers.ts';

export function nextSeasonRoutes(context: HttpContext): Router {
  const { lastbus } = context;
  const router = Router();
  router.use('/plans', keepPrivate);

  router.post('/plans/:planToken/next-season', requireSameOrigin(context), async (req, res) => {
    const { planToken } = req.params;
    const outcome = await lastbus.planNextSeason(planToken, localeOf(req), clientNetwork(req));
    switch (outcome.kind) {
      case 'planned': {
        const { edit, view } = outcome.opened.tokens;
        return res.redirect(303, inChosenLanguage(req, `/plans/${edit ?? view}?news=saved`));
      }
      case 'incomplete': {
        // What is known stands in the form, and what is missing is asked there.
        const query = new URLSearchParams({ [FORM_NAMES.policy]: outcome.policyId });
        for (const [id, value] of Object.entries(outcome.facts)) query.set(id, String(value));
        return res.redirect(303, inChosenLanguage(req, `/?${query}`));
      }
      case 'not-yet':
        // The plan's own page says why, and when.
        return res.redirect(303, inChosenLanguage(req, `/plans/${planToken}`));
      case 'unknown':
        return sendRefusal(context, req, res, 'not-found');
      case 'view-only':
        return sendRefusal(context, req, res, outcome.kind);
    }
  });

  return router;
}
