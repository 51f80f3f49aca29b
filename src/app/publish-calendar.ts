// A stored plan → its calendar as subscribers have it: rendered once for each version and day, then served from
// storage; its entries keep their identity, their number and, while only time passes, their day.

import { createHash } from 'node:crypto';
import type { Day } from '../domain/day.ts';
import { type Plan, recommendedRouteOf } from '../domain/plan.ts';
import { composeEntries } from '../emitters/calendar/compose-entries.ts';
import { type CalendarKind, renderEvents } from '../emitters/calendar/render-calendar.ts';
import { wordsOf } from '../emitters/wording/wording.ts';
import type { CalendarEvent, PublishedFeed } from '../ports/calendar-store.ts';
import type { StoredPlan } from '../ports/plan-store.ts';
import { calendarFile, etagOf, identityOf } from './calendar-file.ts';
import { reviseCalendar } from './calendar-history.ts';
import { CaseDoesNotFit } from './case-does-not-fit.ts';
import type { Dependencies } from './dependencies.ts';
import type { CalendarFile } from './lastbus.ts';
import { planOfStored, tokensOf, viewUrlOf } from './open-plan.ts';
import { policyFingerprint } from './policy-fingerprint.ts';
import { hashOfToken } from './secret-links.ts';
import { todayIn } from './zoned-time.ts';

/** The calendar behind a feed token; undefined for unknown and revoked tokens alike. */
export async function publishCalendar(
  dependencies: Dependencies,
  feedToken: string,
  kind: CalendarKind,
): Promise<CalendarFile | undefined> {
  const stored = await planOfFeed(dependencies, feedToken);
  if (stored === undefined) return undefined;
  const current = await currentFeed(dependencies, stored);
  if (current === undefined) return undefined;
  const { content, etag, changedAt } = current;
  if (kind === 'feed') return { content, etag, changedAt: new Date(changedAt) };
  return fileOf(dependencies, stored, await storedEvents(dependencies, stored));
}

/** A file with one entry of the calendar behind a feed token; undefined for an unknown token or entry. */
export async function publishEntry(
  dependencies: Dependencies,
  feedToken: string,
  entryName: string,
): Promise<CalendarFile | undefined> {
  const stored = await planOfFeed(dependencies, feedToken);
  if (stored === undefined) return undefined;
  const events = await standingEvents(dependencies, stored);
  const event = events.find(({ name }) => name === entryName);
  return event && fileOf(dependencies, stored, [event]);
}

/** The entries of a stored plan's calendar that stand, as they are published now. */
export async function standingEvents(
  dependencies: Dependencies,
  stored: StoredPlan,
): Promise<readonly CalendarEvent[]> {
  await currentFeed(dependencies, stored);
  return storedEvents(dependencies, stored);
}

/** Those that stand, as they were published last. */
async function storedEvents(
  { calendarStore }: Dependencies,
  { id }: StoredPlan,
): Promise<readonly CalendarEvent[]> {
  const events = await calendarStore.findEvents(id);
  return events.filter(({ cancelledOn }) => cancelledOn === null);
}

async function planOfFeed({ planStore }: Dependencies, feedToken: string): Promise<StoredPlan | undefined> {
  const hash = hashOfToken(feedToken);
  return hash === null ? undefined : planStore.findByLink({ kind: 'feed', hash });
}

function fileOf(
  dependencies: Dependencies,
  stored: StoredPlan,
  events: readonly CalendarEvent[],
): CalendarFile {
  const policy = policyOf(dependencies, stored);
  const today = todayIn(dependencies.clock)(policy.zone);
  const content = renderEvents(policy.title, events, today, identityOf(dependencies, stored, 'file'));
  return calendarFile(
    content,
    Math.max(...events.map(({ changedAt }) => changedAt)) as PublishedFeed['changedAt'],
  );
}

/** How often a publication is tried again that somebody else was faster with. */
const MOST_TRIES = 5;

/** The feed as it stands today: the stored one, or a new publication of it; undefined when the plan is gone. */
async function currentFeed(
  dependencies: Dependencies,
  stored: StoredPlan,
): Promise<PublishedFeed | undefined> {
  const { book, calendarStore, clock, planStore } = dependencies;
  const policy = book.policies.get(stored.policyId);
  // The policy has gone from this server: subscribers keep what they have.
  if (policy === undefined) return calendarStore.findFeed(stored.id);
  const day = todayIn(clock)(policy.zone);
  const key = keyOf(dependencies, stored);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const known = await calendarStore.findFeed(stored.id);
    // A process whose clock is behind must not take back what another one published for the next day.
    if (known !== undefined && known.key === key && known.day >= day) return known;
    const next = await nextFeed(dependencies, stored, known, { key, day }).catch(unlessMisfit);
    // Where no plan can be made now, subscribers keep what they have; its owner is asked for what is missing.
    if (next === null) return known;
    const { feed, events } = next;
    if (await calendarStore.publish(feed, events)) return feed;
    if ((await planStore.find(stored.id)) === undefined) return undefined;
  }
  throw new Error(`the calendar of the plan ${stored.id} could not be published: somebody else always was`);
}

function unlessMisfit(error: unknown): null {
  if (error instanceof CaseDoesNotFit) return null;
  throw error;
}

async function nextFeed(
  dependencies: Dependencies,
  stored: StoredPlan,
  known: PublishedFeed | undefined,
  { key, day }: { readonly key: string; readonly day: Day },
): Promise<{ feed: PublishedFeed; events: readonly CalendarEvent[] }> {
  const { calendarStore, clock } = dependencies;
  const plan = planOfStored(dependencies, stored, null);
  const basis = basisOf(plan, key);
  const words = wordsOf(stored.locale).calendar;
  const viewUrl = viewUrlOf(dependencies, stored);
  const now = clock.now();
  const history = known === undefined ? [] : await calendarStore.findEvents(stored.id);
  const events = reviseCalendar(history, composeEntries(plan, stored.locale, viewUrl), {
    today: day,
    now,
    onlyTimePassed: known?.basis === basis,
    cancelledTitle: words.cancelled,
  });
  const content = renderEvents(plan.policy.title, events, day, identityOf(dependencies, stored, 'feed'));
  const changedAt = known?.content === content ? known.changedAt : now;
  const revision = (known?.revision ?? 0) + 1;
  return {
    feed: { planId: stored.id, key, basis, day, content, etag: etagOf(content), changedAt, revision },
    events,
  };
}

/** Everything that a feed is made of but the day. */
function keyOf(dependencies: Dependencies, stored: StoredPlan): string {
  const { view } = tokensOf(dependencies, stored, false);
  const fingerprint = policyFingerprint(dependencies.book, stored.policyId);
  return hashOf([stored.version, stored.locale, fingerprint, dependencies.publicUrl, view]);
}

/** The route and whether there still is a way: when they change by themselves, the entries follow. */
function basisOf(plan: Plan, key: string): string {
  return hashOf([key, recommendedRouteOf(plan)?.id, plan.verdict === 'too-late']);
}

function policyOf({ book }: Dependencies, { policyId }: StoredPlan) {
  const policy = book.policies.get(policyId);
  if (policy === undefined) throw new Error(`a stored plan names the policy ${policyId}, which is not there`);
  return policy;
}

function hashOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
