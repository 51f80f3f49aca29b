// What every reminder ledger promises, whatever the engine: what is due, one mail a reminder, one holder a
// mail, and an end for every mail. At least once, never lost.

import { describe, expect, test } from 'vitest';
import {
  aMail,
  aReminder,
  at,
  claimMailOfDue,
  dayFrom,
  LONG_AFTER,
  MESSAGE,
  MONDAY_NINE,
  type OpenWorld,
  secondsAfter,
  storeConfirmed,
  storePending,
  TUESDAY_NINE,
  WEDNESDAY_NINE,
} from './contract-world.ts';

export function reminderLedgerContract(open: OpenWorld): void {
  describe('a reminder', () => {
    test.each([
      ['is not due a millisecond before its time', at('2026-12-07T08:59:59.999+08:00'), 0],
      ['is due at its time', MONDAY_NINE, 1],
      ['is due two days later still, when the server was down', WEDNESDAY_NINE, 1],
    ])('%s', async (_, now, count) => {
      const world = await open();
      await storeConfirmed(world, [aReminder()]);

      expect(await world.reminderLedger.listDue(now)).toHaveLength(count);
    });

    test('with the smallest float goes first, then the one that has waited longest', async () => {
      const world = await open();
      await storeConfirmed(world, [
        aReminder({ activity: 'payment', floatWorkingDays: 3, sendAt: MONDAY_NINE }),
        aReminder({ activity: 'hr-approval', floatWorkingDays: -1, sendAt: TUESDAY_NINE }),
        aReminder({ activity: 'points-form', floatWorkingDays: -1, sendAt: MONDAY_NINE }),
      ]);

      const due = await world.reminderLedger.listDue(WEDNESDAY_NINE);

      expect(due.map(({ activity }) => activity)).toEqual(['points-form', 'hr-approval', 'payment']);
    });

    test('that was dropped keeps the reason and is not due again', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder(), aReminder({ kind: 'last-day', floatWorkingDays: 9 })]);
      const [first] = await world.reminderLedger.listDue(MONDAY_NINE);

      await world.reminderLedger.drop([first?.id ?? 0], 'stale since Saturday 12 December', LONG_AFTER);

      expect(await world.reminderLedger.listDue(WEDNESDAY_NINE)).toMatchObject([{ kind: 'last-day' }]);
      expect(await world.readRows('reminders')).toContainEqual(
        expect.objectContaining({ state: 'dropped', reason: 'stale since Saturday 12 December' }),
      );
    });

    test('that was moved meanwhile and is not due any more is not dropped for a reason of before', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder()]);
      const [due] = await world.reminderLedger.listDue(LONG_AFTER);

      await world.reminderLedger.drop([due?.id ?? 0], 'stale', at('2026-11-22T12:00:00+08:00'));

      expect(await world.reminderLedger.listDue(LONG_AFTER)).toHaveLength(1);
    });

    test('may be dropped together with 40,000 others', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder()]);
      const [due] = await world.reminderLedger.listDue(MONDAY_NINE);
      const others = Array.from({ length: 40_000 }, (_, index) => 1_000_000 + index);

      await world.reminderLedger.drop([...others, due?.id ?? 0], 'stale', LONG_AFTER);

      expect(await world.readRows('reminders')).toMatchObject([{ state: 'dropped' }]);
    });

    test('keeps its number for itself: a drop that comes after its plan was removed hits no other', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder()]);
      const [gone] = await world.reminderLedger.listDue(MONDAY_NINE);
      await world.planStore.remove('plan-1');
      await storeConfirmed(world, [aReminder()], { id: 'subscription-2', planId: 'plan-2' });

      await world.reminderLedger.drop([gone?.id ?? 0], 'stale', LONG_AFTER);

      expect(await world.reminderLedger.listDue(MONDAY_NINE)).toHaveLength(1);
    });

    test('in a mail is neither due again nor dropped', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder()]);
      const [due] = await world.reminderLedger.listDue(MONDAY_NINE);
      await claimMailOfDue(world, MONDAY_NINE);

      await world.reminderLedger.drop([due?.id ?? 0], 'stale', LONG_AFTER);

      expect(await world.reminderLedger.listDue(WEDNESDAY_NINE)).toEqual([]);
      expect(await world.readRows('reminders')).toMatchObject([{ state: 'unsent', mail_id: 'mail-1' }]);
    });
  });

  describe('a stored mail', () => {
    test('is claimed as it was stored, to the last character', async () => {
      const world = await open();
      await storePending(world);

      expect(await world.reminderLedger.enqueue(aMail({ kind: 'confirm' }), MONDAY_NINE)).toBe(true);

      expect(await world.reminderLedger.claimMail(MONDAY_NINE, TUESDAY_NINE)).toEqual({
        id: 'mail-1',
        kind: 'confirm',
        subscriptionId: 'subscription-1',
        message: MESSAGE,
        attempts: 1,
        reminderCount: 0,
      });
    });

    test('has its reminders for itself: of two dispatchers at the same moment, one stores its mail', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder(), aReminder({ kind: 'last-day' })]);
      const reminderIds = (await world.reminderLedger.listDue(MONDAY_NINE)).map(({ id }) => id);

      const outcomes = await Promise.all(
        ['mail-1', 'mail-2'].map((id) =>
          world.reminderLedger.enqueue(aMail({ id, reminderIds }), MONDAY_NINE),
        ),
      );

      expect(outcomes.toSorted()).toEqual([false, true]);
      const [mail, ...more] = await world.readRows('mails');
      expect(more).toEqual([]);
      expect((await world.readRows('reminders')).map((row) => row.mail_id)).toEqual([mail?.id, mail?.id]);
    });

    test('gives its other reminders back when it cannot have them all', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder(), aReminder({ kind: 'last-day', floatWorkingDays: 9 })]);
      const [tied, free] = (await world.reminderLedger.listDue(MONDAY_NINE)).map(({ id }) => id);
      await world.reminderLedger.enqueue(aMail({ reminderIds: [tied ?? 0] }), MONDAY_NINE);

      const both = aMail({ id: 'mail-2', reminderIds: [tied ?? 0, free ?? 0] });
      expect(await world.reminderLedger.enqueue(both, MONDAY_NINE)).toBe(false);

      expect(await world.reminderLedger.listDue(MONDAY_NINE)).toMatchObject([{ id: free }]);
    });

    test('is stored once, however often it is given', async () => {
      const world = await open();
      await storePending(world);
      const mail = aMail({ kind: 'confirm' });
      await world.reminderLedger.enqueue(mail, MONDAY_NINE);

      expect(await world.reminderLedger.enqueue(mail, TUESDAY_NINE)).toBe(false);

      expect(await world.readRows('mails')).toMatchObject([{ next_try_at: MONDAY_NINE }]);
    });

    test('is not stored for a subscription that was closed or is gone', async () => {
      const world = await open();
      await storePending(world);
      await world.subscriptionStore.close('subscription-1', 'unsubscribed');

      expect(await world.reminderLedger.enqueue(aMail(), MONDAY_NINE)).toBe(false);
      await world.planStore.remove('plan-1');
      expect(await world.reminderLedger.enqueue(aMail(), MONDAY_NINE)).toBe(false);

      expect(await world.readRows('mails')).toEqual([]);
    });
  });

  describe('a claim', () => {
    test('gets nothing before the time of the mail has come', async () => {
      const world = await open();
      await storePending(world);
      await world.reminderLedger.enqueue(aMail(), TUESDAY_NINE);

      expect(await world.reminderLedger.claimMail(MONDAY_NINE, TUESDAY_NINE)).toBeUndefined();
    });

    test('takes the mails in the order in which they were stored', async () => {
      const world = await open();
      await storePending(world);
      for (const id of ['z', 'a', 'm']) await world.reminderLedger.enqueue(aMail({ id }), MONDAY_NINE);

      const claimed = [];
      for (let count = 0; count < 3; count += 1) {
        claimed.push((await world.reminderLedger.claimMail(MONDAY_NINE, TUESDAY_NINE))?.id);
      }

      expect(claimed).toEqual(['z', 'a', 'm']);
    });

    test('of one mail succeeds for one caller only, when two come at the same moment', async () => {
      const world = await open();
      await storePending(world);
      await world.reminderLedger.enqueue(aMail(), MONDAY_NINE);

      const claimed = await Promise.all([
        world.reminderLedger.claimMail(MONDAY_NINE, TUESDAY_NINE),
        world.reminderLedger.claimMail(MONDAY_NINE, TUESDAY_NINE),
      ]);

      expect(claimed.map((mail) => mail?.id).toSorted()).toEqual(['mail-1', undefined]);
    });

    test('of twenty mails by thirty callers at the same moment gives every mail to one of them', async () => {
      const world = await open();
      await storePending(world);
      const ids = Array.from({ length: 20 }, (_, index) => `mail-${index + 10}`);
      for (const id of ids) await world.reminderLedger.enqueue(aMail({ id }), MONDAY_NINE);

      const claimed = await Promise.all(
        Array.from({ length: 30 }, () => world.reminderLedger.claimMail(MONDAY_NINE, TUESDAY_NINE)),
      );

      expect(claimed.flatMap((mail) => mail?.id ?? []).toSorted()).toEqual(ids);
    });

    test('holds until its lease ends, then another caller gets the same mail with one more attempt', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder()]);
      await claimMailOfDue(world, MONDAY_NINE);
      const leaseUntil = secondsAfter(MONDAY_NINE, 30);

      expect(
        await world.reminderLedger.claimMail(at('2026-12-07T09:00:29.999+08:00'), TUESDAY_NINE),
      ).toBeUndefined();
      expect(await world.reminderLedger.claimMail(leaseUntil, TUESDAY_NINE)).toMatchObject({
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

      await world.reminderLedger.recordSent('mail-1', '250 2.0.0 queued', secondsAfter(MONDAY_NINE, 1));

      expect(await world.readRows('mails')).toMatchObject([
        { state: 'sent', last_reply: '250 2.0.0 queued', sent_at: secondsAfter(MONDAY_NINE, 1) },
      ]);
      expect((await world.readRows('reminders')).map((row) => row.state)).toEqual(['sent', 'sent']);
      expect(await world.reminderLedger.claimMail(WEDNESDAY_NINE, WEDNESDAY_NINE)).toBeUndefined();
    });

    test('that was deferred: the same mail is tried again from the given time on, not before', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder()]);
      await claimMailOfDue(world, MONDAY_NINE);
      const nextTryAt = secondsAfter(MONDAY_NINE, 10);

      await world.reminderLedger.recordDeferred('mail-1', '451 try later', nextTryAt);

      const justBefore = secondsAfter(nextTryAt, -0.001);
      expect(await world.reminderLedger.claimMail(justBefore, TUESDAY_NINE)).toBeUndefined();
      expect(await world.readRows('mails')).toMatchObject([{ state: 'unsent', last_reply: '451 try later' }]);
      expect(await world.reminderLedger.claimMail(nextTryAt, TUESDAY_NINE)).toMatchObject({ attempts: 2 });
      expect(await world.reminderLedger.listDue(WEDNESDAY_NINE)).toEqual([]);
    });

    test('that was refused: the mail is failed for good, its reminders dropped with the reason', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder()]);
      await claimMailOfDue(world, MONDAY_NINE);

      await world.reminderLedger.recordFailed('mail-1', '550 5.1.1 no such user');

      expect(await world.readRows('mails')).toMatchObject([
        { state: 'failed', last_reply: '550 5.1.1 no such user' },
      ]);
      expect(await world.readRows('reminders')).toMatchObject([
        { state: 'dropped', reason: '550 5.1.1 no such user' },
      ]);
      expect(await world.reminderLedger.claimMail(WEDNESDAY_NINE, WEDNESDAY_NINE)).toBeUndefined();
      expect(await world.reminderLedger.listDue(WEDNESDAY_NINE)).toEqual([]);
    });

    test('keeps what the server said, but for a character that PostgreSQL keeps in no text', async () => {
      const world = await open();
      await storeConfirmed(world, []);
      for (const id of ['mail-1', 'mail-2']) await world.reminderLedger.enqueue(aMail({ id }), MONDAY_NINE);

      await world.reminderLedger.recordFailed('mail-1', '550 \0“信箱”');
      await world.reminderLedger.recordDeferred('mail-2', '451\0', MONDAY_NINE);

      const replies = (await world.readRows('mails')).map((row) => row.last_reply);
      expect(replies).toEqual(['550 “信箱”', '451']);
    });

    test('that comes late, after another caller sent the mail, does not undo that', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder()]);
      await claimMailOfDue(world, MONDAY_NINE);
      await world.reminderLedger.recordSent('mail-1', '250 OK', MONDAY_NINE);

      await world.reminderLedger.recordDeferred('mail-1', 'timeout', TUESDAY_NINE);
      await world.reminderLedger.recordFailed('mail-1', '550 no');

      expect(await world.readRows('mails')).toMatchObject([{ state: 'sent', last_reply: '250 OK' }]);
      expect(await world.readRows('reminders')).toMatchObject([{ state: 'sent', reason: null }]);
    });

    test('of a mail whose plan was removed meanwhile is no error', async () => {
      const { reminderLedger } = await open();

      await reminderLedger.recordSent('mail-1', '250 OK', MONDAY_NINE);
      await reminderLedger.recordDeferred('mail-1', '451', MONDAY_NINE);
      await reminderLedger.recordFailed('mail-1', '550');
    });
  });
}
