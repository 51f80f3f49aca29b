// What else goes by the papers of a planned case, each with the place where its source stands.

import type { Plan } from '../../domain/plan.ts';
import type { RelatedDate } from '../../emitters/pages/related-dates-view.ts';
import { relatedDatesOf } from '../../policies/compile/related-dates.ts';
import type { Policy } from '../../policies/policy.ts';

/** @param policyHref the page of the policy, whose table of sources is numbered in the policy's order. */
export function relatedDatesTold(policy: Policy, plan: Plan, policyHref: string): RelatedDate[] {
  const ids = [...policy.sources.keys()];
  return relatedDatesOf(policy, plan).flatMap(({ source: id, ...date }) => {
    const source = policy.sources.get(id);
    if (source === undefined) return [];
    return [{ ...date, source, href: `${policyHref}#source-${ids.indexOf(id) + 1}` }];
  });
}
