// What is due becomes mails in the outbox, written from what is known now: one for an address and morning, however
// long the server was down.

import { addDays, type Day } from '../../domain/day.ts';
import type { Instant } from '../../ports/clock.ts';
import type { DueReminder } from '../../ports/reminder-ledger.ts';
import { composeReminderMail } from '../compose-reminder-mail.ts';
import type { Dependencies } from '../dependencies.ts';
import { instantOf, todayIn } from '../zoned-time.ts';
import type { Sending } from './send-outbox.ts';

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
  const stale = due.filter(({ staleAt }) => staleAt <= now);
  counts.due += stale.length;
  counts.dropped += stale.length;
  await drop(dependencies, stale, 'came too late: its day had passed');
  const alive = due.filter(({ staleAt }) => staleAt > now);
  for (const [subscriptionId, reminders] of Map.groupBy(alive, (reminder) => reminder.subscriptionId)) {
    if (signal.aborted) break;
    await writeMail(dependencies, { subscriptionId, reminders, now, counts });
  }
  return true;
}

interface DueOfSubscription extends Pick<Sending, 'counts'> {
  readonly subscriptionId: string;
  readonly reminders: readonly DueReminder[];
  readonly now: Instant;
}

async function writeMail(dependencies: Dependencies, due: DueOfSubscription): Promise<void> {
  const { outbox, reminderLedger } = dependencies;
  const composed = await composeReminderMail(dependencies, due.subscriptionId, due.reminders);
  due.counts.due += composed.dropped.length;
  due.counts.dropped += composed.dropped.length;
  await drop(dependencies, composed.dropped, 'no longer called for by the plan');
  due.counts.due += composed.movedBack.length;
  due.counts.dropped += composed.movedBack.length;
  await drop(dependencies, composed.movedBack, 'the plan says again what they know');
  if (composed.mail === null) return;
  const tomorrow = nextMorning(dependencies, composed.zone, due);
  if (tomorrow === null) await outbox.enqueue(composed.mail, due.now);
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
function isToldAtOnce({ kind, sendAt }: DueReminder, reminderTime: string, zone: string): boolean {
  const day = todayIn({ now: () => sendAt })(zone);
  return kind === 'plan-changed' && sendAt !== instantOf(day, reminderTime, zone);
}

async function drop(
  { clock, reminderLedger }: Dependencies,
  reminders: readonly DueReminder[],
  reason: string,
): Promise<void> {
  if (reminders.length === 0) return;
  const ids = reminders.map(({ id }) => id);
  await reminderLedger.drop(ids, reason, clock.now());
}
