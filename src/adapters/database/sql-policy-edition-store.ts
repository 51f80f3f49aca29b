// Editions of policies in SQL. What each method promises is in ports/policy-edition-store.ts.

import type { Kysely } from 'kysely';
import type { Instant } from '../../ports/clock.ts';
import type { PolicyEdition, PolicyEditionStore } from '../../ports/policy-edition-store.ts';
import { inTransaction } from './in-transaction.ts';
import type { Tables } from './tables.ts';

export class SqlPolicyEditionStore implements PolicyEditionStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async putInForce(editions: readonly PolicyEdition[], now: Instant): Promise<void> {
    if (editions.length === 0) return;
    // In one order, so that two processes that start together wait for each other and never both.
    const inOrder = editions.toSorted((a, b) => (a.policyId < b.policyId ? -1 : 1));
    await inTransaction(this.#db, async (transaction) => {
      await transaction
        .insertInto('policyEditions')
        .values(
          inOrder.map(({ fingerprint, policyId, policy, calendar }) => ({
            fingerprint,
            policyId,
            policyJson: JSON.stringify(policy),
            calendarJson: JSON.stringify(calendar),
            keptAt: now,
          })),
        )
        .onConflict((conflict) => conflict.column('fingerprint').doNothing())
        .execute();
      await transaction
        .insertInto('policiesInForce')
        .values(inOrder.map(({ policyId, fingerprint }) => ({ policyId, fingerprint, since: now })))
        .onConflict((conflict) =>
          conflict
            .column('policyId')
            .doUpdateSet(({ ref }) => ({
              fingerprint: ref('excluded.fingerprint'),
              since: ref('excluded.since'),
            }))
            .whereRef('policiesInForce.fingerprint', '!=', 'excluded.fingerprint'),
        )
        .execute();
    });
  }

  async find(fingerprint: string): Promise<PolicyEdition | undefined> {
    const row = await this.#db
      .selectFrom('policyEditions')
      .select(['policyId', 'policyJson', 'calendarJson'])
      .where('fingerprint', '=', fingerprint)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const { policyId, policyJson, calendarJson } = row;
    return { fingerprint, policyId, policy: JSON.parse(policyJson), calendar: JSON.parse(calendarJson) };
  }
}
