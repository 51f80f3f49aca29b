// A policy as the API tells it, in both languages: what it asks of a case, and everything it says, each value with
// the id of its source. Fields may be added, never renamed or dropped (contract of the API).

import { type Day, formatDay } from '../../../domain/day.ts';
import { isStale } from '../../../domain/provenance.ts';
import type { FactDefinition } from '../../../policies/parts/fact.ts';
import { type CutoffDefinition, isPlannable, type Policy } from '../../../policies/policy.ts';
import { conditionText, countedJson, coverFromJson, dayRuleJson, dayText } from '../policies/json-values.ts';
import { activityJson, routeJson } from '../policies/steps-json.ts';

interface Told {
  readonly publicUrl: string;
  /** In the policy's zone: seen from it, sources are stale or not. */
  readonly today: Day;
}

export function summarizePolicy(policy: Policy, { publicUrl, today }: Told): object {
  const { id, basedOn, title, place, policyYear, status, verifiedOn } = policy;
  return {
    id,
    title,
    place,
    policyYear,
    status,
    basedOn,
    plannable: isPlannable(policy),
    verifiedOn: formatDay(verifiedOn),
    stale: isStale(policy, today),
    links: { self: `${publicUrl}/api/v1/policies/${id}`, page: `${publicUrl}/policies/${id}` },
  };
}

export function renderPolicy(policy: Policy, told: Told): object {
  const { zone, calendar, opening, readings, observations, askWhom } = policy;
  return {
    ...summarizePolicy(policy, told),
    zone,
    calendar,
    facts: policy.facts.map(factJson),
    opening: opening && { ...opening, on: formatDay(opening.on) },
    // Of an extension and what it replaces the policy keeps the extension, under both names.
    cutoffs: [...new Set(policy.cutoffs.values())].map(cutoffJson),
    activities: [...policy.activities.values()].map(activityJson),
    routes: policy.routes.map(routeJson),
    readings,
    coverage: coverageJson(policy),
    fees: policy.fees.map(({ when, ...fee }) => ({ ...fee, when: conditionText(when) })),
    eligibility: policy.eligibility.map(({ when, ...one }) => ({ ...one, when: conditionText(when) })),
    questions: policy.questions.map(({ when, by, ...question }) => ({
      ...question,
      when: conditionText(when),
      by: by.map(dayRuleJson),
    })),
    risks: policy.risks.map(({ when, from, until, ...risk }) => ({
      ...risk,
      when: conditionText(when),
      from: from.map(dayRuleJson),
      until: until.map(dayRuleJson),
    })),
    observations,
    relatedDates: policy.relatedDates.map(({ when, ...one }) => ({ ...one, when: conditionText(when) })),
    askWhom,
    sources: sourcesJson(policy, told.today),
  };
}

function factJson(fact: FactDefinition): object {
  const { id, type, question, help, choices, fallback, isRequired, askWhen, askEarlyWhen } = fact;
  return {
    id,
    type,
    question,
    help,
    ...(choices.size === 0 ? {} : { choices: Object.fromEntries(choices) }),
    default: fallback,
    required: isRequired,
    askWhen: conditionText(askWhen),
    askEarlyWhen: conditionText(askEarlyWhen),
  };
}

function cutoffJson(cutoff: CutoffDefinition): object {
  return { ...cutoff, on: countedJson(cutoff.on), until: dayText(cutoff.until) };
}

function coverageJson({ coverage }: Policy): object | null {
  if (coverage === null) return null;
  const rules = coverage.rules.map(({ when, paidUntil, coverFrom, ...rule }) => ({
    ...rule,
    when: conditionText(when),
    paidUntil: paidUntil && countedJson(paidUntil),
    coverFrom: coverFromJson(coverFrom),
  }));
  return { until: formatDay(coverage.until), rules };
}

function sourcesJson({ sources }: Policy, today: Day): object {
  return Object.fromEntries(
    [...sources].map(([id, source]) => [
      id,
      {
        ...source,
        publishedOn: dayText(source.publishedOn),
        verifiedOn: formatDay(source.verifiedOn),
        stale: isStale(source, today),
      },
    ]),
  );
}
