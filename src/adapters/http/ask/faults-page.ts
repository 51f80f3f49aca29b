// What a case with faults is answered with.

import type { Fault } from '../../../domain/problem.ts';
import { renderAllQuestionsPage } from '../../../emitters/pages/all-questions-page.ts';
import { renderAskPage } from '../../../emitters/pages/ask-page.ts';
import { factFields } from '../forms/fact-fields.ts';
import { frameOf } from '../frame-of.ts';
import type { AnyRequest, HttpContext } from '../http-context.ts';
import { localeOf } from '../locale.ts';
import { type AskedCase, carriedCase } from './asked-case.ts';
import { askedFacts } from './asked-facts.ts';
import { policyChoices } from './policy-choices.ts';
import { questionPage } from './question-page.ts';

/**
 * One faulty answer is asked for again, alone; several, and faults of no question, stand on one page with all
 * questions. What was typed stays.
 */
export function faultsPage(
  context: HttpContext,
  req: AnyRequest,
  asked: AskedCase,
  faults: readonly Fault[],
): string {
  const { policy, answers, today } = asked;
  const faulty = new Set(faults.map(({ path }) => (path[0] === 'facts' ? path[1] : null)));
  const question = askedFacts(asked).find(({ id }) => faulty.has(id));
  if (question !== undefined && faulty.size === 1)
    return renderAskPage(questionPage(context, req, asked, question, faults));
  const fields = factFields({ policy, answers, faults, asOf: today, locale: localeOf(req) });
  const isAsked = new Set([...fields.first, ...fields.more].map(({ id }) => id));
  return renderAllQuestionsPage({
    frame: frameOf(context, req, req.method === 'POST' ? '/' : null),
    policies: policyChoices(context, req, policy),
    ...fields,
    carried: carriedCase(req, asked).filter(({ name }) => !isAsked.has(name)),
  });
}
