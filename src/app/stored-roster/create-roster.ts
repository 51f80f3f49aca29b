// HR's file → a stored roster with its secret links, and a plan for everybody in it.

import { randomUUID } from 'node:crypto';
import type { Locale } from '../../domain/localized.ts';
import type { RosterLinkKind, StoredRoster } from '../../ports/roster-store.ts';
import type { Dependencies } from '../dependencies.ts';
import { chooseRosterPolicy } from '../roster-policy.ts';
import { hashOfOwnToken } from '../secret-links.ts';
import { todayIn } from '../zoned-time.ts';
import { rosterToken } from './find-roster.ts';
import { newPeople } from './new-person.ts';
import { openStoredRoster } from './open-roster.ts';
import { readUpload } from './read-upload.ts';
import { plannerOf } from './roster-planners.ts';
import { parseRosterSettings, type RosterSettings } from './roster-settings.ts';
import type { UploadOutcome } from './upload.ts';

export interface NewRoster {
  /** As the spreadsheet wrote them. */
  readonly octets: AsyncIterable<Uint8Array>;
  /** Null: the only policy whose cutoff is still to come. */
  readonly policyId: string | null;
  readonly settings: RosterSettings;
  readonly locale: Locale;
}

const LINK_KINDS: readonly RosterLinkKind[] = ['edit', 'view', 'feed'];

/** Rows at fault are told and left out; where every row is, or something said beside the file, nothing is stored. */
export async function createRoster(dependencies: Dependencies, given: NewRoster): Promise<UploadOutcome> {
  const { book, clock, rosterStore } = dependencies;
  const { locale } = given;
  const settings = parseRosterSettings(given.settings);
  const chosen = chooseRosterPolicy(book, given.policyId, null, todayIn(clock));
  const planned = chosen.ok ? plannerOf(book, chosen.value.policy.id, chosen.value.asOf) : undefined;
  if (!settings.ok || !chosen.ok || planned === undefined) {
    const ofPolicy = chosen.ok ? [] : chosen.problems.map((fault) => ({ ...fault, path: ['policy'] }));
    return { kind: 'invalid', problems: [...(settings.ok ? [] : settings.problems), ...ofPolicy] };
  }
  const { policy, planner } = planned;
  const upload = await readUpload(given.octets, policy, planner);
  if (!upload.ok) return { kind: 'refused', faults: upload.problems };
  const { people, faults, unused } = upload.value;
  const now = clock.now();
  const stored: StoredRoster = {
    id: randomUUID(),
    policyId: policy.id,
    ...settings.value,
    locale,
    editGeneration: 1,
    viewGeneration: 1,
    feedGeneration: 1,
    createdAt: now,
    changedAt: now,
  };
  const hashes = LINK_KINDS.map((kind) => ({
    kind,
    hash: hashOfOwnToken(rosterToken(dependencies, kind, stored)),
  }));
  await rosterStore.create(stored, hashes, newPeople(dependencies, { policyId: policy.id, locale, people }));
  return {
    kind: 'uploaded',
    opened: await openStoredRoster(dependencies, { stored, canEdit: true }, null),
    report: {
      added: people.map(({ row }) => row.ref),
      changed: [],
      unchanged: 0,
      absent: [],
      faults,
      unused,
    },
  };
}
