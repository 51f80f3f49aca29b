// case → a stored plan with its secret links.

import { randomUUID } from 'node:crypto';
import type { Locale } from '../domain/localized.ts';
import { digestOf, type PlanDigest } from '../domain/plan-digest.ts';
import type { Result } from '../domain/problem.ts';
import type { LinkHash, PlanLinkKind, StoredPlan } from '../ports/plan-store.ts';
import type { Dependencies } from './dependencies.ts';
import type { OpenedPlan } from './lastbus.ts';
import { makePlan } from './make-plan.ts';
import { openStored } from './open-plan.ts';
import { policyFingerprint } from './policy-fingerprint.ts';
import { hashOfOwnToken } from './secret-links.ts';
import { todayIn } from './zoned-time.ts';

export const LINK_KINDS: readonly PlanLinkKind[] = ['edit', 'view', 'feed'];

/** Of the links that are given out when a plan is stored. */
export const FIRST_GENERATIONS = {
  editGeneration: 1,
  viewGeneration: 1,
  feedGeneration: 1,
  stepGeneration: 0,
} as const;

/** Stores the case of a plan that can be made; a case at fault is not stored, and all its faults are told. */
export async function storePlan(
  dependencies: Dependencies,
  caseJson: unknown,
  locale: Locale,
): Promise<Result<OpenedPlan>> {
  const plan = newPlan(dependencies, caseJson, locale);
  if (!plan.ok) return plan;
  const { stored, linkHashes, said } = plan.value;
  await dependencies.planStore.create(stored, linkHashes, said);
  return { ok: true, value: await openStored(dependencies, stored, true, null) };
}

export interface NewPlan {
  readonly stored: StoredPlan;
  readonly linkHashes: readonly LinkHash[];
  readonly said: PlanDigest;
}

/** The plan of a case as it is stored for the first time, or all faults of the case. */
export function newPlan(
  { book, clock, links }: Dependencies,
  caseJson: unknown,
  locale: Locale,
): Result<NewPlan> {
  const plan = makePlan(book, caseJson, todayIn(clock), null);
  if (!plan.ok) return plan;
  const now = clock.now();
  const stored: StoredPlan = {
    id: randomUUID(),
    caseJson: storedCase(caseJson),
    policyId: plan.value.policy.id,
    policyFingerprint: policyFingerprint(book, plan.value.policy.id),
    locale,
    version: 1,
    ...FIRST_GENERATIONS,
    createdAt: now,
    changedAt: now,
  };
  const linkHashes = LINK_KINDS.map((kind) => ({
    kind,
    hash: hashOfOwnToken(links.tokenOf(kind, stored.id, 1)),
  }));
  return { ok: true, value: { stored, linkHashes, said: digestOf(plan.value) } };
}

/** A stored plan is always looked at as of today. */
export function storedCase(caseJson: unknown): string {
  const { asOf: _, ...rest } = Object(caseJson);
  return JSON.stringify(rest);
}
