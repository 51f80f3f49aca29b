// The way of a mail over its lanes: whether it may leave now, its place in the row, and what a failure closes.

import type { Instant } from '../../ports/clock.ts';
import type { MailLane } from '../../ports/mail-lanes.ts';
import type { Delivery } from '../../ports/mail-transport.ts';
import type { OutboxMail } from '../../ports/outbox.ts';
import type { Dependencies } from '../dependencies.ts';
import { intervalOf, pauseAfter } from './pace.ts';

export interface MailRoad {
  /** The relay takes nothing before; null: it does now. */
  readonly closed: { readonly until: Instant; readonly reply: string } | null;
  /** Domains to which nothing goes at this moment. */
  readonly closedDomains: readonly string[];
  /** When the next of them opens again for having had its mail of the moment; null: none does so soon. */
  readonly nextOpening: Instant | null;
  /** Whether mails go one by one: a rate is kept, or the relay has just failed and is tried with one. */
  readonly isNarrow: boolean;
  /** Failures in a row of a lane. */
  readonly strikesOf: (lane: string) => number;
}

const DOMAIN = 'domain:';

export async function readRoad(dependencies: Dependencies, now: Instant): Promise<MailRoad> {
  const { mailLanes, mailPace } = dependencies;
  const busy = await mailLanes.listBusy(now);
  const strikesOf = (lane: string) => busy.find(({ name }) => name === lane)?.strikes ?? 0;
  const ownLane = relayLane(dependencies);
  const relay = busy.find(({ name }) => name === ownLane);
  const closed = busy.filter(({ name }) => name.startsWith(DOMAIN)).filter((lane) => opensAt(lane) > now);
  const openings = closed.filter(({ pausedUntil }) => pausedUntil <= now).map(({ nextFreeAt }) => nextFreeAt);
  return {
    closed:
      relay === undefined || relay.pausedUntil <= now
        ? null
        : { until: relay.pausedUntil, reply: relay.lastReply ?? '' },
    closedDomains: closed.map(({ name }) => name.slice(DOMAIN.length)),
    nextOpening: openings.length === 0 ? null : (Math.min(...openings) as Instant),
    isNarrow: mailPace.relayPerSecond !== null || mailPace.domainPerSecond !== null || strikesOf(ownLane) > 0,
    strikesOf,
  };
}

/** Waits for the mail's place in the row; the rates are kept over all processes. */
export async function waitForPlace(
  dependencies: Dependencies,
  { domain }: OutboxMail,
  signal: AbortSignal,
): Promise<void> {
  const { clock, mailLanes, mailPace, pause } = dependencies;
  const rates = [
    [`${DOMAIN}${domain}`, mailPace.domainPerSecond],
    [relayLane(dependencies), mailPace.relayPerSecond],
  ] as const;
  for (const [lane, perSecond] of rates) {
    if (perSecond === null) continue;
    const place = await mailLanes.takePlace(lane, clock.now(), intervalOf(perSecond));
    const wait = place - clock.now();
    if (wait > 0) await pause(wait, signal);
  }
}

/** Closes the lane that a failure is about, for longer with every failure in a row; a mail that went through opens it. */
export async function recordOnRoad(
  dependencies: Dependencies,
  road: MailRoad,
  { domain }: OutboxMail,
  delivery: Delivery,
): Promise<void> {
  const { clock, mailLanes } = dependencies;
  const relay = relayLane(dependencies);
  const lanes = { relay, domain: `${DOMAIN}${domain}` };
  if (delivery.kind === 'deferred') {
    if (delivery.concerns === 'mail') return;
    const lane = lanes[delivery.concerns];
    const until = (clock.now() + pauseAfter(lane, road.strikesOf(lane) + 1)) as Instant;
    await mailLanes.pause(lane, until, delivery.reply);
    return;
  }
  for (const lane of Object.values(lanes)) if (road.strikesOf(lane) > 0) await mailLanes.reopen(lane);
}

function relayLane({ mailTransport }: Dependencies): string {
  return `relay:${mailTransport.relay}`;
}

function opensAt({ nextFreeAt, pausedUntil }: MailLane): Instant {
  return Math.max(nextFreeAt, pausedUntil) as Instant;
}
