// The outbox of mails in SQL. What each method promises is in ports/outbox.ts.

import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '../../ports/clock.ts';
import type { MailMessage } from '../../ports/mail-transport.ts';
import type { NewOutboxMail, Outbox, OutboxMail } from '../../ports/outbox.ts';
import type { PassOverHeld } from './engines/engine.ts';
import { inTransaction } from './in-transaction.ts';
import type { Tables } from './tables.ts';

export class SqlOutbox implements Outbox {
  readonly #db: Kysely<Tables>;
  readonly #passOverHeld: PassOverHeld;

  constructor(db: Kysely<Tables>, passOverHeld: PassOverHeld) {
    this.#db = db;
    this.#passOverHeld = passOverHeld;
  }

  async enqueue(mail: NewOutboxMail, now: Instant): Promise<boolean> {
    return inTransaction(this.#db, async (transaction) => {
      if (!(await holdOpenSubscription(transaction, mail.subscriptionId))) return false;
      if (!(await insertMail(transaction, mail, now))) return false;
      if (await tieReminders(transaction, mail)) return true;
      // Its text speaks of all its reminders, so a mail that cannot have them all is not stored at all.
      await transaction.deleteFrom('mails').where('id', '=', mail.id).execute();
      return false;
    });
  }

  async claimMail(now: Instant, leaseUntil: Instant): Promise<OutboxMail | undefined> {
    return inTransaction(this.#db, async (transaction) => {
      for (;;) {
        const row = await this.#passOverHeld(mailsToClaim(transaction, now)).executeTakeFirst();
        if (row === undefined) return undefined;
        const attempts = row.attempts + 1;
        const { numUpdatedRows } = await transaction
          .updateTable('mails')
          .set({ leaseUntil, attempts })
          .where('id', '=', row.id)
          .where('state', '=', 'unsent')
          // Whoever claims a mail counts a try: the same count means that nobody was faster.
          .where('attempts', '=', row.attempts)
          .executeTakeFirst();
        if (numUpdatedRows !== 1n) continue;
        const message: MailMessage = JSON.parse(row.messageJson);
        const reminderCount = await countReminders(transaction, row.id);
        return {
          id: row.id,
          kind: row.kind,
          subscriptionId: row.subscriptionId,
          message,
          attempts,
          reminderCount,
        };
      }
    });
  }

  async recordSent(mailId: string, reply: string, now: Instant): Promise<void> {
    await inTransaction(this.#db, async (transaction) => {
      await holdSubscriptionOf(transaction, mailId);
      // Whatever was written about it meanwhile (its lease ran out, its subscription was closed): it went out.
      await transaction
        .updateTable('mails')
        .set({ state: 'sent', sentAt: now, lastReply: storable(reply), leaseUntil: null })
        .where('id', '=', mailId)
        .execute();
      await transaction
        .updateTable('reminders')
        .set({ state: 'sent', reason: null })
        .where('mailId', '=', mailId)
        .execute();
    });
  }

  async recordDeferred(mailId: string, error: string, nextTryAt: Instant): Promise<void> {
    await this.#db
      .updateTable('mails')
      .set({ nextTryAt, lastReply: storable(error), leaseUntil: null })
      .where('id', '=', mailId)
      .where('state', '=', 'unsent')
      .execute();
  }

  async recordFailed(mailId: string, error: string): Promise<void> {
    await inTransaction(this.#db, async (transaction) => {
      await holdSubscriptionOf(transaction, mailId);
      await transaction
        .updateTable('mails')
        .set({ state: 'failed', lastReply: storable(error), leaseUntil: null })
        .where('id', '=', mailId)
        .where('state', '=', 'unsent')
        .execute();
      await transaction
        .updateTable('reminders')
        .set({ state: 'dropped', reason: storable(error) })
        .where('mailId', '=', mailId)
        .where('state', '=', 'unsent')
        .execute();
    });
  }
}

/** What a server said, without the one character that PostgreSQL keeps in no text. */
function storable(reply: string): string {
  return reply.replaceAll('\0', '');
}

/**
 * Whether mails may go to this subscription, and then keeps it so until the transaction ends. The update
 * changes nothing: it takes the row's lock, so that with many connections nobody unsubscribes in between.
 */
async function holdOpenSubscription(transaction: Transaction<Tables>, id: string): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('subscriptions')
    .set({ id })
    .where('id', '=', id)
    .where('state', 'in', ['pending', 'confirmed'])
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * Holds the subscription of a mail as all others do who write to several of its rows: they take turns, where else
 * each could wait for a row of the other.
 */
async function holdSubscriptionOf(transaction: Transaction<Tables>, mailId: string): Promise<void> {
  await transaction
    .updateTable('subscriptions')
    .set(({ ref }) => ({ id: ref('id') }))
    .where('id', '=', ({ selectFrom }) =>
      selectFrom('mails').select('subscriptionId').where('mails.id', '=', mailId),
    )
    .execute();
}

/** Whether the mail is new. */
async function insertMail(
  transaction: Transaction<Tables>,
  { id, kind, subscriptionId, message }: NewOutboxMail,
  now: Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('mails')
    .values({
      id,
      kind,
      subscriptionId,
      messageJson: JSON.stringify(message),
      state: 'unsent',
      attempts: 0,
      nextTryAt: now,
      createdAt: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Whether every reminder of the mail was free, and is tied to it now. */
async function tieReminders(
  transaction: Transaction<Tables>,
  { id: mailId, subscriptionId, reminderIds }: NewOutboxMail,
): Promise<boolean> {
  if (reminderIds.length === 0) return true;
  const { numUpdatedRows } = await transaction
    .updateTable('reminders')
    .set({ mailId })
    .where('id', 'in', reminderIds)
    .where('subscriptionId', '=', subscriptionId)
    .where('state', '=', 'unsent')
    .where('mailId', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === BigInt(reminderIds.length);
}

async function countReminders(transaction: Transaction<Tables>, mailId: string): Promise<number> {
  const { count } = await transaction
    .selectFrom('reminders')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('mailId', '=', mailId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The mail whose time came first among those that nobody holds; at the same instant the one stored first. */
function mailsToClaim(transaction: Transaction<Tables>, now: Instant) {
  return transaction
    .selectFrom('mails')
    .select(['id', 'kind', 'subscriptionId', 'messageJson', 'attempts'])
    .where('state', '=', 'unsent')
    .where('nextTryAt', '<=', now)
    .where(({ eb, or }) => or([eb('leaseUntil', 'is', null), eb('leaseUntil', '<=', now)]))
    .orderBy('nextTryAt')
    .orderBy('position')
    .limit(1);
}
