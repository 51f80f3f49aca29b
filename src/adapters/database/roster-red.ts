// Who was red in the digests of a subscription: kept for the last one, and for the one that is on its way.

import type { Kysely, Transaction } from 'kysely';
import type { LastDigest, NewOutboxMail, ToldRed } from '../../ports/outbox.ts';
import type { Tables } from './tables.ts';

/** Far below the number of values that one statement may carry. */
const ROWS_PER_STATEMENT = 1_000;

/** A mail that was dropped, withdrawn or failed has told nobody anything. */
export async function findLastDigest(
  db: Kysely<Tables>,
  subscriptionId: string,
): Promise<LastDigest | undefined> {
  const mail = await lastMail(db, subscriptionId).executeTakeFirst();
  if (mail === undefined) return undefined;
  const red = await db.selectFrom('rosterRed').select('refKey').where('mailId', '=', mail.id).execute();
  return { writtenAt: mail.createdAt, redKeys: red.map(({ refKey }) => refKey) };
}

/** Writes who is red in a mail that was just stored. Its caller holds the roster. */
export async function writeRed(
  transaction: Transaction<Tables>,
  { id: mailId, subscriptionId }: Pick<NewOutboxMail, 'id' | 'subscriptionId'>,
  { rosterId, refKeys }: ToldRed,
): Promise<void> {
  const before = await lastMail(transaction, subscriptionId).where('id', '!=', mailId).executeTakeFirst();
  await transaction
    .deleteFrom('rosterRed')
    .where('mailId', 'in', (query) =>
      query.selectFrom('mails').select('mails.id').where('mails.subscriptionId', '=', subscriptionId),
    )
    .where('mailId', '!=', before?.id ?? '')
    .execute();
  for (let start = 0; start < refKeys.length; start += ROWS_PER_STATEMENT) {
    const some = refKeys.slice(start, start + ROWS_PER_STATEMENT);
    await transaction
      .insertInto('rosterRed')
      .columns(['mailId', 'rosterId', 'refKey'])
      // Not one who was taken out since the board was read.
      .expression(({ selectFrom, val }) =>
        selectFrom('rosterPeople')
          .select([val(mailId).as('mailId'), 'rosterPeople.rosterId', 'rosterPeople.refKey'])
          .where('rosterPeople.rosterId', '=', rosterId)
          .where('rosterPeople.refKey', 'in', some),
      )
      .execute();
  }
}

function lastMail(db: Kysely<Tables>, subscriptionId: string) {
  return db
    .selectFrom('mails')
    .select(['id', 'createdAt'])
    .where('subscriptionId', '=', subscriptionId)
    .where('kind', '=', 'reminder')
    .where('state', 'in', ['sent', 'unsent'])
    .orderBy('position', 'desc')
    .limit(1);
}
