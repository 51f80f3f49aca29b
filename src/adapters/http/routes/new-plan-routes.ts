// Asking for a plan: one question at a time until there is a first answer, then that answer, and storing it. The
// answers stand in the address, so that a plan can be looked at, shared and gone back to without being stored.

import { type Response, Router } from 'express';
import type { Fault } from '../../../domain/problem.ts';
import { renderAskPage } from '../../../emitters/pages/ask-page.ts';
import { renderNewPlanPage } from '../../../emitters/pages/new-plan-page.ts';
import { isPlannable, type Policy } from '../../../policies/policy.ts';
import { policyInSeason } from '../../../policies/running-season.ts';
import { type AskedCase, carriedCase } from '../ask/asked-case.ts';
import { askedFacts, earlyFacts } from '../ask/asked-facts.ts';
import { faultsOfGiven } from '../ask/faults-of-given.ts';
import { faultsPage } from '../ask/faults-page.ts';
import { planOfAnswers } from '../ask/plan-of-answers.ts';
import { previewPage } from '../ask/preview-page.ts';
import { questionPage } from '../ask/question-page.ts';
import { answersOf, caseOfAnswers, FORM_NAMES, type FormValues, formText } from '../forms/case-form.ts';
import type { AnyRequest, HttpContext } from '../http-context.ts';
import { inChosenLanguage, localeOf } from '../locale.ts';
import { sendRefusal, statusOfFaults } from '../refusals.ts';
import { formValues, readForm } from '../request-bodies.ts';
import { requireSameOrigin } from '../same-origin.ts';
import { allowOwnScripts } from '../security-headers.ts';
import { sendResultAlone, tellStatus, triedWhatIf } from '../tried-what-if.ts';

export function newPlanRoutes(context: HttpContext): Router {
  const { lastbus, options } = context;
  const router = Router();

  const policyOf = (values: FormValues): Policy | undefined => {
    const id = formText(values, FORM_NAMES.policy);
    return id === '' ? policyInSeason(lastbus.listPolicies(), lastbus.todayIn) : lastbus.findPolicy(id);
  };
  const askedOf = (policy: Policy, values: FormValues): AskedCase => ({
    policy,
    answers: answersOf(policy, values) ?? new Map(),
    asOf: formText(values, FORM_NAMES.asOf),
    today: lastbus.todayIn(policy.zone),
  });

  const sendFaults = (req: AnyRequest, res: Response, asked: AskedCase, faults: readonly Fault[]) => {
    res.status(statusOfFaults(faults));
    send(res, faultsPage(context, req, asked, faults));
  };

  router.get('/', async (req, res) => {
    const policy = policyOf(req.query);
    if (policy === undefined) return sendRefusal(context, req, res, 'not-found');
    // Of such a year there is nothing to ask: what is known of it stands on its own page.
    if (!isPlannable(policy)) return res.redirect(303, inChosenLanguage(req, `/policies/${policy.id}`));
    const asked = askedOf(policy, req.query);
    const named = askedFacts(asked).find(({ id }) => id === formText(req.query, FORM_NAMES.ask));
    if (named !== undefined) return send(res, renderAskPage(questionPage(context, req, asked, named, [])));
    const faults = faultsOfGiven(asked);
    if (faults.length > 0) return sendFaults(req, res, asked, faults);
    const next = earlyFacts(asked).find(({ id }) => !asked.answers.has(id));
    if (next !== undefined) return send(res, renderAskPage(questionPage(context, req, asked, next, [])));
    const planned = planOfAnswers(lastbus, asked);
    if (!planned.ok) return sendFaults(req, res, asked, planned.problems);
    const { plan, answers } = planned.value;
    const tried = await triedWhatIf(req, (whatIf) =>
      lastbus.previewWhatIf(caseOfAnswers(policy, answers, asked.asOf), whatIf),
    );
    const whatIf = { action: '/', carried: carriedCase(req, asked), tried: tried ?? null };
    tellStatus(res, whatIf.tried);
    if (sendResultAlone(req, res, plan, whatIf)) return;
    allowOwnScripts(res);
    send(res, renderNewPlanPage(previewPage(context, req, asked, planned.value, whatIf)));
  });

  router.post(
    '/plans',
    requireSameOrigin(context),
    readForm(context),
    async (req: AnyRequest, res: Response) => {
      const values = formValues(req);
      const policy = policyOf(values);
      if (policy === undefined) return sendRefusal(context, req, res, 'not-found');
      // A plan is stored as of today, from whatever day it was looked at.
      const asked = { ...askedOf(policy, values), asOf: '' };
      const stored = await lastbus.storePlan(caseOfAnswers(policy, asked.answers, ''), localeOf(req));
      if (stored.ok) {
        const { edit, view } = stored.value.tokens;
        return res.redirect(303, inChosenLanguage(req, `/plans/${edit ?? view}?news=saved`));
      }
      options.logger.debug({ faults: stored.problems.length }, 'a form was not stored');
      sendFaults(req, res, asked, stored.problems);
    },
  );

  return router;
}

function send(res: Response, page: string): void {
  res.set('Cache-Control', 'private, no-cache').send(page);
}
