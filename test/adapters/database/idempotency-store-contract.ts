// What every store of keyed requests promises, whatever the engine. A day is what the key of a request lasts.

import { describe, expect, test } from 'vitest';
import type { KeyedRequest } from '../../../src/ports/idempotency-store.ts';
import { aPlan, at, linksOf, type OpenWorld, secondsAfter } from './contract-world.ts';

const SUNDAY_NOON = at('2026-11-22T12:00:00+08:00');
const MONDAY_NOON = at('2026-11-23T12:00:00+08:00');

function aRequest(changes: Partial<KeyedRequest> = {}): KeyedRequest {
  return { keyHash: 'key-1', requestHash: 'case-1', expiresAt: MONDAY_NOON, ...changes };
}

export function idempotencyStoreContract(open: OpenWorld): void {
  describe('a plan that is asked for with a key', () => {
    test('is stored once: the second time nothing is written, and the key tells which plan it was', async () => {
      const { idempotencyStore, planStore, readRows } = await open();

      const outcomes = [
        await idempotencyStore.createPlanOnce(aPlan(), linksOf('plan-1'), aRequest()),
        await idempotencyStore.createPlanOnce(aPlan({ id: 'plan-2' }), linksOf('plan-2'), aRequest()),
      ];

      expect(outcomes).toEqual([true, false]);
      expect(await idempotencyStore.findByKey('key-1', SUNDAY_NOON)).toEqual({
        requestHash: 'case-1',
        planId: 'plan-1',
      });
      expect(await planStore.find('plan-2')).toBeUndefined();
      expect(await readRows('plan_links')).toHaveLength(3);
      expect(await readRows('plan_revisions')).toHaveLength(1);
    });

    test('is stored once when many ask at the same moment', async () => {
      const { idempotencyStore, readRows } = await open();
      const ids = Array.from({ length: 12 }, (_, index) => `plan-${index}`);

      const outcomes = await Promise.all(
        ids.map((id) => idempotencyStore.createPlanOnce(aPlan({ id }), linksOf(id), aRequest())),
      );

      expect(outcomes.filter((isStored) => isStored)).toHaveLength(1);
      const plans = await readRows('plans');
      expect(plans).toHaveLength(1);
      expect(await idempotencyStore.findByKey('key-1', SUNDAY_NOON)).toMatchObject({ planId: plans[0]?.id });
    });

    test('is another one once the key has expired, to the millisecond', async () => {
      const { idempotencyStore } = await open();
      await idempotencyStore.createPlanOnce(aPlan(), linksOf('plan-1'), aRequest());
      const later = { id: 'plan-2', createdAt: MONDAY_NOON, changedAt: MONDAY_NOON };
      const expiresAt = secondsAfter(MONDAY_NOON, 60);

      expect(await idempotencyStore.findByKey('key-1', secondsAfter(MONDAY_NOON, -0.001))).toBeDefined();
      expect(await idempotencyStore.findByKey('key-1', MONDAY_NOON)).toBeUndefined();
      expect(
        await idempotencyStore.createPlanOnce(aPlan(later), linksOf('plan-2'), aRequest({ expiresAt })),
      ).toBe(true);
      expect(await idempotencyStore.findByKey('key-1', MONDAY_NOON)).toMatchObject({ planId: 'plan-2' });
    });

    test('leaves no key behind when it could not be stored', async () => {
      const { idempotencyStore, planStore } = await open();
      await planStore.create(aPlan(), linksOf('plan-1'));

      const stored = idempotencyStore.createPlanOnce(aPlan({ id: 'plan-2' }), linksOf('plan-1'), aRequest());

      await expect(stored).rejects.toThrow();
      expect(await idempotencyStore.findByKey('key-1', SUNDAY_NOON)).toBeUndefined();
    });

    test('takes its key along when it is removed', async () => {
      const { idempotencyStore, planStore, readRows } = await open();
      await idempotencyStore.createPlanOnce(aPlan(), linksOf('plan-1'), aRequest());

      await planStore.remove('plan-1');

      expect(await readRows('idempotency_keys')).toEqual([]);
    });
  });

  test('a sweep deletes the keys that have expired, and only those; their plans stay', async () => {
    const { idempotencyStore, readRows } = await open();
    await idempotencyStore.createPlanOnce(aPlan(), linksOf('plan-1'), aRequest());
    const expiresAt = secondsAfter(MONDAY_NOON, 1);
    const other = aRequest({ keyHash: 'key-2', expiresAt });
    await idempotencyStore.createPlanOnce(aPlan({ id: 'plan-2' }), linksOf('plan-2'), other);

    expect(await idempotencyStore.sweep(MONDAY_NOON)).toBe(1);

    expect((await readRows('idempotency_keys')).map((row) => row.key_hash)).toEqual(['key-2']);
    expect(await readRows('plans')).toHaveLength(2);
  });
}
