// One round of the reminder clock: what is due becomes mails in the outbox, and the outbox is sent.

import type { Dependencies } from './dependencies.ts';
import { type DispatchCounts, noCounts } from './sending/dispatch-counts.ts';
import { fillOutbox } from './sending/fill-outbox.ts';
import { keepLeases } from './sending/keep-leases.ts';
import { sendOutbox } from './sending/send-outbox.ts';

/**
 * Sends what is due and unsent, once. Selects by "due and not sent", never by "due in this minute", so a round
 * that was missed is harmless. A mail is stored before it is first tried. While the relay takes nothing no mail is
 * written either: what is written later says what is known then.
 *
 * @param signal aborted: the round ends after what is under way, and lets go of the rest
 */
export async function dispatchReminders(
  dependencies: Dependencies,
  signal: AbortSignal = new AbortController().signal,
): Promise<DispatchCounts> {
  const { clock, outbox } = dependencies;
  const counts = noCounts();
  const leases = await keepLeases(dependencies);
  try {
    const stale = await outbox.dropStaleMails(clock.now(), 'came too late: could not be sent in time');
    counts.due += stale;
    counts.dropped += stale;
    const sending = { leases, counts, signal };
    while ((await sendOutbox(dependencies, sending)) === 'emptied') {
      if (!(await fillOutbox(dependencies, sending))) break;
    }
    return counts;
  } finally {
    await leases.end();
  }
}
