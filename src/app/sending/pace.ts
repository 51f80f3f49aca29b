// How fast mails leave, and how long we wait after a failure. All waits are reckoned, none is by chance: the same
// mail and count give the same wait, and different mails different ones.

import { createHash } from 'node:crypto';

/** How many mails may leave in a second; null: as many as go. */
export interface MailPace {
  readonly relayPerSecond: number | null;
  /** To one domain. */
  readonly domainPerSecond: number | null;
}

const MINUTE = 60_000;

/** Waits before the second, third, … try of a mail; the last one again and again. */
const RETRY_AFTER = [1, 5, 15, 60, 180].map((minutes) => minutes * MINUTE);

/** Pauses of a relay or a domain after its first, second, … failure in a row. */
const PAUSE_AFTER = [0.25, 0.5, 1, 2, 5, 10, 15].map((minutes) => minutes * MINUTE);

/** Waits are stretched by up to so much, so that what failed together is not tried again together. */
const JITTER = 0.2;

/** Milliseconds until the next try of a mail that was tried `attempts` times, at least 1. */
export function retryWait(mailId: string, attempts: number): number {
  return stretched(stepOf(RETRY_AFTER, attempts), `${mailId} ${attempts}`);
}

/** Milliseconds for which a lane is paused at its `strikes`-th failure in a row, at least 1. */
export function pauseAfter(lane: string, strikes: number): number {
  return stretched(stepOf(PAUSE_AFTER, strikes), `${lane} ${strikes}`);
}

/** Milliseconds between two mails. */
export function intervalOf(perSecond: number): number {
  return Math.ceil(1_000 / perSecond);
}

function stepOf(steps: readonly number[], count: number): number {
  return steps[Math.min(count, steps.length) - 1] ?? MINUTE;
}

function stretched(wait: number, seed: string): number {
  const share = createHash('sha256').update(seed).digest().readUInt32BE(0) / 2 ** 32;
  return Math.round(wait * (1 + JITTER * share));
}
