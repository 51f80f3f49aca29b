// What the policies said and say: each edition is kept, so that the clause that changed can be told when its file is long
// another one, by any process; and of each policy which edition is in force for all processes on one database.

import type { Instant } from './clock.ts';

/** A policy with everything laid over it, and its working calendar, as they stood at one time. */
export interface PolicyEdition {
  /** Of both; the same for the same. */
  readonly fingerprint: string;
  readonly policyId: string;
  /** The value of the policy's files together. */
  readonly policy: unknown;
  /** The value of the calendar's file. */
  readonly calendar: unknown;
}

export interface PolicyEditionStore {
  /** Keeps the editions, and puts them in force: whoever read the files last decides for all processes. */
  putInForce(editions: readonly PolicyEdition[], now: Instant): Promise<void>;
  find(fingerprint: string): Promise<PolicyEdition | undefined>;
}
