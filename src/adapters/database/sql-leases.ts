// Leases in SQL, on subscriptions (whose mail is being written) and mails (being sent). What each method promises is
// in ports/leases.ts.

import { type Expression, expressionBuilder, type Kysely, type SqlBool } from 'kysely';
import type { Instant } from '../../ports/clock.ts';
import { type Lease, type Leases, LONGEST_LEASE } from '../../ports/leases.ts';
import type { Tables } from './tables.ts';

const LEASED = ['subscriptions', 'mails'] as const;

/**
 * What nobody holds at `now`, by the column with the end of its lease: never held, or under a lease that has ended or
 * that no clock which goes right can have written.
 */
export function isFree(leaseUntil: Expression<Instant | null>, now: Instant): Expression<SqlBool> {
  const { eb, or } = expressionBuilder<Tables, never>();
  const impossible = (now + LONGEST_LEASE) as Instant;
  return or([eb(leaseUntil, 'is', null), eb(leaseUntil, '<=', now), eb(leaseUntil, '>', impossible)]);
}

export class SqlLeases implements Leases {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async renew({ holder, until }: Lease): Promise<void> {
    for (const table of LEASED) {
      await this.#db.updateTable(table).set({ leaseUntil: until }).where('holder', '=', holder).execute();
    }
  }

  async release(holder: string): Promise<void> {
    for (const table of LEASED) {
      await this.#db
        .updateTable(table)
        .set({ holder: null, leaseUntil: null })
        .where('holder', '=', holder)
        .execute();
    }
  }

  async listHolders(): Promise<readonly string[]> {
    const holders = new Set<string>();
    for (const table of LEASED) {
      const rows = await this.#db
        .selectFrom(table)
        .select('holder')
        .distinct()
        .where('holder', 'is not', null)
        .execute();
      for (const { holder } of rows) if (holder !== null) holders.add(holder);
    }
    return [...holders];
  }
}
