// Addresses that had ended under an earlier version of the program, which kept them.

import { afterEach, beforeEach, expect, it } from 'vitest';
import { eraseEndedAddresses } from '../../src/app/ended-address.ts';
import { openTestWorld, subscribed, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openTestWorld();
});
afterEach(() => world.close());

it('are erased when a server starts, are known again afterwards, and those that get reminders stay', async () => {
  const { edit } = await subscribed(world);
  const [{ id } = { id: '' }] = (await world.lastbus.openPlan(edit, null))?.subscriptions ?? [];
  // As that version left it: unsubscribed, with its address.
  await world.dependencies.subscriptionStore.erase({ id, addressHash: null }, 'unsubscribed');
  const other = await subscribed(world, 'other@example.com');

  await eraseEndedAddresses(world.dependencies);
  await eraseEndedAddresses(world.dependencies);

  expect((await world.lastbus.openPlan(edit, null))?.subscriptions).toMatchObject([
    { state: 'unsubscribed', address: null },
  ]);
  expect(await world.lastbus.subscribe(edit, 'Parent@example.com', 'zh')).toEqual({ kind: 'unsubscribed' });
  expect((await world.lastbus.openPlan(other.edit, null))?.subscriptions).toMatchObject([
    { state: 'confirmed', address: 'other@example.com' },
  ]);
});
