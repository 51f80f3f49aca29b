// Where the calendar of each plan is kept as subscribers have it: what stands in which entry, since when, and what
// fell away. A calendar program takes an entry for changed when its number rises, and keeps what is not there any more.

import type { Day } from '../domain/day.ts';
import type { Instant } from './clock.ts';

/** What an entry says. */
export interface EntryContent {
  /** The part of its identifier that is its own: no date, the same for ever. */
  readonly name: string;
  readonly day: Day;
  readonly summary: string;
  readonly description: string;
  /** Where the plan can be seen; null: no link. */
  readonly url: string | null;
  /** Whole seconds before the day begins, the most important first. */
  readonly alarms: readonly { readonly secondsBefore: number; readonly text: string }[];
}

/** An entry as it was last published. */
export interface CalendarEvent extends EntryContent {
  /** From 0; one more with each change of the entry, and only then. */
  readonly sequence: number;
  /** When it was last changed. */
  readonly changedAt: Instant;
  /** The day on which it fell away; null: it stands. */
  readonly cancelledOn: Day | null;
}

/** The feed of a plan as it was last published. */
export interface PublishedFeed {
  readonly planId: string;
  /** Of everything that the feed is made of but the day: as long as it is the same, only time passes. */
  readonly key: string;
  /** Of everything that moves entries: the key, the route, whether there still is a way. */
  readonly basis: string;
  /** The day for which it was published, in the policy's zone. */
  readonly day: Day;
  readonly content: string;
  /** RFC 9110 entity tag of `content`, quotes included. */
  readonly etag: string;
  /** When `content` last changed. */
  readonly changedAt: Instant;
  /** From 1; one more with every publication. */
  readonly revision: number;
}

export interface CalendarStore {
  findFeed(planId: string): Promise<PublishedFeed | undefined>;
  /** Every entry that was ever published and not dropped since, in the order of the feed; those that fell away last. */
  findEvents(planId: string): Promise<readonly CalendarEvent[]>;
  /**
   * Replaces the feed and all its entries at once.
   *
   * @returns false, and changes nothing, when the stored revision is not `feed.revision - 1` (0: none), or when the
   *   plan is gone: somebody else published it, or deleted it, meanwhile.
   */
  publish(feed: PublishedFeed, events: readonly CalendarEvent[]): Promise<boolean>;
}
