// Rosters in SQL, with their links and people. What each method promises is in ports/roster-store.ts.

import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '../../ports/clock.ts';
import type {
  NewPerson,
  PersonRow,
  RenewedRosterLink,
  RosterLinkHash,
  RosterPerson,
  RosterStore,
  StoredRoster,
} from '../../ports/roster-store.ts';
import { holdRoster } from './hold-roster.ts';
import { inTransaction } from './in-transaction.ts';
import type { Tables } from './tables.ts';
import { writePlans } from './write-plan.ts';

/** Far below the number of values that one statement may carry: 32,766 in SQLite, 65,535 in PostgreSQL. */
const ROWS_PER_STATEMENT = 1_000;

export class SqlRosterStore implements RosterStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async create(
    roster: StoredRoster,
    links: readonly RosterLinkHash[],
    people: readonly NewPerson[],
  ): Promise<void> {
    await inTransaction(this.#db, async (transaction) => {
      await transaction.insertInto('rosters').values(roster).execute();
      const rows = links.map(({ kind, hash }) => ({ kind, hash, rosterId: roster.id }));
      await transaction.insertInto('rosterLinks').values(rows).execute();
      await writePlans(transaction, people);
      await writePeople(transaction, roster.id, people);
    });
  }

  async findByLink({ kind, hash }: RosterLinkHash): Promise<StoredRoster | undefined> {
    return this.#db
      .selectFrom('rosterLinks')
      .innerJoin('rosters', 'rosters.id', 'rosterLinks.rosterId')
      .selectAll('rosters')
      .where('rosterLinks.hash', '=', hash)
      .where('rosterLinks.kind', '=', kind)
      .executeTakeFirst();
  }

  async find(rosterId: string): Promise<StoredRoster | undefined> {
    return this.#db.selectFrom('rosters').selectAll().where('id', '=', rosterId).executeTakeFirst();
  }

  async listPeople(rosterId: string): Promise<readonly RosterPerson[]> {
    const rows = await this.#db
      .selectFrom('rosterPeople')
      .select(['ref', 'refKey', 'line', 'uploadedJson', 'planId'])
      .where('rosterId', '=', rosterId)
      .orderBy('line')
      .orderBy('refKey')
      .execute();
    const plans = await this.#db
      .selectFrom('plans')
      .innerJoin('rosterPeople', 'rosterPeople.planId', 'plans.id')
      .selectAll('plans')
      .where('rosterPeople.rosterId', '=', rosterId)
      .execute();
    const byId = new Map(plans.map((plan) => [plan.id, plan]));
    return rows.map(({ planId, ...row }) => ({ ...row, plan: byId.get(planId ?? '') ?? null }));
  }

  async findOfPlan(planId: string): Promise<StoredRoster | undefined> {
    return this.#db
      .selectFrom('rosterPeople')
      .innerJoin('rosters', 'rosters.id', 'rosterPeople.rosterId')
      .selectAll('rosters')
      .where('rosterPeople.planId', '=', planId)
      .executeTakeFirst();
  }

  async upload(
    rosterId: string,
    added: readonly NewPerson[],
    known: readonly PersonRow[],
    now: Instant,
  ): Promise<boolean> {
    return inTransaction(this.#db, async (transaction) => {
      if (!(await holdRoster(transaction, rosterId))) return false;
      await transaction.updateTable('rosters').set({ changedAt: now }).where('id', '=', rosterId).execute();
      const planned = await refKeysWithPlan(transaction, rosterId);
      const isNew = ({ refKey }: PersonRow) => !planned.has(refKey);
      await writePlans(transaction, added.filter(isNew));
      await writePeople(transaction, rosterId, added.filter(isNew));
      for (const { refKey, ref, line, uploadedJson } of known) {
        await transaction
          .updateTable('rosterPeople')
          .set({ ref, line, uploadedJson })
          .where('rosterId', '=', rosterId)
          .where('refKey', '=', refKey)
          .execute();
      }
      return true;
    });
  }

  async change(
    rosterId: string,
    { title, capacity, daysOff }: Pick<StoredRoster, 'title' | 'capacity' | 'daysOff'>,
    now: Instant,
  ): Promise<void> {
    await this.#db
      .updateTable('rosters')
      .set({ title, capacity, daysOff, changedAt: now })
      .where('id', '=', rosterId)
      .execute();
  }

  async removePeople(rosterId: string, refKeys: readonly string[]): Promise<void> {
    await inTransaction(this.#db, async (transaction) => {
      await holdRoster(transaction, rosterId);
      for (let start = 0; start < refKeys.length; start += ROWS_PER_STATEMENT) {
        const gone = await transaction
          .deleteFrom('rosterPeople')
          .where('rosterId', '=', rosterId)
          .where('refKey', 'in', refKeys.slice(start, start + ROWS_PER_STATEMENT))
          .returning('planId')
          .execute();
        await removePlans(
          transaction,
          gone.flatMap(({ planId }) => planId ?? []),
        );
      }
    });
  }

  async renewLinks(rosterId: string, links: readonly RenewedRosterLink[]): Promise<boolean> {
    try {
      await inTransaction(this.#db, async (transaction) => {
        for (const link of links) await replaceLink(transaction, rosterId, link);
      });
      return true;
    } catch (error) {
      if (error instanceof RenewedMeanwhile) return false;
      throw error;
    }
  }

  async remove(rosterId: string): Promise<void> {
    await inTransaction(this.#db, async (transaction) => {
      const ofRoster = transaction
        .selectFrom('rosterPeople')
        .select('planId')
        .where('rosterId', '=', rosterId)
        .where('planId', 'is not', null);
      // Every other table hangs on these two by a cascading foreign key.
      await transaction.deleteFrom('plans').where('id', 'in', ofRoster).execute();
      await transaction.deleteFrom('rosters').where('id', '=', rosterId).execute();
    });
  }
}

/** Thrown inside a transaction to take back what it has done so far. */
class RenewedMeanwhile extends Error {}

async function refKeysWithPlan(
  transaction: Transaction<Tables>,
  rosterId: string,
): Promise<ReadonlySet<string>> {
  const rows = await transaction
    .selectFrom('rosterPeople')
    .select('refKey')
    .where('rosterId', '=', rosterId)
    .where('planId', 'is not', null)
    .execute();
  return new Set(rows.map(({ refKey }) => refKey));
}

/** People with new plans; of one who is there already the row stays, and gets the plan. */
async function writePeople(
  transaction: Transaction<Tables>,
  rosterId: string,
  people: readonly NewPerson[],
): Promise<void> {
  for (let start = 0; start < people.length; start += ROWS_PER_STATEMENT) {
    const rows = people
      .slice(start, start + ROWS_PER_STATEMENT)
      .map(({ ref, refKey, line, uploadedJson, plan }) => ({
        rosterId,
        ref,
        refKey,
        line,
        uploadedJson,
        planId: plan.id,
      }));
    await transaction
      .insertInto('rosterPeople')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['rosterId', 'refKey']).doUpdateSet(({ ref }) => ({
          ref: ref('excluded.ref'),
          line: ref('excluded.line'),
          uploadedJson: ref('excluded.uploadedJson'),
          planId: ref('excluded.planId'),
        })),
      )
      .execute();
  }
}

async function removePlans(transaction: Transaction<Tables>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await transaction.deleteFrom('plans').where('id', 'in', ids).execute();
}

async function replaceLink(
  transaction: Transaction<Tables>,
  rosterId: string,
  { kind, hash, generation }: RenewedRosterLink,
): Promise<void> {
  const column = `${kind}Generation` as const;
  const { numUpdatedRows } = await transaction
    .updateTable('rosters')
    .set({ [column]: generation })
    .where('id', '=', rosterId)
    .where(column, '=', generation - 1)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new RenewedMeanwhile();
  await transaction
    .deleteFrom('rosterLinks')
    .where('rosterId', '=', rosterId)
    .where('kind', '=', kind)
    .execute();
  await transaction.insertInto('rosterLinks').values({ kind, hash, rosterId }).execute();
}
