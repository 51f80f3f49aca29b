// A policy that says something else: the plans made with it follow, and who is subscribed is told. The plan: permit to
// Thu 31 Dec 2026, renewal by Wed 9 December, cutoff expected on Fri 25. With a cutoff on Sun 20: payment from Fri 18,
// registration by Sun 13, HR by Mon 7, renewal on Wed 2. Today is Sun 22 November.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPolicyFolders, SHIPPED_POLICIES } from '../../src/adapters/files/policy-folder.ts';
import { followPolicies } from '../../src/app/follow-policies.ts';
import type { PolicyBook } from '../../src/app/policy-book.ts';
import { keepInForce } from '../../src/app/policy-editions.ts';
import { ONLINE_CASE, openTestWorld, subscribed, type TestWorld } from '../support/world.ts';

const SOURCES = `sources:
  notice-2027:
    title: { zh: 关于2027年度居民医保参保的通知, en: Notice on enrolment for 2027 }
    publisher: ybj.sh.gov.cn
    publishedOn: 2026-11-20
    address: https://ybj.sh.gov.cn/2027
    confidence: confirmed
    verifiedOn: 2026-11-22
`;
const announcing = (rest: string) => `announces: shanghai-2027\n${SOURCES}${rest}`;

/** The cutoff is five days earlier than expected: Sun 20 December. */
const EARLIER = announcing(`status: announced
cutoffs: { payment: { on: 2026-12-20, until: null, status: announced, source: notice-2027 } }
`);
const FEE = announcing(`fees: { students: { amount: 430, status: announced, source: notice-2027 } }
`);

async function bookWith(text: string): Promise<PolicyBook> {
  const book = await readPolicyFolders([SHIPPED_POLICIES], [{ file: '/own/announced.yaml', text }]);
  expect(book.broken).toEqual([]);
  return book;
}

const SHIPPED = await readPolicyFolders([SHIPPED_POLICIES]);
const [WITH_EARLIER, WITH_FEE] = [await bookWith(EARLIER), await bookWith(FEE)];

let world: TestWorld;

beforeEach(async () => {
  world = await openTestWorld();
  await keepInForce(world.dependencies);
});

afterEach(() => world.close());

async function follow() {
  const faults: unknown[] = [];
  const counts = await followPolicies(world.dependencies, new AbortController().signal, (...fault) =>
    faults.push(fault),
  );
  expect(faults).toEqual([]);
  return counts;
}

/** The server reads other policy files, and puts them in force. */
async function read(book: PolicyBook) {
  Object.assign(world.dependencies, { book });
  await keepInForce(world.dependencies);
}

async function changeMails(time: string) {
  world.setTime(time);
  await world.dispatch();
  return (await world.mails()).filter(({ subject }) => subject?.startsWith('计划变了'));
}

describe('an announced cutoff', () => {
  it('moves the plan, and tells old → new, the clause with its source, and the chance', async () => {
    await subscribed(world);
    await read(WITH_EARLIER);

    expect(await follow()).toEqual({ planned: 1, told: 1, misfits: 0 });
    const [mail, ...more] = await changeMails('2026-11-23T09:00');

    expect(more).toEqual([]);
    expect(mail?.subject).toBe('计划变了：居住证签注，最晚 12月2日（周三），原来12月9日（周三）');
    expect(mail?.text).toContain('- 截止日：12月25日（周五） 17:30 → 12月20日（周日） 17:30\n');
    expect(mail?.text).toMatch(/赶上的可能：几乎肯定 → 大约.成|赶上的可能：仍是/);
    expect(mail?.text).toMatch(
      /为什么变了：\n- 上海市2027年度城乡居民医保，截止日，日期：2026年12月25日（周五），按往年推测，尚未公布 → 2026年12月20日（周日），已公布\n {2}依据：关于2027年度居民医保参保的通知，11月20日（周五）发布（有正式依据）\n {2}https:\/\/ybj\.sh\.gov\.cn\/2027\n/,
    );
  });

  it('moves the feed in place, also of a plan that nobody opens: the same entries, the next number', async () => {
    const { feed } = await subscribed(world);
    const before = await entriesOf(feed);
    await read(WITH_EARLIER);
    await follow();

    const after = await entriesOf(feed);

    expect(before.get('renew-permit.step')).toMatchObject({ day: '20261209', sequence: 0 });
    expect(after.get('renew-permit.step')).toMatchObject({ day: '20261202', sequence: 1 });
    expect([...after.keys()]).toEqual(expect.arrayContaining([...before.keys()]));
  });

  it('moves the reminders in the same breath', async () => {
    await subscribed(world);
    await read(WITH_EARLIER);
    await follow();
    await changeMails('2026-11-23T09:00');

    world.setTime('2026-12-02T09:00');
    await world.dispatch();

    const reminders = (await world.mails()).map(({ subject }) => subject);
    expect(reminders).toContain('居住证签注：最晚12月2日（周三），今天是最后一天');
  });

  it('is followed once: a second round, and a second reading of the same files, do nothing', async () => {
    await subscribed(world);
    await read(WITH_EARLIER);
    await follow();
    const feed = await world.mails();

    await read(WITH_EARLIER);

    expect(await follow()).toEqual({ planned: 0, told: 0, misfits: 0 });
    expect(await world.mails()).toHaveLength(feed.length);
  });

  it('that is taken back before the morning is not told at all', async () => {
    await subscribed(world);
    await read(WITH_EARLIER);
    await follow();
    await read(SHIPPED);

    expect(await follow()).toEqual({ planned: 1, told: 1, misfits: 0 });
    expect(await changeMails('2026-11-23T09:00')).toEqual([]);
  });

  it('does not touch plans of other policies', async () => {
    await world.lastbus.storePlan(
      { policy: 'shanghai-2026', facts: { permitExpiresOn: '2026-12-31' } },
      'zh',
    );
    await read(WITH_EARLIER);

    expect(await follow()).toEqual({ planned: 0, told: 0, misfits: 0 });
  });

  it('is told with the change that the family makes before the plan has followed', async () => {
    const { edit } = await subscribed(world);
    await read(WITH_EARLIER);
    await world.lastbus.changePlan(edit, { facts: { hrApprovalWorkingDays: 2 } }, null);

    expect(await follow()).toEqual({ planned: 0, told: 0, misfits: 0 });
    const [mail] = await changeMails('2026-11-23T09:00');

    expect(mail?.subject).toContain('原来12月9日（周三）');
    expect(mail?.text).toContain('12月20日（周日） 17:30\n');
    expect(mail?.text).toContain('“单位人事审核要几个工作日”：原来1，现在2');
  });
});

it('a fee that moves no date is followed without a word, and the plan keeps its version', async () => {
  const { edit } = await subscribed(world);
  await read(WITH_FEE);

  expect(await follow()).toEqual({ planned: 1, told: 0, misfits: 0 });
  expect((await world.lastbus.openPlan(edit, null))?.stored.version).toBe(1);
  expect(await changeMails('2026-11-23T09:00')).toEqual([]);
});

it('a process with older files than those in force leaves the plans alone', async () => {
  await subscribed(world);
  await read(WITH_EARLIER);
  Object.assign(world.dependencies, { book: SHIPPED });

  expect(await follow()).toEqual({ planned: 0, told: 0, misfits: 0 });
});

it('a round that is ended goes on in the next one', async () => {
  await subscribed(world);
  await world.lastbus.storePlan(ONLINE_CASE, 'zh');
  await read(WITH_EARLIER);
  const ending = new AbortController();
  ending.abort();

  await followPolicies(world.dependencies, ending.signal, () => {});

  expect(await follow()).toMatchObject({ planned: 2 });
});

/** The entries of a feed that stand, by the part of their identifier that is their own. */
async function entriesOf(feedToken: string): Promise<Map<string, { day: string; sequence: number }>> {
  const feed = await world.lastbus.publishCalendar(feedToken, 'feed');
  const text = feed?.content.replaceAll('\r\n ', '') ?? '';
  const events = text.split('BEGIN:VEVENT').slice(1);
  return new Map(
    events.map((event) => {
      const value = (name: string) =>
        new RegExp(`^${name}[^:\r\n]*:(.*)$`, 'm').exec(event)?.[1]?.trim() ?? '';
      const name = value('UID').replace(/@.*$/, '').split('.').slice(1).join('.');
      return [name, { day: value('DTSTART'), sequence: Number(value('SEQUENCE')) }];
    }),
  );
}

describe('a question that nobody was asked before, and that no plan can do without', () => {
  const QUESTION = `announces: shanghai-2027
facts:
  householdBook: { type: boolean, required: true, question: { zh: 有户口簿吗, en: Is there a household book } }
routes:
  points-online:
    when: (facts.enrolling == "child-out-of-school" || facts.enrolling == "spouse") && facts.householdBook
`;

  it('does not stop the round: the owner is asked for it once, by mail and on the page, and subscribers keep their days', async () => {
    const { edit, feed } = await subscribed(world);
    const before = await world.lastbus.publishCalendar(feed, 'feed');
    await read(await bookWith(QUESTION));

    expect(await follow()).toEqual({ planned: 1, told: 1, misfits: 1 });
    world.setTime('2026-11-23T09:00');
    await world.dispatch();

    const mail = (await world.mails()).find(({ subject }) => subject?.startsWith('请补一个回答'));
    expect(mail?.text).toContain('现在要回答的：\n- 有户口簿吗\n');
    expect(await world.lastbus.publishCalendar(feed, 'feed')).toEqual(before);
    await expect(world.lastbus.openPlan(edit, null)).rejects.toMatchObject({
      name: 'CaseDoesNotFit',
      canEdit: true,
      faults: [{ path: ['facts', 'householdBook'] }],
    });
    world.setTime('2026-12-02T09:00');
    expect(await world.dispatch()).toMatchObject({ due: 0, sent: 0 });
  });

  it('is answered, and the plan stands again, from the days that were known before', async () => {
    const { edit } = await subscribed(world);
    await read(await bookWith(QUESTION));
    await follow();

    const outcome = await world.lastbus.changePlan(edit, { facts: { householdBook: true } }, null);

    expect(outcome.kind).toBe('changed');
    // The same days as before, and before the morning: nothing is told.
    expect(await changeMails('2026-11-23T09:00')).toEqual([]);
    world.setTime('2026-12-02T09:00');
    // Its window opens, and it is the safest day: two reminders in one mail.
    expect(await world.dispatch()).toMatchObject({ sent: 2 });
  });
});
