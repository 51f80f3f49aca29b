// The page of a stored plan, and what its owner does there: note progress, change facts,
// delete it. Each form posts, and is answered with a redirect, so that reloading repeats nothing.

import { type Response, Router } from 'express';
import type { ChangeOutcome } from '../../../app/lastbus.ts';
import { renderNoticePage } from '../../../emitters/pages/notice-page.ts';
import { pageWordsOf } from '../../../emitters/pages/words/page-words-of.ts';
import { rosterPageWordsOf } from '../../../emitters/pages/words/roster-page-words-of.ts';
import { answersOf, factsOfChange } from '../forms/case-form.ts';
import { stepFormOf, typedStep } from '../forms/step-form.ts';
import { frameOf } from '../frame-of.ts';
import type { AnyRequest, HttpContext } from '../http-context.ts';
import { inChosenLanguage, localeOf } from '../locale.ts';
import { mayChange, openOrMisfit } from '../open-or-misfit.ts';
import { sendRefusal } from '../refusals.ts';
import { formValues, readForm } from '../request-bodies.ts';
import { requireSameOrigin } from '../same-origin.ts';
import { keepPrivate } from '../security-headers.ts';
import { asOfDay } from './plan-api.ts';
import { type Mishap, sendStoredPlan } from './stored-plan-answer.ts';

export function storedPlanRoutes(context: HttpContext): Router {
  const { lastbus } = context;
  const router = Router();
  const ownPage = requireSameOrigin(context);
  const form = readForm(context);

  /** Back to the plan, with the news on top; or the page again, with what was wrong. */
  const answerChange = async (
    req: AnyRequest,
    res: Response,
    token: string,
    outcome: ChangeOutcome,
    mishap: Mishap,
    news = 'news=changed',
  ) => {
    switch (outcome.kind) {
      case 'changed':
        return res.redirect(303, inChosenLanguage(req, `/plans/${token}?${news}`));
      case 'invalid':
        return sendStoredPlan(context, req, res, token, {
          asOf: null,
          mishap: { ...mishap, faults: outcome.problems },
        });
      case 'unknown':
        return sendRefusal(context, req, res, 'not-found');
      case 'view-only':
      case 'stale':
        return sendRefusal(context, req, res, outcome.kind);
    }
  };

  router.use('/plans', keepPrivate);

  router.get('/plans/:planToken', async (req, res) => {
    const asOf = asOfDay(req);
    if (asOf === 'no-day') return sendRefusal(context, req, res, 'malformed');
    await sendStoredPlan(context, req, res, req.params.planToken, { asOf, mishap: null });
  });

  router.post('/plans/:planToken/facts', ownPage, form, async (req, res) => {
    const { planToken } = req.params;
    const opened = await openOrMisfit(lastbus, planToken, null);
    const policy = opened && lastbus.findPolicy(opened.stored.policyId);
    if (policy === undefined) return sendRefusal(context, req, res, 'not-found');
    const answers = answersOf(policy, formValues(req)) ?? new Map<string, string>();
    const outcome = await lastbus.changePlan(planToken, { facts: factsOfChange(policy, answers) }, null);
    await answerChange(req, res, planToken, outcome, { in: 'facts', answers, faults: [] });
  });

  router.post('/plans/:planToken/steps/:activity', ownPage, form, async (req, res) => {
    const { planToken, activity } = req.params;
    const opened = await lastbus.openPlan(planToken, null);
    if (opened === undefined) return sendRefusal(context, req, res, 'not-found');
    const typed = typedStep(activity, formValues(req));
    const form = stepFormOf(typed, lastbus.todayIn(opened.plan.policy.zone));
    const outcome: ChangeOutcome = form.ok
      ? await lastbus.noteStep(planToken, { activity, ...form.value })
      : { kind: 'invalid', problems: form.problems };
    const news = typed.kind === 'taken-back' ? 'taken-back' : 'noted';
    const back = `news=${news}&step=${encodeURIComponent(activity)}`;
    await answerChange(req, res, planToken, outcome, { in: 'step', typed, faults: [] }, back);
  });

  router.get('/plans/:planToken/delete', async (req, res) => {
    const opened = await openOrMisfit(lastbus, req.params.planToken, null);
    if (opened === undefined) return sendRefusal(context, req, res, 'not-found');
    if (!mayChange(opened)) return sendRefusal(context, req, res, 'view-only');
    const frame = frameOf(context, req);
    const action = inChosenLanguage(req, req.path);
    const backHref = inChosenLanguage(req, `/plans/${req.params.planToken}`);
    const before = {
      href: `/plans/${req.params.planToken}/export`,
      label: pageWordsOf(localeOf(req)).stored.exportAll,
    };
    const isOfRoster = await lastbus.rosters.holdsPlan(opened.stored.id);
    const note = isOfRoster ? rosterPageWordsOf(localeOf(req)).ofRosterDelete : undefined;
    res.send(
      renderNoticePage({ frame, notice: 'delete-ask', action, address: null, backHref, before, note }),
    );
  });

  router.post('/plans/:planToken/delete', ownPage, async (req, res) => {
    const outcome = await lastbus.removePlan(req.params.planToken);
    if (outcome !== 'removed')
      return sendRefusal(context, req, res, outcome === 'unknown' ? 'not-found' : outcome);
    const frame = frameOf(context, req, '/');
    res.send(renderNoticePage({ frame, notice: 'delete-done', action: null, address: null, backHref: null }));
  });

  return router;
}
