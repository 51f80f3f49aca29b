// Requests begin one after the other, and are turned away when more come than can be answered: an answer that says
// "come again" helps more than one that nobody waits for any longer.
//
// Plans are computed on the one thread that also takes requests. Were all that came together begun together, that thread
// would get to nothing else until the last of them is planned: not to checks of health, not to its clocks. So one begins in
// each turn of Node's loop, and the others wait; how long they have waited says how much is too much. The libraries for it
// look at the delay of the loop, which says so only when it is too late, and have not been kept for years.

import type { Guard, HttpContext } from './http-context.ts';
import { sendRefusal } from './refusals.ts';

/** Longer than a burst of visitors takes, shorter than people wait for a page. */
const LONGEST_WAIT_MILLISECONDS = 2_000;

const RETRY_AFTER_SECONDS = '5';

/** Calls one of the two when it is the turn of this request: it begins, or it has waited too long. */
export type TakeTurn = (begin: () => void, refuse: () => void) => void;

interface Waiting {
  readonly begin: () => void;
  readonly refuse: () => void;
  readonly since: number;
}

/**
 * Turns in the order of coming: the first at once, each of those that come meanwhile in a turn of the loop of its own.
 *
 * @param longestWait milliseconds after which a request is refused when its turn comes
 * @param now a clock that only goes forward, in milliseconds
 */
export function inTurns(
  longestWait = LONGEST_WAIT_MILLISECONDS,
  now: () => number = () => performance.now(),
): TakeTurn {
  const waiting: Waiting[] = [];
  let isTaken = false;
  const passOn = () => {
    const next = waiting.shift();
    if (next === undefined) {
      isTaken = false;
      return;
    }
    setImmediate(passOn);
    if (now() - next.since > longestWait) next.refuse();
    else next.begin();
  };
  return (begin, refuse) => {
    if (isTaken) return void waiting.push({ begin, refuse, since: now() });
    isTaken = true;
    setImmediate(passOn);
    begin();
  };
}

/** Lets each request through when its turn comes, or refuses it with 503 and `Retry-After`. */
export function waitForTurn(context: HttpContext, takeTurn: TakeTurn): Guard {
  return (req, res, next) =>
    takeTurn(
      () => {
        // Who has gone away while waiting gets nothing computed.
        if (!res.closed) next();
      },
      () => {
        res.set('Retry-After', RETRY_AFTER_SECONDS);
        sendRefusal(context, req, res, 'overloaded');
      },
    );
}
