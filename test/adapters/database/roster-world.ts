// A roster for the storage contracts, as contract-world.ts has a plan: changed one fact at a time.

import type { NewOutboxMail } from '../../../src/ports/outbox.ts';
import type { PlanReminder } from '../../../src/ports/reminder-ledger.ts';
import type { NewPerson, RosterLinkHash, StoredRoster } from '../../../src/ports/roster-store.ts';
import { aMail, aPlan, aReminder, at, linksOf } from './contract-world.ts';

const SUNDAY_NOON = at('2026-11-22T12:00:00+08:00');

export function aRoster(changes: Partial<StoredRoster> = {}): StoredRoster {
  return {
    id: 'roster-1',
    policyId: 'shanghai-2027',
    title: '二〇二六年秋',
    capacity: 'visits=5/day',
    daysOff: '',
    locale: 'zh',
    editGeneration: 1,
    viewGeneration: 1,
    feedGeneration: 1,
    createdAt: SUNDAY_NOON,
    changedAt: SUNDAY_NOON,
    ...changes,
  };
}

export function rosterLinksOf(rosterId: string): readonly RosterLinkHash[] {
  return (['edit', 'view', 'feed'] as const).map((kind) => ({ kind, hash: `${kind} of ${rosterId}` }));
}

export function aPerson(ref: string, changes: Partial<NewPerson> = {}): NewPerson {
  const id = `plan of ${ref}`;
  return {
    ref,
    refKey: ref,
    line: 2,
    uploadedJson: '{"facts":{},"actuals":{}}',
    plan: aPlan({ id }),
    links: linksOf(id),
    ...changes,
  };
}

/** Changes the default subscription into one to a roster. */
export function ofRoster(id: string) {
  return { id: `subscription to ${id}`, of: { kind: 'roster', id }, audience: 'roster' } as const;
}

/** Monday 7 December 2026 at nine. */
export function aMorning(changes: Partial<PlanReminder> = {}): PlanReminder {
  const morning = { activity: 'roster', actor: 'employer', kind: 'digest', floatWorkingDays: 0 } as const;
  return aReminder({ ...morning, ...changes });
}

export function aDigest(changes: Partial<NewOutboxMail> = {}): NewOutboxMail {
  return aMail({ id: 'digest-1', subscriptionId: 'subscription to roster-1', ...changes });
}
