// case → a stored plan with its secret links.

import { randomUUID } from 'node:crypto';
import type { Locale } from '../domain/localized.ts';
import type { Result } from '../domain/problem.ts';
import type { PlanLinkKind, StoredPlan } from '../ports/plan-store.ts';
import type { Dependencies } from './dependencies.ts';
import type { OpenedPlan } from './lastbus.ts';
import { makePlan } from './make-plan.ts';
import { openStored } from './open-plan.ts';
import { hashOfOwnToken } from './secret-links.ts';
import { todayIn } from './zoned-time.ts';

const LINK_KINDS: readonly PlanLinkKind[] = ['edit', 'view', 'feed'];

/** Stores the case of a plan that can be made; a case at fault is not stored, and all its faults are told. */
export async function storePlan(
  dependencies: Dependencies,
  caseJson: unknown,
  locale: Locale,
): Promise<Result<OpenedPlan>> {
  const { book, clock, links, planStore } = dependencies;
  const plan = makePlan(book, caseJson, todayIn(clock), null);
  if (!plan.ok) return plan;
  const now = clock.now();
  const stored: StoredPlan = {
    id: randomUUID(),
    caseJson: JSON.stringify(withoutAsOf(caseJson)),
    policyId: plan.value.policy.id,
    locale,
    version: 1,
    editGeneration: 1,
    viewGeneration: 1,
    feedGeneration: 1,
    createdAt: now,
    changedAt: now,
  };
  const hashes = LINK_KINDS.map((kind) => ({
    kind,
    hash: hashOfOwnToken(links.tokenOf(kind, stored.id, 1)),
  }));
  await planStore.create(stored, hashes);
  return { ok: true, value: await openStored(dependencies, stored, true, null) };
}

/** A stored plan is always looked at as of today. */
function withoutAsOf(caseJson: unknown): object {
  const { asOf: _, ...rest } = Object(caseJson);
  return rest;
}
