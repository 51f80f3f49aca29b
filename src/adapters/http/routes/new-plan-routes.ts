// The first page, and storing what it shows. The answers stand in the address, so that a plan can be looked at,
// shared and gone back to without being stored.

import { type Response, Router } from 'express';
import type { Fault } from '../../../domain/problem.ts';
import { type NewPlanPage, renderNewPlanPage } from '../../../emitters/pages/new-plan-page.ts';
import { isPlannable, type Policy } from '../../../policies/policy.ts';
import type { Answers } from '../forms/answers.ts';
import { answersOf, caseOfAnswers, FORM_NAMES, type FormValues, formText } from '../forms/case-form.ts';
import { factFields } from '../forms/fact-fields.ts';
import { frameOf } from '../frame-of.ts';
import type { AnyRequest, HttpContext } from '../http-context.ts';
import { chosenLocale, inChosenLanguage, localeOf } from '../locale.ts';
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
    return id === '' ? lastbus.listPolicies().find(isPlannable) : lastbus.findPolicy(id);
  };

  router.get('/', async (req, res) => {
    const policy = policyOf(req.query);
    if (policy === undefined) return sendRefusal(context, req, res, 'not-found');
    // Of such a year there is nothing to ask: what is known of it stands on its own page.
    if (!isPlannable(policy)) return res.redirect(303, inChosenLanguage(req, `/policies/${policy.id}`));
    const answers = answersOf(policy, req.query);
    const asOf = formText(req.query, FORM_NAMES.asOf);
    const planned = answers === null ? null : lastbus.previewPlan(caseOfAnswers(policy, answers, asOf));
    const faults = planned === null || planned.ok ? [] : planned.problems;
    const page = pageOf(context, req, { policy, answers: answers ?? new Map(), asOf, faults });
    if (planned?.ok !== true) return sendPage(res, page.view, faults);
    const { value: plan } = planned;
    const carried = carriedCase(page);
    const tried = await triedWhatIf(req, (whatIf) =>
      lastbus.previewWhatIf(caseOfAnswers(policy, answers ?? new Map(), asOf), whatIf),
    );
    const whatIf = { action: '/', carried, tried: tried ?? null };
    tellStatus(res, whatIf.tried);
    if (sendResultAlone(req, res, plan, whatIf)) return;
    allowOwnScripts(res);
    const preview = {
      plan,
      carried,
      calendarHref: calendarHref(req, page),
      // What was only tried is nobody's plan, and is not passed on as one.
      address: `${options.publicUrl}${whatIf.tried === null ? req.originalUrl : `/?${queryOf(carried)}`}`,
      whatIf,
      htmxHref: context.assets.htmxHref,
      timelineHref: `/timeline?${queryOf(carried)}`,
    };
    sendPage(res, { ...page.view, preview }, faults);
  });

  router.post(
    '/plans',
    requireSameOrigin(context),
    readForm(context),
    async (req: AnyRequest, res: Response) => {
      const values = formValues(req);
      const policy = policyOf(values);
      if (policy === undefined) return sendRefusal(context, req, res, 'not-found');
      const answers = answersOf(policy, values) ?? new Map<string, string>();
      const stored = await lastbus.storePlan(caseOfAnswers(policy, answers, ''), localeOf(req));
      if (stored.ok) {
        const { edit, view } = stored.value.tokens;
        return res.redirect(303, inChosenLanguage(req, `/plans/${edit ?? view}?news=saved`));
      }
      const faults = stored.problems;
      options.logger.debug({ faults: faults.length }, 'a form was not stored');
      sendPage(res, pageOf(context, req, { policy, answers, asOf: '', faults }).view, faults);
    },
  );

  return router;
}

interface Asked {
  readonly policy: Policy;
  readonly answers: Answers;
  /** The day to look from as the address has it; empty: today. */
  readonly asOf: string;
  readonly faults: readonly Fault[];
}

interface PageOf extends Asked {
  readonly view: NewPlanPage;
}

function pageOf(context: HttpContext, req: AnyRequest, asked: Asked): PageOf {
  const { lastbus } = context;
  const { policy, answers, asOf, faults } = asked;
  const locale = localeOf(req);
  const language = chosenLocale(req);
  const carried = [
    { name: FORM_NAMES.policy, value: policy.id },
    ...(asOf === '' ? [] : [{ name: FORM_NAMES.asOf, value: asOf }]),
    ...(language === null ? [] : [{ name: FORM_NAMES.language, value: language }]),
  ];
  const view = {
    frame: frameOf(context, req, req.method === 'POST' ? '/' : null),
    policyTitle: policy.title[locale],
    otherPolicies: lastbus
      .listPolicies()
      .filter((other) => other.id !== policy.id && isPlannable(other))
      .map(({ id, title }) => ({
        title: title[locale],
        href: inChosenLanguage(req, `/?${FORM_NAMES.policy}=${encodeURIComponent(id)}`),
      })),
    carried,
    ...factFields({ policy, answers, faults, asOf: lastbus.todayIn(policy.zone), locale }),
    preview: null,
  };
  return { ...asked, view };
}

/** The whole case as hidden fields: the policy, the day it is looked at from, and every answer given. */
function carriedCase({ view, answers }: PageOf) {
  const given = [...answers].filter(([, value]) => value !== '');
  return [...view.carried, ...given.map(([name, value]) => ({ name, value }))];
}

function queryOf(carried: NewPlanPage['carried']): URLSearchParams {
  return new URLSearchParams(carried.map(({ name, value }): [string, string] => [name, value]));
}

function calendarHref(req: AnyRequest, page: PageOf): string {
  const query = queryOf(carriedCase(page));
  // Its texts are in the language of the page, and not in the one that a calendar program would ask for.
  query.set(FORM_NAMES.language, localeOf(req));
  return `/plan.ics?${query}`;
}

function sendPage(res: Response, page: NewPlanPage, faults: readonly Fault[]): void {
  if (faults.length > 0) res.status(statusOfFaults(faults));
  res.set('Cache-Control', 'private, no-cache').send(renderNewPlanPage(page));
}
