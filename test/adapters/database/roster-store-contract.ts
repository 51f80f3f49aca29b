// What every store of rosters promises, whatever the engine.

import { describe, expect, test } from 'vitest';
import {
  aPlan,
  aReminder,
  at,
  linksOf,
  nextVersionOf,
  type OpenWorld,
  ofPlan,
  storeConfirmed,
} from './contract-world.ts';
import { aDigest, aMorning, aPerson, aRoster, ofRoster, rosterLinksOf } from './roster-world.ts';

const _SUNDAY_NOON = at('2026-11-22T12:00:00+08:00');
const MONDAY_NOON = at('2026-11-23T12:00:00+08:00');

export function rosterStoreContract(open: OpenWorld): void {
  describe('a roster', () => {
    test('is stored with its links and with a plan for everybody, in the order of the file', async () => {
      const { planStore, rosterStore } = await open();
      const people = [aPerson('1002', { line: 3 }), aPerson('1001', { line: 2 })];

      await rosterStore.create(aRoster(), rosterLinksOf('roster-1'), people);

      for (const link of rosterLinksOf('roster-1'))
        expect(await rosterStore.findByLink(link)).toEqual(aRoster());
      expect(await rosterStore.findByLink({ kind: 'view', hash: 'edit of roster-1' })).toBeUndefined();
      const listed = await rosterStore.listPeople('roster-1');
      expect(listed.map(({ ref, plan }) => [ref, plan?.id])).toEqual([
        ['1001', 'plan of 1001'],
        ['1002', 'plan of 1002'],
      ]);
      expect(await planStore.findByLink({ kind: 'edit', hash: 'edit of plan of 1001' })).toMatchObject({
        version: 1,
      });
      expect(await rosterStore.findOfPlan('plan of 1001')).toEqual(aRoster());
      expect(await rosterStore.findOfPlan('plan of nobody')).toBeUndefined();
    });

    test('of two thousand people is stored whole', async () => {
      const { planStore, rosterStore } = await open();
      const people = Array.from({ length: 2_000 }, (_, index) => aPerson(`E${index}`, { line: index + 2 }));

      await rosterStore.create(aRoster(), rosterLinksOf('roster-1'), people);

      expect(await rosterStore.listPeople('roster-1')).toHaveLength(2_000);
      expect(await planStore.listRevisions('plan of E1999', 0, 9)).toMatchObject([
        { version: 1, said: null },
      ]);
    });

    test('is not stored in part: of one link that is taken nothing stays', async () => {
      const { rosterStore, readRows } = await open();
      const taken = aPerson('1002', { links: linksOf('plan of 1001') });

      const stored = rosterStore.create(aRoster(), rosterLinksOf('roster-1'), [aPerson('1001'), taken]);

      await expect(stored).rejects.toThrow();
      for (const table of ['rosters', 'roster_links', 'roster_people', 'plans'])
        expect(await readRows(table)).toEqual([]);
    });

    test('keeps what its people note, and what a newer file says of them', async () => {
      const { planStore, rosterStore } = await open();
      const person = aPerson('1001');
      await rosterStore.create(aRoster(), rosterLinksOf('roster-1'), [person, aPerson('1002', { line: 3 })]);
      await planStore.replace(nextVersionOf(person.plan, { caseJson: '{"noted":true}' }), []);
      const known = {
        ref: '１００１',
        refKey: '1001',
        line: 9,
        uploadedJson: '{"facts":{"a":1},"actuals":{}}',
      };

      expect(await rosterStore.upload('roster-1', [aPerson('1003', { line: 4 })], [known], MONDAY_NOON)).toBe(
        true,
      );

      expect(await rosterStore.listPeople('roster-1')).toMatchObject([
        { ref: '1002', line: 3 },
        { ref: '1003', line: 4, plan: { version: 1 } },
        { ...known, plan: { version: 2, caseJson: '{"noted":true}' } },
      ]);
      expect(await rosterStore.find('roster-1')).toMatchObject({ changedAt: MONDAY_NOON });
    });

    test('has everybody once, also when two upload the same person at the same moment', async () => {
      const { rosterStore, readRows } = await open();
      await rosterStore.create(aRoster(), rosterLinksOf('roster-1'), []);
      const twice = ['one', 'other'].map((id) =>
        aPerson('1001', { plan: aPlan({ id }), links: linksOf(id) }),
      );

      await Promise.all(twice.map((person) => rosterStore.upload('roster-1', [person], [], MONDAY_NOON)));

      expect(await rosterStore.listPeople('roster-1')).toHaveLength(1);
      expect(await readRows('plans')).toHaveLength(1);
    });

    test('still knows somebody who deleted their plan, and gives them a new one when a file names them', async () => {
      const { planStore, rosterStore } = await open();
      await rosterStore.create(aRoster(), rosterLinksOf('roster-1'), [aPerson('1001')]);

      await planStore.remove('plan of 1001');

      expect(await rosterStore.listPeople('roster-1')).toMatchObject([{ ref: '1001', plan: null }]);
      const anew = aPerson('1001', { plan: aPlan({ id: 'anew' }), links: linksOf('anew') });
      await rosterStore.upload('roster-1', [anew], [], MONDAY_NOON);
      expect(await rosterStore.listPeople('roster-1')).toMatchObject([{ ref: '1001', plan: { id: 'anew' } }]);
    });

    test('that is gone takes no file any more', async () => {
      const { rosterStore, readRows } = await open();

      expect(await rosterStore.upload('roster-1', [aPerson('1001')], [], MONDAY_NOON)).toBe(false);
      expect(await readRows('plans')).toEqual([]);
    });

    test('lets people go with every trace of them; the others stay', async () => {
      const { rosterStore, readRows } = await open();
      await rosterStore.create(aRoster(), rosterLinksOf('roster-1'), [aPerson('1001'), aPerson('1002')]);

      await rosterStore.removePeople('roster-1', ['1001', 'nobody']);

      expect((await rosterStore.listPeople('roster-1')).map(({ ref }) => ref)).toEqual(['1002']);
      expect((await readRows('plans')).map(({ id }) => id)).toEqual(['plan of 1002']);
    });

    test('is changed and renewed link by link, and a generation that does not follow changes nothing', async () => {
      const { rosterStore } = await open();
      await rosterStore.create(aRoster(), rosterLinksOf('roster-1'), []);
      const change = { title: '', capacity: '', daysOff: '2026-12-24' };

      await rosterStore.change('roster-1', change, MONDAY_NOON);
      const renewed = { kind: 'view', hash: 'a new view', generation: 2 } as const;
      expect(await rosterStore.renewLinks('roster-1', [renewed])).toBe(true);
      expect(await rosterStore.renewLinks('roster-1', [renewed])).toBe(false);

      const now = aRoster({ ...change, viewGeneration: 2, changedAt: MONDAY_NOON });
      expect(await rosterStore.findByLink({ kind: 'view', hash: 'a new view' })).toEqual(now);
      expect(await rosterStore.findByLink({ kind: 'view', hash: 'view of roster-1' })).toBeUndefined();
      expect(await rosterStore.findByLink({ kind: 'edit', hash: 'edit of roster-1' })).toEqual(now);
    });

    test('that is removed takes everything along: people, plans, their reminders; and nothing of others', async () => {
      const { listTables, readRows, rosterStore, ...database } = await open();
      await rosterStore.create(aRoster(), rosterLinksOf('roster-1'), [aPerson('1001')]);
      await storeConfirmed({ ...database, rosterStore }, [aReminder()], { of: ofPlan('plan of 1001') });
      await storeConfirmed({ ...database, rosterStore }, [aMorning()], ofRoster('roster-1'));
      await database.outbox.enqueue(
        aDigest({ red: { rosterId: 'roster-1', refKeys: ['1001'] } }),
        MONDAY_NOON,
      );
      expect(await readRows('roster_red')).toHaveLength(1);
      await rosterStore.create(aRoster({ id: 'roster-2' }), rosterLinksOf('roster-2'), [aPerson('2001')]);

      await rosterStore.remove('roster-1');

      expect(await rosterStore.listPeople('roster-2')).toMatchObject([{ ref: '2001', plan: { version: 1 } }]);
      await rosterStore.remove('roster-2');
      for (const table of await listTables()) expect(await readRows(table)).toEqual([]);
    });
  });
}
