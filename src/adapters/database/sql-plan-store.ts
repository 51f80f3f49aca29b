// Plans in SQL, with their links and revisions. What each method promises is in ports/plan-store.ts.

import type { Kysely, Transaction } from 'kysely';
import type { PlanDigest } from '../../domain/plan-digest.ts';
import type {
  LinkHash,
  PlanChange,
  PlanRevision,
  PlanStore,
  RenewedLink,
  StoredPlan,
} from '../../ports/plan-store.ts';
import type { PlanReminder } from '../../ports/reminder-ledger.ts';
import { inTransaction } from './in-transaction.ts';
import { readRevisions, writeRevision } from './plan-revisions.ts';
import { rewriteReminders } from './rewrite-reminders.ts';
import type { Tables } from './tables.ts';
import { writePlan } from './write-plan.ts';

export class SqlPlanStore implements PlanStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async create(plan: StoredPlan, links: readonly LinkHash[], said?: PlanDigest): Promise<void> {
    await inTransaction(this.#db, (transaction) => writePlan(transaction, plan, links, said));
  }

  async findByLink({ kind, hash }: LinkHash): Promise<StoredPlan | undefined> {
    return this.#db
      .selectFrom('planLinks')
      .innerJoin('plans', 'plans.id', 'planLinks.planId')
      .selectAll('plans')
      .where('planLinks.hash', '=', hash)
      .where('planLinks.kind', '=', kind)
      .executeTakeFirst();
  }

  async find(planId: string): Promise<StoredPlan | undefined> {
    return this.#db.selectFrom('plans').selectAll().where('id', '=', planId).executeTakeFirst();
  }

  async replace(plan: StoredPlan, reminders: readonly PlanReminder[], change?: PlanChange): Promise<boolean> {
    return inTransaction(this.#db, async (transaction) => {
      if (!(await overwritePlan(transaction, plan))) return false;
      await writeRevision(transaction, plan, change?.record ?? null);
      await transaction.deleteFrom('planLeases').where('planId', '=', plan.id).execute();
      await rewriteReminders(transaction, plan, reminders, change?.notice ?? null);
      return true;
    });
  }

  async listRevisions(planId: string, version: number, limit: number): Promise<readonly PlanRevision[]> {
    return readRevisions(this.#db, planId, version, limit);
  }

  async renewLinks(planId: string, links: readonly RenewedLink[]): Promise<boolean> {
    try {
      await inTransaction(this.#db, async (transaction) => {
        for (const link of links) await replaceLink(transaction, planId, link);
      });
      return true;
    } catch (error) {
      if (error instanceof RenewedMeanwhile) return false;
      throw error;
    }
  }

  async remove(planId: string): Promise<void> {
    await inTransaction(this.#db, async (transaction) => {
      // Every other table hangs on the plan by a cascading foreign key.
      await transaction.deleteFrom('plans').where('id', '=', planId).execute();
    });
  }
}

/** Thrown inside a transaction to take back what it has done so far. */
class RenewedMeanwhile extends Error {}

async function replaceLink(
  transaction: Transaction<Tables>,
  planId: string,
  { kind, hash, generation }: RenewedLink,
): Promise<void> {
  const column = `${kind}Generation` as const;
  const { numUpdatedRows } = await transaction
    .updateTable('plans')
    .set({ [column]: generation })
    .where('id', '=', planId)
    .where(column, '=', generation - 1)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new RenewedMeanwhile();
  await transaction.deleteFrom('planLinks').where('planId', '=', planId).where('kind', '=', kind).execute();
  await transaction.insertInto('planLinks').values({ kind, hash, planId }).execute();
}

/** Whether the stored plan was the version before `plan`, and is `plan` now. */
async function overwritePlan(transaction: Transaction<Tables>, plan: StoredPlan): Promise<boolean> {
  const { id, version, caseJson, policyId, policyFingerprint, locale, changedAt } = plan;
  const { numUpdatedRows } = await transaction
    .updateTable('plans')
    .set({ version, caseJson, policyId, policyFingerprint, locale, changedAt })
    .where('id', '=', id)
    .where('version', '=', version - 1)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
