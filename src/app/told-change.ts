// The versions of a plan that somebody does not know yet → what is to be told of them, at once.

import type { PlanCause } from '../domain/plan-cause.ts';
import { isWorthTelling } from '../domain/plan-difference.ts';
import type { PlanDigest } from '../domain/plan-digest.ts';
import type { ToldChange } from '../emitters/change-view.ts';
import type { StoredPlan } from '../ports/plan-store.ts';
import { clausesBetween } from './clauses-between.ts';
import type { Dependencies } from './dependencies.ts';

/** More changes than that within a day are told without the causes of the oldest. */
const MOST_VERSIONS = 100;

/**
 * From what the plan said before the first version that they do not know, to what it says now, with the causes of all of
 * them; null when what they know holds again.
 *
 * @param knownVersion the last version that they know.
 * @param now what it says today; null: no plan can be made.
 */
export async function toldChange(
  { planStore, policyEditionStore }: Pick<Dependencies, 'planStore' | 'policyEditionStore'>,
  stored: StoredPlan,
  knownVersion: number,
  now: PlanDigest | null,
): Promise<ToldChange | null> {
  const newestFirst = await planStore.listRevisions(stored.id, knownVersion - 1, MOST_VERSIONS);
  const revisions = newestFirst.toReversed();
  const unknown = revisions.filter(({ version }) => version > knownVersion);
  const before = unknown[0]?.saidBefore ?? null;
  if (!isWorthTelling(before, now)) return null;
  const clauses = await clausesBetween(policyEditionStore, revisions[0], unknown.at(-1));
  return { before, after: now, causes: [...clauses, ...together(unknown.flatMap(({ causes }) => causes))] };
}

/** What was changed twice is told once, from its first value to its last; what is as it was, not at all. */
function together(causes: readonly PlanCause[]): PlanCause[] {
  const told = new Map<string, PlanCause>();
  for (const cause of causes) {
    const key = keyOf(cause);
    const earlier = told.get(key);
    told.set(key, earlier === undefined ? cause : ({ ...cause, before: earlier.before } as PlanCause));
  }
  return [...told.values()].filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
}

function keyOf(cause: PlanCause): string {
  switch (cause.kind) {
    case 'fact':
      return JSON.stringify([cause.kind, cause.question]);
    case 'step':
      return JSON.stringify([cause.kind, cause.title]);
    case 'clause':
      return JSON.stringify([cause.kind, cause.of, cause.what]);
  }
}
