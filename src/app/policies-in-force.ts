// The policies that a running server works with: read at start, and read anew when the files change. A set of files that
// brings a fault is refused as a whole, and what was in force stays in force.

import { isPlannable } from '../policies/policy.ts';
import type { BrokenPolicyFile, PolicyBook } from './policy-book.ts';
import { policyFingerprint } from './policy-fingerprint.ts';

export type Reread =
  | { readonly kind: 'unchanged' }
  /** Something is being written: the files are looked at once more before they are read. */
  | { readonly kind: 'unsettled' }
  | {
      readonly kind: 'refused';
      readonly faults: readonly BrokenPolicyFile[];
      /** Policies that plans may rest on and that are not there any more. */
      readonly missing: readonly string[];
    }
  /** Ids of the policies that say something else now, are new, or have gone. */
  | { readonly kind: 'changed'; readonly policies: readonly string[] };

export interface PoliciesInForce {
  readonly book: PolicyBook;
  /** Reads the files anew, at once. */
  readonly reread: () => Promise<Reread>;
  /**
   * Reads the files anew if they have changed since they were read last, and have stood still since the last look:
   * nobody reads a file that is half written.
   */
  readonly look: () => Promise<Reread>;
}

/** The policy files on the disk. */
export interface PolicyFiles {
  readonly read: () => Promise<PolicyBook>;
  /** A short text that changes when any of them may have changed; reads none of them. */
  readonly stamp: () => Promise<string>;
}

export async function readPoliciesInForce(files: PolicyFiles): Promise<PoliciesInForce> {
  let readAt = await files.stamp();
  let seenAt = readAt;
  let book = await files.read();
  const reread = async (): Promise<Reread> => {
    // Before the files: one that changes while they are read has another stamp at the next look.
    seenAt = readAt = await files.stamp();
    const next = await files.read();
    const faults = newFaults(book, next);
    const missing = missingPolicies(book, next);
    if (faults.length > 0 || missing.length > 0) return { kind: 'refused', faults, missing };
    const policies = changedPolicies(book, next);
    const isSame = policies.length === 0 && next.broken.length === book.broken.length;
    if (isSame) return { kind: 'unchanged' };
    book = next;
    return { kind: 'changed', policies };
  };
  return {
    get book() {
      return book;
    },
    reread,
    look: async () => {
      const stamp = await files.stamp();
      if (stamp === readAt) return { kind: 'unchanged' };
      const hasStoodStill = stamp === seenAt;
      seenAt = stamp;
      return hasStoodStill ? reread() : { kind: 'unsettled' };
    },
  };
}

/** A file that was left out at start with the same faults is nothing new. */
function newFaults(before: PolicyBook, after: PolicyBook): BrokenPolicyFile[] {
  const known = new Set(before.broken.map((broken) => JSON.stringify(broken)));
  return after.broken.filter((broken) => !known.has(JSON.stringify(broken)));
}

function missingPolicies(before: PolicyBook, after: PolicyBook): string[] {
  const plannable = [...before.policies.values()].filter(isPlannable).map(({ id }) => id);
  return plannable.filter((id) => {
    const policy = after.policies.get(id);
    return policy === undefined || !isPlannable(policy);
  });
}

function changedPolicies(before: PolicyBook, after: PolicyBook): string[] {
  const ids = new Set([...before.policies.keys(), ...after.policies.keys()]);
  const fingerprint = (book: PolicyBook, id: string) =>
    book.policies.has(id) ? policyFingerprint(book, id) : null;
  return [...ids].filter((id) => fingerprint(before, id) !== fingerprint(after, id)).toSorted();
}
