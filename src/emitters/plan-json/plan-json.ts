// A plan as the JSON of contracts.md §3, texts in one language. What is not computed yet is null.

import { type Coverage, coverOf } from '../../domain/cover.ts';
import { type Day, formatDay } from '../../domain/day.ts';
import type { Fork } from '../../domain/fork.ts';
import type { Locale } from '../../domain/localized.ts';
import { type AnsweredFact, type Fee, type Plan, recommendedRouteOf } from '../../domain/plan.ts';
import { isStale } from '../../domain/provenance.ts';
import { planWords } from '../wording/plan-words.ts';
import { dayText } from './day-texts.ts';
import { routeJson } from './route-json.ts';

/** The answer to one case. Days are `YYYY-MM-DD` or null; sentences, titles and places are in `locale`. */
export function renderPlanJson(plan: Plan, locale: Locale): object {
  const { policy, cutoff, today } = plan;
  const told = planWords(plan, recommendedRouteOf(plan), locale);
  return {
    policy: {
      id: policy.id,
      title: policy.title[locale],
      status: policy.status,
      verifiedOn: formatDay(policy.verifiedOn),
      policyYear: policy.policyYear,
      place: policy.place[locale],
      zone: policy.zone,
    },
    asOf: formatDay(plan.asOf),
    facts: Object.fromEntries(plan.facts.map((fact) => [fact.id, factValue(fact)])),
    assumed: plan.facts.filter(({ isAssumed }) => isAssumed).map(({ id }) => id),
    cutoff: {
      on: formatDay(cutoff.on),
      at: cutoff.at,
      status: cutoff.status,
      source: cutoff.source,
      atSource: cutoff.atSource,
      own: cutoff.isOwn,
    },
    verdict: plan.verdict,
    recommendedRoute: plan.recommendedRoute,
    routes: plan.routes.map((route) => routeJson(route, planWords(plan, route, locale), locale)),
    today: {
      text: told.today,
      askFirst: told.askToday,
      activity: 'activity' in today ? today.activity.id : null,
      kind: today.kind,
    },
    eligibility: plan.eligibility && {
      because: plan.eligibility.because[locale],
      instead: plan.eligibility.instead[locale],
      source: plan.eligibility.source,
    },
    fork: plan.fork && forkJson(plan.fork, locale),
    questions: plan.questions.map(({ id, ask, whom, isAskedFirst, by, source }) => ({
      id,
      ask: ask[locale],
      whom: whom[locale],
      askFirst: isAskedFirst,
      by: dayText(by),
      source,
    })),
    risks: plan.risks.map(({ id, text, from, until, source }) => ({
      id,
      text: text[locale],
      from: dayText(from),
      until: dayText(until),
      source,
    })),
    opens: plan.opening && { ...plan.opening, on: formatDay(plan.opening.on) },
    coverage: plan.coverage && coverageJson(plan.coverage, plan.cutoff.on, locale),
    ifMissed: plan.ifMissed && {
      coverFrom: dayText(plan.ifMissed.coverFrom),
      text: plan.ifMissed.text[locale],
      source: plan.ifMissed.source,
    },
    fee: plan.fee && feeJson(plan.fee, locale),
    fees: plan.fees.map((fee) => feeJson(fee, locale)),
    sources: Object.fromEntries(
      [...plan.sources].map(([id, source]) => [
        id,
        {
          ...source,
          title: source.title[locale],
          publishedOn: dayText(source.publishedOn),
          verifiedOn: formatDay(source.verifiedOn),
          stale: isStale(source, plan.asOf),
        },
      ]),
    ),
  };
}

function forkJson({ activity, title, lookOn, branches }: Fork, locale: Locale): object {
  return {
    activity,
    title: title[locale],
    lookOn: dayText(lookOn),
    branches: branches.map((branch) => ({
      ...branch,
      title: branch.title[locale],
      means: branch.means[locale],
      instead: branch.instead?.[locale] ?? null,
    })),
  };
}

/** Each rule in the order in which they count; the first covered day where it does not depend on the payment. */
function coverageJson(coverage: Coverage, cutoffOn: Day, locale: Locale): object {
  const { begins, until, rules } = coverage;
  return {
    begins: formatDay(begins),
    until: formatDay(until),
    rules: rules.map(({ paidUntil, start, text, source }) => ({
      paidUntil: dayText(paidUntil),
      coverFrom: start.kind === 'day' ? formatDay(start.day) : null,
      start:
        start.kind === 'after-months' ? { kind: start.kind, months: start.months } : { kind: start.kind },
      text: text[locale],
      source,
    })),
    ifPaidByCutoff: dayText(coverOf(coverage, cutoffOn)?.coverFrom ?? null),
  };
}

function feeJson({ title, ...fee }: Fee, locale: Locale): object {
  return { ...fee, title: title?.[locale] ?? null };
}

function factValue({ value, isDay }: AnsweredFact): string | number | boolean | null {
  return isDay && typeof value === 'number' ? formatDay(value as Day) : value;
}
