// Leases are short, so that what a dead process held is free again soon; while we live we renew them.

import type { Instant } from '../../ports/clock.ts';
import { type Lease, LONGEST_LEASE } from '../../ports/leases.ts';
import type { Dependencies } from '../dependencies.ts';

/** Milliseconds; the rest of the longest lease is for clocks that differ. */
const LEASE = LONGEST_LEASE - 5_000;
/** So often that two renewals may fail. */
const RENEW_EVERY = LEASE / 3;

export interface KeptLeases {
  /** A lease from now on. */
  readonly lease: () => Lease;
  /** Whether what was claimed under a lease is still ours: false when we were asleep for longer than it lasts. */
  readonly isOurs: (lease: Lease) => boolean;
  /** Ends renewing and lets go of everything. */
  readonly end: () => Promise<void>;
}

/** Frees what processes that are gone have held, and from then on renews what this one holds. */
export async function keepLeases({ clock, leases, thisProcess }: Dependencies): Promise<KeptLeases> {
  for (const holder of await leases.listHolders()) {
    if (thisProcess.isGone(holder)) await leases.release(holder);
  }
  const lease = () => ({ holder: thisProcess.id, until: (clock.now() + LEASE) as Instant });
  let renewed: Lease | null = null;
  let underWay = Promise.resolve();
  const renew = async () => {
    const next = lease();
    await leases.renew(next);
    renewed = next;
  };
  const timer = setInterval(() => {
    // A renewal that fails is a lease that ends: the mail goes out again from elsewhere, and is not lost.
    underWay = underWay.then(renew).catch(() => {});
  }, RENEW_EVERY);
  return {
    lease,
    isOurs: ({ until }) => clock.now() < Math.max(until, renewed?.until ?? until),
    async end() {
      clearInterval(timer);
      await underWay;
      await leases.release(thisProcess.id);
    },
  };
}
