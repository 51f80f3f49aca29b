// From an address to the mail on the morning a latest start comes near, on the real parts. The plan: permit to
// Thu 31 Dec 2026, renewal from Wed 2 to Wed 9 December, HR by Mon 14, registration by Sun 20, payment by Fri 25.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery, MailMessage } from '../../src/ports/mail-transport.ts';
import { ONLINE_CASE, openTestWorld, subscribed, type TestWorld, tokenIn } from '../support/world.ts';

let world: TestWorld;

beforeEach(async () => {
  world = await openTestWorld();
});

afterEach(() => world.close());

async function reminderMails() {
  return (await world.mails()).filter(({ headers }) => headers.has('list'));
}

describe('an address', () => {
  it('is asked once before anything else goes there, and again only an hour later', async () => {
    const stored = await world.lastbus.storePlan(ONLINE_CASE, 'zh');
    const edit = stored.ok ? (stored.value.tokens.edit ?? '') : '';

    await world.lastbus.subscribe(edit, 'parent@example.com', 'zh');
    await world.lastbus.subscribe(edit, 'parent@example.com', 'zh');
    const first = await world.dispatch();
    world.setTime('2026-12-08T12:00');
    const unconfirmed = await world.dispatch();
    await world.lastbus.subscribe(edit, 'parent@example.com', 'zh');
    const again = await world.dispatch();

    expect(first.confirmations).toBe(1);
    expect(unconfirmed).toMatchObject({ due: 0, sent: 0, confirmations: 0 });
    expect(again.confirmations).toBe(1);
  });

  it.each([
    'parent@example.com, other@example.com',
    'Parent <parent@example.com>',
    'parent@example.com\r\nBcc: other@example.com',
    'parent',
    '',
    42,
  ])('that is none is refused and gets no mail: %j', async (address) => {
    const stored = await world.lastbus.storePlan(ONLINE_CASE, 'zh');
    const edit = stored.ok ? (stored.value.tokens.edit ?? '') : '';

    const outcome = await world.lastbus.subscribe(edit, address, 'zh');
    await world.dispatch();

    expect(outcome).toMatchObject({ kind: 'invalid', problems: [{ path: ['email'] }] });
    expect(await world.mails()).toEqual([]);
  });

  it('can only be given by somebody who may change the plan', async () => {
    const stored = await world.lastbus.storePlan(ONLINE_CASE, 'zh');
    const view = stored.ok ? stored.value.tokens.view : '';

    expect(await world.lastbus.subscribe(view, 'parent@example.com', 'zh')).toEqual({ kind: 'view-only' });
    expect(await world.lastbus.subscribe('A'.repeat(22), 'parent@example.com', 'zh')).toEqual({
      kind: 'unknown',
    });
  });
});

describe('a confirmed address', () => {
  it.each([
    ['2026-12-02T08:59', 0, 'a minute before nine on the day the window opens'],
    ['2026-12-02T09:00', 1, 'the window opens: Wed 2 December'],
    ['2026-12-06T09:00', 1, 'three days before Wed 9; the mail of the 2nd was sent on its day'],
  ])('at %s gets %i mail: %s', async (time, count) => {
    await subscribed(world);
    world.setTime('2026-12-02T08:59');
    await world.dispatch();
    if (time > '2026-12-03') {
      world.setTime('2026-12-02T09:00');
      await world.dispatch();
    }
    const before = (await reminderMails()).length;
    world.setTime(time);

    await world.dispatch();

    expect((await reminderMails()).length - before).toBe(count);
  });

  it('reads in the mail what to do, by when, where, and gets the calendar along', async () => {
    await subscribed(world);
    world.setTime('2026-12-08T09:00');

    await world.dispatch();
    const mail = (await reminderMails()).at(-1);

    expect(mail?.subject).toContain('居住证签注');
    expect(mail?.text).toContain('12月9日');
    expect(mail?.text).toContain('社区事务受理服务中心');
    expect(mail?.attachments.map(({ filename, contentType }) => [filename, contentType])).toEqual([
      ['plan.ics', 'text/calendar'],
    ]);
    expect(mail?.headers.get('list')).toMatchObject({
      unsubscribe: { url: expect.stringContaining('/reminders/unsubscribe/') },
    });
  });

  it('gets one mail after three days of silence, about what still matters, and none about days gone by', async () => {
    await subscribed(world);
    world.setTime('2026-12-11T09:30');

    const counts = await world.dispatch();

    // Renewal: the opening on the 2nd and the days before the 9th are past and dropped. Due and alive: the form
    // and HR, both to be started by Mon 14: a week before (Mon 7 is their first day, so not), three days before (11).
    expect(counts.dropped).toBeGreaterThan(0);
    expect(counts.due).toBe(counts.sent + counts.dropped);
    expect(await reminderMails()).toHaveLength(1);
    expect(await world.dispatch()).toMatchObject({ due: 0, sent: 0 });
  });

  it('hears nothing more of a step that is done, and of the next ones by their new dates', async () => {
    const { edit } = await subscribed(world);
    world.setTime('2026-12-03T10:00');
    await world.lastbus.changePlan(
      edit,
      { actuals: { 'renew-permit': { startedOn: '2026-12-02', finishedOn: '2026-12-02' } } },
      null,
    );
    world.setTime('2026-12-08T09:00');

    const counts = await world.dispatch();

    // The new date should have reached the points system by Mon 7: on Tue 8 somebody has to look.
    expect(counts).toMatchObject({ sent: 1, failed: 0 });
    expect((await reminderMails()).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('等居住证新有效期进入积分系统'),
    ]);
    expect((await reminderMails()).filter(({ subject }) => subject?.includes('居住证签注'))).toEqual([]);
  });

  it('that unsubscribes hears nothing more, at once', async () => {
    await subscribed(world);
    world.setTime('2026-12-02T09:00');
    await world.dispatch();
    const mail = (await reminderMails()).at(-1);

    await world.lastbus.unsubscribe(tokenIn(mail, 'reminders/unsubscribe'));
    world.setTime('2026-12-08T09:00');

    expect(await world.dispatch()).toMatchObject({ due: 0, sent: 0 });
  });

  it('of a plan that is deleted hears nothing more, and its links are unknown', async () => {
    const { edit, feed } = await subscribed(world);

    await world.lastbus.removePlan(edit);
    world.setTime('2026-12-08T09:00');

    expect(await world.dispatch()).toMatchObject({ due: 0, sent: 0 });
    expect(await world.lastbus.openPlan(edit, null)).toBeUndefined();
    expect(await world.lastbus.publishCalendar(feed, 'feed')).toBeUndefined();
  });
});

describe('a relay', () => {
  /** Answers in turn, the last answer for ever; keeps what it was given. */
  function relay(...answers: Delivery['kind'][]) {
    const messages: MailMessage[] = [];
    return {
      messages,
      transport: {
        leavesTheHouse: true,
        relay: 'relay.example.org',
        deliver: async (message: MailMessage): Promise<Delivery> => {
          const kind = answers[Math.min(messages.length, answers.length - 1)] ?? 'accepted';
          messages.push(message);
          const reply = `said ${kind}`;
          return kind === 'deferred' ? { kind, reply, concerns: 'mail' } : { kind, reply };
        },
        close: async () => {},
      },
    };
  }

  async function waitingConfirmation(given: ReturnType<typeof relay>): Promise<TestWorld> {
    const other = await openTestWorld(given.transport);
    const stored = await other.lastbus.storePlan(ONLINE_CASE, 'zh');
    await other.lastbus.subscribe(
      stored.ok ? (stored.value.tokens.edit ?? '') : '',
      'parent@example.com',
      'zh',
    );
    return other;
  }

  it('that is not ready is asked again one to two minutes later, with the same mail', async () => {
    const given = relay('deferred', 'accepted');
    const other = await waitingConfirmation(given);

    await other.dispatch();
    const tooSoon = await other.dispatch();
    other.setTime('2026-11-22T10:02');
    const later = await other.dispatch();
    await other.close();

    expect(tooSoon.confirmations).toBe(0);
    expect(later.confirmations).toBe(1);
    expect(given.messages).toHaveLength(2);
    expect(given.messages[1]).toEqual(given.messages[0]);
  });

  it('that refuses the recipient for good ends the subscription, visibly', async () => {
    const given = relay('refused');
    const other = await waitingConfirmation(given);

    await other.dispatch();
    other.setTime('2026-11-23T10:00');
    await other.dispatch();
    await other.close();

    expect(given.messages).toHaveLength(1);
  });
});
