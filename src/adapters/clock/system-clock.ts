// The machine's clock.

import type { Clock, Instant } from '../../ports/clock.ts';

export const systemClock: Clock = { now: () => Date.now() as Instant };

/** A clock that stands still, for a round of reminders as of a given instant. */
export function stoppedClock(instant: Instant): Clock {
  return { now: () => instant };
}
