// Plans in SQL, with their links and revisions. What each method promises is in ports/plan-store.ts.

import type { Kysely, Transaction } from 'kysely';
import type { LinkHash, PlanStore, StoredPlan } from '../../ports/plan-store.ts';
import type { PlanReminder } from '../../ports/reminder-ledger.ts';
import type { Tables } from './tables.ts';
import { writeReminders } from './write-reminders.ts';

export class SqlPlanStore implements PlanStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async create(plan: StoredPlan, links: readonly LinkHash[]): Promise<void> {
    const { id: planId, tokenGeneration } = plan;
    await this.#db.transaction().execute(async (transaction) => {
      await transaction.insertInto('plans').values(plan).execute();
      await writeRevision(transaction, plan);
      if (links.length === 0) return;
      const rows = links.map(({ kind, hash }) => ({ kind, hash, planId, tokenGeneration }));
      await transaction.insertInto('planLinks').values(rows).execute();
    });
  }

  async findByLink({ kind, hash }: LinkHash): Promise<StoredPlan | undefined> {
    return this.#db
      .selectFrom('planLinks')
      .innerJoin('plans', (join) =>
        join
          .onRef('plans.id', '=', 'planLinks.planId')
          // Raising the plan's generation revokes every link of an earlier one.
          .onRef('plans.tokenGeneration', '=', 'planLinks.tokenGeneration'),
      )
      .selectAll('plans')
      .where('planLinks.hash', '=', hash)
      .where('planLinks.kind', '=', kind)
      .executeTakeFirst();
  }

  async find(planId: string): Promise<StoredPlan | undefined> {
    return this.#db.selectFrom('plans').selectAll().where('id', '=', planId).executeTakeFirst();
  }

  async replace(plan: StoredPlan, reminders: readonly PlanReminder[]): Promise<boolean> {
    return this.#db.transaction().execute(async (transaction) => {
      if (!(await overwritePlan(transaction, plan))) return false;
      await writeRevision(transaction, plan);
      for (const subscriptionId of await confirmedSubscriptions(transaction, plan.id)) {
        await withdrawReminders(transaction, subscriptionId);
        await writeReminders(transaction, subscriptionId, reminders);
      }
      return true;
    });
  }

  async remove(planId: string): Promise<void> {
    // Every other table hangs on the plan by a cascading foreign key.
    await this.#db.deleteFrom('plans').where('id', '=', planId).execute();
  }
}

/** Whether the stored plan was the version before `plan`, and is `plan` now. */
async function overwritePlan(transaction: Transaction<Tables>, plan: StoredPlan): Promise<boolean> {
  const { id, createdAt: _, ...changes } = plan;
  const { numUpdatedRows } = await transaction
    .updateTable('plans')
    .set(changes)
    .where('id', '=', id)
    .where('version', '=', plan.version - 1)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function writeRevision(transaction: Transaction<Tables>, plan: StoredPlan): Promise<void> {
  const { id: planId, version, caseJson, changedAt } = plan;
  await transaction.insertInto('planRevisions').values({ planId, version, caseJson, changedAt }).execute();
}

async function confirmedSubscriptions(transaction: Transaction<Tables>, planId: string): Promise<string[]> {
  const rows = await transaction
    .selectFrom('subscriptions')
    .select('id')
    .where('planId', '=', planId)
    .where('state', '=', 'confirmed')
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Withdraws the unsent reminders of a subscription that are in no mail; writing the reminders that the plan
 * calls for now revives those among them. Nobody sees the moment between: it is one transaction.
 */
async function withdrawReminders(transaction: Transaction<Tables>, subscriptionId: string): Promise<void> {
  await transaction
    .updateTable('reminders')
    .set({ state: 'withdrawn' })
    .where('subscriptionId', '=', subscriptionId)
    .where('state', '=', 'unsent')
    .where('mailId', 'is', null)
    .execute();
}
