// Who wants reminders of which plan, and whether they said so themselves.

import type { Locale } from '../domain/localized.ts';
import type { Instant } from './clock.ts';
import type { PlanReminder } from './reminder-ledger.ts';

export type SubscriptionState = 'pending' | 'confirmed' | 'unsubscribed' | 'bounced';

export interface Subscription {
  readonly id: string;
  readonly planId: string;
  readonly address: string;
  readonly state: SubscriptionState;
  readonly locale: Locale;
  readonly createdAt: Instant;
}

export interface SubscriptionLinks {
  readonly confirmHash: string;
  readonly unsubscribeHash: string;
}

export interface SubscriptionStore {
  /** Stores a new subscription. One a plan and address: a second one is not stored, and the first returned. */
  createOrFind(subscription: Subscription, links: SubscriptionLinks): Promise<Subscription>;
  findByConfirmHash(hash: string): Promise<Subscription | undefined>;
  findByUnsubscribeHash(hash: string): Promise<Subscription | undefined>;
  find(id: string): Promise<Subscription | undefined>;
  listOfPlan(planId: string): Promise<readonly Subscription[]>;
  /**
   * Sets it to confirmed and writes its reminders, in one transaction. Does nothing when it is not pending.
   *
   * @param planVersion the version of the plan that `reminders` were computed from
   * @returns false, and changes nothing, when the plan has another version by now: the reminders would be those
   *   of an old plan, so the caller computes them anew and asks again.
   */
  confirm(id: string, reminders: readonly PlanReminder[], planVersion: number): Promise<boolean>;
  /** Sets it to unsubscribed or bounced and withdraws what has not been sent, in one transaction. */
  close(id: string, state: 'unsubscribed' | 'bounced'): Promise<void>;
}
