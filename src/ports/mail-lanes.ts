// The lanes on which mails leave: one for the relay, one for each domain they go to. All processes share them, so
// that a relay that takes one mail a second gets one a second from all of them together.

import type { Instant } from './clock.ts';

export interface MailLane {
  readonly name: string;
  /** The next place in it is free from then on. */
  readonly nextFreeAt: Instant;
  /** Nothing is sent on it before. */
  readonly pausedUntil: Instant;
  /** Failures in a row. */
  readonly strikes: number;
  /** What was said when it was paused; null: it never was. */
  readonly lastReply: string | null;
}

export interface MailLanes {
  /** Those that are paused, have failed last time, or are taken beyond `now`. */
  listBusy(now: Instant): Promise<readonly MailLane[]>;
  /**
   * Takes the next place in a lane on which one mail leaves every `interval` milliseconds.
   *
   * @returns when that is, never before `now`
   */
  takePlace(name: string, now: Instant, interval: number): Promise<Instant>;
  /** Counts a failure and pauses the lane. */
  pause(name: string, until: Instant, reply: string): Promise<void>;
  /** A mail went through: no failure counts any more. */
  reopen(name: string): Promise<void>;
}

/** Milliseconds. No pause and no queue is longer; one that ends later was written by a clock that went wrong. */
export const LONGEST_PAUSE = 20 * 60_000;
