// What holds for those who send, whatever the engine: nobody gets what another holds, nothing stays held for ever,
// and a lane has one mail at a time. Clocks that jump change nothing of it.

import { describe, expect, test } from 'vitest';
import type { Instant } from '../../../src/ports/clock.ts';
import { LONGEST_LEASE } from '../../../src/ports/leases.ts';
import {
  aMail,
  aReminder,
  at,
  type ContractWorld,
  claimMail,
  claimMailOfDue,
  dueAt,
  LONG_AFTER,
  MONDAY_NINE,
  type OpenWorld,
  ofPlan,
  secondsAfter,
  storeConfirmed,
  TUESDAY_NINE,
} from './contract-world.ts';

const [ONE, OTHER] = ['host/1/one', 'host/2/other'];
const AN_HOUR_BEFORE = secondsAfter(MONDAY_NINE, -3600);

function leaseOf(holder: string, now: Instant) {
  return { holder, until: (now + LONGEST_LEASE) as Instant };
}

function claimDue({ reminderLedger }: ContractWorld, now: Instant, holder: string, most = 100) {
  return reminderLedger.claimDue(now, leaseOf(holder, now), most);
}

export function sendingContract(open: OpenWorld): void {
  describe('due reminders', () => {
    test('are had by one process, and by the next when the lease has ended', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder()]);

      expect(await claimDue(world, MONDAY_NINE, ONE)).toHaveLength(1);
      expect(await claimDue(world, MONDAY_NINE, OTHER)).toEqual([]);
      expect(await claimDue(world, secondsAfter(MONDAY_NINE, 30), OTHER)).toHaveLength(1);
    });

    test('come with all that is due to the same address, however few were asked for', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder(), aReminder({ kind: 'last-day', floatWorkingDays: 9 })]);
      await storeConfirmed(world, [aReminder({ floatWorkingDays: 7 })], {
        id: 'loose',
        of: ofPlan('plan-2'),
      });

      const due = await claimDue(world, MONDAY_NINE, ONE, 1);

      expect(due.map(({ subscriptionId, kind }) => [subscriptionId, kind])).toEqual([
        ['subscription-1', 'start-soon'],
        ['subscription-1', 'last-day'],
      ]);
    });

    test('tell when the last mail was written for their address', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder(), aReminder({ kind: 'last-day', sendAt: TUESDAY_NINE })]);
      await claimMailOfDue(world, MONDAY_NINE);

      expect(await dueAt(world, TUESDAY_NINE)).toMatchObject([{ lastMailAt: MONDAY_NINE }]);
    });

    test('that are postponed are due on the later morning, unless somebody moved them meanwhile', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder()]);
      const [due] = await dueAt(world, MONDAY_NINE);
      if (due === undefined) throw new Error('nothing is due');

      await world.reminderLedger.postpone([{ ...due, sendAt: AN_HOUR_BEFORE }], TUESDAY_NINE);
      expect(await dueAt(world, MONDAY_NINE)).toHaveLength(1);
      await world.reminderLedger.postpone([due], TUESDAY_NINE);

      expect(await dueAt(world, secondsAfter(TUESDAY_NINE, -1))).toEqual([]);
      expect(await dueAt(world, TUESDAY_NINE)).toHaveLength(1);
    });
  });

  describe('a lease', () => {
    test('that is renewed goes on; that is released is free at once', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder({ activity: 'payment' })]);
      await claimMailOfDue(world, MONDAY_NINE);
      const [holder = ''] = await world.leases.listHolders();
      const later = secondsAfter(MONDAY_NINE, 20);
      await world.leases.renew(leaseOf(holder, later));

      expect(await claimMail(world, secondsAfter(MONDAY_NINE, 40), OTHER)).toBeUndefined();
      await world.leases.release(holder);

      expect(await world.leases.listHolders()).toEqual([]);
      expect(await claimMail(world, later, OTHER)).toMatchObject({ id: 'mail-1', attempts: 2 });
    });

    test('that ends in an hour was written by a clock that was set back since: it counts as ended', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder()]);
      await claimDue(world, MONDAY_NINE, ONE);
      await world.outbox.enqueue(aMail(), MONDAY_NINE);
      await claimMail(world, MONDAY_NINE, ONE);

      expect(await claimMail(world, AN_HOUR_BEFORE, OTHER)).toMatchObject({ id: 'mail-1' });
    });

    test('is that of its holder: one who lost it changes nothing of the next one’s', async () => {
      const world = await open();
      await storeConfirmed(world, []);
      await world.outbox.enqueue(aMail(), MONDAY_NINE);
      await claimMail(world, MONDAY_NINE, ONE);
      await claimMail(world, secondsAfter(MONDAY_NINE, 31), OTHER);

      await world.outbox.recordDeferred('mail-1', ONE, '451 too slow', MONDAY_NINE);
      await world.outbox.giveBack(['mail-1'], ONE);

      expect(await world.readRows('mails')).toMatchObject([{ holder: OTHER, attempts: 2, last_reply: null }]);
      expect(await claimMail(world, secondsAfter(MONDAY_NINE, 32), ONE)).toBeUndefined();
    });
  });

  describe('a mail', () => {
    test('that was claimed and not tried after all is free again, and the try not counted', async () => {
      const world = await open();
      await storeConfirmed(world, []);
      await world.outbox.enqueue(aMail(), MONDAY_NINE);
      await claimMail(world, MONDAY_NINE, ONE);

      await world.outbox.giveBack(['mail-1'], ONE);

      expect(await claimMail(world, MONDAY_NINE, OTHER)).toMatchObject({ attempts: 1 });
    });

    test('to a domain that is closed lets others pass', async () => {
      const world = await open();
      await storeConfirmed(world, []);
      const toQq = { ...aMail().message, to: 'mama@QQ.com' };
      await world.outbox.enqueue(aMail({ id: 'qq', message: toQq, urgency: -5 }), MONDAY_NINE);
      await world.outbox.enqueue(aMail({ id: 'other' }), MONDAY_NINE);

      const claimed = await world.outbox.claimMails({
        now: MONDAY_NINE,
        lease: leaseOf(ONE, MONDAY_NINE),
        most: 10,
        exceptDomains: ['qq.com'],
      });

      expect(claimed.map(({ id }) => id)).toEqual(['other']);
    });

    test('that has nothing to say any more is dropped with its reminders and the reason, once nobody holds it', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder()]);
      const [due] = await dueAt(world, MONDAY_NINE);
      const staleAt = at('2026-12-07T09:00:20+08:00');
      await world.outbox.enqueue(aMail({ reminderIds: [due?.id ?? 0], staleAt }), MONDAY_NINE);
      await claimMail(world, MONDAY_NINE, ONE);

      expect(await world.outbox.dropStaleMails(staleAt, 'too late')).toBe(0);
      expect(await world.outbox.dropStaleMails(secondsAfter(MONDAY_NINE, 31), 'too late')).toBe(1);

      expect(await world.readRows('mails')).toMatchObject([{ state: 'dropped', message_json: '' }]);
      expect(await world.readRows('reminders')).toMatchObject([{ state: 'dropped', reason: 'too late' }]);
    });

    test.each([
      ['sent', (world: ContractWorld) => world.outbox.recordSent('mail-1', '250 OK', MONDAY_NINE)],
      ['failed', (world: ContractWorld) => world.outbox.recordFailed('mail-1', '550 5.1.1')],
    ])('that is %s keeps neither its text nor the address and links in it', async (state, end) => {
      const world = await open();
      await storeConfirmed(world, []);
      await world.outbox.enqueue(aMail(), MONDAY_NINE);
      await claimMail(world, MONDAY_NINE);

      await end(world);

      expect(await world.readRows('mails')).toMatchObject([{ state, message_json: '', holder: null }]);
    });
  });

  describe('a lane', () => {
    test('gives out places one interval apart, to all who ask at the same moment', async () => {
      const { mailLanes } = await open();

      const places = await Promise.all(
        Array.from({ length: 5 }, () => mailLanes.takePlace('relay:smtp.qq.com', MONDAY_NINE, 1_000)),
      );

      const seconds = places.map((place) => (place - MONDAY_NINE) / 1_000);
      expect(seconds.toSorted()).toEqual([0, 1, 2, 3, 4]);
    });

    test('has a place at once when it has stood empty, and never before now', async () => {
      const { mailLanes } = await open();
      await mailLanes.takePlace('domain:qq.com', MONDAY_NINE, 1_000);

      expect(await mailLanes.takePlace('domain:qq.com', TUESDAY_NINE, 1_000)).toBe(TUESDAY_NINE);
    });

    test('taken until next year by a clock that went wrong has a place now', async () => {
      const { mailLanes } = await open();
      await mailLanes.takePlace('domain:qq.com', LONG_AFTER, 1_000);
      await mailLanes.pause('domain:qq.com', LONG_AFTER, '450 too many');

      expect(await mailLanes.listBusy(MONDAY_NINE)).toMatchObject([{ pausedUntil: MONDAY_NINE }]);
      expect(await mailLanes.takePlace('domain:qq.com', MONDAY_NINE, 1_000)).toBe(MONDAY_NINE);
    });

    test('counts its failures in a row until a mail goes through', async () => {
      const { mailLanes } = await open();
      const until = secondsAfter(MONDAY_NINE, 15);
      for (let count = 0; count < 3; count += 1) {
        await mailLanes.pause('relay:x', until, '550 Connection frequency limited');
      }

      expect(await mailLanes.listBusy(MONDAY_NINE)).toEqual([
        {
          name: 'relay:x',
          nextFreeAt: 0,
          pausedUntil: until,
          strikes: 3,
          lastReply: '550 Connection frequency limited',
        },
      ]);
      await mailLanes.reopen('relay:x');
      expect(await mailLanes.listBusy(MONDAY_NINE)).toEqual([]);
    });
  });
}
