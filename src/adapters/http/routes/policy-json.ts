// A policy as the API tells it: what it asks of a case, its cutoffs, routes, fees and sources, in both languages.

import { type Day, formatDay } from '../../../domain/day.ts';
import type { Policy } from '../../../policies/policy.ts';

export function summarizePolicy(policy: Policy, publicUrl: string): object {
  const { id, title, place, policyYear, status, verifiedOn } = policy;
  const links = { self: `${publicUrl}/api/v1/policies/${id}` };
  return { id, title, place, policyYear, status, verifiedOn: formatDay(verifiedOn), links };
}

export function renderPolicy(policy: Policy, publicUrl: string): object {
  return {
    ...summarizePolicy(policy, publicUrl),
    zone: policy.zone,
    calendar: policy.calendar,
    facts: policy.facts.map(({ id, type, question, help, choices, fallback, isRequired, askWhen }) => ({
      id,
      type,
      question,
      help,
      ...(choices.size === 0 ? {} : { choices: Object.fromEntries(choices) }),
      default: fallback,
      required: isRequired,
      askWhen: askWhen?.expression ?? null,
    })),
    cutoffs: [...policy.cutoffs.values()].map((cutoff) => ({ ...cutoff, on: formatDay(cutoff.on) })),
    activities: [...policy.activities.values()].map(({ id, title, actor }) => ({ id, title, actor })),
    routes: policy.routes.map(({ id, title, when, steps, followUp }) => ({
      id,
      title,
      when: when.expression,
      activities: [...steps, ...followUp].map(({ activity }) => activity),
    })),
    fees: policy.fees.map(({ when, ...fee }) => ({ ...fee, when: when.expression })),
    ifMissed: policy.ifMissed,
    sources: Object.fromEntries(
      [...policy.sources].map(([id, source]) => [
        id,
        { ...source, publishedOn: dayText(source.publishedOn) },
      ]),
    ),
  };
}

function dayText(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}
