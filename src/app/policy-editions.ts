// Policies as they stand in the files now, and as they stood when a plan was last made with them.

import { parseCalendarFile } from '../policies/calendars/calendar-file.ts';
import { isFileValue } from '../policies/file/merge.ts';
import { parsePolicyFile } from '../policies/file/policy-file.ts';
import { isPlannable } from '../policies/policy.ts';
import type { PolicyEdition, PolicyEditionStore } from '../ports/policy-edition-store.ts';
import type { Dependencies } from './dependencies.ts';
import type { PolicyBook } from './policy-book.ts';
import { policyFingerprint } from './policy-fingerprint.ts';

/** The editions of all policies that plans are made with. */
function editionsOf(book: PolicyBook): PolicyEdition[] {
  return [...book.policies.values()].filter(isPlannable).flatMap(({ id, calendar }) => {
    const policy = book.texts.get(id)?.value;
    const written = book.calendars.get(calendar)?.written;
    if (policy === undefined || written === undefined) return [];
    return [{ fingerprint: policyFingerprint(book, id), policyId: id, policy, calendar: written }];
  });
}

/** Keeps what the policies say now, and puts it in force for every process on this database. */
export async function keepInForce({
  book,
  clock,
  policyEditionStore,
}: Pick<Dependencies, 'book' | 'clock' | 'policyEditionStore'>): Promise<void> {
  await policyEditionStore.putInForce(editionsOf(book), clock.now());
}

/** Books of earlier editions, by fingerprint; null: this program does not read it any more. */
const EARLIER = new WeakMap<PolicyEditionStore, Map<string, PolicyBook | null>>();

/** A plan follows from the edition before, seldom from older ones. */
const MOST_EARLIER = 4;

/**
 * A book with the policy as it was in an edition; undefined when that was not kept, or when this program cannot read
 * it any more.
 */
export async function bookOfEdition(
  { book, policyEditionStore }: Pick<Dependencies, 'book' | 'policyEditionStore'>,
  policyId: string,
  fingerprint: string,
): Promise<PolicyBook | undefined> {
  if (book.policies.has(policyId) && policyFingerprint(book, policyId) === fingerprint) return book;
  const known = EARLIER.get(policyEditionStore) ?? new Map<string, PolicyBook | null>();
  EARLIER.set(policyEditionStore, known);
  let earlier = known.get(fingerprint);
  if (earlier === undefined) {
    const edition = await policyEditionStore.find(fingerprint);
    earlier = edition === undefined ? null : parseEdition(edition);
    for (const oldest of [...known.keys()].slice(0, Math.max(0, known.size - MOST_EARLIER + 1)))
      known.delete(oldest);
    known.set(fingerprint, earlier);
  }
  return earlier ?? undefined;
}

/** What was in force once had no fault then; null: it has one for the rules of today. */
function parseEdition({ policyId, policy: value, calendar: written }: PolicyEdition): PolicyBook | null {
  if (!isFileValue(value)) return null;
  const policy = parsePolicyFile(value, { inherited: value, isAnnounced: true });
  const calendar = parseCalendarFile({ value: written });
  if (!policy.ok || !calendar.ok) return null;
  return {
    policies: new Map([[policyId, policy.value]]),
    texts: new Map([[policyId, { value, announcements: [] }]]),
    calendars: new Map([[calendar.value.workingCalendar.id, calendar.value]]),
    files: [],
    broken: [],
  };
}
