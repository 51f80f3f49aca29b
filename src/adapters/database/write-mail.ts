// Puts a mail into the outbox, with the reminders that it carries. The caller holds the transaction.

import type { Transaction } from 'kysely';
import type { Instant } from '../../ports/clock.ts';
import type { NewOutboxMail } from '../../ports/outbox.ts';
import { holdRoster } from './hold-roster.ts';
import { writeRed } from './roster-red.ts';
import type { Tables } from './tables.ts';

/** A time that has come by every clock, also by one that is set back. */
const AT_ONCE = 0 as Instant;

/** Whether it was stored: see `enqueue` in ports/outbox.ts. */
export async function writeMail(
  transaction: Transaction<Tables>,
  mail: NewOutboxMail,
  now: Instant,
): Promise<boolean> {
  if (mail.red !== undefined && !(await holdRoster(transaction, mail.red.rosterId))) return false;
  if (!(await holdOpenSubscription(transaction, mail.subscriptionId))) return false;
  if (!(await speaksOfPlanAsItIs(transaction, mail))) return false;
  if (!(await insertMail(transaction, mail, now))) return false;
  if (await tieReminders(transaction, mail)) {
    if (mail.red !== undefined) await writeRed(transaction, mail, mail.red);
    return true;
  }
  // Its text speaks of all its reminders, so a mail that cannot have them all is not stored at all.
  await transaction.deleteFrom('mails').where('id', '=', mail.id).execute();
  return false;
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
