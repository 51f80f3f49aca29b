// What every calendar that leaves the server has: an identity, an entity tag, the time of its last change.

import { createHash } from 'node:crypto';
import type { Plan } from '../domain/plan.ts';
import type { Instant } from '../ports/clock.ts';
import type { StoredPlan } from '../ports/plan-store.ts';
import type { CalendarFile } from './lastbus.ts';
import { dayAt, instantOf } from './zoned-time.ts';

const ID_DIGITS = 20;

/** An identifier that tells nothing of what it is made from, and is always the same for it. */
export function calendarIdOf(seed: string): string {
  return createHash('sha256').update(`calendar\n${seed}`).digest('hex').slice(0, ID_DIGITS);
}

/**
 * The stamp and number of what a stored plan's calendar says on the plan's own day. The days of its entries can
 * move from one day to the next without a change of the plan, so both rise with the day as well: a client never
 * sees two contents under one number.
 */
export function revisionOf({ asOf, policy }: Plan, stored: StoredPlan): { stamp: Instant; sequence: number } {
  const startOfDay = instantOf(asOf, '00:00', policy.zone);
  const daysSinceCreation = Math.max(0, asOf - dayAt(stored.createdAt, policy.zone));
  return {
    stamp: Math.max(stored.changedAt, startOfDay) as Instant,
    sequence: stored.version - 1 + daysSinceCreation,
  };
}

/** The content with a strong entity tag: the same bytes, the same tag. */
export function calendarFile(content: string, changedAt: Instant): CalendarFile {
  const etag = `"${createHash('sha256').update(content).digest('base64url')}"`;
  return { content, etag, changedAt: new Date(changedAt) };
}
