// What the server tells a monitor, in the text format of Prometheus. prom-client (Apache-2.0) because it is the one
// client that everybody uses: it knows the format, and what to tell of a Node process. No label is ever a token, an
// address or anything that somebody typed.

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Clock } from '../../ports/clock.ts';
import type { DataTally } from '../../ports/data-tally.ts';
import { watchData } from './data-gauges.ts';

/** Answers take milliseconds; a plan under all readings on a busy machine takes up to a second. */
const DURATION_BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const ROUND_BUCKETS = [0.01, 0.1, 1, 10, 60, 300, 1_800];

export interface AnsweredRequest {
  readonly method: string;
  /** The pattern of the route, such as `/plans/:planToken`. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** Counts of reminders in one round. */
export interface RoundCounts {
  readonly sent: number;
  readonly deferred: number;
  readonly dropped: number;
  readonly failed: number;
  readonly confirmations: number;
  /** Tries that were not the first of their mail. */
  readonly retries: number;
}

export interface Metrics {
  readonly requestAnswered: (request: AnsweredRequest) => void;
  /** `counts` null: the round failed. */
  readonly roundEnded: (counts: RoundCounts | null, seconds: number) => void;
  /** Everything there is to tell, and its media type. */
  readonly read: () => Promise<{ readonly type: string; readonly text: string }>;
}

/** Metrics of one server; several in one process do not get into each other's way. */
export function openMetrics(tally: DataTally, clock: Clock): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Counter({
    name: 'lastbus_http_requests_total',
    help: 'Requests answered',
    labelNames: ['method', 'route', 'status'] as const,
    registers,
  });
  const durations = new Histogram({
    name: 'lastbus_http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer',
    labelNames: ['method', 'route'] as const,
    buckets: DURATION_BUCKETS,
    registers,
  });
  const rounds = watchRounds(registry, clock);
  const countData = watchData(registry, tally, clock);
  return {
    requestAnswered: ({ method, route, status, seconds }) => {
      requests.inc({ method, route, status });
      durations.observe({ method, route }, seconds);
    },
    roundEnded: rounds,
    read: async () => {
      await countData();
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}

function watchRounds(registry: Registry, clock: Clock): Metrics['roundEnded'] {
  const registers = [registry];
  const rounds = new Counter({
    name: 'lastbus_reminder_rounds_total',
    help: 'Rounds of the reminder clock in this process',
    labelNames: ['outcome'] as const,
    registers,
  });
  const reminders = new Counter({
    name: 'lastbus_reminders_total',
    help: 'Reminders by what became of them in this process; a deferred one is tried again',
    labelNames: ['outcome'] as const,
    registers,
  });
  const confirmations = new Counter({
    name: 'lastbus_confirmations_sent_total',
    help: 'Mails that ask for a confirmation, sent by this process',
    registers,
  });
  const retries = new Counter({
    name: 'lastbus_mail_retries_total',
    help: 'Tries of mails by this process that were not their first',
    registers,
  });
  const duration = new Histogram({
    name: 'lastbus_reminder_round_duration_seconds',
    help: 'How long a round took',
    buckets: ROUND_BUCKETS,
    registers,
  });
  const lastRound = new Gauge({
    name: 'lastbus_reminder_last_round_timestamp_seconds',
    help: 'When the last successful round of this process ended, in seconds since 1970; 0: none yet',
    registers,
  });
  // Present from the start, so that a rate over them misses nothing.
  for (const outcome of ['succeeded', 'failed']) rounds.inc({ outcome }, 0);
  for (const outcome of ['sent', 'deferred', 'dropped', 'failed']) reminders.inc({ outcome }, 0);
  return (counts, seconds) => {
    rounds.inc({ outcome: counts === null ? 'failed' : 'succeeded' });
    duration.observe(seconds);
    if (counts === null) return;
    const { sent, deferred, dropped, failed } = counts;
    for (const [outcome, count] of Object.entries({ sent, deferred, dropped, failed })) {
      reminders.inc({ outcome }, count);
    }
    confirmations.inc(counts.confirmations);
    retries.inc(counts.retries);
    lastRound.set(clock.now() / 1_000);
  };
}
