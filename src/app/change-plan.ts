// A changed fact or something that has happened → the plan anew, and with it its reminders.

import { z } from 'zod';
import type { Fault } from '../domain/problem.ts';
import { said } from '../input/said.ts';
import { faultsOfShape } from '../input/shape-faults.ts';
import type { StoredPlan } from '../ports/plan-store.ts';
import { caseCauses } from './case-causes.ts';
import type { Dependencies } from './dependencies.ts';
import type { ChangeOutcome } from './lastbus.ts';
import { findPlan, openStored } from './open-plan.ts';
import { planBefore, planWith } from './plan-before.ts';
import { isToldBy, planChange } from './plan-change.ts';
import { planReminders } from './plan-reminders.ts';
import { policyFingerprint } from './policy-fingerprint.ts';
import { recentPlan } from './recent-plans.ts';
import { todayIn } from './zoned-time.ts';

/** What is inside is checked with the whole case; here only that these are the two parts that can change. */
export const PlanChange = z.strictObject({
  facts: said(z.record(z.string(), z.unknown()).optional(), {
    zh: '要改的事实；null 去掉一个',
    en: 'The facts to change; null takes one away',
  }),
  actuals: said(z.record(z.string(), z.unknown()).optional(), {
    zh: '办过的步骤；null 去掉一个',
    en: 'What has happened, by activity; null takes one away',
  }),
});

const CaseParts = z.looseObject({
  facts: z.record(z.string(), z.unknown()).default({}),
  actuals: z.record(z.string(), z.unknown()).default({}),
});

/** At most so many others change a plan while one change is being made. */
const MOST_TRIES = 10;

/**
 * Merges `{facts?, actuals?}` into the plan's case, each key on its own; null takes a fact or an activity's
 * actuals away again. Nothing changes when the result is no possible case.
 *
 * @param expectedVersion the version that the caller has seen; null: whatever it is now.
 */
export async function changePlan(
  dependencies: Dependencies,
  token: string,
  patch: unknown,
  expectedVersion: number | null,
): Promise<ChangeOutcome> {
  for (let tries = 1; ; tries += 1) {
    const outcome = await tryToChange(dependencies, token, patch, expectedVersion);
    // Whoever named no version means the plan as it is: somebody who was quicker is no reason to refuse.
    if (outcome.kind !== 'stale' || expectedVersion !== null || tries === MOST_TRIES) return outcome;
  }
}

async function tryToChange(
  dependencies: Dependencies,
  token: string,
  patch: unknown,
  expectedVersion: number | null,
): Promise<ChangeOutcome> {
  const { book, clock, onMailWaiting, planStore, reminderTime } = dependencies;
  const found = await findPlan(dependencies, token);
  if (found === undefined) return { kind: 'unknown' };
  if (!found.canEdit) return { kind: 'view-only' };
  const { stored } = found;
  if (expectedVersion !== null && expectedVersion !== stored.version) return { kind: 'stale' };
  const merged = mergeCase(stored.caseJson, patch);
  if (!merged.ok) return { kind: 'invalid', problems: merged.problems };
  const caseJson = JSON.stringify(merged.caseJson);
  const plan = recentPlan(book, caseJson, todayIn(clock), null);
  if (!plan.ok) return { kind: 'invalid', problems: plan.problems };
  const after = plan.value;
  const known = await planBefore(dependencies, stored);
  // Where nobody knows with which rules it was planned, what the rules of now say of the case as it was.
  const before = known.said === 'unknown' ? planWith(book, clock, stored.caseJson) : known;
  const change = planChange(dependencies, {
    before: before.said,
    after,
    causes: caseCauses(
      { caseJson: JSON.parse(stored.caseJson), plan: before.plan },
      { caseJson: merged.caseJson, plan: after },
    ),
    zone: after.policy.zone,
  });
  const changed: StoredPlan = {
    ...stored,
    caseJson,
    policyFingerprint: policyFingerprint(book, stored.policyId),
    version: stored.version + 1,
    changedAt: clock.now(),
  };
  const isReplaced = await planStore.replace(changed, planReminders(after, reminderTime), change);
  if (!isReplaced) return { kind: 'stale' };
  if (isToldBy(change, clock.now())) onMailWaiting();
  return { kind: 'changed', opened: await openStored(dependencies, changed, true, null) };
}

type Merged =
  | { readonly ok: true; readonly caseJson: object }
  | { readonly ok: false; readonly problems: readonly Fault[] };

function mergeCase(caseJson: string, patch: unknown): Merged {
  const parsed = PlanChange.safeParse(patch);
  if (!parsed.success) return { ok: false, problems: faultsOfShape(parsed.error.issues, patch) };
  const before = CaseParts.parse(JSON.parse(caseJson));
  const { facts, actuals } = parsed.data;
  return {
    ok: true,
    caseJson: { ...before, facts: merge(before.facts, facts), actuals: merge(before.actuals, actuals) },
  };
}

function merge(
  before: Record<string, unknown>,
  change: Record<string, unknown> = {},
): Record<string, unknown> {
  return Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== null));
}
