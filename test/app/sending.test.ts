// How mails leave: relays that fail, rates, days of downtime, and one mail an address and morning. The ledger and the
// plans are real; the relay is scripted, and waits move the clock instead of passing.

import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { OpenedPlan } from '../../src/app/lastbus.ts';
import { planReminders } from '../../src/app/plan-reminders.ts';
import type { Delivery, MailMessage, MailTransport } from '../../src/ports/mail-transport.ts';
import { aSubscription, hashesOf } from '../adapters/database/contract-world.ts';
import { ONLINE_CASE, openTestWorld, type TestWorld } from '../support/world.ts';

const worlds: TestWorld[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

interface Relay {
  readonly transport: MailTransport;
  /** The addresses that were tried, and when. */
  readonly tries: { readonly to: string; readonly at: string; readonly message: MailMessage }[];
  answer: (message: MailMessage) => Delivery;
}

const ACCEPTED: Delivery = { kind: 'accepted', reply: '250 OK' };
const NOBODY_LISTENS: Delivery = { kind: 'deferred', concerns: 'relay', reply: 'connect ECONNREFUSED' };

async function openWorld(perSecond: number | null = null): Promise<{ world: TestWorld; relay: Relay }> {
  const relay: Relay = {
    tries: [],
    answer: () => ACCEPTED,
    transport: {
      leavesTheHouse: true,
      relay: 'relay.example.org:587',
      async deliver(message) {
        relay.tries.push({ to: message.to, at: world.time(), message });
        return relay.answer(message);
      },
      close: async () => {},
    },
  };
  const mailPace = { relayPerSecond: perSecond, domainPerSecond: null };
  const world = await openTestWorld(relay.transport, { mailPace });
  worlds.push(world);
  return { world, relay };
}

/** One plan (renewal from Wed 2 December, at the latest Wed 9) and confirmed addresses, written on Sun 22 November. */
async function subscribeAll(world: TestWorld, addresses: readonly string[]): Promise<OpenedPlan> {
  const { subscriptionStore, clock, reminderTime } = world.dependencies;
  const stored = await world.lastbus.storePlan(ONLINE_CASE, 'zh');
  if (!stored.ok) throw new Error('the case of a test is at fault');
  const { plan, stored: row } = stored.value;
  for (const address of addresses) {
    const id = randomUUID();
    await subscriptionStore.createOrFind(
      aSubscription({ id, of: { kind: 'plan', id: row.id }, address, createdAt: clock.now() }),
      hashesOf(id),
      `hash of ${id}`,
    );
    await subscriptionStore.confirm(id, planReminders(plan, reminderTime), row.version);
  }
  return stored.value;
}

const addresses = (count: number) =>
  Array.from({ length: count }, (_, index) => `family${index}@example.com`);

describe('a relay that nobody answers at', () => {
  it('is asked once, not once a mail, and left alone for longer each time', async () => {
    const { world, relay } = await openWorld();
    await subscribeAll(world, addresses(5));
    relay.answer = () => NOBODY_LISTENS;
    world.setTime('2026-12-02T09:00:00');

    const counts = await world.dispatch();
    expect(relay.tries).toHaveLength(1);
    expect(counts).toMatchObject({ sent: 0, relayTrouble: { reply: 'connect ECONNREFUSED' } });
    world.setTime('2026-12-02T09:00:10');
    await world.dispatch();
    expect(relay.tries).toHaveLength(1);
    // 15 s and up to a fifth more, then 30 s.
    world.setTime('2026-12-02T09:00:18');
    await world.dispatch();
    expect(relay.tries).toHaveLength(2);
    world.setTime('2026-12-02T09:00:40');
    await world.dispatch();
    expect(relay.tries).toHaveLength(2);
  });

  it('gets every mail once it answers again, each once', async () => {
    const { world, relay } = await openWorld();
    await subscribeAll(world, addresses(5));
    relay.answer = () => NOBODY_LISTENS;
    world.setTime('2026-12-02T09:00:00');
    await world.dispatch();
    relay.answer = () => ACCEPTED;
    relay.tries.length = 0;

    world.setTime('2026-12-02T09:02:00');
    const counts = await world.dispatch();

    expect(counts).toMatchObject({ deferred: 0, relayTrouble: null });
    expect(relay.tries.map(({ to }) => to).toSorted()).toEqual(addresses(5));
  });
});

describe('a domain that takes no more for now', () => {
  it('is left alone, and the mails to others go on', async () => {
    const { world, relay } = await openWorld();
    await subscribeAll(world, ['a@qq.com', 'b@qq.com', 'c@qq.com', 'd@example.com']);
    relay.answer = ({ to }) =>
      to.endsWith('@qq.com')
        ? { kind: 'deferred', concerns: 'domain', reply: '450 frequency limited' }
        : ACCEPTED;
    world.setTime('2026-12-02T09:00:00');

    await world.dispatch();
    world.setTime('2026-12-02T09:00:05');
    await world.dispatch();

    expect(relay.tries.filter(({ to }) => to.endsWith('@qq.com'))).toHaveLength(1);
    expect(relay.tries.filter(({ to }) => to === 'd@example.com')).toHaveLength(1);
    relay.answer = () => ACCEPTED;
    world.setTime('2026-12-02T09:02:00');
    await world.dispatch();
    expect(new Set(relay.tries.map(({ to }) => to)).size).toBe(4);
  });
});

describe('down for three days, 300 subscribers, a relay that takes one mail a second', () => {
  it('ends with one mail to each, in 300 seconds, that says it is late; nothing is left', async () => {
    const { world, relay } = await openWorld(1);
    await subscribeAll(world, addresses(300));
    // Down from Mon 30 November; back on Fri 4 December: the opening on Wed 2 should have been told.
    world.setTime('2026-12-04T11:00:00');

    const counts = await world.dispatch();

    expect(counts).toMatchObject({ sent: counts.due - counts.dropped, deferred: 0, failed: 0 });
    expect(relay.tries.map(({ to }) => to).toSorted()).toEqual(addresses(300).toSorted());
    const times = relay.tries.map(({ at }) => Date.parse(`${at}+08:00`));
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect([Math.min(...gaps), (times.at(-1) ?? 0) - (times[0] ?? 0)]).toEqual([1_000, 299_000]);
    expect(relay.tries[0]?.message.text).toContain('这封信本该在12月2日（周三）早上发出');
    expect(await world.dispatch()).toMatchObject({ due: 0 });
  }, 120_000);
});

describe('an address', () => {
  it('that had its mail this morning gets the next one tomorrow, if that is early enough', async () => {
    const { world, relay } = await openWorld();
    const { plan, stored } = await subscribeAll(world, ['mama@example.com']);
    world.setTime('2026-12-02T09:00:00');
    await world.dispatch();
    expect(relay.tries).toHaveLength(1);
    // At noon the plan is changed, and calls for one more reminder, which should have come at nine.
    const opening = planReminders(plan, '09:00').find(({ kind }) => kind === 'window-opens');
    if (opening === undefined) throw new Error('the plan tells of no opening');
    await world.dependencies.planStore.replace({ ...stored, version: stored.version + 1 }, [
      { ...opening, kind: 'start-soon' },
    ]);
    world.setTime('2026-12-02T12:00:00');

    await world.dispatch();
    expect(relay.tries).toHaveLength(1);
    world.setTime('2026-12-03T09:00:00');
    await world.dispatch();

    expect(relay.tries.map(({ at }) => at)).toEqual(['2026-12-02T09:00:00', '2026-12-03T09:00:00']);
  });
});

describe('a mail that could not be sent until it had nothing to say any more', () => {
  it('is dropped with the reason, and its address told on the next morning that has something', async () => {
    const { world, relay } = await openWorld();
    await subscribeAll(world, ['mama@example.com']);
    relay.answer = () => ({ kind: 'deferred', concerns: 'mail', reply: '452 mailbox full' });
    world.setTime('2026-12-02T09:00:00');
    await world.dispatch();
    relay.answer = () => ACCEPTED;

    // The opening of Wed 2 December is said until Wed 9, the latest start.
    world.setTime('2026-12-10T09:00:00');
    const counts = await world.dispatch();

    expect(counts.dropped).toBeGreaterThan(0);
    expect(relay.tries.map(({ at }) => at).filter((at) => at < '2026-12-10')).toHaveLength(1);
  });
});

describe('a round that is told to end', () => {
  it('finishes the mail under way, lets go of the others, and the next round sends them', async () => {
    const { world, relay } = await openWorld();
    await subscribeAll(world, addresses(4));
    const ending = new AbortController();
    relay.answer = () => {
      ending.abort();
      return ACCEPTED;
    };
    world.setTime('2026-12-02T09:00:00');

    await world.dispatch(ending.signal);
    expect(relay.tries).toHaveLength(1);
    expect(await world.dependencies.leases.listHolders()).toEqual([]);
    await world.dispatch();

    expect(relay.tries.map(({ to }) => to).toSorted()).toEqual(addresses(4));
  });
});
