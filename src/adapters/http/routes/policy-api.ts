// The API of policies: which there are, and what each asks and knows, with its sources.

import { Router } from 'express';
import type { HttpContext } from '../http-context.ts';
import { sendRefusal } from '../refusals.ts';
import { sendPublic } from '../send-public.ts';
import { renderPolicy, summarizePolicy } from './policy-json.ts';

export function policyApi(context: HttpContext): Router {
  const { lastbus, options } = context;
  const { publicUrl } = options;
  const router = Router();

  router.get('/api/v1/policies', (req, res) => {
    const policies = lastbus
      .listPolicies()
      .map((policy) => summarizePolicy(policy, { publicUrl, today: lastbus.todayIn(policy.zone) }));
    sendPublic(req, res, 'json', JSON.stringify({ policies }));
  });

  router.get('/api/v1/policies/:id', (req, res) => {
    const policy = lastbus.findPolicy(req.params.id);
    if (policy === undefined) return sendRefusal(context, req, res, 'not-found');
    const told = renderPolicy(policy, { publicUrl, today: lastbus.todayIn(policy.zone) });
    sendPublic(req, res, 'json', JSON.stringify(told));
  });

  return router;
}
