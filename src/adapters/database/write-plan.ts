// A new plan as rows: the plan, its first revision, the hashes of its links.

import type { Transaction } from 'kysely';
import type { LinkHash, StoredPlan } from '../../ports/plan-store.ts';
import type { Tables } from './tables.ts';

export async function writePlan(
  transaction: Transaction<Tables>,
  plan: StoredPlan,
  links: readonly LinkHash[],
): Promise<void> {
  await transaction.insertInto('plans').values(plan).execute();
  await writeRevision(transaction, plan);
  if (links.length === 0) return;
  const rows = links.map(({ kind, hash }) => ({ kind, hash, planId: plan.id }));
  await transaction.insertInto('planLinks').values(rows).execute();
}

export async function writeRevision(transaction: Transaction<Tables>, plan: StoredPlan): Promise<void> {
  const { id: planId, version, caseJson, changedAt } = plan;
  await transaction.insertInto('planRevisions').values({ planId, version, caseJson, changedAt }).execute();
}
