// Wakes the dispatcher. Only wakes it: what is due is decided by the ledger, so a missed or a doubled tick does
// no harm. node-cron (ISC) because a pattern says when in one line.

import { schedule } from 'node-cron';

/** Every five seconds: what a process that died held is sent on soon after its lease has ended. */
const PATTERN = '*/5 * * * * *';

export interface ReminderTimer {
  /** Asks for a round soon: at once, or right after the one under way. */
  readonly wake: () => void;
  /** No round begins any more; resolves when the one under way has ended. */
  readonly stop: () => Promise<void>;
}

/**
 * Runs `round` every five seconds and whenever it is woken, never two at a time.
 *
 * @param onFault told of a round that failed; the next one comes all the same.
 */
export function startReminderTimer(
  round: () => Promise<unknown>,
  onFault: (error: unknown) => void,
): ReminderTimer {
  let isStopped = false;
  let isWanted = false;
  let underWay: Promise<void> | null = null;
  const run = async () => {
    while (isWanted && !isStopped) {
      isWanted = false;
      try {
        await round();
      } catch (error) {
        onFault(error);
      }
    }
    underWay = null;
  };
  const wake = () => {
    isWanted = true;
    if (!isStopped) underWay ??= run();
  };
  // It would tell of a missed tick on standard output, in lines that are not those of the log.
  const task = schedule(PATTERN, wake, { suppressMissedWarning: true });
  wake();
  return {
    wake,
    stop: async () => {
      isStopped = true;
      await task.destroy();
      await underWay;
    },
  };
}
