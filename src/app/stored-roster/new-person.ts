// A person of HR's file who has no plan yet → the plan that is stored for them.

import { randomUUID } from 'node:crypto';
import type { Locale } from '../../domain/localized.ts';
import type { PlanLinkKind, StoredPlan } from '../../ports/plan-store.ts';
import type { NewPerson, PersonRow } from '../../ports/roster-store.ts';
import type { Dependencies } from '../dependencies.ts';
import { policyFingerprint } from '../policy-fingerprint.ts';
import { hashOfOwnToken } from '../secret-links.ts';
import { FIRST_GENERATIONS, LINK_KINDS } from '../store-plan.ts';
import type { UploadedPerson } from './read-upload.ts';

export interface NewPeople {
  readonly policyId: string;
  readonly locale: Locale;
  readonly people: readonly UploadedPerson[];
}

/**
 * What their plans say is not written down: that would take a whole plan of each, and nobody has seen one of them yet.
 */
export function newPeople(
  { book, clock, links }: Dependencies,
  { policyId, locale, people }: NewPeople,
): NewPerson[] {
  const now = clock.now();
  const fingerprint = policyFingerprint(book, policyId);
  return people.map((person) => {
    const { facts, actuals } = person.row;
    const plan: StoredPlan = {
      id: randomUUID(),
      caseJson: JSON.stringify({ policy: policyId, facts, actuals }),
      policyId,
      policyFingerprint: fingerprint,
      locale,
      version: 1,
      ...FIRST_GENERATIONS,
      createdAt: now,
      changedAt: now,
    };
    const hashOf = (kind: PlanLinkKind) => hashOfOwnToken(links.tokenOf(kind, plan.id, 1));
    return {
      ...personRow(person),
      plan,
      links: LINK_KINDS.map((kind) => ({ kind, hash: hashOf(kind) })),
    };
  });
}

export function personRow({ refKey, line, row }: UploadedPerson): PersonRow {
  const { ref, facts, actuals } = row;
  return { ref, refKey, line, uploadedJson: JSON.stringify({ facts, actuals }) };
}
