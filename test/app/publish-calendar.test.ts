// A stored plan's calendar as its subscribers get it, over the days: the real program with a clock that is moved.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCalendar } from '../emitters/calendar/read-calendar.ts';
import { ONLINE_CASE, openTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
let tokens: { edit: string; feed: string };

beforeEach(async () => {
  world = await openTestWorld();
  const stored = await world.lastbus.storePlan(ONLINE_CASE, 'zh');
  if (!stored.ok || stored.value.tokens.edit === null) throw new Error('the case of a test is at fault');
  tokens = { edit: stored.value.tokens.edit, feed: stored.value.tokens.feed };
});

afterEach(() => world.close());

async function feed() {
  const published = await world.lastbus.publishCalendar(tokens.feed, 'feed');
  if (published === undefined) throw new Error('no feed');
  return published;
}

/** `name day`, with the number behind it, and what is cancelled marked. */
async function entries(calendar?: string): Promise<string[]> {
  const content = calendar ?? (await feed()).content;
  return readCalendar(content).entries.map(({ uid, start, sequence, status }) => {
    const name = uid.replace(/@.*/, '').split('.').slice(1).join('.');
    return `${name} ${start} ${sequence}${status === 'CANCELLED' ? ' cancelled' : ''}`;
  });
}

describe('the feed of a permit to Thursday 31 December, from Sunday 22 November on', () => {
  it('has an entry for each day on which somebody acts, the next one first', async () => {
    expect(await entries()).toEqual([
      'renew-permit.opens 2026-12-02 0',
      'hr-approval.look 2026-12-08 0',
      'renew-permit.step 2026-12-09 0',
      'points-form.step 2026-12-14 0',
      'hr-approval.step 2026-12-14 0',
      'points-notice.step 2026-12-20 0',
      'payment-check.step 2026-12-22 0',
      'plan.cutoff 2026-12-25 0',
    ]);
  });

  it('is the same, byte for byte, all day and the next morning, with the same tag', async () => {
    const first = await feed();
    world.setTime('2026-11-22T23:59');
    const late = await feed();
    world.setTime('2026-11-23T06:00');
    const morning = await feed();

    expect([late, morning]).toEqual([first, first]);
  });

  it('keeps the first days as they are once they have passed, and moves what is late', async () => {
    await feed();
    world.setTime('2026-12-09T08:00');

    // Looked at on the last day to renew: HR can approve on Tue 15 at the earliest, so the look moves there.
    expect(await entries()).toEqual(
      expect.arrayContaining([
        'renew-permit.opens 2026-12-02 0',
        'renew-permit.step 2026-12-09 0',
        'hr-approval.look 2026-12-15 1',
      ]),
    );
  });

  it('takes in what is done with the next number, and cancels what falls away', async () => {
    await feed();
    world.setTime('2026-12-01T10:00');
    await world.lastbus.changePlan(tokens.edit, { facts: { permitExpiresOn: '2027-06-30' } }, null);

    const now = await entries();

    expect(now).toEqual(expect.arrayContaining(['renew-permit.step 2026-12-09 1 cancelled']));
    expect(now).toEqual(expect.arrayContaining(['hr-approval.look 2026-12-08 1 cancelled']));
    expect(now.filter((line) => line.startsWith('plan.cutoff'))).toEqual([
      expect.stringMatching(/2026-12-25 \d$/),
    ]);
  });

  it('as a file to download has what stands alone: nobody imports an entry to see it cancelled', async () => {
    await feed();
    world.setTime('2026-12-01T10:00');
    await world.lastbus.changePlan(tokens.edit, { facts: { permitExpiresOn: '2027-06-30' } }, null);

    const inFeed = await entries();
    const file = await world.lastbus.publishCalendar(tokens.feed, 'file');
    const inFile = await entries(file?.content ?? '');
    const cancelled = await world.lastbus.publishEntry(tokens.feed, 'renew-permit.step');

    expect(inFile).toEqual(inFeed.filter((line) => !line.endsWith(' cancelled')));
    expect(inFile.length).toBeLessThan(inFeed.length);
    expect(cancelled).toBeUndefined();
  });

  it('gives one entry alone as a file, with its alarm, and nothing for one that there is not', async () => {
    const alone = await world.lastbus.publishEntry(tokens.feed, 'renew-permit.step');
    const read = readCalendar(alone?.content ?? '');

    expect(read.entries.map(({ uid }) => uid)).toEqual([expect.stringContaining('.renew-permit.step@')]);
    expect(read.entries[0]?.alarms.length).toBeGreaterThan(0);
    expect(await world.lastbus.publishEntry(tokens.feed, 'nothing.step')).toBeUndefined();
    expect(await world.lastbus.publishEntry('x'.repeat(22), 'renew-permit.step')).toBeUndefined();
  });

  it('lists what can be taken along one by one, for the plan’s own link', async () => {
    const listed = await world.lastbus.listCalendarEntries(tokens.edit);

    expect(listed?.map(({ name, title }) => `${name}: ${title}`)).toContain(
      'renew-permit.step: 最晚今天：居住证签注',
    );
    expect(await world.lastbus.listCalendarEntries('x'.repeat(22))).toBeUndefined();
  });

  it('is one for two readers who come at the same moment', async () => {
    const [one, other] = await Promise.all([feed(), feed()]);

    expect(other).toEqual(one);
  });
});
