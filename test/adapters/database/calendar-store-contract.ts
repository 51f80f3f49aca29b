// What every calendar store keeps to: ports/calendar-store.ts, told as tests. Each engine's test file runs them.

import { describe, expect, test } from 'vitest';
import type { CalendarEvent, PublishedFeed } from '../../../src/ports/calendar-store.ts';
import { aPlan, at, dayFrom, linksOf, type OpenWorld } from './contract-world.ts';

const PUBLISHED_AT = at('2026-11-22T12:00:00+08:00');

export function aFeed(changes: Partial<PublishedFeed> = {}): PublishedFeed {
  return {
    planId: 'plan-1',
    key: 'version 1',
    basis: 'version 1, online',
    day: dayFrom('2026-11-22'),
    content: 'BEGIN:VCALENDAR\r\n末班车\r\nEND:VCALENDAR\r\n',
    etag: '"abc"',
    changedAt: PUBLISHED_AT,
    revision: 1,
    ...changes,
  };
}

export function anEvent(changes: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    name: 'renew-permit.step',
    day: dayFrom('2026-12-09'),
    summary: '最晚今天：居住证签注',
    description: '带什么：身份证\n在哪办：窗口',
    url: null,
    alarms: [{ secondsBefore: 54_000, text: '最晚12月9日：居住证签注' }],
    sequence: 0,
    changedAt: PUBLISHED_AT,
    cancelledOn: null,
    ...changes,
  };
}

export function calendarStoreContract(open: OpenWorld): void {
  const openWithPlan = async () => {
    const world = await open();
    await world.planStore.create(aPlan(), linksOf('plan-1'));
    return world.calendarStore;
  };

  describe('a published calendar', () => {
    test('is read back as it was: the feed, and its entries in their order', async () => {
      const store = await openWithPlan();
      const events = [
        anEvent({ name: 'z.step', url: 'https://lastbus.example/plans/x' }),
        anEvent({ name: 'a.step', alarms: [], cancelledOn: dayFrom('2026-11-23'), sequence: 4 }),
      ];

      expect(await store.publish(aFeed(), events)).toBe(true);

      expect(await store.findFeed('plan-1')).toEqual(aFeed());
      expect(await store.findEvents('plan-1')).toEqual(events);
    });

    test('was never published: no feed, no entries', async () => {
      const store = await openWithPlan();

      expect(await store.findFeed('plan-1')).toBeUndefined();
      expect(await store.findEvents('plan-1')).toEqual([]);
    });

    test('is replaced as a whole by its next revision', async () => {
      const store = await openWithPlan();
      await store.publish(aFeed(), [anEvent(), anEvent({ name: 'payment.step' })]);
      const next = aFeed({ revision: 2, day: dayFrom('2026-11-23'), content: 'other' });

      expect(await store.publish(next, [anEvent({ sequence: 1 })])).toBe(true);

      expect(await store.findFeed('plan-1')).toEqual(next);
      expect(await store.findEvents('plan-1')).toEqual([anEvent({ sequence: 1 })]);
    });

    test.each([
      ['published at the same moment by somebody else', 1],
      ['of a revision that somebody else has passed', 3],
    ])('%s is refused, and what stands stays', async (_, revision) => {
      const store = await openWithPlan();
      await store.publish(aFeed(), [anEvent()]);

      expect(await store.publish(aFeed({ revision, content: 'late' }), [])).toBe(false);

      expect(await store.findFeed('plan-1')).toEqual(aFeed());
      expect(await store.findEvents('plan-1')).toEqual([anEvent()]);
    });

    test('of two that are published at once one is taken', async () => {
      const store = await openWithPlan();

      const taken = await Promise.all([
        store.publish(aFeed(), [anEvent()]),
        store.publish(aFeed(), [anEvent()]),
      ]);

      expect(taken.toSorted()).toEqual([false, true]);
    });

    test('of a plan that is gone is not taken', async () => {
      const { calendarStore, planStore } = await open();
      await planStore.create(aPlan(), linksOf('plan-1'));
      await planStore.remove('plan-1');

      expect(await calendarStore.publish(aFeed(), [anEvent()])).toBe(false);
    });
  });
}
