// The digest of a roster, from the address to the mail, on the real parts: on Mondays, and when somebody turns red. Today
// is Sunday 22 November 2026. 1001 and 1002 have to renew by Wed 9 December and are at risk on Thu 10; 1003 goes through
// the school; 1006 applies for the first time and is at risk from the beginning. The cutoff is Fri 25 December.

import type { ParsedMail } from 'mailparser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dispatchReminders } from '../../src/app/dispatch-reminders.ts';
import type { UploadOutcome } from '../../src/app/stored-roster/upload.ts';
import { openTestWorld, type TestWorld, tokenIn } from '../support/world.ts';

const HEAD = 'ref,enrolling,permitExpiresOn,pointsChange';
const FILE = [
  HEAD,
  '1001,child-out-of-school,2026-12-31,unchanged',
  '1002,child-out-of-school,2026-12-31,unchanged',
  '1003,child-in-school,,',
  '1006,child-out-of-school,2027-05-31,first-application',
].join('\n');
/** With points that changed the paper has to be sent in, and for that it is too late. */
const FILE_WITH_1002_CHANGED = FILE.replace(
  '1002,child-out-of-school,2026-12-31,unchanged',
  '1002,child-out-of-school,2026-12-31,changed',
);
const SETTINGS = { title: '', capacity: 'visits=1/day', daysOff: '' };

let world: TestWorld;

beforeEach(async () => {
  world = await openTestWorld();
});

afterEach(() => world.close());

async function* octets(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

function uploaded(outcome: UploadOutcome) {
  if (outcome.kind !== 'uploaded') throw new Error(JSON.stringify(outcome));
  return outcome.opened;
}

async function create(file = FILE, settings = SETTINGS): Promise<string> {
  const given = { octets: octets(file), policyId: null, settings, locale: 'zh' as const };
  return uploaded(await world.lastbus.rosters.create(given)).tokens.edit ?? '';
}

async function confirmationOf(address: string): Promise<ParsedMail | undefined> {
  await world.dispatch();
  return (await world.mails()).findLast(
    ({ to, headers }) => !headers.has('list') && !Array.isArray(to) && to?.text === address,
  );
}

async function confirm(roster: string, address = 'hr@example.com', locale: 'zh' | 'en' = 'zh') {
  await world.lastbus.rosters.subscribe(roster, address, locale);
  const token = tokenIn(await confirmationOf(address), 'reminders/confirm');
  await world.lastbus.confirm(token);
  return token;
}

async function digests(): Promise<readonly ParsedMail[]> {
  return (await world.mails()).filter(({ headers }) => headers.has('list'));
}

/** The digests that go out at a time. */
async function digestsOf(time: string): Promise<readonly ParsedMail[]> {
  const before = new Set((await digests()).map(({ messageId }) => messageId));
  world.setTime(time);
  await world.dispatch();
  return (await digests()).filter(({ messageId }) => !before.has(messageId));
}

const subjects = (mails: readonly ParsedMail[]) => mails.map(({ subject }) => subject);
const MONDAY_SUBJECT = '花名册：1人变红，本周人事要办1人';

describe('an address of a roster', () => {
  it('is asked first, by a mail that shows the policy and nothing of the roster', async () => {
    const roster = await create(FILE, { ...SETTINGS, title: '上海一部' });

    const outcome = await world.lastbus.rosters.subscribe(roster, 'hr@example.com', 'zh');

    expect(outcome).toEqual({ kind: 'confirmation-sent' });
    const mail = await confirmationOf('hr@example.com');
    expect(mail?.subject).toBe('请确认：是否接收花名册的汇总信');
    expect(mail?.text).toContain('有人请求把一份花名册（“上海市2027年度城乡居民医保（推测）”）');
    expect(mail?.text).not.toMatch(/上海一部|1006/);
    expect(await digestsOf('2026-11-23T09:00')).toEqual([]);
  });

  it('is told on its page what comes before it confirms, and when it has', async () => {
    const roster = await create();
    await world.lastbus.rosters.subscribe(roster, 'hr@example.com', 'zh');
    const token = tokenIn(await confirmationOf('hr@example.com'), 'reminders/confirm');

    expect(await world.lastbus.findConfirmation(token)).toMatchObject({
      subscription: { state: 'pending', audience: 'roster' },
      policyTitle: { zh: expect.stringContaining('2027') },
    });
    expect(await world.lastbus.confirm(token)).toMatchObject({ subscription: { state: 'confirmed' } });
    expect(await world.lastbus.rosters.subscribe(roster, 'hr@example.com', 'zh')).toEqual({
      kind: 'already-confirmed',
    });
  });

  it('is given and taken out by who may change the roster, and hidden from who may look', async () => {
    const roster = await create();
    await confirm(roster);
    const opened = await world.lastbus.rosters.open(roster, null);
    const view = opened?.tokens.view ?? '';
    const [own] = opened?.subscriptions ?? [];
    expect(own).toMatchObject({ address: 'hr@example.com', state: 'confirmed' });

    expect((await world.lastbus.rosters.open(view, null))?.subscriptions).toMatchObject([
      { address: null, state: 'confirmed' },
    ]);
    expect(await world.lastbus.rosters.subscribe(view, 'a@example.com', 'zh')).toEqual({ kind: 'view-only' });
    expect(await world.lastbus.rosters.removeAddress(view, own?.id ?? '')).toBe('view-only');
    const another = await create();
    expect(await world.lastbus.rosters.removeAddress(another, own?.id ?? '')).toBe('unknown');
    expect(await world.lastbus.rosters.removeAddress(roster, own?.id ?? '')).toBe('removed');

    expect(await digestsOf('2026-11-23T09:00')).toEqual([]);
  });

  it('is refused with what is wrong, and after too many asks', async () => {
    const roster = await create();

    expect(await world.lastbus.rosters.subscribe(roster, 'nobody', 'zh')).toMatchObject({
      kind: 'invalid',
      problems: [{ path: ['email'], value: 'nobody' }],
    });
    for (let ask = 0; ask < 5; ask += 1)
      await world.lastbus.rosters.subscribe(roster, 'hr@example.com', 'zh');
    expect(await world.lastbus.rosters.subscribe(roster, 'hr@example.com', 'zh')).toMatchObject({
      kind: 'too-many',
    });
  });
});

describe('the digest', () => {
  it('comes on Monday at nine with who is red, HR’s week by day, and what comes first', async () => {
    await confirm(await create());

    expect(await digestsOf('2026-11-23T08:59')).toEqual([]);
    const [mail, ...more] = await digestsOf('2026-11-23T09:00');

    expect(more).toEqual([]);
    expect(mail?.subject).toBe(MONDAY_SUBJECT);
    expect(mail?.text?.split('\n').slice(0, 14)).toEqual([
      '花名册一周汇总，11月23日（周一）',
      '共4人：有风险 1，来得及 3',
      '',
      '新变红的（有风险或来不及）：',
      '- 有风险1人：1006',
      '',
      '先办这一件：',
      '- 1006：网上提交积分确认（员工），最晚11月24日（周二）',
      '',
      '本周人事要办的，到11月29日（周日）：',
      '- 11月23日（周一）　人事办理1人：1006',
      '- 11月26日（周四）　人事陪同1人：1006',
      '',
      '打开看板：',
    ]);
  });

  it('leads to the board that cannot be changed, and ends by one click', async () => {
    const roster = await create();
    await confirm(roster);

    const [mail] = await digestsOf('2026-11-23T09:00');

    const { tokens } = (await world.lastbus.rosters.open(roster, null)) ?? {};
    expect(tokenIn(mail, 'rosters')).toBe(tokens?.view);
    expect(mail?.text).not.toContain(roster);
    const token = tokenIn(mail, 'reminders/unsubscribe');
    expect(mail?.headers.get('list')).toMatchObject({
      unsubscribe: { url: `https://lastbus.example.org/reminders/unsubscribe/${token}` },
      'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' },
    });
    await world.lastbus.unsubscribe(token);
    expect(await digestsOf('2026-11-30T09:00')).toEqual([]);
  });

  it('stays away on Tuesday, when nothing is new', async () => {
    await confirm(await create());
    await digestsOf('2026-11-23T09:00');

    expect(await digestsOf('2026-11-24T09:00')).toEqual([]);
    expect(subjects(await digestsOf('2026-11-30T09:00'))).toEqual(['花名册：本周人事要办1人']);
  });

  it('comes on the morning after an upload that made somebody red, and begins with them', async () => {
    const roster = await create();
    await confirm(roster);
    await digestsOf('2026-11-23T09:00');
    await digestsOf('2026-11-24T09:00');
    await world.lastbus.rosters.uploadAgain(roster, octets(FILE_WITH_1002_CHANGED));

    expect(await digestsOf('2026-11-24T18:00')).toEqual([]);
    const [mail] = await digestsOf('2026-11-25T09:00');

    expect(mail?.subject).toMatch(/^花名册：1人变红，1人来不及，/);
    expect(mail?.text?.split('\n').slice(0, 5)).toEqual([
      '有人变红了，11月25日（周三）',
      expect.stringMatching(/^共4人：来不及 1/),
      '',
      '新变红的（有风险或来不及）：',
      '- 来不及1人：1002',
    ]);
    expect(await digestsOf('2026-11-26T09:00')).toEqual([]);
  });

  it('comes when somebody’s own answer made them red', async () => {
    const roster = await create();
    await confirm(roster);
    await digestsOf('2026-11-23T09:00');
    const opened = await world.lastbus.rosters.open(roster, null);
    await world.lastbus.changePlan(
      opened?.links.get('1001')?.edit ?? '',
      { facts: { pointsChange: 'changed' } },
      null,
    );

    const [mail] = await digestsOf('2026-11-24T09:00');

    expect(mail?.text).toContain('- 来不及1人：1001');
  });

  it('comes when a day went by that made somebody red, without anybody doing anything', async () => {
    await confirm(await create());
    for (const day of ['11-23', '11-30', '12-02', '12-07', '12-08', '12-09'])
      await digestsOf(`2026-${day}T09:00`);

    const [mail] = await digestsOf('2026-12-10T09:00');

    expect(mail?.subject).toMatch(/^花名册：2人变红/);
    expect(mail?.text).toContain('- 有风险2人：1001, 1002');
  });

  it('is one after days without a server, and the Monday among them is made up for', async () => {
    const roster = await create();
    await confirm(roster);
    expect(subjects(await digestsOf('2026-11-26T16:00'))).toEqual([MONDAY_SUBJECT]);
    await world.lastbus.rosters.uploadAgain(roster, octets(FILE_WITH_1002_CHANGED));

    const late = await digestsOf('2026-12-02T07:30');

    expect(subjects(late)).toEqual([expect.stringMatching(/^花名册：1人变红，2人来不及/)]);
    expect(late[0]?.text).toContain('花名册一周汇总，12月2日（周三）');
    expect(await digestsOf('2026-12-02T09:00')).toEqual([]);
  });

  it('that could not leave gives way to the next morning’s, which tells what it would have told', async () => {
    let isAway = false;
    const sent: string[] = [];
    await world.close();
    world = await openTestWorld({
      leavesTheHouse: true,
      relay: 'smtp.example.org',
      deliver: async ({ to, subject, text }) => {
        if (isAway) return { kind: 'deferred', reply: '451 later', concerns: 'mail' };
        sent.push(`${to} ${subject}`);
        if (text.includes('/reminders/confirm/')) confirmed = tokenFrom(text);
        return { kind: 'accepted', reply: '250' };
      },
      close: async () => {},
    });
    let confirmed = '';
    const roster = await create();
    await world.lastbus.rosters.subscribe(roster, 'hr@example.com', 'zh');
    await world.dispatch();
    await world.lastbus.confirm(confirmed);
    isAway = true;
    world.setTime('2026-11-23T09:00');
    await world.dispatch();
    isAway = false;
    sent.length = 0;

    world.setTime('2026-11-24T09:00');
    await world.dispatch();

    expect(sent).toEqual([`hr@example.com ${MONDAY_SUBJECT}`]);
  });

  it('is written in the language that was asked for, and knows the roster by its name', async () => {
    await confirm(await create(FILE, { ...SETTINGS, title: 'Shanghai <1>' }), 'hr@example.com', 'en');

    const [mail] = await digestsOf('2026-11-23T09:00');

    expect(mail?.subject).toBe('Roster “Shanghai <1>”: 1 turned red, HR acts for 1 this week');
    expect(mail?.text).toContain('- at risk, 1 person: 1006');
  });

  it('without counted hands tells the last day of each step', async () => {
    await confirm(await create(FILE, { ...SETTINGS, capacity: '' }));

    const [mail] = await digestsOf('2026-11-23T09:00');

    expect(mail?.text).toContain('11月24日（周二）　最后一天，');
    expect(mail?.text).toContain('没有填人事一天能办几人');
  });

  it('ends after the cutoff of all, and begins anew when somebody is uploaded', async () => {
    const roster = await create();
    await confirm(roster);
    expect(await digestsOf('2026-12-25T09:00')).toHaveLength(1);
    const dueAt = async (time: string) => {
      world.setTime(time);
      return (await world.dispatch()).due;
    };

    expect(await digestsOf('2026-12-28T09:00')).toEqual([]);
    expect(await dueAt('2027-01-27T09:00')).toBe(1);
    expect(await dueAt('2027-02-01T09:00')).toBe(0);
    await world.lastbus.rosters.uploadAgain(roster, octets(FILE));
    expect(await dueAt('2027-02-02T09:00')).toBe(1);
  });
});

describe('a process that ends before one of its statements, whichever', () => {
  /** A round that ends with the call of a store of this number; how many calls it came to. */
  const dispatchUntil = async (killAt: number): Promise<number> => {
    let calls = 0;
    const passing = <Store extends object>(store: Store): Store =>
      new Proxy(store, {
        get: (_, name) => {
          const value: unknown = Reflect.get(store, name);
          if (typeof value !== 'function') return value;
          return (...given: unknown[]) => {
            calls += 1;
            if (calls >= killAt) throw new Error('killed');
            return value.apply(store, given);
          };
        },
      });
    const { outbox, reminderLedger, subscriptionStore, rosterStore, leases } = world.dependencies;
    const dying = {
      ...world.dependencies,
      outbox: passing(outbox),
      reminderLedger: passing(reminderLedger),
      subscriptionStore: passing(subscriptionStore),
      rosterStore: passing(rosterStore),
      leases: passing(leases),
    };
    await dispatchReminders(dying).catch((error: Error) => {
      if (error.message !== 'killed') throw error;
    });
    return calls;
  };

  it('loses no digest and no morning', async () => {
    let killAt = 0;
    for (let calls = 0; calls >= killAt; ) {
      killAt += 1;
      await world.close();
      world = await openTestWorld();
      await confirm(await create());
      world.setTime('2026-11-23T09:00');

      calls = await dispatchUntil(killAt);

      // Longer than a lease: what the dead process held is free again.
      world.setTime('2026-11-23T09:10');
      await world.dispatch();
      expect([killAt, subjects(await digests())]).toEqual([killAt, [MONDAY_SUBJECT]]);
      expect(await digestsOf('2026-11-30T09:00')).toHaveLength(1);
    }
    expect(killAt).toBeGreaterThan(10);
  });
});

describe('what ends it', () => {
  it('an unsubscription: nothing goes there, until its owner takes it back and confirms anew', async () => {
    const roster = await create();
    const token = await confirm(roster);
    const [mail] = await digestsOf('2026-11-23T09:00');
    const unsubscribeToken = tokenIn(mail, 'reminders/unsubscribe');

    await world.lastbus.unsubscribe(unsubscribeToken);

    expect(await world.lastbus.rosters.subscribe(roster, 'hr@example.com', 'zh')).toEqual({
      kind: 'unsubscribed',
    });
    expect((await world.lastbus.rosters.open(roster, null))?.subscriptions).toMatchObject([
      { address: null, state: 'unsubscribed' },
    ]);
    expect(await digestsOf('2026-11-30T09:00')).toEqual([]);
    expect(await world.lastbus.reopen(unsubscribeToken, 'hr@example.com', null)).toEqual({
      kind: 'confirmation-sent',
    });
    await world.lastbus.confirm(token);
    expect(await digestsOf('2026-12-01T09:00')).toHaveLength(1);
  });

  it('the end of the roster: nothing of the address stays', async () => {
    const roster = await create();
    const token = await confirm(roster);
    await digestsOf('2026-11-23T09:00');

    expect(await world.lastbus.rosters.remove(roster)).toBe('removed');

    expect(await world.lastbus.findConfirmation(token)).toBeUndefined();
    expect(await digestsOf('2026-11-30T09:00')).toEqual([]);
  });
});

function tokenFrom(text: string): string {
  return /reminders\/confirm\/([A-Za-z0-9_-]{22})/.exec(text)?.[1] ?? '';
}
