// The timeline on a page of its own, of a plan that is stored or only looked at.

import { Router } from 'express';
import { renderTimelinePage } from '../../../emitters/pages/timeline-page.ts';
import { isPlannable } from '../../../policies/policy.ts';
import { answersOf, caseOfAnswers, FORM_NAMES, formText } from '../forms/case-form.ts';
import { frameOf } from '../frame-of.ts';
import type { AnyRequest, HttpContext } from '../http-context.ts';
import { sendRefusal } from '../refusals.ts';
import { keepPrivate } from '../security-headers.ts';
import { asOfDay } from './plan-api.ts';

export function timelineRoutes(context: HttpContext): Router {
  const { lastbus } = context;
  const router = Router();
  router.use(['/timeline', '/plans/:planToken/timeline'], keepPrivate);

  router.get('/timeline', (req, res) => {
    const policy = lastbus.findPolicy(formText(req.query, FORM_NAMES.policy));
    if (policy === undefined || !isPlannable(policy)) return sendRefusal(context, req, res, 'not-found');
    const answers = answersOf(policy, req.query) ?? new Map();
    const planHref = `/${queryOf(req)}`;
    const planned = lastbus.previewPlan(caseOfAnswers(policy, answers, formText(req.query, FORM_NAMES.asOf)));
    // The first page says what is wrong with the answers, beside each of them.
    if (!planned.ok) return res.redirect(303, planHref);
    res.send(renderTimelinePage({ frame: frameOf(context, req), plan: planned.value, planHref }));
  });

  router.get('/plans/:planToken/timeline', async (req, res) => {
    const asOf = asOfDay(req);
    if (asOf === 'no-day') return sendRefusal(context, req, res, 'malformed');
    const { planToken } = req.params;
    const opened = await lastbus.openPlan(planToken, asOf);
    if (opened === undefined) return sendRefusal(context, req, res, 'not-found');
    const planHref = `/plans/${planToken}${queryOf(req)}`;
    res.send(renderTimelinePage({ frame: frameOf(context, req), plan: opened.plan, planHref }));
  });

  return router;
}

/** The query as it came, with its question mark: the way back keeps answers, day and language. */
function queryOf(req: AnyRequest): string {
  return new URL(req.originalUrl, 'http://host.invalid').search;
}
