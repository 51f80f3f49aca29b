// Where rosters are kept. A person of a roster is a stored plan like any other, known to HR by its own key.

import type { Locale } from '../domain/localized.ts';
import type { Instant } from './clock.ts';
import type { LinkHash, StoredPlan } from './plan-store.ts';

/** What a secret link opens: `edit` may change the roster, `view` and `feed` only show it. */
export type RosterLinkKind = 'edit' | 'view' | 'feed';

export interface RosterLinkHash {
  readonly kind: RosterLinkKind;
  readonly hash: string;
}

/** A link that takes the place of the one of its kind. */
export interface RenewedRosterLink extends RosterLinkHash {
  /** One more than the roster's generation of that kind. */
  readonly generation: number;
}

export interface StoredRoster {
  /** Made by us, never shown: links carry tokens. */
  readonly id: string;
  readonly policyId: string;
  /** How HR calls it; may be empty. */
  readonly title: string;
  /** What HR can do on a day and when it is off, as it was typed; empty: nobody said. */
  readonly capacity: string;
  readonly daysOff: string;
  readonly locale: Locale;
  /** How often the links of each kind were given out anew, from 1: what was given out before opens nothing. */
  readonly editGeneration: number;
  readonly viewGeneration: number;
  readonly feedGeneration: number;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
}

/** What HR's file says of a person. */
export interface PersonRow {
  /** HR's own key as it is written, and in the form in which two are compared: one of it a roster. */
  readonly ref: string;
  readonly refKey: string;
  /** Of the file that named it last, from 1. */
  readonly line: number;
  /** The row of that file as JSON: by it a later file tells what HR has changed from what others have noted since. */
  readonly uploadedJson: string;
}

export interface RosterPerson extends PersonRow {
  /** Null: whoever it is of has deleted it. */
  readonly plan: StoredPlan | null;
}

export interface NewPerson extends PersonRow {
  readonly plan: StoredPlan;
  readonly links: readonly LinkHash[];
}

export interface RosterStore {
  /** Stores a new roster with the hashes of its links and its people's plans, in one transaction. */
  create(roster: StoredRoster, links: readonly RosterLinkHash[], people: readonly NewPerson[]): Promise<void>;
  /** The roster that a link opens; undefined for unknown and revoked links alike. */
  findByLink(link: RosterLinkHash): Promise<StoredRoster | undefined>;
  find(rosterId: string): Promise<StoredRoster | undefined>;
  /** In the order of the last file that named each. */
  listPeople(rosterId: string): Promise<readonly RosterPerson[]>;
  /** The roster that a plan belongs to; undefined: none. */
  findOfPlan(planId: string): Promise<StoredRoster | undefined>;
  /**
   * Adds people, and keeps what the file says of those who are there; in one transaction. Who is there and has deleted
   * their plan gets the new one; who has a plan keeps it, and the new one is not stored.
   *
   * @returns false, and stores nothing, when the roster is gone
   */
  upload(
    rosterId: string,
    added: readonly NewPerson[],
    known: readonly PersonRow[],
    now: Instant,
  ): Promise<boolean>;
  /** Changes what HR says of the roster itself. */
  change(
    rosterId: string,
    changes: Pick<StoredRoster, 'title' | 'capacity' | 'daysOff'>,
    now: Instant,
  ): Promise<void>;
  /** Takes people out, with their plans and every trace of them. */
  removePeople(rosterId: string, refKeys: readonly string[]): Promise<void>;
  /**
   * Gives out links anew, all of them or none; see `PlanStore.renewLinks`.
   *
   * @returns false, and changes nothing, when one of the generations does not follow the stored one.
   */
  renewLinks(rosterId: string, links: readonly RenewedRosterLink[]): Promise<boolean>;
  /** Removes the roster, its people's plans and every trace of them. */
  remove(rosterId: string): Promise<void>;
}
