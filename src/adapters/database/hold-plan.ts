// Takes the lock of a plan's row. Whoever writes what hangs on a plan, or removes it, takes it first, so that nobody
// comes in between and no two wait for each other.

import type { Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * Whether the plan is there, and then keeps it until the transaction ends. The update changes nothing: it takes the
 * row's lock, so that with many connections nobody removes the plan, or writes the same beside it, in between.
 */
export async function holdPlan(transaction: Transaction<Tables>, id: string): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('plans')
    .set({ id })
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The same for a plan of this version, which it then keeps: no replacement slips in. */
export async function holdPlanVersion(
  transaction: Transaction<Tables>,
  planId: string,
  version: number,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('plans')
    .set({ version })
    .where('id', '=', planId)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
