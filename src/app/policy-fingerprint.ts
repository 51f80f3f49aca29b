// Whether a policy and its calendar still say what they said: a short text that changes with anything that a plan is
// made of beside its case.

import { createHash } from 'node:crypto';
import type { PolicyBook } from './policy-book.ts';

/** A book never changes: each of its policies has one fingerprint. */
const KNOWN = new WeakMap<PolicyBook, Map<string, string>>();

/** The fingerprint of a policy with everything laid over it, and of its working calendar. */
export function policyFingerprint(book: PolicyBook, id: string): string {
  const known = KNOWN.get(book) ?? new Map<string, string>();
  KNOWN.set(book, known);
  const fingerprint = known.get(id) ?? newFingerprint(book, id);
  known.set(id, fingerprint);
  return fingerprint;
}

function newFingerprint({ policies, texts, calendars }: PolicyBook, id: string): string {
  const calendar = calendars.get(policies.get(id)?.calendar ?? '');
  const said = [texts.get(id)?.value, calendar?.written];
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url');
}
