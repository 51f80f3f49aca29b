// The versions of a plan: what each said, and why. Its caller holds the transaction.

import type { Kysely, Transaction } from 'kysely';
import type { PlanRevision, RevisionRecord, StoredPlan } from '../../ports/plan-store.ts';
import type { Tables } from './tables.ts';

export async function writeRevision(
  transaction: Transaction<Tables>,
  plan: StoredPlan,
  record: RevisionRecord | null,
): Promise<void> {
  await transaction.insertInto('planRevisions').values(revisionRow(plan, record)).execute();
}

/** @param record null: nobody wrote down what it says. */
export function revisionRow(
  { id: planId, version, caseJson, changedAt, policyFingerprint }: StoredPlan,
  record: RevisionRecord | null,
) {
  return {
    planId,
    version,
    caseJson,
    changedAt,
    policyFingerprint,
    saidJson: textOf(record?.said),
    saidBeforeJson: textOf(record?.saidBefore),
    causesJson: textOf(record?.causes),
  };
}

/** The versions after `version`, the newest first, `limit` at most. */
export async function readRevisions(
  db: Kysely<Tables>,
  planId: string,
  version: number,
  limit: number,
): Promise<PlanRevision[]> {
  const rows = await db
    .selectFrom('planRevisions')
    .select(['version', 'changedAt', 'policyFingerprint', 'saidJson', 'saidBeforeJson', 'causesJson'])
    .where('planId', '=', planId)
    .where('version', '>', version)
    .orderBy('version', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ saidJson, saidBeforeJson, causesJson, ...revision }) => ({
    ...revision,
    said: saidJson === null ? null : JSON.parse(saidJson),
    saidBefore: saidBeforeJson === null ? null : JSON.parse(saidBeforeJson),
    causes: causesJson === null ? [] : JSON.parse(causesJson),
  }));
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
