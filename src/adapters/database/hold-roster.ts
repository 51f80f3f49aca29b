// Takes the lock of a roster's row, as hold-plan.ts does of a plan's.

import type { Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** Whether the roster is there, and then keeps it, and who is in it, until the transaction ends. */
export async function holdRoster(transaction: Transaction<Tables>, id: string): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('rosters')
    .set({ id })
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
