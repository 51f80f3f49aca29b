// What every plan store promises, whatever the engine: links, versions, the reminders of a changed plan, and
// removal without a trace.

import { describe, expect, test } from 'vitest';
import type { PlanReminder } from '../../../src/ports/reminder-ledger.ts';
import { aFeed, anEvent } from './calendar-store-contract.ts';
import {
  aMail,
  aPlan,
  aReminder,
  type ContractWorld,
  claimMailOfDue,
  dayFrom,
  dueAt,
  entryOf,
  LONG_AFTER,
  linksOf,
  MONDAY_NINE,
  nextVersionOf,
  type OpenWorld,
  ofPlan,
  storeConfirmed,
  storePending,
  TUESDAY_NINE,
  unsubscribe,
  WEDNESDAY_NINE,
} from './contract-world.ts';

export function planStoreContract(open: OpenWorld): void {
  describe('a stored plan', () => {
    test('is found as it was stored, by its id and by each of its three links', async () => {
      const { planStore } = await open();
      const plan = aPlan({ caseJson: '{"facts":{"note":"居住证 \\"到期\\""}}' });

      await planStore.create(plan, linksOf(plan.id));

      expect(await planStore.find(plan.id)).toEqual(plan);
      for (const link of linksOf(plan.id)) expect(await planStore.findByLink(link)).toEqual(plan);
    });

    test('is not opened by an unknown link, nor by a view link that poses as an edit link', async () => {
      const { planStore } = await open();
      await planStore.create(aPlan(), linksOf('plan-1'));

      expect(await planStore.findByLink({ kind: 'view', hash: 'guessed' })).toBeUndefined();
      expect(await planStore.findByLink({ kind: 'edit', hash: 'view of plan-1' })).toBeUndefined();
      expect(await planStore.find('plan-2')).toBeUndefined();
    });

    test('is stored whole or not at all: a link that exists already leaves no plan behind', async () => {
      const world = await open();
      await world.planStore.create(aPlan(), linksOf('plan-1'));

      await expect(world.planStore.create(aPlan({ id: 'plan-2' }), linksOf('plan-1'))).rejects.toThrow();

      expect(await world.planStore.find('plan-2')).toBeUndefined();
      expect(await world.readRows('plan_revisions')).toHaveLength(1);
    });
  });

  describe('a renewed link', () => {
    const newFeed = { kind: 'feed', hash: 'second feed', generation: 2 } as const;
    const newView = { kind: 'view', hash: 'second view', generation: 2 } as const;

    test('takes the place of the one of its kind, and the others go on opening the plan', async () => {
      const world = await open();
      await world.planStore.create(aPlan(), linksOf('plan-1'));

      expect(await world.planStore.renewLinks('plan-1', [newFeed])).toBe(true);

      const renewed = aPlan({ feedGeneration: 2 });
      expect(await world.planStore.findByLink(newFeed)).toEqual(renewed);
      const opened = await Promise.all(linksOf('plan-1').map((link) => world.planStore.findByLink(link)));
      expect(opened).toEqual([renewed, renewed, undefined]);
      expect((await world.readRows('plan_links')).map(({ hash }) => hash)).toEqual([
        'edit of plan-1',
        'second feed',
        'view of plan-1',
      ]);
    });

    test('leaves the links of another plan alone', async () => {
      const { planStore } = await open();
      await planStore.create(aPlan(), linksOf('plan-1'));
      await planStore.create(aPlan({ id: 'plan-2' }), linksOf('plan-2'));

      await planStore.renewLinks('plan-1', [newFeed]);

      for (const link of linksOf('plan-2')) expect((await planStore.findByLink(link))?.id).toBe('plan-2');
    });

    test('is refused with all others when one does not follow the stored generation', async () => {
      const { planStore } = await open();
      await planStore.create(aPlan(), linksOf('plan-1'));

      expect(await planStore.renewLinks('plan-1', [newFeed, { ...newView, generation: 3 }])).toBe(false);
      expect(await planStore.renewLinks('plan-2', [newFeed])).toBe(false);

      expect(await planStore.find('plan-1')).toEqual(aPlan());
      for (const link of linksOf('plan-1')) expect(await planStore.findByLink(link)).toEqual(aPlan());
    });

    test('is given out once when two people ask at the same moment', async () => {
      const { planStore } = await open();
      await planStore.create(aPlan(), linksOf('plan-1'));

      const outcomes = await Promise.all([
        planStore.renewLinks('plan-1', [newFeed]),
        planStore.renewLinks('plan-1', [newFeed]),
      ]);

      expect(outcomes.toSorted()).toEqual([false, true]);
    });

    test('stays renewed when the plan is changed by somebody who read it before', async () => {
      const { planStore } = await open();
      await planStore.create(aPlan(), linksOf('plan-1'));
      await planStore.renewLinks('plan-1', [newFeed]);

      expect(await planStore.replace(nextVersionOf(aPlan()), [])).toBe(true);

      expect(await planStore.findByLink(newFeed)).toEqual(nextVersionOf(aPlan({ feedGeneration: 2 })));
      expect(await planStore.findByLink({ kind: 'feed', hash: 'feed of plan-1' })).toBeUndefined();
    });
  });

  describe('a changed plan', () => {
    test('takes the place of the version before it, and keeps the instant of its creation', async () => {
      const { planStore } = await open();
      await planStore.create(aPlan(), linksOf('plan-1'));
      const changed = nextVersionOf(aPlan(), { caseJson: '{"facts":{}}', locale: 'en' });

      expect(await planStore.replace({ ...changed, createdAt: MONDAY_NINE }, [])).toBe(true);

      expect(await planStore.find('plan-1')).toEqual(changed);
    });

    test.each([
      ['the version that is stored', 2],
      ['a version that skips one', 4],
      ['the first version', 1],
    ])('is refused when it carries %s, and nothing changes', async (_, version) => {
      const world = await open();
      await storeConfirmed(world, [aReminder()]);
      await world.planStore.replace(nextVersionOf(aPlan()), [aReminder()]);

      expect(await world.planStore.replace(aPlan({ version, caseJson: '{}' }), [])).toBe(false);

      expect(await world.planStore.find('plan-1')).toEqual(nextVersionOf(aPlan()));
      expect(await world.readRows('plan_revisions')).toHaveLength(2);
      expect(await dueAt(world, MONDAY_NINE)).toHaveLength(1);
    });

    test('is refused when the plan was removed meanwhile', async () => {
      const { planStore } = await open();

      expect(await planStore.replace(nextVersionOf(aPlan()), [])).toBe(false);
    });

    test('wins alone when two people change the same version at once', async () => {
      const { planStore } = await open();
      await planStore.create(aPlan(), linksOf('plan-1'));

      const outcomes = await Promise.all([
        planStore.replace(nextVersionOf(aPlan(), { caseJson: '"mother"' }), []),
        planStore.replace(nextVersionOf(aPlan(), { caseJson: '"father"' }), []),
      ]);

      expect(outcomes.toSorted()).toEqual([false, true]);
      expect((await planStore.find('plan-1'))?.version).toBe(2);
    });

    test('leaves a revision of every version, with what the plan said then', async () => {
      const world = await open();
      await world.planStore.create(aPlan({ caseJson: '"first"' }), linksOf('plan-1'));

      await world.planStore.replace(nextVersionOf(aPlan(), { caseJson: '"second"' }), []);

      expect(await world.readRows('plan_revisions')).toEqual([
        expect.objectContaining({ version: 1, case_json: '"first"', changed_at: aPlan().changedAt }),
        expect.objectContaining({ version: 2, case_json: '"second"', changed_at: MONDAY_NINE }),
      ]);
    });
  });

  describe('the reminders of a changed plan', () => {
    const lastDay = aReminder({ kind: 'last-day', day: dayFrom('2026-12-08'), sendAt: TUESDAY_NINE });

    test('are added for everybody who is confirmed, and for nobody else', async () => {
      const world = await open();
      await storeConfirmed(world, []);
      await storeConfirmed(world, [], { id: 'subscription-2', address: 'baba@example.org' });
      await storePending(world, { id: 'subscription-3', address: 'pending@example.org' });
      await storeConfirmed(world, [], { id: 'subscription-4', address: 'left@example.org' });
      await unsubscribe(world, 'subscription-4');

      await world.planStore.replace(nextVersionOf(aPlan()), [aReminder(), lastDay]);

      const rows = await world.readRows('reminders');
      expect(rows.map((row) => `${row.subscription_id} ${row.kind} ${row.state}`).toSorted()).toEqual([
        'subscription-1 last-day unsent',
        'subscription-1 start-soon unsent',
        'subscription-2 last-day unsent',
        'subscription-2 start-soon unsent',
      ]);
    });

    test('do not touch those of another plan', async () => {
      const world = await open();
      await storeConfirmed(world, []);
      await storeConfirmed(world, [aReminder()], { id: 'subscription-2', of: ofPlan('plan-2') });

      await world.planStore.replace(nextVersionOf(aPlan()), []);

      expect(await dueAt(world, MONDAY_NINE)).toMatchObject([{ subscriptionId: 'subscription-2' }]);
    });

    test('move to their new times when they are still unsent', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder()]);
      const moved = aReminder({ sendAt: TUESDAY_NINE, staleAt: WEDNESDAY_NINE, floatWorkingDays: 1 });

      await world.planStore.replace(nextVersionOf(aPlan()), [moved]);

      expect(await dueAt(world, MONDAY_NINE)).toEqual([]);
      expect(await dueAt(world, TUESDAY_NINE)).toMatchObject([entryOf(moved)]);
    });

    test('are withdrawn when the plan no longer calls for them, and come back when it does again', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder(), lastDay]);

      await world.planStore.replace(nextVersionOf(aPlan()), [lastDay]);
      expect(await dueAt(world, WEDNESDAY_NINE)).toMatchObject([{ kind: 'last-day' }]);

      const third = nextVersionOf(nextVersionOf(aPlan()));
      await world.planStore.replace(third, [aReminder({ sendAt: TUESDAY_NINE }), lastDay]);
      expect(await dueAt(world, MONDAY_NINE)).toEqual([]);
      expect(await dueAt(world, TUESDAY_NINE)).toMatchObject([
        { kind: 'start-soon', sendAt: TUESDAY_NINE },
        { kind: 'last-day' },
      ]);
    });

    test.each<[string, (world: ContractWorld) => Promise<void>]>([
      ['sent', sendDue],
      ['dropped as stale', dropDue],
      ['dropped with a refused mail', failMailOfDue],
    ])('stay %s, named or not', async (end, finish) => {
      const [state] = end.split(' ');
      for (const named of [[], [aReminder({ sendAt: TUESDAY_NINE })]] as PlanReminder[][]) {
        const world = await open();
        await storeConfirmed(world, [aReminder()]);
        await finish(world);

        await world.planStore.replace(nextVersionOf(aPlan()), named);

        expect(await world.readRows('reminders')).toMatchObject([{ state, send_at: MONDAY_NINE }]);
        expect(await dueAt(world, WEDNESDAY_NINE)).toEqual([]);
      }
    });

    test('stay with a mail that is stored but not sent yet, and are sent with it', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder()]);
      await claimMailOfDue(world, MONDAY_NINE);

      await world.planStore.replace(nextVersionOf(aPlan()), []);
      expect(await world.readRows('reminders')).toMatchObject([{ state: 'unsent', mail_id: 'mail-1' }]);

      await world.outbox.recordSent('mail-1', '250 OK', MONDAY_NINE);
      expect(await world.readRows('reminders')).toMatchObject([{ state: 'sent', mail_id: 'mail-1' }]);
    });
  });

  describe('a removed plan', () => {
    test('leaves no row in any table, whatever it had', async () => {
      const world = await open();
      await storeEverything(world, 'plan-1');
      // A roster is the employer's; what it keeps of a plan that is gone, its own contract says.
      const tables = (await world.listTables()).filter((table) => !table.startsWith('roster'));
      for (const table of tables) expect(await world.readRows(table), table).not.toEqual([]);

      await world.planStore.remove('plan-1');

      for (const table of tables) expect(await world.readRows(table), table).toEqual([]);
    });

    test('takes nothing of another plan along', async () => {
      const world = await open();
      await storeEverything(world, 'plan-2');
      const before = await Promise.all((await world.listTables()).map((table) => world.readRows(table)));
      await storeEverything(world, 'plan-1');

      await world.planStore.remove('plan-1');

      const after = await Promise.all((await world.listTables()).map((table) => world.readRows(table)));
      expect(after).toEqual(before);
    });

    test('may be removed twice', async () => {
      const { planStore } = await open();
      await planStore.create(aPlan(), linksOf('plan-1'));

      await planStore.remove('plan-1');
      await planStore.remove('plan-1');

      expect(await planStore.find('plan-1')).toBeUndefined();
    });
  });
}

async function sendDue(world: ContractWorld): Promise<void> {
  await claimMailOfDue(world, MONDAY_NINE);
  await world.outbox.recordSent('mail-1', '250 OK', MONDAY_NINE);
}

async function failMailOfDue(world: ContractWorld): Promise<void> {
  await claimMailOfDue(world, MONDAY_NINE);
  await world.outbox.recordFailed('mail-1', '550 no such user');
}

async function dropDue(world: ContractWorld): Promise<void> {
  const due = await dueAt(world, MONDAY_NINE);
  await world.reminderLedger.drop(
    due.map(({ id }) => id),
    'stale',
    LONG_AFTER,
  );
}

/** A plan with links, two revisions, a subscription, reminders in a mail and outside, and a confirmation mail. */
async function storeEverything(world: ContractWorld, planId: string): Promise<void> {
  const subscriptionId = `subscription of ${planId}`;
  await world.idempotencyStore.createPlanOnce(aPlan({ id: planId }), linksOf(planId), {
    keyHash: `key of ${planId}`,
    requestHash: 'case',
    expiresAt: LONG_AFTER,
  });
  await storeConfirmed(world, [aReminder()], { id: subscriptionId, of: ofPlan(planId) });
  await world.planStore.replace(nextVersionOf(aPlan({ id: planId })), [
    aReminder(),
    aReminder({ kind: 'last-day' }),
  ]);
  const due = await dueAt(world, MONDAY_NINE);
  const reminderIds = due.filter((one) => one.subscriptionId === subscriptionId).map(({ id }) => id);
  const mail = aMail({ id: `reminder of ${planId}`, subscriptionId, reminderIds: reminderIds.slice(0, 1) });
  await world.outbox.enqueue(mail, MONDAY_NINE);
  await world.outbox.enqueue(
    aMail({ id: `confirm of ${planId}`, kind: 'confirm', subscriptionId }),
    MONDAY_NINE,
  );
  await world.calendarStore.publish(aFeed({ planId }), [anEvent()]);
  const edition = { fingerprint: 'as in December', policyId: 'shanghai-2027', policy: {}, calendar: {} };
  await world.policyEditionStore.putInForce([edition], MONDAY_NINE);
  await world.followStore.claim({ ...edition, now: MONDAY_NINE, leaseUntil: LONG_AFTER, limit: 10 });
}
