// The plan of answers that are not stored, as its page.

import { type Plan, recommendedRouteOf } from '../../../domain/plan.ts';
import type { InexactPlan } from '../../../emitters/pages/inexact-view.ts';
import type { NewPlanPage, OpenQuestion } from '../../../emitters/pages/new-plan-page.ts';
import type { WhatIfForm } from '../../../emitters/what-if/what-if-view.ts';
import type { FactDefinition } from '../../../policies/parts/fact.ts';
import type { Policy } from '../../../policies/policy.ts';
import { FORM_NAMES } from '../forms/case-form.ts';
import { frameOf } from '../frame-of.ts';
import type { AnyRequest, HttpContext } from '../http-context.ts';
import { localeOf } from '../locale.ts';
import { type AskedCase, addressOfCase, carriedCase, queryOf } from './asked-case.ts';
import { askedFacts } from './asked-facts.ts';
import type { PlanOfAnswers } from './plan-of-answers.ts';
import { policyChoices } from './policy-choices.ts';
import { givenAnswers, shownAnswer } from './shown-answers.ts';

export function previewPage(
  context: HttpContext,
  req: AnyRequest,
  asked: AskedCase,
  planned: PlanOfAnswers,
  whatIf: WhatIfForm,
): NewPlanPage {
  const { policy, answers } = asked;
  const facts = askedFacts(asked);
  const open = facts
    .filter(({ id }) => !answers.has(id))
    .map((fact) => ({ fact, view: openQuestion(req, asked, fact) }));
  const closing = closingFacts(policy, planned.plan);
  return {
    frame: frameOf(context, req),
    policies: policyChoices(context, req, policy),
    plan: planned.plan,
    given: givenAnswers(req, asked, facts),
    open: open.map(({ view }) => view),
    ownDeadlines: open.filter(({ fact }) => closing.has(fact.id)).map(({ view }) => view),
    inexact: planned.inexact.length === 0 ? null : inexactPlan(req, asked, planned),
    carried: carriedCase(req, asked),
    calendarHref: calendarHref(req, asked),
    shareUrl: `${context.options.publicUrl}${addressOfCase(req, asked)}`,
    copyScriptHref: context.assets.copyScriptHref,
    whatIf,
    htmxHref: context.assets.htmxHref,
    // Of what is not known exactly, that which the plan takes.
    timelineHref: `/timeline?${queryOf(carriedCase(req, { ...asked, answers: planned.answers }))}`,
  };
}

function openQuestion(
  req: AnyRequest,
  asked: AskedCase,
  { id, question, help }: FactDefinition,
): OpenQuestion {
  const locale = localeOf(req);
  return {
    question: question[locale],
    help: help?.[locale] ?? null,
    href: addressOfCase(req, asked, id),
  };
}

/** The facts that say until when a step of the recommended route can be started. */
function closingFacts({ activities }: Policy, plan: Plan): ReadonlySet<string> {
  const steps = recommendedRouteOf(plan)?.activities ?? [];
  const rules = steps.flatMap(({ id }) => activities.get(id)?.closesOn ?? []);
  return new Set(rules.flatMap(({ from }) => (from.kind === 'fact' ? [from.fact] : [])));
}

function inexactPlan(req: AnyRequest, asked: AskedCase, planned: PlanOfAnswers): InexactPlan {
  const locale = localeOf(req);
  const shown = (answers: AskedCase['answers']) =>
    planned.inexact.map(({ fact }) => shownAnswer(fact, answers.get(fact.id) ?? '', locale));
  return {
    taken: planned.inexact.map(({ fact }, index) => ({
      question: fact.question[locale],
      shown: shown(planned.answers)[index] ?? '',
      href: addressOfCase(req, asked, fact.id),
    })),
    others: planned.possible
      .filter(({ plan }) => plan !== planned.plan)
      .map(({ answers, plan }) => ({ shown: shown(answers).join(' · '), plan })),
  };
}

function calendarHref(req: AnyRequest, asked: AskedCase): string {
  const query = queryOf(carriedCase(req, asked));
  // Its texts are in the language of the page, and not in the one that a calendar program would ask for.
  query.set(FORM_NAMES.language, localeOf(req));
  return `/plan.ics?${query}`;
}
