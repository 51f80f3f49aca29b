// What every outbox promises, whatever the engine: one mail a reminder, one holder a mail, and an end for every
// mail. At least once, never lost.

import { describe, expect, test } from 'vitest';
import {
  aMail,
  aReminder,
  at,
  claimMail,
  claimMailOfDue,
  dayFrom,
  dueAt,
  HOLDER,
  MESSAGE,
  MONDAY_NINE,
  type OpenWorld,
  secondsAfter,
  storeConfirmed,
  storePending,
  TUESDAY_NINE,
  unsubscribe,
  WEDNESDAY_NINE,
} from './contract-world.ts';

export function outboxContract(open: OpenWorld): void {
  describe('a stored mail', () => {
    test('is claimed as it was stored, to the last character', async () => {
      const world = await open();
      await storePending(world);

      expect(await world.outbox.enqueue(aMail({ kind: 'confirm' }), MONDAY_NINE)).toBe(true);

      expect(await claimMail(world, MONDAY_NINE)).toEqual({
        id: 'mail-1',
        kind: 'confirm',
        subscriptionId: 'subscription-1',
        domain: 'example.org',
        message: MESSAGE,
        attempts: 1,
        reminderCount: 0,
      });
    });

    test('has its reminders for itself: of two dispatchers at the same moment, one stores its mail', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder(), aReminder({ kind: 'last-day' })]);
      const reminderIds = (await dueAt(world, MONDAY_NINE)).map(({ id }) => id);

      const outcomes = await Promise.all(
        ['mail-1', 'mail-2'].map((id) => world.outbox.enqueue(aMail({ id, reminderIds }), MONDAY_NINE)),
      );

      expect(outcomes.toSorted()).toEqual([false, true]);
      const [mail, ...more] = await world.readRows('mails');
      expect(more).toEqual([]);
      expect((await world.readRows('reminders')).map((row) => row.mail_id)).toEqual([mail?.id, mail?.id]);
    });

    test('gives its other reminders back when it cannot have them all', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder(), aReminder({ kind: 'last-day', floatWorkingDays: 9 })]);
      const [tied, free] = (await dueAt(world, MONDAY_NINE)).map(({ id }) => id);
      await world.outbox.enqueue(aMail({ reminderIds: [tied ?? 0] }), MONDAY_NINE);

      const both = aMail({ id: 'mail-2', reminderIds: [tied ?? 0, free ?? 0] });
      expect(await world.outbox.enqueue(both, MONDAY_NINE)).toBe(false);

      expect(await dueAt(world, MONDAY_NINE)).toMatchObject([{ id: free }]);
    });

    test('is stored once, however often it is given', async () => {
      const world = await open();
      await storePending(world);
      const mail = aMail({ kind: 'confirm' });
      await world.outbox.enqueue(mail, MONDAY_NINE);

      expect(await world.outbox.enqueue(mail, TUESDAY_NINE)).toBe(false);

      expect(await world.readRows('mails')).toMatchObject([{ created_at: MONDAY_NINE }]);
    });

    test('is not stored for a subscription that was closed or is gone', async () => {
      const world = await open();
      await storePending(world);
      await unsubscribe(world);

      expect(await world.outbox.enqueue(aMail(), MONDAY_NINE)).toBe(false);
      await world.planStore.remove('plan-1');
      expect(await world.outbox.enqueue(aMail(), MONDAY_NINE)).toBe(false);

      expect(await world.readRows('mails')).toEqual([]);
    });
  });

  describe('a claim', () => {
    test('gets nothing before the time of the mail has come', async () => {
      const world = await open();
      await storePending(world);
      await world.outbox.enqueue(aMail(), MONDAY_NINE);
      await claimMail(world, MONDAY_NINE);
      const nextTryAt = secondsAfter(MONDAY_NINE, 60);
      await world.outbox.recordDeferred('mail-1', HOLDER, '451', nextTryAt);

      expect(await claimMail(world, secondsAfter(nextTryAt, -0.001))).toBeUndefined();
      expect(await claimMail(world, nextTryAt)).toMatchObject({ id: 'mail-1' });
    });

    test('takes the most urgent mail first, of equally urgent ones the one that was stored first', async () => {
      const world = await open();
      await storePending(world);
      for (const id of ['z', 'a', 'm']) await world.outbox.enqueue(aMail({ id }), MONDAY_NINE);
      await world.outbox.enqueue(aMail({ id: 'tight', urgency: -2 }), MONDAY_NINE);

      const claimed = [];
      for (let count = 0; count < 4; count += 1) {
        claimed.push((await claimMail(world, MONDAY_NINE))?.id);
      }

      expect(claimed).toEqual(['tight', 'z', 'a', 'm']);
    });

    test('of one mail succeeds for one caller only, when two come at the same moment', async () => {
      const world = await open();
      await storePending(world);
      await world.outbox.enqueue(aMail(), MONDAY_NINE);

      const claimed = await Promise.all([claimMail(world, MONDAY_NINE), claimMail(world, MONDAY_NINE)]);

      expect(claimed.map((mail) => mail?.id).toSorted()).toEqual(['mail-1', undefined]);
    });

    test('of twenty mails by thirty callers at the same moment gives every mail to one of them', async () => {
      const world = await open();
      await storePending(world);
      const ids = Array.from({ length: 20 }, (_, index) => `mail-${index + 10}`);
      for (const id of ids) await world.outbox.enqueue(aMail({ id }), MONDAY_NINE);

      const claimed = await Promise.all(Array.from({ length: 30 }, () => claimMail(world, MONDAY_NINE)));

      expect(claimed.flatMap((mail) => mail?.id ?? []).toSorted()).toEqual(ids);
    });

    test('holds until its lease ends, then another caller gets the same mail with one more attempt', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder()]);
      await claimMailOfDue(world, MONDAY_NINE);
      const leaseUntil = secondsAfter(MONDAY_NINE, 30);

      expect(await claimMail(world, at('2026-12-07T09:00:29.999+08:00'))).toBeUndefined();
      expect(await claimMail(world, leaseUntil)).toMatchObject({
        id: 'mail-1',
        message: MESSAGE,
        attempts: 2,
      });
    });
  });

  describe('the end of a try', () => {
    test('that was accepted: the mail and its reminders are sent, with the answer of the server', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder(), aReminder({ kind: 'last-day', day: dayFrom('2026-12-08') })]);
      await claimMailOfDue(world, MONDAY_NINE);

      await world.outbox.recordSent('mail-1', '250 2.0.0 queued', secondsAfter(MONDAY_NINE, 1));

      expect(await world.readRows('mails')).toMatchObject([
        { state: 'sent', last_reply: '250 2.0.0 queued', sent_at: secondsAfter(MONDAY_NINE, 1) },
      ]);
      expect((await world.readRows('reminders')).map((row) => row.state)).toEqual(['sent', 'sent']);
      expect(await claimMail(world, WEDNESDAY_NINE)).toBeUndefined();
    });

    test('that was deferred: the same mail is tried again from the given time on, not before', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder()]);
      await claimMailOfDue(world, MONDAY_NINE);
      const nextTryAt = secondsAfter(MONDAY_NINE, 10);

      await world.outbox.recordDeferred('mail-1', HOLDER, '451 try later', nextTryAt);

      const justBefore = secondsAfter(nextTryAt, -0.001);
      expect(await claimMail(world, justBefore)).toBeUndefined();
      expect(await world.readRows('mails')).toMatchObject([{ state: 'unsent', last_reply: '451 try later' }]);
      expect(await claimMail(world, nextTryAt)).toMatchObject({ attempts: 2 });
      expect(await dueAt(world, WEDNESDAY_NINE)).toEqual([]);
    });

    test('that was refused: the mail is failed for good, its reminders dropped with the reason', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder()]);
      await claimMailOfDue(world, MONDAY_NINE);

      await world.outbox.recordFailed('mail-1', '550 5.1.1 no such user');

      expect(await world.readRows('mails')).toMatchObject([
        { state: 'failed', last_reply: '550 5.1.1 no such user' },
      ]);
      expect(await world.readRows('reminders')).toMatchObject([
        { state: 'dropped', reason: '550 5.1.1 no such user' },
      ]);
      expect(await claimMail(world, WEDNESDAY_NINE)).toBeUndefined();
      expect(await dueAt(world, WEDNESDAY_NINE)).toEqual([]);
    });

    test('keeps what the server said, but for a character that PostgreSQL keeps in no text', async () => {
      const world = await open();
      await storeConfirmed(world, []);
      for (const id of ['mail-1', 'mail-2']) await world.outbox.enqueue(aMail({ id }), MONDAY_NINE);

      for (let count = 0; count < 2; count += 1) await claimMail(world, MONDAY_NINE);
      await world.outbox.recordFailed('mail-1', '550 \0“信箱”');
      await world.outbox.recordDeferred('mail-2', HOLDER, '451\0', MONDAY_NINE);

      const replies = (await world.readRows('mails')).map((row) => row.last_reply);
      expect(replies).toEqual(['550 “信箱”', '451']);
    });

    test('that comes late, after another caller sent the mail, does not undo that', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder()]);
      await claimMailOfDue(world, MONDAY_NINE);
      await world.outbox.recordSent('mail-1', '250 OK', MONDAY_NINE);

      await world.outbox.recordDeferred('mail-1', HOLDER, 'timeout', TUESDAY_NINE);
      await world.outbox.recordFailed('mail-1', '550 no');

      expect(await world.readRows('mails')).toMatchObject([{ state: 'sent', last_reply: '250 OK' }]);
      expect(await world.readRows('reminders')).toMatchObject([{ state: 'sent', reason: null }]);
    });

    test('of a mail whose plan was removed meanwhile is no error', async () => {
      const { outbox } = await open();

      await outbox.recordSent('mail-1', '250 OK', MONDAY_NINE);
      await outbox.recordDeferred('mail-1', HOLDER, '451', MONDAY_NINE);
      await outbox.recordFailed('mail-1', '550');
    });
  });
}
