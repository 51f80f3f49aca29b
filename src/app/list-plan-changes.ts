// The versions of a stored plan → what changed and why, the newest first.

import type { Day } from '../domain/day.ts';
import type { Localized } from '../domain/localized.ts';
import type { ToldChange } from '../emitters/change-view.ts';
import type { PlanRevision } from '../ports/plan-store.ts';
import { clausesBetween } from './clauses-between.ts';
import type { Dependencies } from './dependencies.ts';
import { findPlan } from './open-plan.ts';
import { todayIn } from './zoned-time.ts';

/** More versions than these are not told: who changes a plan so often does not read all of it. */
const MOST_VERSIONS = 100;

export interface ListedVersion {
  /** The day on which it was made, in the policy's zone. */
  readonly on: Day;
  /** Null: it is the first one. */
  readonly change: ToldChange | null;
  /** Whether somebody wrote down what it said: of versions made before that was done only the causes are told. */
  readonly isKnown: boolean;
}

export interface PlanHistory {
  readonly policyTitle: Localized;
  /** In the policy's zone. */
  readonly today: Day;
  /** The newest first. */
  readonly versions: readonly ListedVersion[];
}

/** Behind an edit or view token; undefined for an unknown one. Needs no plan: it is told of a misfit, too. */
export async function listPlanChanges(
  dependencies: Dependencies,
  token: string,
): Promise<PlanHistory | undefined> {
  const { book, clock, planStore, policyEditionStore } = dependencies;
  const found = await findPlan(dependencies, token);
  if (found === undefined) return undefined;
  const { id, policyId } = found.stored;
  const policy = book.policies.get(policyId);
  const zone = policy?.zone ?? 'UTC';
  const revisions = await planStore.listRevisions(id, 0, MOST_VERSIONS);
  const versions: ListedVersion[] = [];
  for (const [index, revision] of revisions.entries()) {
    const { said, saidBefore, causes, changedAt, version, policyFingerprint } = revision;
    const earlier: PlanRevision | undefined = revisions[index + 1];
    const clauses = await clausesBetween(policyEditionStore, earlier, revision);
    versions.push({
      on: todayIn({ now: () => changedAt })(zone),
      change: version === 1 ? null : { before: saidBefore, after: said, causes: [...clauses, ...causes] },
      isKnown: policyFingerprint !== null && (said !== null || saidBefore !== null),
    });
  }
  const policyTitle = policy?.title ?? { zh: policyId, en: policyId };
  return { policyTitle, today: todayIn(clock)(zone), versions };
}
