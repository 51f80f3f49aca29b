// The link of a reminder to the step that it is about. Looking never acts, for mail scanners open every link.

import { type Response, Router } from 'express';
import type { ChangeOutcome } from '../../../app/lastbus.ts';
import { renderMailedStepPage } from '../../../emitters/pages/mailed-step-page.ts';
import type { TypedStep } from '../../../emitters/pages/marks-view.ts';
import { stepFault } from '../forms/field-faults.ts';
import { stepFormOf, typedStep } from '../forms/step-form.ts';
import { frameOf } from '../frame-of.ts';
import type { AnyRequest, HttpContext } from '../http-context.ts';
import { inChosenLanguage, localeOf } from '../locale.ts';
import { sendRefusal, statusOfFaults } from '../refusals.ts';
import { formValues, readForm } from '../request-bodies.ts';
import { requireSameOrigin } from '../same-origin.ts';
import { keepPrivate } from '../security-headers.ts';

export function mailedStepRoutes(context: HttpContext): Router {
  const { lastbus } = context;
  const router = Router();
  router.use('/reminders', keepPrivate);

  const show = async (
    req: AnyRequest,
    res: Response,
    { token, activity }: { readonly token: string; readonly activity: string },
    refused: { readonly typed: TypedStep; readonly outcome: ChangeOutcome & { kind: 'invalid' } } | null,
  ) => {
    const found = await lastbus.findMailedStep(token, activity);
    const policy = found && lastbus.findPolicy(found.plan.policy.id);
    if (found === undefined || policy === undefined) return sendRefusal(context, req, res, 'not-found');
    const locale = localeOf(req);
    if (refused !== null) res.status(statusOfFaults(refused.outcome.problems));
    const mishap = refused && {
      typed: refused.typed,
      faults: refused.outcome.problems.map((fault) => stepFault(fault, refused.typed, policy, locale)),
    };
    const page = renderMailedStepPage({
      frame: frameOf(context, req, req.path),
      ...found,
      today: lastbus.todayIn(policy.zone),
      action: inChosenLanguage(req, req.path),
      planHref: inChosenLanguage(req, `/plans/${found.viewToken}`),
      mishap,
    });
    res.send(page);
  };

  router.get('/reminders/done/:token/:activity', async (req, res) => {
    await show(req, res, req.params, null);
  });

  router.post(
    '/reminders/done/:token/:activity',
    requireSameOrigin(context),
    readForm(context),
    async (req, res) => {
      const { token, activity } = req.params;
      const found = await lastbus.findMailedStep(token, activity);
      if (found === undefined) return sendRefusal(context, req, res, 'not-found');
      const typed = typedStep(activity, formValues(req));
      const form = stepFormOf(typed, lastbus.todayIn(found.plan.policy.zone));
      const outcome: ChangeOutcome = form.ok
        ? await lastbus.noteMailedStep(token, activity, form.value.note)
        : { kind: 'invalid', problems: form.problems };
      switch (outcome.kind) {
        case 'changed':
          return res.redirect(303, inChosenLanguage(req, req.path));
        case 'invalid':
          return show(req, res, req.params, { typed, outcome });
        case 'unknown':
          return sendRefusal(context, req, res, 'not-found');
        case 'view-only':
        case 'stale':
          return sendRefusal(context, req, res, outcome.kind);
      }
    },
  );

  return router;
}
