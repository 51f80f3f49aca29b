// New plans as rows: each plan, its first revision, the hashes of its links.

import type { Transaction } from 'kysely';
import type { PlanDigest } from '../../domain/plan-digest.ts';
import type { LinkHash, StoredPlan } from '../../ports/plan-store.ts';
import { revisionRow, writeRevision } from './plan-revisions.ts';
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

/** Far below the number of values that one statement may carry: 32,766 in SQLite, 65,535 in PostgreSQL. */
const ROWS_PER_STATEMENT = 500;

/** Many at once, of which nobody wrote down what they say. */
export async function writePlans(
  transaction: Transaction<Tables>,
  plans: readonly { readonly plan: StoredPlan; readonly links: readonly LinkHash[] }[],
): Promise<void> {
  for (let start = 0; start < plans.length; start += ROWS_PER_STATEMENT) {
    const some = plans.slice(start, start + ROWS_PER_STATEMENT);
    const rows = some.map(({ plan }) => plan);
    await transaction.insertInto('plans').values(rows).execute();
    await transaction
      .insertInto('planRevisions')
      .values(rows.map((plan) => revisionRow(plan, null)))
      .execute();
    const links = some.flatMap(({ plan, links }) =>
      links.map(({ kind, hash }) => ({ kind, hash, planId: plan.id })),
    );
    await transaction.insertInto('planLinks').values(links).execute();
  }
}
