// What every reminder ledger promises, whatever the engine: what is due, and one mail a reminder.

import { describe, expect, test } from 'vitest';
import {
  aReminder,
  at,
  claimMailOfDue,
  dueAt,
  LONG_AFTER,
  MONDAY_NINE,
  type OpenWorld,
  ofPlan,
  storeConfirmed,
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

      expect(await dueAt(world, now)).toHaveLength(count);
    });

    test('with the smallest float goes first, then the one that has waited longest', async () => {
      const world = await open();
      await storeConfirmed(world, [
        aReminder({ activity: 'payment', floatWorkingDays: 3, sendAt: MONDAY_NINE }),
        aReminder({ activity: 'hr-approval', floatWorkingDays: -1, sendAt: TUESDAY_NINE }),
        aReminder({ activity: 'points-form', floatWorkingDays: -1, sendAt: MONDAY_NINE }),
      ]);

      const due = await dueAt(world, WEDNESDAY_NINE);

      expect(due.map(({ activity }) => activity)).toEqual(['points-form', 'hr-approval', 'payment']);
    });

    test('that was dropped keeps the reason and is not due again', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder(), aReminder({ kind: 'last-day', floatWorkingDays: 9 })]);
      const [first] = await dueAt(world, MONDAY_NINE);

      await world.reminderLedger.drop([first?.id ?? 0], 'stale since Saturday 12 December', LONG_AFTER);

      expect(await dueAt(world, WEDNESDAY_NINE)).toMatchObject([{ kind: 'last-day' }]);
      expect(await world.readRows('reminders')).toContainEqual(
        expect.objectContaining({ state: 'dropped', reason: 'stale since Saturday 12 December' }),
      );
    });

    test('that was moved meanwhile and is not due any more is not dropped for a reason of before', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder()]);
      const [due] = await dueAt(world, LONG_AFTER);

      await world.reminderLedger.drop([due?.id ?? 0], 'stale', at('2026-11-22T12:00:00+08:00'));

      expect(await dueAt(world, LONG_AFTER)).toHaveLength(1);
    });

    test('may be dropped together with 40,000 others', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder()]);
      const [due] = await dueAt(world, MONDAY_NINE);
      const others = Array.from({ length: 40_000 }, (_, index) => 1_000_000 + index);

      await world.reminderLedger.drop([...others, due?.id ?? 0], 'stale', LONG_AFTER);

      expect(await world.readRows('reminders')).toMatchObject([{ state: 'dropped' }]);
    });

    test('keeps its number for itself: a drop that comes after its plan was removed hits no other', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder()]);
      const [gone] = await dueAt(world, MONDAY_NINE);
      await world.planStore.remove('plan-1');
      await storeConfirmed(world, [aReminder()], { id: 'subscription-2', of: ofPlan('plan-2') });

      await world.reminderLedger.drop([gone?.id ?? 0], 'stale', LONG_AFTER);

      expect(await dueAt(world, MONDAY_NINE)).toHaveLength(1);
    });

    test('in a mail is neither due again nor dropped', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder()]);
      const [due] = await dueAt(world, MONDAY_NINE);
      await claimMailOfDue(world, MONDAY_NINE);

      await world.reminderLedger.drop([due?.id ?? 0], 'stale', LONG_AFTER);

      expect(await dueAt(world, WEDNESDAY_NINE)).toEqual([]);
      expect(await world.readRows('reminders')).toMatchObject([{ state: 'unsent', mail_id: 'mail-1' }]);
    });
  });
}
