// Where plans are kept. A stored plan is its case, not its dates: dates are computed anew for each day.

import type { Day } from '../domain/day.ts';
import type { Locale } from '../domain/localized.ts';
import type { PlanCause } from '../domain/plan-cause.ts';
import type { PlanDigest } from '../domain/plan-digest.ts';
import type { Instant } from './clock.ts';
import type { PlanReminder } from './reminder-ledger.ts';

/**
 * What a secret link opens. `edit` may change the plan; `view` and `feed` only show it; `step` shows and marks the
 * employer's step, and nothing else of the plan.
 */
export type PlanLinkKind = 'edit' | 'view' | 'feed' | 'step';

export interface StoredPlan {
  /** Made by us, never shown: links carry tokens. */
  readonly id: string;
  /** The case as JSON (contracts.md §3), without `asOf`. */
  readonly caseJson: string;
  readonly policyId: string;
  /** Of the policy that it was last planned with; null: nobody wrote it down. */
  readonly policyFingerprint: string | null;
  readonly locale: Locale;
  /** From 1; one more with every change. */
  readonly version: number;
  /** How often the links of each kind were given out anew, from 1: what was given out before opens nothing. */
  readonly editGeneration: number;
  readonly viewGeneration: number;
  readonly feedGeneration: number;
  /** 0: none of that kind was given out yet. */
  readonly stepGeneration: number;
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

/** What a version of a plan said, and why it says something else than the one before. */
export interface RevisionRecord {
  /** On the day on which it was made; null: no plan could be made, or nobody wrote it down. */
  readonly said: PlanDigest | null;
  /** What the version before would have said on that same day: what has moved since is not the work of time. */
  readonly saidBefore: PlanDigest | null;
  /** Beside what the policy says now: that is told by the fingerprints of two versions. */
  readonly causes: readonly PlanCause[];
}

export interface PlanRevision extends RevisionRecord {
  readonly version: number;
  readonly changedAt: Instant;
  /** Of the policy that it was planned with; null: nobody wrote it down. */
  readonly policyFingerprint: string | null;
}

/** That subscribers are to be told of a new version. */
export interface ChangeNotice {
  /** When it can go out, the first that is free counts: somebody gets one of these a morning at most. */
  readonly occasions: readonly { readonly day: Day; readonly sendAt: Instant }[];
  readonly staleAt: Instant;
  /** What is tightest goes first. */
  readonly floatWorkingDays: number;
}

/** A new version: what it says, and whom to tell. */
export interface PlanChange {
  readonly record: RevisionRecord;
  /** Null: nothing has moved that somebody must be told of. */
  readonly notice: ChangeNotice | null;
}

export interface PlanStore {
  /** Stores a new plan with the hashes of its links. @param said left out: nobody wrote it down. */
  create(plan: StoredPlan, links: readonly LinkHash[], said?: PlanDigest): Promise<void>;
  /** The plan that a link opens; undefined for unknown and revoked links alike. */
  findByLink(link: LinkHash): Promise<StoredPlan | undefined>;
  find(planId: string): Promise<StoredPlan | undefined>;
  /**
   * Replaces the plan and its unsent reminders in one transaction, for whoever is confirmed at that moment; of the
   * employer only the employer's steps count. Those of `reminders` that are not there yet are added, unsent ones are moved to their new times, unsent ones
   * that `reminders` does not name are withdrawn (until they are named again), and sent and dropped ones stay.
   * A reminder that is in a mail already stays with it. The links stay as they are stored, whatever `plan` says of
   * their generations: somebody may have renewed them since it was read.
   *
   * With a notice, each of them but the employer is reminded that the plan changed. One who is still to be told of an
   * earlier change is told of both at once, from what the plan said before the first of them; that stays so without a
   * notice.
   *
   * @param change left out: nobody wrote down what it says, and nobody is told.
   * @returns false, and changes nothing, when the stored version is not `plan.version - 1`.
   */
  replace(plan: StoredPlan, reminders: readonly PlanReminder[], change?: PlanChange): Promise<boolean>;
  /** The versions after `version`, the newest first, `limit` at most. */
  listRevisions(planId: string, version: number, limit: number): Promise<readonly PlanRevision[]>;
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
