// Plans that have to follow their policy, in SQL. What each method promises is in ports/follow-store.ts.

import type { Kysely } from 'kysely';
import type { FollowStore, PlansToFollow } from '../../ports/follow-store.ts';
import type { StoredPlan } from '../../ports/plan-store.ts';
import type { PlanReminder } from '../../ports/reminder-ledger.ts';
import type { PassOverHeld } from './engines/engine.ts';
import { inTransaction } from './in-transaction.ts';
import { rewriteReminders } from './rewrite-reminders.ts';
import { isFree } from './sql-leases.ts';
import type { Tables } from './tables.ts';

export class SqlFollowStore implements FollowStore {
  readonly #db: Kysely<Tables>;
  readonly #passOverHeld: PassOverHeld;

  constructor(db: Kysely<Tables>, passOverHeld: PassOverHeld) {
    this.#db = db;
    this.#passOverHeld = passOverHeld;
  }

  async claim({
    policyId,
    fingerprint,
    now,
    leaseUntil,
    limit,
  }: PlansToFollow): Promise<readonly StoredPlan[]> {
    return inTransaction(this.#db, async (transaction) => {
      const inForce = await transaction
        .selectFrom('policiesInForce')
        .select('fingerprint')
        .where('policyId', '=', policyId)
        .executeTakeFirst();
      if (inForce?.fingerprint !== fingerprint) return [];
      const plans = await this.#passOverHeld(
        transaction
          .selectFrom('plans')
          .selectAll('plans')
          .where('policyId', '=', policyId)
          // Two ranges and a gap, where `!=` would walk through all plans that follow already.
          .where(({ eb, or }) =>
            or([
              eb('policyFingerprint', '<', fingerprint),
              eb('policyFingerprint', '>', fingerprint),
              eb('policyFingerprint', 'is', null),
            ]),
          )
          .where(({ exists, not, selectFrom }) =>
            not(
              exists(
                selectFrom('planLeases')
                  .select('planLeases.planId')
                  .whereRef('planLeases.planId', '=', 'plans.id')
                  .where(({ ref }) => not(isFree(ref('planLeases.leaseUntil'), now))),
              ),
            ),
          )
          .limit(limit),
      ).execute();
      if (plans.length === 0) return [];
      const claimed = await transaction
        .insertInto('planLeases')
        .values(plans.map(({ id }) => ({ planId: id, leaseUntil })))
        .onConflict((conflict) =>
          conflict
            .column('planId')
            .doUpdateSet({ leaseUntil })
            // Somebody may have claimed and freed the plan since this transaction looked for leases.
            .where(({ ref }) => isFree(ref('planLeases.leaseUntil'), now)),
        )
        .returning('planId')
        .execute();
      const ids = new Set(claimed.map(({ planId }) => planId));
      return plans.filter(({ id }) => ids.has(id));
    });
  }

  async settle(plan: StoredPlan, reminders: readonly PlanReminder[]): Promise<boolean> {
    return inTransaction(this.#db, async (transaction) => {
      const { numUpdatedRows } = await transaction
        .updateTable('plans')
        .set({ policyFingerprint: plan.policyFingerprint })
        .where('id', '=', plan.id)
        .where('version', '=', plan.version)
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) return false;
      await transaction
        .updateTable('planRevisions')
        .set({ policyFingerprint: plan.policyFingerprint })
        .where('planId', '=', plan.id)
        .where('version', '=', plan.version)
        .execute();
      await transaction.deleteFrom('planLeases').where('planId', '=', plan.id).execute();
      await rewriteReminders(transaction, plan, reminders, null);
      return true;
    });
  }
}
