// Versions of a plan, what they said, who is told of them, and plans that follow their policy. No engine is named here.

import { describe, expect, test } from 'vitest';
import { WHOLE_PLAN } from '../../../src/domain/reminder.ts';
import type { PlanChange, RevisionRecord } from '../../../src/ports/plan-store.ts';
import type { PolicyEdition } from '../../../src/ports/policy-edition-store.ts';
import {
  aMail,
  aPlan,
  aReminder,
  type ContractWorld,
  dayFrom,
  dueAt,
  linksOf,
  MONDAY_NINE,
  nextVersionOf,
  type OpenWorld,
  secondsAfter,
  storeConfirmed,
  storePending,
  TUESDAY_NINE,
  WEDNESDAY_NINE,
} from './contract-world.ts';

const RECORD: RevisionRecord = {
  said: {
    asOf: dayFrom('2026-12-07'),
    verdict: 'tight',
    route: { id: 'points-online', title: { zh: '网上', en: 'online' } },
    cutoff: { on: dayFrom('2026-12-25'), at: null, status: 'expected' },
    onTime: 0.75,
    firstStep: null,
    steps: [],
  },
  saidBefore: null,
  causes: [
    {
      kind: 'fact',
      question: { zh: '几天', en: 'how long' },
      before: null,
      after: { zh: '5', en: '5' },
    },
  ],
};

/** To be told on Tuesday, or on Wednesday when somebody was told on Tuesday already. */
function aChange(changes: Partial<PlanChange['notice']> = {}): PlanChange {
  return {
    record: RECORD,
    notice: {
      occasions: [
        { day: dayFrom('2026-12-08'), sendAt: TUESDAY_NINE },
        { day: dayFrom('2026-12-09'), sendAt: WEDNESDAY_NINE },
      ],
      staleAt: secondsAfter(WEDNESDAY_NINE, 86_400 * 20),
      floatWorkingDays: 0,
      ...changes,
    },
  };
}

const AT_ONCE = { occasions: [{ day: dayFrom('2026-12-07'), sendAt: MONDAY_NINE }] };

const NOVEMBER: PolicyEdition = {
  fingerprint: 'as in November',
  policyId: 'shanghai-2027',
  policy: { policy: 'shanghai-2027' },
  calendar: { calendar: 'china' },
};
const DECEMBER: PolicyEdition = { ...NOVEMBER, fingerprint: 'as in December' };

export function planChangesContract(open: OpenWorld): void {
  describe('the versions of a plan', () => {
    test('keep what they said, what the one before would have said, and why; the newest first', async () => {
      const { planStore } = await open();
      await planStore.create(aPlan(), linksOf('plan-1'), RECORD.said ?? undefined);
      await planStore.replace(nextVersionOf(aPlan(), { policyFingerprint: 'as in December' }), [], aChange());

      const revisions = await planStore.listRevisions('plan-1', 0, 10);

      const [first, second] = [aPlan(), nextVersionOf(aPlan())];
      expect(revisions).toEqual([
        { version: 2, changedAt: second.changedAt, policyFingerprint: 'as in December', ...RECORD },
        {
          version: 1,
          changedAt: first.changedAt,
          policyFingerprint: 'as in November',
          said: RECORD.said,
          saidBefore: null,
          causes: [],
        },
      ]);
      expect(await planStore.listRevisions('plan-1', 1, 10)).toHaveLength(1);
      expect((await planStore.listRevisions('plan-1', 0, 1)).map(({ version }) => version)).toEqual([2]);
      expect(await planStore.listRevisions('plan-2', 0, 10)).toEqual([]);
    });
  });

  describe('a change that somebody must be told of', () => {
    test('becomes a reminder of the whole plan for each confirmed subscription, from the version they know', async () => {
      const world = await open();
      await storeConfirmed(world, []);
      await storePending(world, { id: 'subscription-2', address: 'pending@example.org' });

      await world.planStore.replace(nextVersionOf(aPlan()), [aReminder()], aChange());

      expect(await dueAt(world, MONDAY_NINE)).toHaveLength(1);
      expect(await notices(world)).toEqual([
        ['subscription-1', WHOLE_PLAN, dayFrom('2026-12-08'), TUESDAY_NINE, 'unsent', 1],
      ]);
    });

    test('is told with the next one at once, on the earlier occasion, from the version before both', async () => {
      const world = await open();
      await storeConfirmed(world, []);
      const second = nextVersionOf(aPlan());
      await world.planStore.replace(second, [], aChange());

      await world.planStore.replace(nextVersionOf(second), [], aChange(AT_ONCE));

      expect(await notices(world)).toEqual([
        ['subscription-1', WHOLE_PLAN, dayFrom('2026-12-07'), MONDAY_NINE, 'unsent', 1],
        ['subscription-1', WHOLE_PLAN, dayFrom('2026-12-08'), TUESDAY_NINE, 'withdrawn', 1],
      ]);
    });

    test('stays to be told when the next version moves nothing', async () => {
      const world = await open();
      await storeConfirmed(world, []);
      const second = nextVersionOf(aPlan());
      await world.planStore.replace(second, [], aChange());

      await world.planStore.replace(nextVersionOf(second), [], { record: RECORD, notice: null });

      expect(await notices(world)).toEqual([
        ['subscription-1', WHOLE_PLAN, dayFrom('2026-12-08'), TUESDAY_NINE, 'unsent', 1],
      ]);
    });

    test('that came while the mail of the one before is on its way is told on the next morning, from there on', async () => {
      const world = await open();
      await storeConfirmed(world, []);
      const second = nextVersionOf(aPlan());
      await world.planStore.replace(second, [], aChange());
      await enqueueDue(world, 2);

      await world.planStore.replace(nextVersionOf(second), [], aChange());

      expect(await notices(world)).toEqual([
        ['subscription-1', WHOLE_PLAN, dayFrom('2026-12-08'), TUESDAY_NINE, 'unsent', 1],
        ['subscription-1', WHOLE_PLAN, dayFrom('2026-12-09'), WEDNESDAY_NINE, 'unsent', 2],
      ]);
    });

    test('is in no mail that speaks of an earlier version', async () => {
      const world = await open();
      await storeConfirmed(world, []);
      const second = nextVersionOf(aPlan());
      await world.planStore.replace(second, [], aChange());
      await world.planStore.replace(nextVersionOf(second), [], aChange());

      expect(await enqueueDue(world, 2)).toBe(false);
      expect(await world.readRows('mails')).toEqual([]);
      expect(await enqueueDue(world, 3)).toBe(true);
    });
  });

  describe('a policy that changed', () => {
    test('keeps what each of its editions said', async () => {
      const { policyEditionStore } = await open();
      await policyEditionStore.putInForce([NOVEMBER], MONDAY_NINE);
      await policyEditionStore.putInForce([DECEMBER], TUESDAY_NINE);
      await policyEditionStore.putInForce([DECEMBER], WEDNESDAY_NINE);

      expect(await policyEditionStore.find('as in November')).toEqual(NOVEMBER);
      expect(await policyEditionStore.find('as in December')).toEqual(DECEMBER);
      expect(await policyEditionStore.find('as in January')).toBeUndefined();
    });

    test('hands out the plans of another edition, each to one at a time, in batches', async () => {
      const world = await open();
      for (const id of ['plan-1', 'plan-2', 'plan-3'])
        await world.planStore.create(
          aPlan({ id, policyFingerprint: id === 'plan-3' ? null : 'as in November' }),
          [],
        );
      await world.planStore.create(aPlan({ id: 'follows', policyFingerprint: 'as in December' }), []);
      await world.planStore.create(aPlan({ id: 'other', policyId: 'anqing-2024' }), []);
      await world.policyEditionStore.putInForce([DECEMBER], MONDAY_NINE);

      const batches = [await claim(world, 2), await claim(world, 2), await claim(world, 2)];

      expect(batches.map(({ length }) => length)).toEqual([2, 1, 0]);
      expect(batches.flat().toSorted()).toEqual(['plan-1', 'plan-2', 'plan-3']);
      expect((await claim(world, 10, TUESDAY_NINE)).toSorted()).toEqual(['plan-1', 'plan-2', 'plan-3']);
    });

    test('hands out nothing to somebody whose files are older than those in force', async () => {
      const world = await open();
      await world.planStore.create(aPlan({ policyFingerprint: 'as in October' }), []);
      await world.policyEditionStore.putInForce([NOVEMBER], MONDAY_NINE);
      await world.policyEditionStore.putInForce([DECEMBER], MONDAY_NINE);

      expect(await claim(world, 10, MONDAY_NINE, 'as in November')).toEqual([]);
      expect(await claim(world, 10)).toEqual(['plan-1']);
    });

    test('lets a plan that says the same keep its version; its reminders are those of the new edition', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder()]);
      await world.policyEditionStore.putInForce([DECEMBER], MONDAY_NINE);
      await claim(world, 10);
      const settled = aPlan({ policyFingerprint: 'as in December' });

      expect(await world.followStore.settle(settled, [aReminder({ kind: 'last-day' })])).toBe(true);
      expect(await world.followStore.settle({ ...settled, version: 2 }, [])).toBe(false);

      expect(await world.planStore.find('plan-1')).toEqual(settled);
      expect((await dueAt(world, MONDAY_NINE)).map(({ kind }) => kind)).toEqual(['last-day']);
      expect(await claim(world, 10, TUESDAY_NINE)).toEqual([]);
      expect(await world.readRows('plan_leases')).toEqual([]);
    });
  });
}

async function claim(
  world: ContractWorld,
  limit: number,
  now = MONDAY_NINE,
  fingerprint = 'as in December',
): Promise<string[]> {
  const leaseUntil = secondsAfter(now, 30);
  const plans = await world.followStore.claim({
    policyId: 'shanghai-2027',
    fingerprint,
    now,
    leaseUntil,
    limit,
  });
  return plans.map(({ id }) => id);
}

async function notices(world: ContractWorld): Promise<unknown[]> {
  const rows = await world.readRows('reminders');
  return rows
    .filter(({ kind }) => kind === 'plan-changed')
    .map((row) => [
      row.subscription_id,
      row.activity,
      row.day,
      Number(row.send_at),
      row.state,
      row.since_version,
    ])
    .toSorted((a, b) => Number(a[2]) - Number(b[2]));
}

/** Whether a mail with everything that is due on Tuesday was stored, written from a version of the plan. */
async function enqueueDue(world: ContractWorld, planVersion: number): Promise<boolean> {
  const due = await dueAt(world, TUESDAY_NINE);
  return world.outbox.enqueue(aMail({ reminderIds: due.map(({ id }) => id), planVersion }), TUESDAY_NINE);
}
