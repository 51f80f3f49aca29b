// The machine's clock.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, Instant } from '../../ports/clock.ts';

export const systemClock: Clock = { now: () => Date.now() as Instant };

/** A clock that shows `instant` now and goes on from there, for a round of reminders as of another time. */
export function clockSetTo(instant: Instant): Clock {
  const ahead = instant - Date.now();
  return { now: () => (Date.now() + ahead) as Instant };
}

/** Resolves after so many milliseconds, or at once when the signal is aborted. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => {});
}
