// The page of a stored plan that can no longer be made, as an answer.

import type { Response } from 'express';
import type { CaseDoesNotFit } from '../../../app/case-does-not-fit.ts';
import type { Fault } from '../../../domain/problem.ts';
import { renderMisfitPage } from '../../../emitters/pages/misfit-page.ts';
import type { Answers } from '../forms/answers.ts';
import { answersOfStored } from '../forms/case-form.ts';
import { factFields } from '../forms/fact-fields.ts';
import { frameOf } from '../frame-of.ts';
import type { AnyRequest, HttpContext } from '../http-context.ts';
import { localeOf } from '../locale.ts';
import { sendRefusal } from '../refusals.ts';

export interface Misfit {
  readonly token: string;
  readonly misfit: CaseDoesNotFit;
  /** What was typed just now, and what was wrong with it; null: nobody typed anything. */
  readonly typed: { readonly answers: Answers; readonly faults: readonly Fault[] } | null;
}

/** 422: the plan is there, and its facts are no possible ones by the rules of now. */
export function sendMisfit(
  context: HttpContext,
  req: AnyRequest,
  res: Response,
  { token, misfit, typed }: Misfit,
): void {
  const { lastbus } = context;
  const { stored, faults, canEdit } = misfit;
  const policy = lastbus.findPolicy(stored.policyId);
  if (policy === undefined) {
    sendRefusal(context, req, res, 'impossible-facts', { faults });
    return;
  }
  const page = renderMisfitPage({
    frame: frameOf(context, req, `/plans/${token}`),
    policyTitle: policy.title,
    actions: canEdit ? `/plans/${token}` : null,
    ...factFields({
      policy,
      answers: typed?.answers ?? answersOfStored(stored),
      faults: typed?.faults ?? faults,
      asOf: lastbus.todayIn(policy.zone),
      locale: localeOf(req),
    }),
  });
  res.status(422).send(page);
}
