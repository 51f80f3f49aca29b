// What a count of the data promises, whatever the engine: every plan, reminder and mail is counted where it belongs, once.

import { describe, expect, test } from 'vitest';
import {
  aMail,
  aPlan,
  aReminder,
  claimMail,
  dayFrom,
  dueAt,
  linksOf,
  MONDAY_NINE,
  type OpenWorld,
  secondsAfter,
  storeConfirmed,
  storePending,
  TUESDAY_NINE,
} from './contract-world.ts';

export function dataTallyContract(open: OpenWorld): void {
  describe('a tally', () => {
    test('of an empty database is nothing', async () => {
      const world = await open();

      expect(await world.dataTally.take(MONDAY_NINE)).toEqual({
        plansByPolicy: new Map(),
        confirmedSubscriptions: 0,
        remindersDue: 0,
        oldestDueAt: null,
        mailsWaiting: { confirm: 0, reminder: 0 },
        mailsTriedBefore: 0,
        mailsFailed: 0,
      });
    });

    test('counts plans by policy', async () => {
      const world = await open();
      for (const [id, policyId] of [
        ['plan-1', 'shanghai-2027'],
        ['plan-2', 'hangzhou-2026'],
        ['plan-3', 'shanghai-2027'],
      ] as const) {
        await world.planStore.create(aPlan({ id, policyId }), linksOf(id));
      }

      const { plansByPolicy } = await world.dataTally.take(MONDAY_NINE);

      expect(plansByPolicy).toEqual(
        new Map([
          ['shanghai-2027', 2],
          ['hangzhou-2026', 1],
        ]),
      );
    });

    test('counts what is due and not sent, be it in a mail or not, since the oldest, and nothing of tomorrow', async () => {
      const world = await open();
      const tomorrow = aReminder({ day: dayFrom('2026-12-08'), sendAt: TUESDAY_NINE });
      await storeConfirmed(world, [aReminder(), aReminder({ kind: 'last-day' }), tomorrow]);
      const [first] = await dueAt(world, MONDAY_NINE);
      await world.outbox.enqueue(aMail({ reminderIds: [first?.id ?? 0] }), MONDAY_NINE);

      expect(await world.dataTally.take(secondsAfter(MONDAY_NINE, 90))).toMatchObject({
        confirmedSubscriptions: 1,
        remindersDue: 2,
        oldestDueAt: MONDAY_NINE,
        mailsWaiting: { confirm: 0, reminder: 1 },
        mailsTriedBefore: 0,
      });
      expect(await world.dataTally.take(TUESDAY_NINE)).toMatchObject({ remindersDue: 3 });
    });

    test('leaves out reminders of an address that is closed', async () => {
      const world = await open();
      const { id } = await storeConfirmed(world, [aReminder()]);

      await world.subscriptionStore.close(id, 'bounced');

      expect(await world.dataTally.take(MONDAY_NINE)).toMatchObject({
        confirmedSubscriptions: 0,
        remindersDue: 0,
        oldestDueAt: null,
      });
    });

    test('tells mails that wait from those that were given up', async () => {
      const world = await open();
      await storePending(world);
      await world.outbox.enqueue(aMail({ kind: 'confirm' }), MONDAY_NINE);
      await world.outbox.enqueue(aMail({ id: 'mail-2' }), MONDAY_NINE);

      await world.outbox.recordFailed('mail-2', '550 no such user');

      expect(await world.dataTally.take(MONDAY_NINE)).toMatchObject({
        mailsWaiting: { confirm: 1, reminder: 0 },
        mailsFailed: 1,
      });
    });

    test('knows a mail that was tried before', async () => {
      const world = await open();
      await storePending(world);
      await world.outbox.enqueue(aMail({ kind: 'confirm' }), MONDAY_NINE);

      await claimMail(world, MONDAY_NINE);

      expect(await world.dataTally.take(MONDAY_NINE)).toMatchObject({
        mailsWaiting: { confirm: 1 },
        mailsTriedBefore: 1,
      });
    });
  });
}
