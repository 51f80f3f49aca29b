// What every subscription store promises, whatever the engine: one a plan and address, reminders only after a
// confirmation, and none after the end.

import { describe, expect, test } from 'vitest';
import type { ListedSubscription, Subscription } from '../../../src/ports/subscription-store.ts';
import {
  aPlan,
  aReminder,
  aSubscription,
  type ContractWorld,
  claimMail,
  claimMailOfDue,
  dueAt,
  entryOf,
  HOLDER,
  hashesOf,
  linksOf,
  MONDAY_NINE,
  nextVersionOf,
  type OpenWorld,
  ofPlan,
  secondsAfter,
  storeConfirmed,
  storePending,
  unsubscribe,
  WEDNESDAY_NINE,
} from './contract-world.ts';

/** The ways to end, each by somebody else's will. */
const ENDS = [
  ['unsubscribed', (world: ContractWorld, id: string) => unsubscribe(world, id)],
  ['bounced', (world: ContractWorld, id: string) => world.subscriptionStore.close(id, 'bounced')],
  [
    'removed',
    (world: ContractWorld, id: string) =>
      world.subscriptionStore.erase({ id, addressHash: `hash of ${id}` }, 'removed'),
  ],
] as const;

/** As its plan's owner sees it before any mail went to it. */
function listed(subscription: Subscription): ListedSubscription {
  return { ...subscription, askedAt: null, refusal: null };
}

export function subscriptionStoreContract(open: OpenWorld): void {
  describe('a subscription', () => {
    test('is found as it was stored, by its id and by each of its links', async () => {
      const world = await open();
      const subscription = await storePending(world, { locale: 'en' });
      const { confirmHash, unsubscribeHash } = hashesOf(subscription.id);

      expect(subscription).toEqual(aSubscription({ locale: 'en' }));
      expect(await world.subscriptionStore.find(subscription.id)).toEqual(subscription);
      expect(await world.subscriptionStore.findByConfirmHash(confirmHash)).toEqual(subscription);
      expect(await world.subscriptionStore.findByUnsubscribeHash(unsubscribeHash)).toEqual(subscription);
    });

    test('is not opened by an unknown link, nor by its confirmation link where one unsubscribes', async () => {
      const world = await open();
      const { confirmHash, unsubscribeHash } = hashesOf((await storePending(world)).id);

      expect(await world.subscriptionStore.findByConfirmHash(unsubscribeHash)).toBeUndefined();
      expect(await world.subscriptionStore.findByUnsubscribeHash(confirmHash)).toBeUndefined();
      expect(await world.subscriptionStore.findByConfirmHash('guessed')).toBeUndefined();
      expect(await world.subscriptionStore.find('guessed')).toBeUndefined();
    });

    test('is one a plan and address: the second is not stored, and the first keeps its links', async () => {
      const world = await open();
      const first = await storeConfirmed(world, []);

      const second = aSubscription({ id: 'subscription-2' });
      const found = await world.subscriptionStore.createOrFind(second, hashesOf(second.id), 'a hash');

      expect(found).toEqual(first);
      expect(await world.subscriptionStore.listOf(ofPlan('plan-1'))).toEqual([listed(first)]);
      expect(await world.subscriptionStore.findByConfirmHash('confirm subscription-1')).toEqual(first);
      expect(await world.subscriptionStore.findByConfirmHash('confirm subscription-2')).toBeUndefined();
    });

    test('is one even when a form is sent twice at the same moment', async () => {
      const world = await open();
      await world.planStore.create(aPlan(), linksOf('plan-1'));

      const found = await Promise.all(
        ['subscription-1', 'subscription-2'].map((id) =>
          world.subscriptionStore.createOrFind(aSubscription({ id }), hashesOf(id), 'a hash'),
        ),
      );

      expect(new Set(found.map((one) => one?.id)).size).toBe(1);
      expect(await world.subscriptionStore.listOf(ofPlan('plan-1'))).toHaveLength(1);
    });

    test('of one address exists for each of its plans', async () => {
      const world = await open();
      const first = await storePending(world);
      const second = await storePending(world, { id: 'subscription-2', of: ofPlan('plan-2') });

      expect(await world.subscriptionStore.listOf(ofPlan('plan-1'))).toEqual([listed(first)]);
      expect(await world.subscriptionStore.listOf(ofPlan('plan-2'))).toEqual([listed(second)]);
      expect(await world.subscriptionStore.listOf(ofPlan('plan-3'))).toEqual([]);
    });
  });

  describe('a confirmation', () => {
    test('sets it to confirmed and writes its reminders', async () => {
      const world = await open();
      const { id } = await storePending(world);

      expect(await world.subscriptionStore.confirm(id, [aReminder()], 1)).toBe(true);

      expect((await world.subscriptionStore.find(id))?.state).toBe('confirmed');
      expect(await dueAt(world, MONDAY_NINE)).toEqual([
        {
          ...entryOf(aReminder()),
          subscriptionId: id,
          sinceVersion: null,
          id: expect.any(Number),
          lastMailAt: null,
        },
      ]);
    });

    test('does nothing the second time, also when both come at the same moment', async () => {
      const world = await open();
      const { id } = await storePending(world);

      await Promise.all([
        world.subscriptionStore.confirm(id, [aReminder()], 1),
        world.subscriptionStore.confirm(id, [aReminder({ kind: 'last-day' })], 1),
      ]);
      await world.subscriptionStore.confirm(id, [aReminder({ kind: 'window-opens' })], 1);

      expect(await world.readRows('reminders')).toHaveLength(1);
    });

    test('with reminders of an older version of the plan is refused, and nothing changes', async () => {
      const world = await open();
      const { id } = await storePending(world);
      await world.planStore.replace(nextVersionOf(aPlan()), []);

      expect(await world.subscriptionStore.confirm(id, [aReminder()], 1)).toBe(false);
      expect((await world.subscriptionStore.find(id))?.state).toBe('pending');
      expect(await world.readRows('reminders')).toEqual([]);

      expect(await world.subscriptionStore.confirm(id, [aReminder()], 2)).toBe(true);
      expect((await world.subscriptionStore.find(id))?.state).toBe('confirmed');
    });

    test('does nothing the second time, also when the plan was changed since the first', async () => {
      const world = await open();
      const { id } = await storeConfirmed(world, []);
      await world.planStore.replace(nextVersionOf(aPlan()), []);

      expect(await world.subscriptionStore.confirm(id, [aReminder()], 1)).toBe(true);

      expect(await world.readRows('reminders')).toEqual([]);
    });

    test.each(ENDS)('does nothing for one that is %s', async (state, end) => {
      const world = await open();
      const { id } = await storePending(world);
      await end(world, id);

      await world.subscriptionStore.confirm(id, [aReminder()], 1);

      expect((await world.subscriptionStore.find(id))?.state).toBe(state);
      expect(await world.readRows('reminders')).toEqual([]);
    });

    test('does nothing for one that is not there any more', async () => {
      const world = await open();

      expect(await world.subscriptionStore.confirm('subscription-1', [aReminder()], 1)).toBe(true);
    });
  });

  describe.each(ENDS)('a subscription that is %s', (state, end) => {
    test('has no reminder due any more', async () => {
      const world = await open();
      const { id } = await storeConfirmed(world, [aReminder()]);

      await end(world, id);

      expect((await world.subscriptionStore.find(id))?.state).toBe(state);
      expect(await dueAt(world, WEDNESDAY_NINE)).toEqual([]);
      expect(await world.readRows('reminders')).toMatchObject([{ state: 'withdrawn' }]);
    });

    test('gets no mail that was stored before and not sent yet, whoever held it', async () => {
      const world = await open();
      const { id } = await storeConfirmed(world, [aReminder()]);
      await claimMailOfDue(world, MONDAY_NINE);

      await end(world, id);
      await world.outbox.recordDeferred('mail-1', HOLDER, '451 later', MONDAY_NINE);

      expect(await claimMail(world, WEDNESDAY_NINE)).toBeUndefined();
      expect(await world.readRows('mails')).toMatchObject([{ state: 'withdrawn' }]);
    });

    test('still has a mail recorded that was on its way when it was closed', async () => {
      const world = await open();
      const { id } = await storeConfirmed(world, [aReminder()]);
      await claimMailOfDue(world, MONDAY_NINE);

      await end(world, id);
      await world.outbox.recordSent('mail-1', '250 OK', secondsAfter(MONDAY_NINE, 2));

      // The server may name the address, which is kept of a bounced one only.
      const last_reply = state === 'bounced' ? '250 OK' : null;
      const sent_at = secondsAfter(MONDAY_NINE, 2);
      expect(await world.readRows('mails')).toMatchObject([{ state: 'sent', sent_at, last_reply }]);
      expect(await world.readRows('reminders')).toMatchObject([{ state: 'sent' }]);
    });

    test('leaves what was sent, and what belongs to somebody else', async () => {
      const world = await open();
      const { id } = await storeConfirmed(world, [aReminder()]);
      await claimMailOfDue(world, MONDAY_NINE);
      await world.outbox.recordSent('mail-1', '250 OK', MONDAY_NINE);
      await storeConfirmed(world, [aReminder()], { id: 'subscription-2', address: 'baba@example.org' });

      await end(world, id);

      expect(await world.readRows('mails')).toMatchObject([{ state: 'sent' }]);
      expect(await dueAt(world, MONDAY_NINE)).toMatchObject([{ subscriptionId: 'subscription-2' }]);
    });
  });
}
