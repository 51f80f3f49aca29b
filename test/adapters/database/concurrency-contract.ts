// What holds when two do different things to one plan at the same moment, whatever the engine. Each story is told
// many times over, for on an engine with many connections the order of things is left to chance.

import { describe, expect, test } from 'vitest';
import { aFeed, anEvent } from './calendar-store-contract.ts';
import {
  aMail,
  aPlan,
  aReminder,
  type ContractWorld,
  dayFrom,
  dueAt,
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
} from './contract-world.ts';

const ROUNDS = Array.from({ length: 25 }, (_, index) => `plan-${index + 100}`);
const REMINDERS = [
  aReminder(),
  aReminder({ kind: 'last-day', day: dayFrom('2026-12-08') }),
  aReminder({ activity: 'payment', day: dayFrom('2026-12-09') }),
];

export function concurrencyContract(open: OpenWorld): void {
  const inEachRound = async (round: (world: ContractWorld, planId: string) => Promise<void>) => {
    const world = await open();
    for (const planId of ROUNDS) await round(world, planId);
  };
  const subscribed = (planId: string) => ({ id: `subscription of ${planId}`, of: ofPlan(planId) });

  describe('at the same moment', () => {
    test('a plan is changed and somebody unsubscribes from it: no reminder is left to be sent', () =>
      inEachRound(async (world, planId) => {
        const { id } = await storeConfirmed(world, REMINDERS, subscribed(planId));

        await Promise.all([
          world.planStore.replace(nextVersionOf(aPlan({ id: planId })), REMINDERS),
          unsubscribe(world, id),
        ]);

        const states = (await world.readRows('reminders'))
          .filter((row) => row.subscription_id === id)
          .map((row) => row.state);
        expect(states).toEqual(['withdrawn', 'withdrawn', 'withdrawn']);
      }));

    test('a plan is changed and somebody confirms: the reminders are those of the plan as it is then', () =>
      inEachRound(async (world, planId) => {
        const { id } = await storePending(world, subscribed(planId));
        const later = REMINDERS.map((reminder) => ({ ...reminder, sendAt: TUESDAY_NINE }));

        const [isReplaced, isConfirmed] = await Promise.all([
          world.planStore.replace(nextVersionOf(aPlan({ id: planId })), later),
          world.subscriptionStore.confirm(id, REMINDERS, 1),
        ]);

        expect(isReplaced).toBe(true);
        const sendAts = (await world.readRows('reminders'))
          .filter((row) => row.subscription_id === id)
          .map((row) => row.send_at);
        expect(sendAts).toEqual(isConfirmed ? [TUESDAY_NINE, TUESDAY_NINE, TUESDAY_NINE] : []);
      }));

    test('a plan is changed and its due reminders go into a mail: the mail has all of them or is not stored', () =>
      inEachRound(async (world, planId) => {
        const { id: subscriptionId } = await storeConfirmed(world, REMINDERS, subscribed(planId));
        const due = (await dueAt(world, MONDAY_NINE)).filter((one) => one.subscriptionId === subscriptionId);
        const mail = aMail({
          id: `mail of ${planId}`,
          subscriptionId,
          reminderIds: due.map(({ id }) => id).toReversed(),
        });

        const [isStored] = await Promise.all([
          world.outbox.enqueue(mail, MONDAY_NINE),
          world.planStore.replace(nextVersionOf(aPlan({ id: planId })), REMINDERS.slice(1)),
        ]);

        const rows = (await world.readRows('reminders')).filter(
          (row) => row.subscription_id === subscriptionId,
        );
        expect(rows.filter((row) => row.mail_id === mail.id)).toHaveLength(isStored ? 3 : 0);
        expect(rows.filter((row) => row.state === 'withdrawn')).toHaveLength(isStored ? 0 : 1);
      }));

    test('a mail is stored and its subscription closed: the mail is not stored, or it is withdrawn', () =>
      inEachRound(async (world, planId) => {
        const { id: subscriptionId } = await storeConfirmed(world, [], subscribed(planId));
        const mail = aMail({ id: `mail of ${planId}`, subscriptionId });

        const [isStored] = await Promise.all([
          world.outbox.enqueue(mail, MONDAY_NINE),
          unsubscribe(world, subscriptionId),
        ]);

        const states = (await world.readRows('mails'))
          .filter((row) => row.id === mail.id)
          .map((row) => row.state);
        expect(states).toEqual(isStored ? ['withdrawn'] : []);
      }));

    test('a calendar is published twice: one publication counts, with its entries and no others', () =>
      inEachRound(async ({ planStore, calendarStore }, planId) => {
        await planStore.create(aPlan({ id: planId }), linksOf(planId));

        for (const revision of [1, 2]) {
          const outcomes = await Promise.all(
            ['mama', 'baba'].map((who) =>
              calendarStore.publish(aFeed({ planId, revision, key: who }), [anEvent({ name: who })]),
            ),
          );

          expect(outcomes.toSorted()).toEqual([false, true]);
          const feed = await calendarStore.findFeed(planId);
          const names = (await calendarStore.findEvents(planId)).map(({ name }) => name);
          expect([feed?.revision, names]).toEqual([revision, [feed?.key]]);
        }
      }));

    test.each([1, 2])(
      'a calendar is published as revision %i and its plan removed: no error, and nothing is left',
      (revision) =>
        inEachRound(async (world, planId) => {
          await world.planStore.create(aPlan({ id: planId }), linksOf(planId));
          if (revision > 1) await world.calendarStore.publish(aFeed({ planId }), [anEvent()]);

          await Promise.all([
            world.calendarStore.publish(aFeed({ planId, revision }), [
              anEvent(),
              anEvent({ name: 'pay.step' }),
            ]),
            world.planStore.remove(planId),
          ]);

          expect(await world.calendarStore.findFeed(planId)).toBeUndefined();
          expect(await world.readRows('calendar_events')).toEqual([]);
        }),
    );

    test('a plan is changed, its links renewed, its mail sent, and then it is removed: no error', () =>
      inEachRound(async (world, planId) => {
        const { id: subscriptionId } = await storeConfirmed(world, REMINDERS, subscribed(planId));
        const due = await dueAt(world, MONDAY_NINE);
        const reminderIds = due.map(({ id }) => id);
        await world.outbox.enqueue(
          aMail({ id: `mail of ${planId}`, subscriptionId, reminderIds }),
          MONDAY_NINE,
        );

        await Promise.all([
          world.planStore.replace(nextVersionOf(aPlan({ id: planId })), REMINDERS.slice(1)),
          world.planStore.renewLinks(planId, [
            { kind: 'feed', hash: `new feed of ${planId}`, generation: 2 },
          ]),
          world.reminderLedger.drop(reminderIds.toReversed(), 'stale', LONG_AFTER),
          world.outbox.recordSent(`mail of ${planId}`, '250 OK', MONDAY_NINE),
          unsubscribe(world, subscriptionId),
          world.planStore.remove(planId),
        ]);

        for (const table of await world.listTables()) expect(await world.readRows(table), table).toEqual([]);
      }));
  });
}
