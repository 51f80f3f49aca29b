// What is due becomes mails in the outbox, written from what is known now: one for an address and morning, however
// long the server was down.

import { addDays, type Day } from '../../domain/day.ts';
import { isMorning, isNotice } from '../../domain/reminder.ts';
import type { Instant } from '../../ports/clock.ts';
import type { DueReminder } from '../../ports/reminder-ledger.ts';
import { composeReminderMail } from '../compose-reminder-mail.ts';
import type { Dependencies } from '../dependencies.ts';
import { instantOf, todayIn } from '../zoned-time.ts';
import type { DispatchCounts } from './dispatch-counts.ts';
import type { Sending } from './send-outbox.ts';
import { writeDigest } from './write-digest.ts';

/** Due reminders looked at in one go; writing their mails takes far less than a lease. */
const BATCH = 200;

/**
 * Writes the mails of the tightest reminders that are due.
 *
 * @returns false when nothing is due that this round has not seen: subscriptions stay held until the round ends
 */
export async function fillOutbox(
  dependencies: Dependencies,
  { counts, leases, signal }: Sending,
): Promise<boolean> {
  const { clock, reminderLedger } = dependencies;
  const now = clock.now();
  const due = await reminderLedger.claimDue(now, leases.lease(), BATCH);
  if (due.length === 0) return false;
  const stale = due.filter((reminder) => isStale(reminder, now));
  await drop(dependencies, counts, { reminders: stale, reason: 'came too late: its day had passed' });
  const alive = due.filter((reminder) => !isStale(reminder, now));
  for (const [subscriptionId, reminders] of Map.groupBy(alive, (reminder) => reminder.subscriptionId)) {
    if (signal.aborted) break;
    // An address hears of a roster or of a plan, so either all of them are mornings or none is.
    if (reminders.every(isMorning)) {
      const isTold = await writeDigest(dependencies, { subscriptionId, mornings: reminders, now });
      if (!isTold) await drop(dependencies, counts, { reminders, reason: 'nothing new in the roster' });
    } else await writeMail(dependencies, { subscriptionId, reminders, now, counts });
  }
  return true;
}

/** A morning of a roster leads to the next one, however late it is. */
function isStale(reminder: DueReminder, now: Instant): boolean {
  return reminder.staleAt <= now && !isMorning(reminder);
}

interface DueOfSubscription extends Pick<Sending, 'counts'> {
  readonly subscriptionId: string;
  readonly reminders: readonly DueReminder[];
  readonly now: Instant;
}

async function writeMail(dependencies: Dependencies, due: DueOfSubscription): Promise<void> {
  const { outbox, reminderLedger } = dependencies;
  const { mail, dropped, movedBack, zone } = await composeReminderMail(
    dependencies,
    due.subscriptionId,
    due.reminders,
  );
  await drop(dependencies, due.counts, { reminders: dropped, reason: 'no longer called for by the plan' });
  await drop(dependencies, due.counts, {
    reminders: movedBack,
    reason: 'the plan says again what they know',
  });
  if (mail === null) return;
  const tomorrow = nextMorning(dependencies, zone, due);
  if (tomorrow === null) await outbox.enqueue(mail, due.now);
  else await reminderLedger.postpone(due.reminders, tomorrow);
}

/**
 * The next morning, when this address had a mail of this plan today already and all that is due can wait until then;
 * null: now.
 */
function nextMorning(
  { clock, reminderTime }: Dependencies,
  zone: string,
  { reminders, now }: DueOfSubscription,
): Instant | null {
  const today: Day = todayIn(clock)(zone);
  const lastMailAt = reminders[0]?.lastMailAt ?? null;
  if (lastMailAt === null || lastMailAt < instantOf(today, '00:00', zone)) return null;
  const tomorrow = instantOf(addDays(today, 1), reminderTime, zone);
  const canWait = (reminder: DueReminder) =>
    reminder.staleAt > tomorrow && !isToldAtOnce(reminder, reminderTime, zone);
  return tomorrow > now && reminders.every(canWait) ? tomorrow : null;
}

/** That the plan changed so that tomorrow may be too late: it was not meant for a morning. */
function isToldAtOnce(reminder: DueReminder, reminderTime: string, zone: string): boolean {
  const { sendAt } = reminder;
  const day = todayIn({ now: () => sendAt })(zone);
  return isNotice(reminder) && sendAt !== instantOf(day, reminderTime, zone);
}

async function drop(
  { clock, reminderLedger }: Dependencies,
  counts: DispatchCounts,
  { reminders, reason }: { readonly reminders: readonly DueReminder[]; readonly reason: string },
): Promise<void> {
  if (reminders.length === 0) return;
  counts.due += reminders.length;
  counts.dropped += reminders.length;
  const ids = reminders.map(({ id }) => id);
  await reminderLedger.drop(ids, reason, clock.now());
}
