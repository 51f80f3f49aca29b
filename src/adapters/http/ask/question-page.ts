// One question of a case as its page: the fact as a field, what may be said in the place of an answer, what has been
// answered before.

import type { Locale } from '../../../domain/localized.ts';
import type { Fault } from '../../../domain/problem.ts';
import type { AskPage } from '../../../emitters/pages/ask-page.ts';
import type { FactDefinition } from '../../../policies/parts/fact.ts';
import type { Policy } from '../../../policies/policy.ts';
import { fieldView, formHint } from '../forms/fact-fields.ts';
import { frameOf } from '../frame-of.ts';
import type { AnyRequest, HttpContext } from '../http-context.ts';
import { localeOf } from '../locale.ts';
import { type AskedCase, addressOfCase, carriedCase } from './asked-case.ts';
import { askedFacts, deciders, earlyFacts } from './asked-facts.ts';
import { policyChoices } from './policy-choices.ts';
import { NOT_KNOWN } from './possible-answers.ts';
import { givenAnswers, shownAnswer } from './shown-answers.ts';

/** @param faults those of the whole case; what is wrong with this answer is said beside it. */
export function questionPage(
  context: HttpContext,
  req: AnyRequest,
  asked: AskedCase,
  fact: FactDefinition,
  faults: readonly Fault[],
): AskPage {
  const { policy, answers } = asked;
  const locale = localeOf(req);
  const facts = askedFacts(asked);
  const isReady = earlyFacts(asked).every(({ id }) => answers.has(id));
  return {
    frame: frameOf(context, req, req.method === 'POST' ? addressOfCase(req, asked) : null),
    isStart: answers.size === 0,
    policies: policyChoices(context, req, policy),
    field: fieldView(fact, { answers, faults, locale }, false),
    notKnown: notKnown(fact, policy, locale),
    form: formHint(fact, locale),
    monthWillDo: fact.type === 'date',
    carried: carriedCase(req, asked, fact),
    given: givenAnswers(
      req,
      asked,
      facts.filter(({ id }) => id !== fact.id),
    ),
    taken: deciders(fact, policy)
      .filter(({ id, fallback }) => fallback !== null && !answers.has(id))
      .map((decider) => ({
        question: decider.question[locale],
        shown: shownAnswer(decider, String(decider.fallback), locale),
        href: addressOfCase(req, asked, decider.id),
      })),
    planHref: isReady && faults.length === 0 ? addressOfCase(req, asked) : null,
  };
}

/**
 * What the address says for "I do not know": nothing where the policy or the plan can do without, `unknown` where the
 * plan is then made for everything that it may be. Null: only the family can say, as for whom a plan is, or how many.
 */
function notKnown(fact: FactDefinition, policy: Policy, locale: Locale): AskPage['notKnown'] {
  const { id, type, isRequired, fallback } = fact;
  if (isRequired) {
    const isOfThePast = [...policy.cutoffs.values()].some(
      ({ on: { from } }) => from.kind === 'fact' && from.fact === id,
    );
    const canBeTried = ['boolean', 'choice', 'date'].includes(type) && !isOfThePast;
    return canBeTried ? { value: NOT_KNOWN, taken: null } : null;
  }
  const hasUsual = fallback !== null && fallback !== 'unknown';
  if (type === 'choice' && hasUsual) return null;
  return { value: '', taken: hasUsual ? shownAnswer(fact, String(fallback), locale) : null };
}
