// The API of policies: which there are, and what each asks and knows, with its sources.

import { Router } from 'express';
import type { HttpContext } from '../http-context.ts';
import { sendRefusal } from '../refusals.ts';
import { renderPolicy, summarizePolicy } from './policy-json.ts';

export function policyApi(context: HttpContext): Router {
  const { lastbus, options } = context;
  const router = Router();

  router.get('/api/v1/policies', (_req, res) => {
    res.json({
      policies: lastbus.listPolicies().map((policy) => summarizePolicy(policy, options.publicUrl)),
    });
  });

  router.get('/api/v1/policies/:id', (req, res) => {
    const policy = lastbus.findPolicy(req.params.id);
    if (policy === undefined) sendRefusal(context, req, res, 'not-found');
    else res.json(renderPolicy(policy, options.publicUrl));
  });

  return router;
}
