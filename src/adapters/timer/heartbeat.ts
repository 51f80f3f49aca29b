// Tells a monitor outside that rounds of reminders go well. When the calls stay away, it raises the alarm: nobody
// inside can tell that the whole machine is gone.

import type { Logger } from 'pino';

const LONGEST_CALL_MILLISECONDS = 10_000;

export interface Heartbeat {
  /** Calls the address, unless a call is under way. Returns at once; a failure stops nothing. */
  readonly beat: () => void;
  /** Gives up a call that is under way. */
  readonly stop: () => Promise<void>;
}

/** @param url called with GET; its host is logged, never its path, which may be a key */
export function startHeartbeat(
  url: string,
  logger: Pick<Logger, 'warn' | 'info'>,
  longestCall = LONGEST_CALL_MILLISECONDS,
): Heartbeat {
  const { host } = new URL(url);
  const stopped = new AbortController();
  let isFailing = false;
  let underWay: Promise<void> | null = null;

  async function call(): Promise<void> {
    const failure = await failureOf(url, AbortSignal.any([stopped.signal, AbortSignal.timeout(longestCall)]));
    if (stopped.signal.aborted) return;
    if (failure !== null && !isFailing) logger.warn({ host, failure }, 'the heartbeat is not heard');
    if (failure === null && isFailing) logger.info({ host }, 'the heartbeat is heard again');
    isFailing = failure !== null;
  }

  return {
    beat: () => {
      if (stopped.signal.aborted) return;
      underWay ??= call().finally(() => {
        underWay = null;
      });
    },
    stop: async () => {
      stopped.abort();
      await underWay;
    },
  };
}

/** Why it was not heard; null: it was. */
async function failureOf(url: string, signal: AbortSignal): Promise<string | null> {
  try {
    // Where it is said to have moved to is no address that the host gave.
    const answer = await fetch(url, { signal, redirect: 'manual' });
    await answer.body?.cancel();
    return answer.ok ? null : `it answers ${answer.status}`;
  } catch (error) {
    if (!(error instanceof Error)) return 'it cannot be reached';
    if (error.name === 'TimeoutError') return 'no answer came in time';
    const { cause } = error;
    return cause instanceof Error && 'code' in cause ? String(cause.code) : 'it cannot be reached';
  }
}
