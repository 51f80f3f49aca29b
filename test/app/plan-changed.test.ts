// Dates that move, from the change to the mail of the next morning, on the real parts. The plan: permit to Thu 31 Dec
// 2026, renewal from Wed 2 to Wed 9 December (safest Wed 2), HR by Mon 14, cutoff Fri 25. Today is Sun 22 November.

import type { ParsedMail } from 'mailparser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestWorld, subscribed, type TestWorld, tokenIn } from '../support/world.ts';

let world: TestWorld;

beforeEach(async () => {
  world = await openTestWorld();
});

afterEach(() => world.close());

async function reminderMails(): Promise<readonly ParsedMail[]> {
  return (await world.mails()).filter(({ headers }) => headers.has('list'));
}

/** The mails that go out at a time. */
async function mailsOf(time: string): Promise<readonly ParsedMail[]> {
  const before = new Set((await reminderMails()).map(({ messageId }) => messageId));
  world.setTime(time);
  await world.dispatch();
  return (await reminderMails()).filter(({ messageId }) => !before.has(messageId));
}

/** HR needs five working days instead of one: the renewal must begin by Thu 3 December. */
const SLOW_HR = { facts: { hrApprovalWorkingDays: 5 } };
const SLOWER_HR = { facts: { hrApprovalWorkingDays: 6 } };
const AS_BEFORE = { facts: { hrApprovalWorkingDays: null } };

describe('a fact that moves a last day', () => {
  it('is told the next morning at nine: old → new with weekdays, which answer, the chance, what to do', async () => {
    const { edit } = await subscribed(world);
    await world.lastbus.changePlan(edit, SLOW_HR, null);

    expect(await mailsOf('2026-11-23T08:59')).toEqual([]);
    const [mail, ...more] = await mailsOf('2026-11-23T09:00');

    expect(more).toEqual([]);
    expect(mail?.subject).toBe('计划变了：居住证签注，最晚 12月3日（周四），原来12月9日（周三）');
    expect(mail?.text?.split('\n').slice(0, 15)).toEqual([
      '计划变了',
      '- 结论：来得及 → 很紧',
      '- 居住证签注，最晚：12月9日（周三） → 12月3日（周四）',
      '- 居住证签注，最稳妥的最后一天：12月2日（周三） → 按有的说法已经来不及',
      '- 网上提交积分确认，最晚：12月14日（周一） → 12月8日（周二）',
      '- 单位人事网上审核，最晚：12月14日（周一） → 12月8日（周二）',
      '赶上的可能：仍是几乎肯定',
      '',
      '为什么变了：',
      '- “单位人事审核要几个工作日”：原来1，现在5',
      '',
      '今天要做的：',
      expect.stringMatching(/^今天不用跑。12月2日（周三）起才能办“居住证签注”，最晚12月3日（周四）。/),
      expect.stringMatching(/^另外，今天就可以免费先问上海医保热线12393/),
      '',
    ]);
  });

  it('says the same in the HTML, where old days are struck through', async () => {
    const { edit } = await subscribed(world);
    await world.lastbus.changePlan(edit, SLOW_HR, null);

    const [mail] = await mailsOf('2026-11-23T09:00');
    const html = String(mail?.html);

    expect(html).toMatch(
      /居住证签注，最晚<br><span[^>]*line-through[^>]*>12月9日（周三）<\/span> → <b[^>]*>12月3日（周四）<\/b>/,
    );
    expect(html).toContain('“单位人事审核要几个工作日”：原来1，现在5');
  });

  it('is told once, with what else is due that morning below it', async () => {
    const { edit } = await subscribed(world);
    world.setTime('2026-12-01T20:00');
    await world.lastbus.changePlan(edit, SLOW_HR, null);

    // Wed 2 December: the window of the renewal opens.
    const [mail, ...more] = await mailsOf('2026-12-02T09:00');

    expect(more).toEqual([]);
    expect(mail?.text).toMatch(/^计划变了\n[\s\S]*居住证签注\n最晚12月3日（周四）办，明天是最后一天/);
    expect(mail?.text).not.toContain('今天要做的');
  });

  it('is told at once when the new last day is the next morning', async () => {
    const { edit } = await subscribed(world);
    world.setTime('2026-12-02T10:00');
    await world.dispatch();
    await world.lastbus.changePlan(edit, SLOW_HR, null);

    const [mail] = await mailsOf('2026-12-02T10:00');

    expect(mail?.subject).toContain('12月3日（周四），原来12月9日（周三）');
  });

  it('is told from the dates that they know to those of the last of several changes', async () => {
    const { edit } = await subscribed(world);
    await world.lastbus.changePlan(edit, SLOW_HR, null);
    await world.lastbus.changePlan(edit, SLOWER_HR, null);

    const mails = await mailsOf('2026-11-23T09:00');

    expect(mails.map(({ subject }) => subject)).toEqual([
      '计划变了：居住证签注，最晚 12月2日（周三），原来12月9日（周三）',
    ]);
    expect(mails[0]?.text).toContain('- “单位人事审核要几个工作日”：原来1，现在6\n\n');
  });

  it('is not told when the dates are back before the morning; the ledger says why', async () => {
    const { edit } = await subscribed(world);
    await world.lastbus.changePlan(edit, SLOW_HR, null);
    await world.lastbus.changePlan(edit, AS_BEFORE, null);
    world.setTime('2026-11-23T09:00');

    expect(await world.dispatch()).toMatchObject({ due: 1, sent: 0, dropped: 1 });
    expect(await reminderMails()).toEqual([]);
  });

  it('is told anew when it changes again after the mail', async () => {
    const { edit } = await subscribed(world);
    await world.lastbus.changePlan(edit, SLOW_HR, null);
    await mailsOf('2026-11-23T09:00');
    await world.lastbus.changePlan(edit, AS_BEFORE, null);

    expect((await mailsOf('2026-11-24T09:00')).map(({ subject }) => subject)).toEqual([
      '计划变了：居住证签注，最晚 12月9日（周三），原来12月3日（周四）',
    ]);
  });
});

describe('no mail says that the plan changed', () => {
  it('to an address that is not confirmed, or has unsubscribed', async () => {
    const { edit } = await subscribed(world);
    await world.lastbus.subscribe(edit, 'pending@example.com', 'zh');
    await world.lastbus.changePlan(edit, SLOW_HR, null);
    const [mail] = await mailsOf('2026-11-23T09:00');
    await world.lastbus.unsubscribe(tokenIn(mail, 'reminders/unsubscribe'));
    await world.lastbus.changePlan(edit, AS_BEFORE, null);

    expect(await mailsOf('2026-11-24T09:00')).toEqual([]);
  });

  it('when a step was done on its day as planned', async () => {
    const { edit } = await subscribed(world);
    world.setTime('2026-12-02T10:00');
    await world.dispatch();
    const actuals = { 'renew-permit': { startedOn: '2026-12-02', finishedOn: '2026-12-02' } };
    await world.lastbus.changePlan(edit, { actuals }, null);

    expect(await mailsOf('2026-12-03T09:00')).toEqual([]);
  });

  it('of what happened before the address was confirmed', async () => {
    const stored = await world.lastbus.storePlan(
      { policy: 'shanghai-2027', facts: { permitExpiresOn: '2026-12-31' } },
      'zh',
    );
    const edit = stored.ok ? (stored.value.tokens.edit ?? '') : '';
    await world.lastbus.changePlan(edit, SLOW_HR, null);
    await world.lastbus.subscribe(edit, 'parent@example.com', 'zh');
    await world.dispatch();
    await world.lastbus.confirm(tokenIn((await world.mails()).at(-1), 'reminders/confirm'));

    expect(await mailsOf('2026-11-23T09:00')).toEqual([]);
  });
});

it('how a step ended is told with the new dates and what was noted', async () => {
  const { edit } = await subscribed(world);
  world.setTime('2026-12-10T10:00');
  await world.dispatch();
  await world.lastbus.changePlan(
    edit,
    {
      actuals: {
        'renew-permit': { startedOn: '2026-12-02', finishedOn: '2026-12-02' },
        'points-form': { startedOn: '2026-12-07', finishedOn: '2026-12-07' },
        'hr-approval': { startedOn: '2026-12-08', finishedOn: '2026-12-09', outcome: 'paper' },
      },
    },
    null,
  );

  const [mail] = await mailsOf('2026-12-11T09:00');

  expect(mail?.subject).toMatch(/^计划变了：/);
  expect(mail?.text).toContain('“单位人事网上审核”记录了：12月8日（周二）开始、12月9日（周三）办完、结果：');
});
