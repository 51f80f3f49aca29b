// What the database holds, counted when a monitor asks, and not more often than it changes by much.

import { Gauge, type Registry } from 'prom-client';
import type { Clock, Instant } from '../../ports/clock.ts';
import type { DataTally, Tally } from '../../ports/data-tally.ts';

/** Counting reads all plans: several monitors, or an impatient one, get the same numbers. */
const KEPT_MILLISECONDS = 10_000;

/** Gauges that show what was counted last; call what it returns before they are read. */
export function watchData(registry: Registry, tally: DataTally, clock: Clock): () => Promise<void> {
  const registers = [registry];
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  const plans = new Gauge({
    name: 'lastbus_plans',
    help: 'Stored plans',
    labelNames: ['policy'] as const,
    registers,
  });
  const waiting = new Gauge({
    name: 'lastbus_mails_waiting',
    help: 'Mails that are to be sent, in all processes',
    labelNames: ['kind'] as const,
    registers,
  });
  const simple: readonly (readonly [Gauge, (tally: Tally, now: Instant) => number])[] = [
    [
      gauge('lastbus_reminders_due', 'Reminders whose time has come and which are not sent'),
      ({ remindersDue }) => remindersDue,
    ],
    [
      gauge('lastbus_reminders_oldest_due_age_seconds', 'How late the oldest of them is; 0: none is due'),
      ({ oldestDueAt }, now) => (oldestDueAt === null ? 0 : (now - oldestDueAt) / 1_000),
    ],
    [
      gauge('lastbus_mails_tried_before', 'Waiting mails that were tried before'),
      ({ mailsTriedBefore }) => mailsTriedBefore,
    ],
    [gauge('lastbus_mails_failed', 'Mails that were given up'), ({ mailsFailed }) => mailsFailed],
    [
      gauge('lastbus_subscriptions_confirmed', 'Addresses that get reminders'),
      ({ confirmedSubscriptions }) => confirmedSubscriptions,
    ],
  ];
  const show = (counted: Tally | null, now: Instant) => {
    plans.reset();
    waiting.reset();
    if (counted === null) {
      // No number is better than an old one that passes for today's.
      for (const [shown] of simple) shown.remove();
      return;
    }
    for (const [policy, count] of counted.plansByPolicy) plans.set({ policy }, count);
    for (const [kind, count] of Object.entries(counted.mailsWaiting)) waiting.set({ kind }, count);
    for (const [shown, read] of simple) shown.set(read(counted, now));
  };
  const up = gauge('lastbus_database_up', 'Whether the database answered when it was last asked: 1 or 0');
  let takenAt: Instant | null = null;
  return async () => {
    const now = clock.now();
    if (takenAt !== null && now >= takenAt && now - takenAt < KEPT_MILLISECONDS) return;
    try {
      show(await tally.take(now), now);
      takenAt = now;
      up.set(1);
    } catch {
      // Why is told by /readyz and the log.
      show(null, now);
      takenAt = null;
      up.set(0);
    }
  };
}
