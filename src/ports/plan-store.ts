// Where plans are kept. A stored plan is its case, not its dates: dates are computed anew for each day.

import type { Locale } from '../domain/localized.ts';
import type { Instant } from './clock.ts';
import type { PlanReminder } from './reminder-ledger.ts';

/** What a secret link opens. `edit` may change the plan; `view` and `feed` only show it. */
export type PlanLinkKind = 'edit' | 'view' | 'feed';

export interface StoredPlan {
  /** Made by us, never shown: links carry tokens. */
  readonly id: string;
  /** The case as JSON (contracts.md §3), without `asOf`. */
  readonly caseJson: string;
  readonly policyId: string;
  readonly locale: Locale;
  /** From 1; one more with every change. */
  readonly version: number;
  /** How often the links of each kind were given out anew, from 1: what was given out before opens nothing. */
  readonly editGeneration: number;
  readonly viewGeneration: number;
  readonly feedGeneration: number;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
}

export interface LinkHash {
  readonly kind: PlanLinkKind;
  readonly hash: string;
}

/** A link that takes the place of the one of its kind. */
export interface RenewedLink extends LinkHash {
  /** One more than the plan's generation of that kind. */
  readonly generation: number;
}

export interface PlanStore {
  /** Stores a new plan with the hashes of its links. */
  create(plan: StoredPlan, links: readonly LinkHash[]): Promise<void>;
  /** The plan that a link opens; undefined for unknown and revoked links alike. */
  findByLink(link: LinkHash): Promise<StoredPlan | undefined>;
  find(planId: string): Promise<StoredPlan | undefined>;
  /**
   * Replaces the plan and its unsent reminders in one transaction, for whoever is confirmed at that moment:
   * those of `reminders` that are not there yet are added, unsent ones are moved to their new times, unsent ones
   * that `reminders` does not name are withdrawn (until they are named again), and sent and dropped ones stay.
   * A reminder that is in a mail already stays with it. The links stay as they are stored, whatever `plan` says of
   * their generations: somebody may have renewed them since it was read.
   *
   * @returns false, and changes nothing, when the stored version is not `plan.version - 1`.
   */
  replace(plan: StoredPlan, reminders: readonly PlanReminder[]): Promise<boolean>;
  /**
   * Gives out links anew, all of them or none: what was given out before of their kinds opens nothing from then on.
   * The plan's version stays, for the plan itself is the same.
   *
   * @returns false, and changes nothing, when one of the generations does not follow the stored one.
   */
  renewLinks(planId: string, links: readonly RenewedLink[]): Promise<boolean>;
  /** Removes the plan and every trace of it: links, subscriptions, reminders, mails. */
  remove(planId: string): Promise<void>;
}
