// The outbox of mails in SQL. What each method promises is in ports/outbox.ts.

import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '../../ports/clock.ts';
import {
  LONGEST_RETRY_WAIT,
  type MailClaim,
  type NewOutboxMail,
  type Outbox,
  type OutboxMail,
} from '../../ports/outbox.ts';
import type { PassOverHeld } from './engines/engine.ts';
import { inTransaction } from './in-transaction.ts';
import { isFree } from './sql-leases.ts';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';

/** A mail's text holds an address and secret links: it goes when nobody needs it for a further try. */
const NO_TEXT = '';

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
      if (!(await speaksOfPlanAsItIs(transaction, mail))) return false;
      if (!(await insertMail(transaction, mail, now))) return false;
      if (await tieReminders(transaction, mail)) return true;
      // Its text speaks of all its reminders, so a mail that cannot have them all is not stored at all.
      await transaction.deleteFrom('mails').where('id', '=', mail.id).execute();
      return false;
    });
  }

  async claimMails({ now, lease, most, exceptDomains }: MailClaim): Promise<readonly OutboxMail[]> {
    return inTransaction(this.#db, async (transaction) => {
      const free = await this.#passOverHeld(
        freeMails(transaction, now)
          .select('id')
          .where(({ eb, or }) =>
            or([eb('nextTryAt', '<=', now), eb('nextTryAt', '>', (now + LONGEST_RETRY_WAIT) as Instant)]),
          )
          .$if(exceptDomains.length > 0, (query) => query.where('domain', 'not in', exceptDomains))
          .orderBy('urgency')
          .orderBy('nextTryAt')
          .orderBy('position')
          .limit(most),
      ).execute();
      if (free.length === 0) return [];
      const ids = free.map(({ id }) => id);
      const rows = await transaction
        .updateTable('mails')
        .set(({ eb }) => ({
          holder: lease.holder,
          leaseUntil: lease.until,
          attempts: eb('attempts', '+', 1),
        }))
        .where('id', 'in', ids)
        .returning(['id', 'kind', 'subscriptionId', 'messageJson', 'domain', 'attempts'])
        .execute();
      const reminderCounts = await countReminders(transaction, ids);
      return rows
        .map(({ messageJson, ...mail }) => ({
          ...mail,
          message: JSON.parse(messageJson),
          reminderCount: reminderCounts.get(mail.id) ?? 0,
        }))
        .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
    });
  }

  async recordSent(mailId: string, reply: string, now: Instant): Promise<void> {
    await inTransaction(this.#db, async (transaction) => {
      // Whatever was written about it meanwhile (its lease ran out, its subscription was closed): it went out.
      await transaction
        .updateTable('mails')
        .set({ state: 'sent', sentAt: now, lastReply: storable(reply), messageJson: NO_TEXT, ...FREE })
        .where('id', '=', mailId)
        .execute();
      await transaction
        .updateTable('reminders')
        .set({ state: 'sent', reason: null })
        .where('mailId', '=', mailId)
        .execute();
    });
  }

  async recordDeferred(mailId: string, holder: string, error: string, nextTryAt: Instant): Promise<void> {
    await this.#db
      .updateTable('mails')
      .set({ nextTryAt, lastReply: storable(error), ...FREE })
      .where('id', '=', mailId)
      .where('state', '=', 'unsent')
      .where('holder', '=', holder)
      .execute();
  }

  async recordFailed(mailId: string, error: string): Promise<void> {
    await inTransaction(this.#db, (transaction) =>
      endUnsent(transaction, [mailId], { state: 'failed', reason: storable(error) }),
    );
  }

  async giveBack(mailIds: readonly string[], holder: string): Promise<void> {
    if (mailIds.length === 0) return;
    await this.#db
      .updateTable('mails')
      .set(({ eb }) => ({ attempts: eb('attempts', '-', 1), ...FREE }))
      .where('id', 'in', mailIds)
      .where('holder', '=', holder)
      .execute();
  }

  async dropStaleMails(now: Instant, reason: string): Promise<number> {
    return inTransaction(this.#db, async (transaction) => {
      const stale = await this.#passOverHeld(
        freeMails(transaction, now).select('id').where('staleAt', '<=', now),
      ).execute();
      const ids = stale.map(({ id }) => id);
      return ids.length === 0 ? 0 : endUnsent(transaction, ids, { state: 'dropped', reason });
    });
  }
}

/** A time that has come by every clock, also by one that is set back. */
const AT_ONCE = 0 as Instant;

const FREE = { holder: null, leaseUntil: null };

/** Unsent mails that nobody holds. */
function freeMails(transaction: Transaction<Tables>, now: Instant) {
  return transaction
    .selectFrom('mails')
    .where('state', '=', 'unsent')
    .where(({ ref }) => isFree(ref('leaseUntil'), now));
}

/** Ends mails that never will go out, and the reminders that they carry; how many reminders. */
async function endUnsent(
  transaction: Transaction<Tables>,
  ids: readonly string[],
  { state, reason }: { readonly state: 'failed' | 'dropped'; readonly reason: string },
): Promise<number> {
  await transaction
    .updateTable('mails')
    .set({ state, lastReply: reason, messageJson: NO_TEXT, ...FREE })
    .where('id', 'in', ids)
    .where('state', '=', 'unsent')
    .execute();
  const { numUpdatedRows } = await transaction
    .updateTable('reminders')
    .set({ state: 'dropped', reason })
    .where('mailId', 'in', ids)
    .where('state', '=', 'unsent')
    .executeTakeFirst();
  return Number(numUpdatedRows);
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
 * Whether the plan still has the version that the mail was written from. Who replaces the plan writes the reminders of
 * this subscription, so while it is held, what such a replacement merges into them has not been merged yet.
 */
async function speaksOfPlanAsItIs(
  transaction: Transaction<Tables>,
  { subscriptionId, planVersion }: NewOutboxMail,
): Promise<boolean> {
  if (planVersion === undefined) return true;
  const plan = await transaction
    .selectFrom('plans')
    .innerJoin('subscriptions', 'subscriptions.planId', 'plans.id')
    .select('plans.version')
    .where('subscriptions.id', '=', subscriptionId)
    .executeTakeFirst();
  return plan?.version === planVersion;
}

/** Whether the mail is new. */
async function insertMail(
  transaction: Transaction<Tables>,
  { id, kind, subscriptionId, message, urgency, staleAt }: NewOutboxMail,
  now: Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('mails')
    .values({
      id,
      kind,
      subscriptionId,
      messageJson: JSON.stringify(message),
      domain: message.to.slice(message.to.lastIndexOf('@') + 1).toLowerCase(),
      state: 'unsent',
      attempts: 0,
      urgency,
      staleAt,
      nextTryAt: AT_ONCE,
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

async function countReminders(
  transaction: Transaction<Tables>,
  mailIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await transaction
    .selectFrom('reminders')
    .select(({ fn }) => ['mailId', fn.countAll().as('count')])
    .where('mailId', 'in', mailIds)
    .groupBy('mailId')
    .execute();
  return new Map(rows.map(({ mailId, count }) => [mailId ?? '', Number(count)]));
}
