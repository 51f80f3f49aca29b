// Turning requests away when more come than can be answered: an answer that says "come again" helps more than one
// that nobody waits for any longer.
//
// Plans are computed on the one thread that also takes requests, so what is too much shows in how late that thread
// gets to its timers. Node measures it (perf_hooks); the libraries for it have not been kept for years.

import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Guard, HttpContext } from './http-context.ts';
import { sendRefusal } from './refusals.ts';

const RESOLUTION_MILLISECONDS = 20;
const LOOK_EVERY_MILLISECONDS = 250;
const NANOSECONDS_IN_MILLISECOND = 1e6;

/** Longer than one long computation, shorter than people wait for a page. */
const LONGEST_DELAY_MILLISECONDS = 1_000;

const RETRY_AFTER_SECONDS = '5';

export interface LoadWatch {
  readonly isOverloaded: () => boolean;
  readonly stop: () => void;
}

/**
 * Watches how late this process gets to what is due. Half of what it says is the last look and half what was before,
 * so that a single long computation turns nobody away. Does not keep the process alive.
 */
export function watchLoad(longestDelay = LONGEST_DELAY_MILLISECONDS): LoadWatch {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MILLISECONDS });
  histogram.enable();
  let delay = 0;
  const timer = setInterval(() => {
    const latest = histogram.count === 0 ? 0 : histogram.mean / NANOSECONDS_IN_MILLISECOND;
    delay = (delay + latest) / 2;
    histogram.reset();
  }, LOOK_EVERY_MILLISECONDS).unref();
  return {
    isOverloaded: () => delay > longestDelay,
    stop: () => {
      clearInterval(timer);
      histogram.disable();
    },
  };
}

/** Refuses everything with 503 and `Retry-After` while `isOverloaded`. */
export function refuseOverload(context: HttpContext, isOverloaded: () => boolean): Guard {
  return (req, res, next) => {
    if (!isOverloaded()) return next();
    res.set('Retry-After', RETRY_AFTER_SECONDS);
    sendRefusal(context, req, res, 'overloaded');
  };
}
