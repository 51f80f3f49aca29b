// Counting how often something was asked in a moving window of time, across processes. The caller holds the
// transaction.

import type { Transaction } from 'kysely';
import type { Instant } from '../../ports/clock.ts';
import type { CountedAsk } from '../../ports/subscription-store.ts';
import type { Tables } from './tables.ts';

/** What SubscriptionStore.countAsk promises. */
export async function countAsk(
  transaction: Transaction<Tables>,
  asks: readonly CountedAsk[],
  now: Instant,
  windowMilliseconds: number,
): Promise<Instant | null> {
  const from = now - windowMilliseconds;
  // In one order, so that two who count the same hashes never wait for each other.
  const inOrder = asks.toSorted((a, b) => (a.hash < b.hash ? -1 : 1));
  const counted: { readonly hash: string; readonly askedAt: readonly number[] }[] = [];
  const free: number[] = [];
  for (const { hash, most } of inOrder) {
    const askedAt = (await holdAsks(transaction, hash)).filter((instant) => instant > from);
    const nextFree = askedAt.at(-most);
    if (nextFree !== undefined) free.push(nextFree + windowMilliseconds);
    counted.push({ hash, askedAt: [...askedAt, now] });
  }
  if (free.length === 0) {
    for (const { hash, askedAt } of counted) {
      const asked = { askedAtJson: JSON.stringify(askedAt), lastAskedAt: now };
      await transaction.updateTable('confirmationAsks').set(asked).where('hash', '=', hash).execute();
    }
  }
  await transaction
    .deleteFrom('confirmationAsks')
    .where('lastAskedAt', '<=', from as Instant)
    .execute();
  return free.length === 0 ? null : (Math.max(...free) as Instant);
}

/**
 * When it was asked, oldest first; and holds the row until the transaction ends. A row that was not there is made, so
 * that there is one to hold: one that nothing is counted in is swept at once.
 */
async function holdAsks(transaction: Transaction<Tables>, hash: string): Promise<number[]> {
  const { askedAtJson } = await transaction
    .insertInto('confirmationAsks')
    .values({ hash, askedAtJson: '[]', lastAskedAt: 0 as Instant })
    .onConflict((conflict) =>
      conflict.column('hash').doUpdateSet(({ ref }) => ({ hash: ref('excluded.hash') })),
    )
    .returning('askedAtJson')
    .executeTakeFirstOrThrow();
  return JSON.parse(askedAtJson);
}
