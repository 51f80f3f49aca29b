// Who works on what, until when. What a process holds when it dies is free again when its lease ends, or as soon as
// somebody sees that it is gone.

import type { Instant } from './clock.ts';

export interface Lease {
  /** The process that holds it. */
  readonly holder: string;
  /** Until then nobody else takes it; the holder may renew it. */
  readonly until: Instant;
}

/** Milliseconds. No lease is longer; one that ends later was written by a clock that went wrong, and counts as ended. */
export const LONGEST_LEASE = 30_000;

export interface Leases {
  /** Renews all that the holder has. */
  renew(lease: Lease): Promise<void>;
  /** Lets go of all that the holder has. */
  release(holder: string): Promise<void>;
  /** Who holds something, their leases ended or not. */
  listHolders(): Promise<readonly string[]>;
}

/** A process that sends mails, as the others know it. */
export interface HoldingProcess {
  readonly id: string;
  /** Whether another holder is certainly gone; in doubt false, for its leases end by themselves. */
  isGone(holder: string): boolean;
}
