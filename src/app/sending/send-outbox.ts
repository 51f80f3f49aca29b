// The outbox, sent: the most urgent mail first, each recorded before the next one leaves, so that a process that is
// killed repeats one mail at most.

import type { Instant } from '../../ports/clock.ts';
import type { Delivery } from '../../ports/mail-transport.ts';
import type { OutboxMail } from '../../ports/outbox.ts';
import type { Dependencies } from '../dependencies.ts';
import type { DispatchCounts } from './dispatch-counts.ts';
import type { KeptLeases } from './keep-leases.ts';
import { type MailRoad, readRoad, recordOnRoad, waitForPlace } from './mail-road.ts';
import { retryWait } from './pace.ts';

/** Claimed at a time when mails leave as fast as they go: many fewer than one lease can send. */
const BATCH = 25;

export interface Sending {
  readonly leases: KeptLeases;
  readonly counts: DispatchCounts;
  /** Aborted when the process is to end: what is under way is finished, nothing new begins. */
  readonly signal: AbortSignal;
}

/** Sends until nothing more may leave now; `halted`: more is there, and may not. */
export async function sendOutbox(
  dependencies: Dependencies,
  sending: Sending,
): Promise<'emptied' | 'halted'> {
  const { clock, outbox, pause } = dependencies;
  const { counts, leases, signal } = sending;
  while (!signal.aborted) {
    const now = clock.now();
    const road = await readRoad(dependencies, now);
    if (road.closed !== null) {
      counts.relayTrouble = road.closed;
      return 'halted';
    }
    const lease = leases.lease();
    const mails = await outbox.claimMails({
      now,
      lease,
      most: road.isNarrow ? 1 : BATCH,
      exceptDomains: road.closedDomains,
    });
    if (mails.length === 0) {
      if (road.nextOpening === null) return 'emptied';
      await pause(road.nextOpening - now, signal);
      continue;
    }
    const untried = await sendWhileOpen(dependencies, sending, mails, road, () => leases.isOurs(lease));
    await outbox.giveBack(untried, lease.holder);
  }
  return 'halted';
}

/** @returns the mails that were not tried, because their lane closed or time was up */
async function sendWhileOpen(
  dependencies: Dependencies,
  { counts, signal }: Sending,
  mails: readonly OutboxMail[],
  road: MailRoad,
  isOurs: () => boolean,
): Promise<readonly string[]> {
  const untried: string[] = [];
  const closedDomains = new Set<string>();
  let isClosed = false;
  for (const mail of mails) {
    if (!isClosed && !closedDomains.has(mail.domain)) await waitForPlace(dependencies, mail, signal);
    if (isClosed || closedDomains.has(mail.domain) || signal.aborted || !isOurs()) {
      untried.push(mail.id);
      continue;
    }
    const delivery = await dependencies.mailTransport.deliver(mail.message);
    await record(dependencies, mail, delivery, counts);
    await recordOnRoad(dependencies, road, mail, delivery);
    if (delivery.kind !== 'deferred') continue;
    if (delivery.concerns === 'relay') isClosed = true;
    if (delivery.concerns === 'domain') closedDomains.add(mail.domain);
  }
  return untried;
}

async function record(
  dependencies: Dependencies,
  mail: OutboxMail,
  delivery: Delivery,
  counts: DispatchCounts,
): Promise<void> {
  const { clock, outbox, subscriptionStore, thisProcess } = dependencies;
  const { id, reminderCount } = mail;
  counts.due += reminderCount;
  if (mail.attempts > 1) counts.retries += 1;
  switch (delivery.kind) {
    case 'accepted':
      await outbox.recordSent(id, delivery.reply, clock.now());
      counts.sent += reminderCount;
      if (mail.kind === 'confirm') counts.confirmations += 1;
      return;
    case 'refused':
      await outbox.recordFailed(id, delivery.reply);
      // Only a recipient who can never be reached ends the subscription; a relay that refuses us does not.
      await subscriptionStore.close(mail.subscriptionId, 'bounced');
      counts.failed += reminderCount;
      return;
    case 'deferred': {
      const nextTryAt = (clock.now() + retryWait(id, mail.attempts)) as Instant;
      await outbox.recordDeferred(id, thisProcess.id, delivery.reply, nextTryAt);
      counts.deferred += reminderCount;
    }
  }
}
