// What storage promises of the digests of a roster, whatever the engine: who is subscribed, the mornings, who was red.

import { describe, expect, test } from 'vitest';
import {
  aSubscription,
  type ContractWorld,
  claimMail,
  dayFrom,
  dueAt,
  HOLDER,
  hashesOf,
  MONDAY_NINE,
  type OpenWorld,
  storeConfirmed,
  storePending,
  TUESDAY_NINE,
  unsubscribe,
  WEDNESDAY_NINE,
} from './contract-world.ts';
import { aDigest, aMorning, aPerson, aRoster, ofRoster, rosterLinksOf } from './roster-world.ts';

const red = (...refKeys: string[]) => ({ rosterId: 'roster-1', refKeys });

/** A roster with two people. */
async function withRoster(open: OpenWorld): Promise<ContractWorld> {
  const world = await open();
  await world.rosterStore.create(aRoster(), rosterLinksOf('roster-1'), [aPerson('1001'), aPerson('1002')]);
  return world;
}

export function digestContract(open: OpenWorld): void {
  describe('a subscription to a roster', () => {
    test('is found by its links and listed of its roster alone, one an address', async () => {
      const world = await withRoster(open);
      const { subscriptionStore } = world;

      const stored = await storePending(world, ofRoster('roster-1'));
      const again = await storePending(world, { ...ofRoster('roster-1'), id: 'another', locale: 'en' });

      expect(stored.of).toEqual({ kind: 'roster', id: 'roster-1' });
      expect(again).toEqual({ ...stored, locale: 'en' });
      const { confirmHash } = hashesOf(stored.id);
      expect(await subscriptionStore.findByConfirmHash(confirmHash)).toEqual(again);
      expect(await subscriptionStore.listOf({ kind: 'roster', id: 'roster-1' })).toEqual([
        { ...again, askedAt: null, refusal: null },
      ]);
      expect(await subscriptionStore.listOf({ kind: 'plan', id: 'roster-1' })).toEqual([]);
    });

    test('to a roster that is gone is not stored', async () => {
      const { subscriptionStore } = await open();
      const gone = aSubscription(ofRoster('roster-9'));

      expect(await subscriptionStore.createOrFind(gone, hashesOf(gone.id), 'hash')).toBeUndefined();
    });

    test('is confirmed with its first morning, whatever version the plans in it have', async () => {
      const world = await withRoster(open);

      await storeConfirmed(world, [aMorning()], ofRoster('roster-1'));

      expect(await dueAt(world, MONDAY_NINE)).toMatchObject([{ kind: 'digest', activity: 'roster' }]);
    });
  });

  describe('a morning that is added', () => {
    const tuesday = aMorning({ day: dayFrom('2026-12-08'), sendAt: TUESDAY_NINE });

    test('is there once, and one that was handled stays so', async () => {
      const world = await withRoster(open);
      const { id } = await storeConfirmed(world, [aMorning()], ofRoster('roster-1'));
      const [monday] = await dueAt(world, MONDAY_NINE);
      await world.reminderLedger.drop([monday?.id ?? 0], 'nothing new', MONDAY_NINE);

      await world.reminderLedger.add(id, [aMorning(), tuesday]);
      await world.reminderLedger.add(id, [aMorning(), tuesday]);

      expect((await dueAt(world, TUESDAY_NINE)).map(({ day }) => day)).toEqual([tuesday.day]);
    });

    test('is not added to who is not confirmed, or has ended it', async () => {
      const world = await withRoster(open);
      const { id } = await storePending(world, ofRoster('roster-1'));
      await world.reminderLedger.add(id, [tuesday]);
      await world.subscriptionStore.confirm(id, [], null);
      await unsubscribe(world, id);
      await world.reminderLedger.add(id, [tuesday]);
      await world.reminderLedger.add('nobody', [tuesday]);

      expect(await world.readRows('reminders')).toEqual([]);
    });
  });

  describe('who was red', () => {
    const lastOf = (world: ContractWorld) => world.outbox.findLastDigest('subscription to roster-1');

    test('is known from the last digest that went out or waits, and from none that did not', async () => {
      const world = await withRoster(open);
      await storeConfirmed(world, [], ofRoster('roster-1'));
      expect(await lastOf(world)).toBeUndefined();

      await world.outbox.enqueue(aDigest({ red: red('1001') }), MONDAY_NINE);
      expect(await lastOf(world)).toEqual({ writtenAt: MONDAY_NINE, redKeys: ['1001'] });
      await claimMail(world, MONDAY_NINE);
      await world.outbox.recordSent('digest-1', '250', MONDAY_NINE);

      const second = aDigest({ id: 'digest-2', red: red('1001', '1002'), staleAt: WEDNESDAY_NINE });
      await world.outbox.enqueue(second, TUESDAY_NINE);
      expect(await lastOf(world)).toMatchObject({ redKeys: ['1001', '1002'] });
      await world.outbox.dropStaleMails(WEDNESDAY_NINE, 'came too late');
      expect(await lastOf(world)).toEqual({ writtenAt: MONDAY_NINE, redKeys: ['1001'] });

      await world.outbox.enqueue(aDigest({ id: 'digest-3', red: red() }), WEDNESDAY_NINE);
      expect(await lastOf(world)).toEqual({ writtenAt: WEDNESDAY_NINE, redKeys: [] });
    });

    test('is kept of two digests at most, and of nobody who has left the roster', async () => {
      const world = await withRoster(open);
      await storeConfirmed(world, [], ofRoster('roster-1'));
      for (const id of ['digest-1', 'digest-2', 'digest-3'])
        await world.outbox.enqueue(aDigest({ id, red: red('1001', '1002', 'of nobody') }), MONDAY_NINE);

      const mailsOf = async () => (await world.readRows('roster_red')).map(({ mail_id }) => mail_id);
      expect(await mailsOf()).toEqual(['digest-2', 'digest-2', 'digest-3', 'digest-3']);

      await world.rosterStore.removePeople('roster-1', ['1001']);

      expect(await lastOf(world)).toMatchObject({ redKeys: ['1002'] });
      expect(await world.readRows('roster_red')).toHaveLength(2);
    });

    test('is written with the mail or not at all', async () => {
      const world = await withRoster(open);
      await storeConfirmed(world, [], ofRoster('roster-1'));
      await unsubscribe(world, 'subscription to roster-1');

      expect(await world.outbox.enqueue(aDigest({ red: red('1001') }), MONDAY_NINE)).toBe(false);
      await world.rosterStore.remove('roster-1');
      expect(await world.outbox.enqueue(aDigest({ red: red('1001') }), MONDAY_NINE)).toBe(false);

      expect(await world.readRows('roster_red')).toEqual([]);
      expect(await claimMail(world, MONDAY_NINE, HOLDER)).toBeUndefined();
    });
  });
}
