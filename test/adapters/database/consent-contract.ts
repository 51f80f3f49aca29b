// What every subscription store promises about people's will: an address that has ended is erased, is not asked again by
// its plan unless its owner wants it, and nobody is asked too often. Whatever the engine.

import { describe, expect, test } from 'vitest';
import type { CountedAsk } from '../../../src/ports/subscription-store.ts';
import {
  addressHashOf,
  aMail,
  aPlan,
  aReminder,
  aSubscription,
  type ContractWorld,
  claimMail,
  claimMailOfDue,
  dueAt,
  endingOf,
  hashesOf,
  linksOf,
  MONDAY_NINE,
  nextVersionOf,
  type OpenWorld,
  ofPlan,
  secondsAfter,
  storeConfirmed,
  storePending,
  TUESDAY_NINE,
} from './contract-world.ts';

const MAMA = 'mama@example.org';
const BABA = { id: 'subscription-2', address: 'baba@example.org' };

/** Everything that the database holds, as one text. */
async function everything(world: ContractWorld): Promise<string> {
  const rows = await Promise.all((await world.listTables()).map((table) => world.readRows(table)));
  return JSON.stringify(rows);
}

export function consentContract(open: OpenWorld): void {
  describe('an address whose plan is deleted at that very moment', () => {
    test('is not stored, and that is no error', async () => {
      const world = await open();
      const gone = aSubscription({ of: ofPlan('plan-deleted') });

      expect(await world.subscriptionStore.createOrFind(gone, hashesOf(gone.id), 'hash')).toBeUndefined();
      expect(await world.readRows('subscriptions')).toEqual([]);
    });
  });

  describe.each(['unsubscribed', 'removed'] as const)('an address that is %s', (state) => {
    test('is erased wherever it stood: in its row, in texts of mails, in what mail servers said', async () => {
      const world = await open();
      const subscription = await storeConfirmed(world, [aReminder(), aReminder({ kind: 'last-day' })], {
        reference: 'Wang 4711',
      });
      await claimMailOfDue(world, MONDAY_NINE);
      await world.outbox.recordFailed('mail-1', `554 <${MAMA}> refused`);
      await world.outbox.enqueue(aMail({ id: 'mail-2' }), MONDAY_NINE);

      expect(await everything(world)).toContain(MAMA);
      await world.subscriptionStore.erase(endingOf(subscription), state);

      expect(await everything(world)).not.toContain('mama@');
      expect(await everything(world)).not.toContain('Wang 4711');
      expect(await world.subscriptionStore.find(subscription.id)).toMatchObject({ state, address: null });
      expect(await world.subscriptionStore.isKeptAs(subscription.id, addressHashOf(MAMA))).toBe(true);
      expect(await world.readRows('mails')).toMatchObject([{ state: 'failed' }, { state: 'withdrawn' }]);
      expect(await claimMail(world, TUESDAY_NINE)).toBeUndefined();
    });

    test('does not come back with what a mail server says of a mail that was on its way', async () => {
      const world = await open();
      const subscription = await storeConfirmed(world, [aReminder()]);
      await claimMailOfDue(world, MONDAY_NINE);

      await world.subscriptionStore.erase(endingOf(subscription), state);
      await world.outbox.recordSent('mail-1', `250 queued for <${MAMA}>`, MONDAY_NINE);

      expect(await everything(world)).not.toContain('mama@');
      expect(await world.readRows('mails')).toMatchObject([
        { state: 'sent', sent_at: MONDAY_NINE, last_reply: null },
      ]);
    });

    test('is found by its links as before, and ending it once more changes nothing', async () => {
      const world = await open();
      const subscription = await storeConfirmed(world, []);
      await world.subscriptionStore.erase(endingOf(subscription), state);
      const ended = await world.subscriptionStore.find(subscription.id);
      if (ended === undefined) throw new Error('it is gone');

      await world.subscriptionStore.erase(endingOf(ended), state);

      const { unsubscribeHash } = hashesOf(subscription.id);
      expect(await world.subscriptionStore.findByUnsubscribeHash(unsubscribeHash)).toEqual(ended);
      expect(await world.subscriptionStore.isKeptAs(subscription.id, addressHashOf(MAMA))).toBe(true);
    });
  });

  test('two addresses of a plan can end, and the rest of it stays', async () => {
    const world = await open();
    const mama = await storeConfirmed(world, []);
    const baba = await storeConfirmed(world, [aReminder()], BABA);
    const aunt = await storeConfirmed(world, [], { id: 'subscription-3', address: 'aunt@example.org' });

    await world.subscriptionStore.erase(endingOf(mama), 'unsubscribed');
    await world.subscriptionStore.erase(endingOf(aunt), 'removed');

    expect(await dueAt(world, MONDAY_NINE)).toMatchObject([{ subscriptionId: baba.id }]);
    expect((await world.subscriptionStore.listOf(ofPlan('plan-1'))).map(({ address }) => address)).toEqual([
      null,
      BABA.address,
      null,
    ]);
  });

  test('what is unsubscribed stays so when its plan’s owner removes it, or a server refuses a mail to it', async () => {
    const world = await open();
    const subscription = await storeConfirmed(world, []);
    await world.subscriptionStore.erase(endingOf(subscription), 'unsubscribed');

    await world.subscriptionStore.erase({ id: subscription.id, addressHash: null }, 'removed');
    await world.subscriptionStore.close(subscription.id, 'bounced');

    expect((await world.subscriptionStore.find(subscription.id))?.state).toBe('unsubscribed');
  });

  test('what was removed and is unsubscribed by an old mail is unsubscribed from then on', async () => {
    const world = await open();
    const subscription = await storeConfirmed(world, []);
    await world.subscriptionStore.erase(endingOf(subscription), 'removed');

    await world.subscriptionStore.erase({ id: subscription.id, addressHash: null }, 'unsubscribed');

    expect((await world.subscriptionStore.find(subscription.id))?.state).toBe('unsubscribed');
    expect(await world.subscriptionStore.isKeptAs(subscription.id, addressHashOf(MAMA))).toBe(true);
  });

  describe('an address that is given again', () => {
    test.each([
      ['unsubscribed', 'unsubscribed', null],
      ['removed', 'pending', MAMA],
    ] as const)('after it was %s is %s', async (before, after, address) => {
      const world = await open();
      await world.subscriptionStore.erase(endingOf(await storeConfirmed(world, [])), before);

      const again = await storePending(world, { id: 'subscription-9' });

      expect(again).toMatchObject({ id: 'subscription-1', state: after, address });
      expect(await world.subscriptionStore.listOf(ofPlan('plan-1'))).toHaveLength(1);
    });

    test('after it bounced is asked again', async () => {
      const world = await open();
      await world.subscriptionStore.close((await storeConfirmed(world, [])).id, 'bounced');

      expect((await storePending(world)).state).toBe('pending');
    });

    test('while it is pending takes over language, audience and reference', async () => {
      const world = await open();
      await storePending(world);

      const changes = { locale: 'en', audience: 'employer', reference: 'Wang' } as const;

      expect(await storePending(world, { id: 'subscription-9', ...changes })).toEqual(aSubscription(changes));
      expect(await world.subscriptionStore.find('subscription-1')).toEqual(aSubscription(changes));
    });
  });

  describe('an address that has unsubscribed and wants reminders again', () => {
    test('is pending, and gets them once it is confirmed anew', async () => {
      const world = await open();
      const { id } = await storeConfirmed(world, [aReminder()]);
      await world.subscriptionStore.erase({ id, addressHash: addressHashOf(MAMA) }, 'unsubscribed');

      await world.subscriptionStore.reopen(id, MAMA);
      const reopened = await world.subscriptionStore.find(id);
      await world.subscriptionStore.confirm(id, [aReminder()], 1);

      expect(reopened).toEqual(aSubscription());
      expect(await dueAt(world, MONDAY_NINE)).toHaveLength(1);
    });

    test.each(['pending', 'confirmed', 'removed'])('is not reopened when it is %s', async (state) => {
      const world = await open();
      const subscription = state === 'pending' ? await storePending(world) : await storeConfirmed(world, []);
      if (state === 'removed') await world.subscriptionStore.erase(endingOf(subscription), 'removed');

      await world.subscriptionStore.reopen(subscription.id, MAMA);

      expect((await world.subscriptionStore.find(subscription.id))?.state).toBe(state);
    });
  });

  describe('an address that takes the place of another', () => {
    test('leaves the other its reminders until it is confirmed itself; then that one ends and is erased', async () => {
      const world = await open();
      const mama = await storeConfirmed(world, [aReminder()]);
      const baba = await storePending(world, { ...BABA, replaces: mama.id });

      const before = await dueAt(world, MONDAY_NINE);
      await world.subscriptionStore.confirm(baba.id, [aReminder()], 1, endingOf(mama));
      const after = await dueAt(world, MONDAY_NINE);

      expect(before).toMatchObject([{ subscriptionId: mama.id }]);
      expect(after).toMatchObject([{ subscriptionId: baba.id }]);
      expect(await world.subscriptionStore.find(mama.id)).toMatchObject({ state: 'removed', address: null });
      expect(await everything(world)).not.toContain(MAMA);
    });

    test('ends nothing when the plan was changed in between', async () => {
      const world = await open();
      const mama = await storeConfirmed(world, []);
      const baba = await storePending(world, { ...BABA, replaces: mama.id });
      await world.planStore.replace(nextVersionOf(aPlan()), []);

      expect(await world.subscriptionStore.confirm(baba.id, [], 1, endingOf(mama))).toBe(false);
      expect((await world.subscriptionStore.find(mama.id))?.state).toBe('confirmed');
    });
  });

  describe('an employer', () => {
    const approval = aReminder({ activity: 'hr-approval', actor: 'employer' });

    test('gets the reminders of the employer’s steps alone, when it confirms', async () => {
      const world = await open();
      await storeConfirmed(world, [aReminder(), approval], { audience: 'employer' });

      expect(await dueAt(world, MONDAY_NINE)).toMatchObject([{ activity: 'hr-approval' }]);
    });

    test('gets them alone when the plan changes, and the family all of them', async () => {
      const world = await open();
      await storeConfirmed(world, [], { audience: 'employer' });
      await storeConfirmed(world, [], BABA);

      await world.planStore.replace(nextVersionOf(aPlan()), [aReminder(), approval]);

      const due = await dueAt(world, MONDAY_NINE);
      expect(due.map(({ subscriptionId, activity }) => `${subscriptionId} ${activity}`).toSorted()).toEqual([
        'subscription-1 hr-approval',
        'subscription-2 hr-approval',
        'subscription-2 renew-permit',
      ]);
    });
  });

  describe('addresses of an earlier version that had ended and were kept', () => {
    test('are found until they are erased', async () => {
      const world = await open();
      const subscription = await storePending(world);
      await world.subscriptionStore.erase({ id: subscription.id, addressHash: null }, 'unsubscribed');

      const before = await world.subscriptionStore.listUnerased();
      await world.subscriptionStore.erase(endingOf(subscription), 'unsubscribed');

      expect(before.map(({ address }) => address)).toEqual([MAMA]);
      expect(await world.subscriptionStore.listUnerased()).toEqual([]);
    });
  });

  test('the owner of a plan sees when an address was asked, and what the server said that refused it', async () => {
    const world = await open();
    await storePending(world);
    const confirmation = aMail({ kind: 'confirm' });
    await world.outbox.enqueue(confirmation, MONDAY_NINE);
    const [asked] = await world.subscriptionStore.listOf(ofPlan('plan-1'));
    await claimMail(world, MONDAY_NINE);
    await world.outbox.recordFailed('mail-1', '550 5.1.1 no such user');
    await world.subscriptionStore.close('subscription-1', 'bounced');
    const [refused] = await world.subscriptionStore.listOf(ofPlan('plan-1'));

    expect(asked).toMatchObject({ state: 'pending', askedAt: MONDAY_NINE, refusal: null });
    expect(refused).toMatchObject({ state: 'bounced', refusal: '550 5.1.1 no such user' });
  });

  describe('counting asks', () => {
    const HOUR = 3_600_000;
    const twice = (hash: string): CountedAsk => ({ hash, most: 2 });

    test('lets so many through in a moving hour, and says when the next one may come', async () => {
      const { subscriptionStore } = await open();
      const ask = (seconds: number) =>
        subscriptionStore.countAsk([twice('a')], secondsAfter(MONDAY_NINE, seconds), HOUR);

      expect([await ask(0), await ask(600)]).toEqual([null, null]);
      expect(await ask(1200)).toBe(secondsAfter(MONDAY_NINE, 3600));
      expect(await ask(3599)).toBe(secondsAfter(MONDAY_NINE, 3600));
      expect(await ask(3600)).toBeNull();
      expect(await ask(3601)).toBe(secondsAfter(MONDAY_NINE, 4200));
    });

    test('counts all hashes or none: a full one does not use up the others', async () => {
      const { subscriptionStore } = await open();
      const count = (...hashes: string[]) => subscriptionStore.countAsk(hashes.map(twice), MONDAY_NINE, HOUR);

      await count('full');
      await count('full');

      expect(await count('full', 'other')).not.toBeNull();
      expect([await count('other'), await count('other'), await count('other')]).toEqual([
        null,
        null,
        secondsAfter(MONDAY_NINE, 3600),
      ]);
    });

    test('lets no more through when many come at the same moment, in whatever order they name the hashes', async () => {
      const { subscriptionStore } = await open();
      const orders = [
        ['a', 'b'],
        ['b', 'a'],
      ];

      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          subscriptionStore.countAsk((orders[index % 2] ?? []).map(twice), MONDAY_NINE, HOUR),
        ),
      );

      expect(answers.filter((free) => free === null)).toHaveLength(2);
    });

    test('keeps nothing that is older than the window', async () => {
      const world = await open();
      await world.subscriptionStore.countAsk([twice('a')], MONDAY_NINE, HOUR);
      await world.subscriptionStore.countAsk([twice('b')], secondsAfter(MONDAY_NINE, 3600), HOUR);

      expect(await world.readRows('confirmation_asks')).toMatchObject([{ hash: 'b' }]);
    });
  });

  test('nothing of an ended address hinders deleting its plan', async () => {
    const world = await open();
    await world.planStore.create(aPlan({ id: 'plan-2' }), linksOf('plan-2'));
    await world.subscriptionStore.erase(endingOf(await storeConfirmed(world, [])), 'unsubscribed');

    await world.planStore.remove('plan-1');

    expect(await world.readRows('subscriptions')).toEqual([]);
  });
}
