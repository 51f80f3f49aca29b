// A plan that is done → the plan of the year after, with what is known of the family by then.

import type { Actual } from '../domain/case.ts';
import { addMonths, type Day, formatDay } from '../domain/day.ts';
import type { Locale } from '../domain/localized.ts';
import type { Plan } from '../domain/plan.ts';
import type { FactDefinition } from '../policies/parts/fact.ts';
import { isPlannable, type Policy } from '../policies/policy.ts';
import type { StoredPlan } from '../ports/plan-store.ts';
import type { Dependencies } from './dependencies.ts';
import type { NextSeasonOutcome } from './lastbus.ts';
import { findPlan, planOfStored } from './open-plan.ts';
import type { PolicyBook } from './policy-book.ts';
import { storePlanOnce } from './store-plan-once.ts';
import { subscribe } from './subscribe.ts';

/** How much later the paper ends that was renewed: they are renewed year by year. */
const RENEWED_FOR_MONTHS = 12;

/** The policy of the same place for the year after; undefined where there is none that can be planned. */
export function policyAfter(
  { policies }: PolicyBook,
  { place, policyYear }: Pick<Policy, 'place' | 'policyYear'>,
) {
  return [...policies.values()].find(
    (policy) => policy.place.zh === place.zh && policy.policyYear === policyYear + 1 && isPlannable(policy),
  );
}

/**
 * Stores the plan of the year after for the owner of a plan that is done, and asks the addresses that were confirmed
 * for it whether they want its reminders too: they agreed to those of the other plan. Tapped again less than 24 hours
 * later it finds the plan of the first tap.
 */
export async function planNextSeason(
  dependencies: Dependencies,
  token: string,
  locale: Locale,
  client: string | null,
): Promise<NextSeasonOutcome> {
  const { book, subscriptionStore } = dependencies;
  const found = await findPlan(dependencies, token);
  if (found === undefined) return { kind: 'unknown' };
  if (!found.canEdit) return { kind: 'view-only' };
  const plan = planOfStored(dependencies, found.stored, null);
  const policy = book.policies.get(plan.policy.id);
  const next = policy && policyAfter(book, policy);
  if (policy === undefined || next === undefined || plan.verdict !== 'done') return { kind: 'not-yet' };
  const facts = Object.fromEntries(next.facts.flatMap((fact) => factAfter(fact, plan, policy)));
  const caseOfNext = { policy: next.id, facts };
  const outcome = await storePlanOnce(dependencies, caseOfNext, locale, tapOn(found.stored, caseOfNext));
  if (outcome.kind !== 'stored') return { kind: 'incomplete', policyId: next.id, facts };
  const { opened, isNew } = outcome;
  const { edit } = opened.tokens;
  // Who finds the plan of another tap leaves the addresses to it, else each would be asked twice.
  for (const { address, state, audience, locale: theirs } of isNew
    ? await subscriptionStore.listOf({ kind: 'plan', id: found.stored.id })
    : []) {
    if (edit !== null && address !== null && state === 'confirmed' && audience === 'family') {
      await subscribe(dependencies, edit, address, theirs, { client });
    }
  }
  return { kind: 'planned', opened };
}

/** The key of the tap: two quick ones on the same plan make one, and what is known differently by then another. */
function tapOn({ id }: StoredPlan, caseOfNext: object): string {
  return `next season of ${id}: ${JSON.stringify(caseOfNext)}`;
}

/** What is known of a fact a year later; nothing where it has to be asked anew. */
function factAfter(
  fact: FactDefinition,
  plan: Plan,
  policy: Policy,
): (readonly [string, string | number | boolean])[] {
  if (fact.afterDone !== null) return [[fact.id, fact.afterDone]];
  const answered = plan.facts.find(({ id, isAssumed }) => id === fact.id && !isAssumed);
  const value = answered?.value ?? null;
  if (answered === undefined || value === null) return [];
  if (!answered.isDay) return [[fact.id, value]];
  // A day that nothing renewed belongs to the season that is over, unless the plan cannot do without it.
  const renewed = isRenewed(fact.id, plan.actuals, policy)
    ? addMonths(value as Day, RENEWED_FOR_MONTHS)
    : null;
  if (renewed === null && !fact.isRequired) return [];
  return [[fact.id, formatDay(renewed ?? (value as Day))]];
}

function isRenewed(fact: string, actuals: ReadonlyMap<string, Actual>, { activities }: Policy): boolean {
  return [...activities.values()].some(
    ({ id, renews }) => renews === fact && (actuals.get(id)?.finishedOn ?? null) !== null,
  );
}
