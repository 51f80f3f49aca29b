// A round of the reminder clock in a server: the work, and who is told how it went. Part of main.

import type { Logger } from 'pino';
import type { Metrics } from './adapters/metrics/prometheus.ts';
import type { Heartbeat } from './adapters/timer/heartbeat.ts';
import type { Dependencies } from './app/dependencies.ts';
import { dispatchReminders } from './app/dispatch-reminders.ts';
import type { DispatchCounts } from './app/sending/dispatch-counts.ts';
import type { Instant } from './ports/clock.ts';
import { relayAlarm } from './relay-alarm.ts';

export interface RoundParts {
  readonly dependencies: Dependencies;
  readonly logger: Logger;
  readonly metrics: Pick<Metrics, 'roundEnded'>;
  /** Null: nobody waits for one. */
  readonly heartbeat: Heartbeat | null;
  /** Aborted: a round ends after what is under way. */
  readonly signal: AbortSignal;
}

export interface ReminderRound {
  /** Rejects when it failed; the next one comes all the same. */
  readonly run: () => Promise<void>;
  /** When the last one that went well ended; null: none yet. */
  readonly lastEndedAt: () => Instant | null;
}

export function reminderRound(parts: RoundParts): ReminderRound {
  const { dependencies, logger, metrics, heartbeat, signal } = parts;
  const { clock, idempotencyStore } = dependencies;
  const tellRelayTrouble = relayAlarm(logger);
  let lastEndedAt: Instant | null = null;

  async function work(): Promise<DispatchCounts> {
    const counts = await dispatchReminders(dependencies, signal);
    await idempotencyStore.sweep(clock.now());
    lastEndedAt = clock.now();
    tellRelayTrouble(counts.relayTrouble);
    if (counts.due > 0 || counts.confirmations > 0) logger.info(counts, 'a round of reminders');
    // While the relay takes nothing, nobody is reminded: whoever watches must hear of it.
    if (counts.relayTrouble === null) heartbeat?.beat();
    return counts;
  }

  return {
    lastEndedAt: () => lastEndedAt,
    run: async () => {
      const begin = performance.now();
      let counts: DispatchCounts | null = null;
      try {
        counts = await work();
      } finally {
        metrics.roundEnded(counts, (performance.now() - begin) / 1_000);
      }
    },
  };
}
