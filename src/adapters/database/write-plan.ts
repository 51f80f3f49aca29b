// A new plan as rows: the plan, its first revision, the hashes of its links.

import type { Transaction } from 'kysely';
import type { PlanDigest } from '../../domain/plan-digest.ts';
import type { LinkHash, StoredPlan } from '../../ports/plan-store.ts';
import { writeRevision } from './plan-revisions.ts';
import type { Tables } from './tables.ts';

/** @param said what the plan says on its first day; left out: nobody wrote it down. */
export async function writePlan(
  transaction: Transaction<Tables>,
  plan: StoredPlan,
  links: readonly LinkHash[],
  said?: PlanDigest,
): Promise<void> {
  await transaction.insertInto('plans').values(plan).execute();
  const record = said === undefined ? null : { said, saidBefore: null, causes: [] };
  await writeRevision(transaction, plan, record);
  if (links.length === 0) return;
  const rows = links.map(({ kind, hash }) => ({ kind, hash, planId: plan.id }));
  await transaction.insertInto('planLinks').values(rows).execute();
}
