// The outbox of mails in SQL. What each method promises is in ports/outbox.ts.

import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '../../ports/clock.ts';
import {
  type LastDigest,
  LONGEST_RETRY_WAIT,
  type MailClaim,
  type NewOutboxMail,
  type Outbox,
  type OutboxMail,
} from '../../ports/outbox.ts';
import type { PassOverHeld } from './engines/engine.ts';
import { inTransaction } from './in-transaction.ts';
import { findLastDigest } from './roster-red.ts';
import { isFree } from './sql-leases.ts';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';
import { writeMail } from './write-mail.ts';

/** A mail's text holds an address and secret links: it goes when nobody needs it for a further try. */
const NO_TEXT = '';

/** Of a mail whose address was erased: see erase-address.ts. */
const NO_DOMAIN = '';

export class SqlOutbox implements Outbox {
  readonly #db: Kysely<Tables>;
  readonly #passOverHeld: PassOverHeld;

  constructor(db: Kysely<Tables>, passOverHeld: PassOverHeld) {
    this.#db = db;
    this.#passOverHeld = passOverHeld;
  }

  async enqueue(mail: NewOutboxMail, now: Instant): Promise<boolean> {
    return inTransaction(this.#db, (transaction) => writeMail(transaction, mail, now));
  }

  async findLastDigest(subscriptionId: string): Promise<LastDigest | undefined> {
    return findLastDigest(this.#db, subscriptionId);
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
        .set(({ eb }) => ({
          state: 'sent',
          sentAt: now,
          // The server may name the address. Whoever erased it has emptied the domain of this very row.
          lastReply: eb.case().when('domain', '=', NO_DOMAIN).then(null).else(storable(reply)).end(),
          messageJson: NO_TEXT,
          ...FREE,
        }))
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
