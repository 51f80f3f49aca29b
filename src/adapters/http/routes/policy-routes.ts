// The pages of policies: which there are, and everything that one says, with its sources.

import { Router } from 'express';
import { renderPoliciesPage } from '../../../emitters/pages/policies-page.ts';
import { renderPolicyPage } from '../../../emitters/pages/policy-page.ts';
import { isPlannable } from '../../../policies/policy.ts';
import { FORM_NAMES } from '../forms/case-form.ts';
import { frameOf } from '../frame-of.ts';
import type { HttpContext } from '../http-context.ts';
import { inChosenLanguage, localeOf } from '../locale.ts';
import { placesTold, policyTold } from '../policies/policy-views.ts';
import { sendRefusal } from '../refusals.ts';
import { sendPublic } from '../send-public.ts';

export function policyRoutes(context: HttpContext): Router {
  const { lastbus } = context;
  const router = Router();

  router.get('/policies', (req, res) => {
    const places = placesTold(lastbus.listPolicies(), localeOf(req), {
      todayIn: lastbus.todayIn,
      hrefOf: ({ id }) => inChosenLanguage(req, `/policies/${encodeURIComponent(id)}`),
    });
    sendPublic(req, res, 'html', renderPoliciesPage({ frame: frameOf(context, req), places }));
  });

  router.get('/policies/:id', (req, res) => {
    const policy = lastbus.findPolicy(req.params.id);
    if (policy === undefined) return sendRefusal(context, req, res, 'not-found');
    const page = {
      ...policyTold(policy, localeOf(req), lastbus.todayIn(policy.zone)),
      frame: frameOf(context, req),
      planHref: isPlannable(policy)
        ? inChosenLanguage(req, `/?${FORM_NAMES.policy}=${encodeURIComponent(policy.id)}`)
        : null,
      listHref: inChosenLanguage(req, '/policies'),
    };
    sendPublic(req, res, 'html', renderPolicyPage(page));
  });

  return router;
}
