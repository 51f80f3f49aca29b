// The link for HR: a page that shows one step, and forms that mark it. Looking never acts, for chat and mail programs
// open every link.

import { Router } from 'express';
import type { StepMark } from '../../../app/employer-step.ts';
import { renderStepPage, type StepNews } from '../../../emitters/pages/step-page.ts';
import { formText } from '../forms/case-form.ts';
import { frameOf } from '../frame-of.ts';
import type { HttpContext } from '../http-context.ts';
import { inChosenLanguage } from '../locale.ts';
import { sendRefusal } from '../refusals.ts';
import { formValues, readForm } from '../request-bodies.ts';
import { requireSameOrigin } from '../same-origin.ts';
import { keepPrivate } from '../security-headers.ts';

const NEWS: readonly StepNews[] = ['started', 'done', 'undone', 'not-now'];

export function stepRoutes(context: HttpContext): Router {
  const { lastbus } = context;
  const router = Router();
  router.use('/steps', keepPrivate);

  router.get('/steps/:stepToken', async (req, res) => {
    const step = await lastbus.findEmployerStep(req.params.stepToken);
    if (step === undefined) return sendRefusal(context, req, res, 'not-found');
    const news = formText(req.query, 'news');
    const page = renderStepPage({
      frame: frameOf(context, req, req.path),
      ...step,
      action: req.path,
      news: NEWS.find((known) => known === news) ?? null,
    });
    res.send(page);
  });

  router.post('/steps/:stepToken/:mark', requireSameOrigin(context), readForm(context), async (req, res) => {
    const { stepToken } = req.params;
    const values = formValues(req);
    const mark = markOf(req.params.mark, formText(values, 'outcome'));
    if (mark === undefined) return sendRefusal(context, req, res, 'not-found');
    const outcome = await lastbus.markEmployerStep(stepToken, formText(values, 'activity'), mark);
    if (outcome.kind === 'unknown') return sendRefusal(context, req, res, 'not-found');
    const news = outcome.kind === 'marked' ? mark.kind : outcome.kind;
    res.redirect(303, inChosenLanguage(req, `/steps/${stepToken}?news=${news}`));
  });

  return router;
}

function markOf(kind: string | undefined, outcome: string): StepMark | undefined {
  if (kind === 'done') return { kind, outcome: outcome || null };
  return kind === 'started' || kind === 'undone' ? { kind } : undefined;
}
