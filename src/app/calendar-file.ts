// What every calendar that leaves the server has: an identity, an entity tag, the time of its last change.

import { createHash } from 'node:crypto';
import type { CalendarIdentity, CalendarKind } from '../emitters/calendar/render-calendar.ts';
import type { Instant } from '../ports/clock.ts';
import type { StoredPlan } from '../ports/plan-store.ts';
import { type Dependencies, hostOf } from './dependencies.ts';
import type { CalendarFile } from './lastbus.ts';

const ID_DIGITS = 20;

/** An identifier that tells nothing of what it is made from, and is always the same for it. */
export function calendarIdOf(seed: string): string {
  return createHash('sha256').update(`calendar\n${seed}`).digest('hex').slice(0, ID_DIGITS);
}

/** Who the calendar of a stored plan is: the same in the feed, in a file and along with a mail. */
export function identityOf(
  dependencies: Pick<Dependencies, 'publicUrl'>,
  { id, locale }: Pick<StoredPlan, 'id' | 'locale'>,
  kind: CalendarKind,
): CalendarIdentity {
  return { kind, locale, calendarId: calendarIdOf(id), host: hostOf(dependencies) };
}

/** A strong entity tag (RFC 9110): the same bytes, the same tag. */
export function etagOf(content: string): string {
  return `"${createHash('sha256').update(content).digest('base64url')}"`;
}

/** The content with a strong entity tag: the same bytes, the same tag. */
export function calendarFile(content: string, changedAt: Instant): CalendarFile {
  return { content, etag: etagOf(content), changedAt: new Date(changedAt) };
}
