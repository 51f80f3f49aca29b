// What else goes by the papers of a case that was planned.

import type { Plan } from '../../domain/plan.ts';
import type { Policy, RelatedDateDefinition } from '../policy.ts';

/** The policy's related dates that may concern the case of a plan, in the order of the policy's file. */
export function relatedDatesOf(
  { relatedDates, policyYear }: Policy,
  { facts, asOf }: Pick<Plan, 'facts' | 'asOf'>,
): RelatedDateDefinition[] {
  const given = {
    facts: new Map(facts.flatMap(({ id, value }) => (value === null ? [] : [[id, value] as const]))),
    dayFacts: new Set(facts.filter(({ isDay }) => isDay).map(({ id }) => id)),
    asOf,
    policyYear,
  };
  return relatedDates.filter(({ when }) => when === null || when.holds(given));
}
