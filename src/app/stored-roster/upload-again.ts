// A newer file of HR's → the same roster: people who are new get a plan, of the others what the file says anew is noted.

import type { RosterRow } from '../../policies/roster/roster-row.ts';
import type { StoredPlan } from '../../ports/plan-store.ts';
import type { RosterPerson } from '../../ports/roster-store.ts';
import { changePlan } from '../change-plan.ts';
import type { Dependencies } from '../dependencies.ts';
import { tokensOf } from '../open-plan.ts';
import { todayIn } from '../zoned-time.ts';
import { findRoster } from './find-roster.ts';
import { mergeUpload } from './merge-upload.ts';
import { newPeople, personRow } from './new-person.ts';
import { openStoredRoster } from './open-roster.ts';
import { readUpload, type UploadedPerson } from './read-upload.ts';
import { wakeDigests } from './roster-addresses.ts';
import { plannerOf } from './roster-planners.ts';
import type { ChangedPerson, UploadOutcome } from './upload.ts';

/**
 * People are known again by HR's key. Who is not in the file stays, and what somebody noted on a plan does too; see
 * `mergeUpload`. A file that is uploaded twice changes nothing the second time, so one whose upload was cut off is
 * uploaded again.
 */
export async function uploadAgain(
  dependencies: Dependencies,
  token: string,
  octets: AsyncIterable<Uint8Array>,
): Promise<UploadOutcome> {
  const { book, clock, rosterStore } = dependencies;
  const found = await findRoster(dependencies, token);
  if (found === undefined) return { kind: 'unknown' };
  if (!found.canEdit) return { kind: 'view-only' };
  const { id, policyId, locale } = found.stored;
  const zone = book.policies.get(policyId)?.zone;
  const by = zone === undefined ? undefined : plannerOf(book, policyId, todayIn(clock)(zone));
  if (by === undefined) return { kind: 'invalid', problems: [noPolicy(policyId)] };
  const before = new Map((await rosterStore.listPeople(id)).map((person) => [person.refKey, person]));
  const saidBefore = (refKey: string) => lastRowOf(before.get(refKey));
  const upload = await readUpload(octets, by.policy, by.planner, saidBefore);
  if (!upload.ok) return { kind: 'refused', faults: upload.problems };
  const { people, faults, unused } = upload.value;
  const isNew = ({ refKey }: UploadedPerson) => (before.get(refKey)?.plan ?? null) === null;
  const added = people.filter(isNew);
  const known = people.filter((person) => !isNew(person));

  const changed: ChangedPerson[] = [];
  for (const person of known) {
    const change = await changePerson(dependencies, before.get(person.refKey), person);
    if (change !== null) changed.push(change);
  }
  const isRefused = new Set(changed.filter(({ refused }) => refused.length > 0).map(({ ref }) => ref));
  // What was refused is new again in the next file.
  const taken = known.filter(({ row }) => !isRefused.has(row.ref)).map(personRow);
  const news = newPeople(dependencies, { policyId, locale, people: added });
  if (!(await rosterStore.upload(id, news, taken, clock.now()))) return { kind: 'unknown' };
  await wakeDigests(dependencies, found);

  const named = new Set(people.map(({ refKey }) => refKey));
  return {
    kind: 'uploaded',
    opened: await openStoredRoster(dependencies, found, null),
    report: {
      added: added.map(({ row }) => row.ref),
      changed,
      unchanged: known.length - changed.length,
      absent: [...before.values()].filter(({ refKey }) => !named.has(refKey)).map(({ ref }) => ref),
      faults,
      unused,
    },
  };
}

/** Null: the file says nothing new of them. */
async function changePerson(
  dependencies: Dependencies,
  person: RosterPerson | undefined,
  { row }: UploadedPerson,
): Promise<ChangedPerson | null> {
  if (person === undefined || person.plan === null) return null;
  const { facts, actuals } = casePartsOf(person.plan);
  const { patch, changes, kept } = mergeUpload(lastRowOf(person) ?? row, row, { facts, actuals });
  if (changes.length === 0 && kept.length === 0) return null;
  const { ref } = row;
  if (changes.length === 0) return { ref, changes, kept, refused: [] };
  const token = tokensOf(dependencies, person.plan, true).edit ?? '';
  const outcome = await changePlan(dependencies, token, patch, null);
  if (outcome.kind === 'invalid') return { ref, changes: [], kept, refused: outcome.problems };
  return { ref, changes, kept, refused: [] };
}

/** What the files until now say of somebody together. */
function lastRowOf(person: RosterPerson | undefined): Pick<RosterRow, 'facts' | 'actuals'> | undefined {
  return person && JSON.parse(person.uploadedJson);
}

function casePartsOf({ caseJson }: StoredPlan) {
  const { facts = {}, actuals = {} } = Object(JSON.parse(caseJson));
  return { facts, actuals };
}

function noPolicy(policyId: string) {
  return {
    path: ['policy'],
    what: 'a policy that is not there any more',
    value: policyId,
    allowed: 'a policy of this server',
  };
}
