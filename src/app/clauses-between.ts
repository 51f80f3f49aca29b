// Two versions of a plan → what the policy says otherwise since the first of them, by the editions that were kept.

import type { PlanCause } from '../domain/plan-cause.ts';
import type { PlanRevision } from '../ports/plan-store.ts';
import type { PolicyEditionStore } from '../ports/policy-edition-store.ts';
import { clauseCauses } from './clause-causes.ts';

/** By the two fingerprints: many plans follow the same change. */
const KNOWN = new WeakMap<PolicyEditionStore, Map<string, readonly PlanCause[]>>();

/** Changes that are remembered at a time. */
const MOST_KNOWN = 20;

/** None where the policy is the same, and where one of its editions was not kept. */
export async function clausesBetween(
  store: PolicyEditionStore,
  before: Pick<PlanRevision, 'policyFingerprint'> | undefined,
  after: Pick<PlanRevision, 'policyFingerprint'> | undefined,
): Promise<readonly PlanCause[]> {
  const [from, to] = [before?.policyFingerprint ?? null, after?.policyFingerprint ?? null];
  if (from === null || to === null || from === to) return [];
  const known = KNOWN.get(store) ?? new Map<string, readonly PlanCause[]>();
  KNOWN.set(store, known);
  const key = `${from} ${to}`;
  const told = known.get(key);
  if (told !== undefined) return told;
  const [earlier, later] = [await store.find(from), await store.find(to)];
  // What is not kept yet may be kept at the next look.
  if (earlier === undefined || later === undefined) return [];
  const causes = clauseCauses(earlier, later);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, causes);
  return causes;
}
