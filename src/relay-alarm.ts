// Tells whoever reads the log that the relay takes no mails, and that it does again: once each. Part of main.

import type { Logger } from 'pino';
import type { DispatchCounts } from './app/sending/dispatch-counts.ts';

/** To be told after every round. */
export function relayAlarm(
  logger: Pick<Logger, 'error' | 'info'>,
): (trouble: DispatchCounts['relayTrouble']) => void {
  let isInTrouble = false;
  return (trouble) => {
    if (trouble !== null && !isInTrouble) {
      const until = new Date(trouble.until).toISOString();
      logger.error(
        { reply: trouble.reply, until },
        'the mail relay takes nothing; mails wait and are tried again',
      );
    }
    if (trouble === null && isInTrouble) logger.info('the mail relay takes mails again');
    isInTrouble = trouble !== null;
  };
}
