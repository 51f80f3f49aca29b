// The page of a stored plan as an answer: after a look, or after a form that could not be carried out.

import type { Response } from 'express';
import { CaseDoesNotFit } from '../../../app/case-does-not-fit.ts';
import type { OpenedPlan } from '../../../app/lastbus.ts';
import type { Day } from '../../../domain/day.ts';
import type { Fault } from '../../../domain/problem.ts';
import type { Closing } from '../../../emitters/pages/closing-view.ts';
import type { TypedStep } from '../../../emitters/pages/marks-view.ts';
import { renderStoredPlanPage, type StoredPlanPage } from '../../../emitters/pages/stored-plan-page.ts';
import { pageWordsOf } from '../../../emitters/pages/words/page-words-of.ts';
import type { WhatIfForm } from '../../../emitters/what-if/what-if-view.ts';
import type { Policy } from '../../../policies/policy.ts';
import type { PlanAudience } from '../../../ports/subscription-store.ts';
import type { Answers } from '../forms/answers.ts';
import { answersOfStored, FORM_NAMES, formText } from '../forms/case-form.ts';
import { factFields } from '../forms/fact-fields.ts';
import { stepFault } from '../forms/field-faults.ts';
import { frameOf } from '../frame-of.ts';
import type { AnyRequest, HttpContext } from '../http-context.ts';
import { chosenLocale, inChosenLanguage, localeOf } from '../locale.ts';
import { openOrMisfit } from '../open-or-misfit.ts';
import { sendRefusal, statusOfFaults } from '../refusals.ts';
import { relatedDatesTold } from '../related-dates-told.ts';
import { allowOwnScripts } from '../security-headers.ts';
import { sendResultAlone, tellStatus, triedWhatIf } from '../tried-what-if.ts';
import { sendMisfit } from './misfit-answer.ts';
import { pageLinks, stepAddress } from './plan-links.ts';

/** Which form could not be carried out, what was typed there, and why. */
export type Mishap = { readonly faults: readonly Fault[] } & (
  | { readonly in: 'facts'; readonly answers: Answers }
  | { readonly in: 'step'; readonly typed: TypedStep }
  | { readonly in: 'address'; readonly typed: string }
  | { readonly in: 'employer'; readonly typed: string; readonly reference: string }
);

export interface StoredPlanAnswer {
  /** The day to look from; null: today. */
  readonly asOf: Day | null;
  readonly mishap: Mishap | null;
}

export async function sendStoredPlan(
  context: HttpContext,
  req: AnyRequest,
  res: Response,
  token: string,
  { asOf, mishap }: StoredPlanAnswer,
): Promise<void> {
  const { lastbus, options } = context;
  const opened = await openOrMisfit(lastbus, token, asOf);
  if (opened === undefined) return sendRefusal(context, req, res, 'not-found');
  if (opened instanceof CaseDoesNotFit) {
    const typed = mishap?.in === 'facts' ? mishap : null;
    return sendMisfit(context, req, res, { token, misfit: opened, typed });
  }
  const policy = lastbus.findPolicy(opened.stored.policyId);
  if (policy === undefined) throw new Error(`a plan was opened without its policy ${opened.stored.policyId}`);
  const locale = localeOf(req);
  const today = lastbus.todayIn(policy.zone);
  const answers = mishap?.in === 'facts' ? mishap.answers : answersOfStored(opened.stored);
  const faults = mishap?.in === 'facts' ? mishap.faults : [];
  if (mishap !== null) res.status(statusOfFaults(mishap.faults));
  const links = pageLinks(options.publicUrl, opened.tokens);
  const { actions, download } = links;
  const tried = await triedWhatIf(req, (asked) => lastbus.openWhatIf(token, asOf, asked));
  if (tried === undefined) return sendRefusal(context, req, res, 'not-found');
  const whatIf = { action: `/plans/${token}`, carried: carriedOf(req), tried };
  tellStatus(res, tried);
  if (sendResultAlone(req, res, opened.plan, whatIf)) return;
  allowOwnScripts(res);
  const { step } = opened.tokens;
  const page: StoredPlanPage = {
    frame: frameOf(context, req, `/plans/${token}`),
    plan: opened.plan,
    today,
    links,
    whatIf,
    htmxHref: context.assets.htmxHref,
    isOfRoster: await lastbus.rosters.holdsPlan(opened.stored.id),
    timelineHref: hrefWith(`/plans/${token}/timeline`, whatIf.carried),
    ...factFields({ policy, answers, faults, asOf: today, locale }),
    news: newsOf(req),
    newsOf: formText(req.query, 'step') || null,
    stepMishap:
      mishap?.in === 'step'
        ? {
            typed: mishap.typed,
            faults: mishap.faults.map((fault) => stepFault(fault, mishap.typed, policy, locale)),
          }
        : null,
    closing: {
      ...closingOf(lastbus.findPolicyAfter(policy), opened, inChosenLanguage(req, `${actions}/next-season`)),
      relatedDates: relatedDatesTold(policy, opened.plan, inChosenLanguage(req, `/policies/${policy.id}`)),
    },
    reminders: {
      subscriptions: opened.subscriptions,
      action: `${actions}/reminders`,
      downloadHref: download,
      calendarHref: inChosenLanguage(req, `${actions}/calendar`),
      mailFolder: lastbus.mailFolder,
      publicUrl: options.publicUrl,
      news: addressNewsOf(req, 'family'),
      mishap:
        mishap?.in === 'address'
          ? { typed: mishap.typed, fault: pageWordsOf(locale).field.notAddress }
          : null,
    },
    employer: {
      subscriptions: opened.subscriptions,
      link: step === null ? null : stepAddress(options.publicUrl, step),
      action: actions,
      news: formText(req.query, 'news') === 'step-renewed' ? 'step-renewed' : addressNewsOf(req, 'employer'),
      mailFolder: lastbus.mailFolder,
      mishap: mishap?.in === 'employer' ? employerMishap(mishap) : null,
      copyScriptHref: context.assets.copyScriptHref,
    },
  };
  res.send(renderStoredPlanPage(page));
}

function hrefWith(path: string, carried: WhatIfForm['carried']): string {
  const query = new URLSearchParams(carried.map(({ name, value }): [string, string] => [name, value]));
  return query.size === 0 ? path : `${path}?${query}`;
}

function closingOf(
  next: Policy | undefined,
  { tokens, subscriptions }: OpenedPlan,
  action: string,
): Omit<Closing, 'relatedDates'> {
  const isTold = ({ state, audience }: OpenedPlan['subscriptions'][number]) =>
    state === 'confirmed' && audience === 'family';
  return {
    next:
      next === undefined ? null : { policyYear: next.policyYear, isProjected: next.status === 'projected' },
    addresses: subscriptions.filter(isTold).length,
    action: tokens.edit === null ? null : action,
  };
}

/** The language that was chosen, and the day that is looked from. */
function carriedOf(req: AnyRequest): WhatIfForm['carried'] {
  const language = chosenLocale(req);
  const asOf = req.method === 'GET' ? formText(req.query, FORM_NAMES.asOf) : '';
  return [
    ...(asOf === '' ? [] : [{ name: FORM_NAMES.asOf, value: asOf }]),
    ...(language === null ? [] : [{ name: FORM_NAMES.language, value: language }]),
  ];
}

const NEWS = ['saved', 'changed', 'noted', 'taken-back', 'view-renewed', 'both-renewed'] as const;

function newsOf(req: AnyRequest): StoredPlanPage['news'] {
  const text = req.method === 'GET' ? formText(req.query, 'news') : '';
  return NEWS.find((known) => known === text) ?? null;
}

/** In the query of the plan's page: whose address the news are of. */
export const ADDRESS_NEWS_NAMES = { family: 'address', employer: 'employer' } as const;

/** What may have become of an address, as the query of a page says it. */
export const ADDRESS_NEWS = [
  'mail-sent',
  'already-confirmed',
  'unsubscribed',
  'removed',
  'replacing',
] as const;

/** What has just become of an address, told in the section that it stands in. */
function addressNewsOf(req: AnyRequest, audience: PlanAudience): StoredPlanPage['reminders']['news'] {
  const text = req.method === 'GET' ? formText(req.query, ADDRESS_NEWS_NAMES[audience]) : '';
  return ADDRESS_NEWS.find((known) => known === text) ?? null;
}

function employerMishap({ typed, reference, faults }: Mishap & { readonly in: 'employer' }) {
  const isAt = (name: string) => faults.some(({ path }) => path[0] === name);
  return { typed, reference, isAddress: isAt('email'), isReference: isAt('reference') };
}
