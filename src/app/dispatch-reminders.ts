// One round of the reminder clock: what is due becomes mails in the outbox, and the outbox is sent.

import type { Clock, Instant } from '../ports/clock.ts';
import type { OutboxMail } from '../ports/outbox.ts';
import type { DueReminder } from '../ports/reminder-ledger.ts';
import { composeReminderMail } from './compose-reminder-mail.ts';
import type { Dependencies } from './dependencies.ts';

/**
 * How long a mail stays claimed while it is tried: longer than the longest try, so that nobody sends it beside
 * us. After a crash somebody else takes it then.
 */
const LEASE = 120_000;

/** Waits before the second, third, … try; the last one again and again until the mail is given up. */
const RETRY_AFTER_MINUTES = [1, 5, 15, 60, 180] as const;
const MOST_ATTEMPTS = 48;

/** Counts of reminders: `due` is the sum of the others. */
export interface DispatchCounts {
  due: number;
  sent: number;
  /** To be tried again. */
  deferred: number;
  /** Had nothing to say any more. */
  dropped: number;
  /** Will never arrive. */
  failed: number;
  /** Confirmation mails that went out. */
  confirmations: number;
}

/**
 * Sends what is due and unsent, once. Selects by "due and not sent", never by "due in this minute", so a round
 * that was missed is harmless. A mail is stored before it is first tried.
 */
export async function dispatchReminders(dependencies: Dependencies): Promise<DispatchCounts> {
  const { clock, outbox } = dependencies;
  const counts: DispatchCounts = { due: 0, sent: 0, deferred: 0, dropped: 0, failed: 0, confirmations: 0 };
  await fillOutbox(dependencies, counts);
  for (;;) {
    const now = clock.now();
    const mail = await outbox.claimMail(now, (now + LEASE) as Instant);
    if (mail === undefined) return counts;
    await send(dependencies, mail, counts);
  }
}

async function fillOutbox(dependencies: Dependencies, counts: DispatchCounts): Promise<void> {
  const { clock, outbox, reminderLedger } = dependencies;
  const now = clock.now();
  const due = await reminderLedger.listDue(now);
  const isStale = ({ staleAt }: DueReminder) => staleAt <= now;
  await drop(dependencies, due.filter(isStale), 'came too late: its day had passed', counts);
  // One mail for an address and morning; the subscription with the smallest float first.
  const bySubscription = Map.groupBy(
    due.filter((reminder) => !isStale(reminder)),
    ({ subscriptionId }) => subscriptionId,
  );
  for (const [subscriptionId, reminders] of bySubscription) {
    const composed = await composeReminderMail(dependencies, subscriptionId, reminders);
    await drop(dependencies, composed.dropped, 'no longer called for by the plan', counts);
    if (composed.mail !== null) await outbox.enqueue(composed.mail, now);
  }
}

async function drop(
  { clock, reminderLedger }: Dependencies,
  reminders: readonly DueReminder[],
  reason: string,
  counts: DispatchCounts,
): Promise<void> {
  if (reminders.length === 0) return;
  await reminderLedger.drop(
    reminders.map(({ id }) => id),
    reason,
    clock.now(),
  );
  counts.due += reminders.length;
  counts.dropped += reminders.length;
}

async function send(dependencies: Dependencies, mail: OutboxMail, counts: DispatchCounts): Promise<void> {
  const { clock, mailTransport, outbox, subscriptionStore } = dependencies;
  const size = mail.reminderCount;
  counts.due += size;
  const delivery = await mailTransport.deliver(mail.message);
  if (delivery.kind === 'accepted') {
    await outbox.recordSent(mail.id, delivery.reply, clock.now());
    counts.sent += size;
    if (mail.kind === 'confirm') counts.confirmations += 1;
  } else if (delivery.kind === 'refused' || mail.attempts >= MOST_ATTEMPTS) {
    await outbox.recordFailed(mail.id, delivery.reply);
    // Only a recipient who can never be reached ends the subscription; a relay that refuses us does not.
    if (delivery.kind === 'refused') await subscriptionStore.close(mail.subscriptionId, 'bounced');
    counts.failed += size;
  } else {
    await outbox.recordDeferred(mail.id, delivery.reply, nextTryAt(clock, mail.attempts));
    counts.deferred += size;
  }
}

function nextTryAt(clock: Clock, attempts: number): Instant {
  const minutes = RETRY_AFTER_MINUTES[attempts - 1] ?? RETRY_AFTER_MINUTES.at(-1) ?? 1;
  return (clock.now() + minutes * 60_000) as Instant;
}
