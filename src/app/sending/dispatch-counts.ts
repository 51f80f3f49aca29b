// What a round did.

import type { Instant } from '../../ports/clock.ts';

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
  /** Tries that were not the first of their mail. */
  retries: number;
  /** The relay takes nothing from us now; null: it does. */
  relayTrouble: { readonly reply: string; readonly until: Instant } | null;
}

export function noCounts(): DispatchCounts {
  return {
    due: 0,
    sent: 0,
    deferred: 0,
    dropped: 0,
    failed: 0,
    confirmations: 0,
    retries: 0,
    relayTrouble: null,
  };
}
