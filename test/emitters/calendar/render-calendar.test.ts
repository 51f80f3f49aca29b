// What a family finds in its calendar. The sample plan: the online route for Shanghai 2027, looked at on Sunday
// 2026-11-22, with a cutoff expected on Friday 2026-12-25 at 17:30.

import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../src/domain/plan.ts';
import type { PlannedActivity } from '../../../src/domain/planned-activity.ts';
import { type CalendarOptions, renderCalendar } from '../../../src/emitters/calendar/render-calendar.ts';
import { day, samplePlan, samplePlannedActivity, sampleRoute } from '../../support/sample-plan.ts';
import { type ReadEntry, readCalendar } from './read-calendar.ts';

const options: CalendarOptions = {
  locale: 'zh',
  kind: 'file',
  calendarId: 'k7f3',
  host: 'lastbus.example',
  stamp: Date.UTC(2026, 10, 22, 4),
  sequence: 3,
  viewUrl: 'https://lastbus.example/plans/view-token',
};

function entriesOf(plan: Plan, changes: Partial<CalendarOptions> = {}): readonly ReadEntry[] {
  return readCalendar(renderCalendar(plan, { ...options, ...changes })).entries;
}

function titlesOf(plan: Plan, changes: Partial<CalendarOptions> = {}): string[] {
  return entriesOf(plan, changes).map(({ start, summary }) => `${start} ${summary}`);
}

function entryOf(plan: Plan, name: string, changes: Partial<CalendarOptions> = {}): ReadEntry {
  const found = entriesOf(plan, changes).find(({ uid }) => uid === `k7f3.${name}@lastbus.example`);
  if (found === undefined) throw new Error(`no entry ${name}`);
  return found;
}

/** The sample plan with one activity of its route changed. */
function planWith(id: string, changes: Partial<PlannedActivity>): Plan {
  const activities = sampleRoute().activities.map((activity) =>
    activity.id === id ? { ...activity, ...changes } : activity,
  );
  return samplePlan({ routes: [sampleRoute({ activities })] });
}

/** What a plan says of an activity once it is finished. */
const finished = {
  state: 'done',
  latestStartOn: null,
  latestFinishOn: null,
  mustFinishBy: null,
  totalFloatDays: null,
  totalFloatWorkingDays: null,
  reasons: [],
} as const satisfies Partial<PlannedActivity>;

/** Two working days after the payment; the cutoff does not bind it. */
const paymentCheck = samplePlannedActivity({
  id: 'payment-check',
  title: { zh: '核实缴费', en: 'Check the payment' },
  earliestStartOn: day('2026-12-18'),
  earliestFinishOn: day('2026-12-22'),
  latestStartOn: null,
  latestFinishOn: null,
  mustFinishBy: null,
  totalFloatDays: null,
  totalFloatWorkingDays: null,
  reasons: [],
});

const nobodyEligible = samplePlan({
  verdict: 'not-eligible',
  recommendedRoute: null,
  today: { kind: 'ask', because: 'not-eligible', whom: { zh: '12393热线', en: 'the 12393 line' } },
  routes: [
    sampleRoute({
      verdict: 'not-eligible',
      notEligibleBecause: { zh: '通知书没有列明子女', en: 'the notice does not name the child' },
    }),
  ],
});

describe('entries stand on days on which somebody acts', () => {
  test('Chinese', () => {
    expect(titlesOf(samplePlan())).toEqual([
      '2026-12-02 今天起可办：居住证签注',
      '2026-12-09 最晚今天：居住证签注',
      '2026-12-14 最晚今天由单位办：单位人事审核',
      '2026-12-20 最晚今天：参保登记',
      '2026-12-25 预计今天17:30截止：缴费',
    ]);
  });

  test('English', () => {
    expect(titlesOf(samplePlan(), { locale: 'en' })).toEqual([
      '2026-12-02 Possible from today: Renew the residence permit',
      '2026-12-09 Last day: Renew the residence permit',
      '2026-12-14 Last day for HR: HR approves online',
      '2026-12-20 Last day: Register the child',
      '2026-12-25 Expected cutoff today 17:30: Pay',
    ]);
  });

  test('a Chinese title has fewer than 20 characters', () => {
    for (const { summary } of entriesOf(samplePlan())) expect([...summary].length).toBeLessThan(20);
  });

  test('a window of one day has one entry: its last day', () => {
    const plan = planWith('renew-permit', { latestStartOn: day('2026-12-02'), totalFloatDays: 0 });
    expect(titlesOf(plan)[0]).toBe('2026-12-02 最晚今天：居住证签注');
    expect(entryOf(plan, 'renew-permit.step').description).toContain('余地：没有，只有这一天');
  });

  test('what is under way has the day by which it must be finished', () => {
    const plan = planWith('hr-approval', { state: 'running' });
    expect(titlesOf(plan)).toContain('2026-12-15 最晚今天办完：单位人事审核');
  });

  test('what the cutoff does not bind stands on the first day on which it can be finished', () => {
    const activities = [...sampleRoute().activities, paymentCheck];
    const titles = titlesOf(samplePlan({ routes: [sampleRoute({ activities })] }));
    expect(titles).toContain('2026-12-22 最早今天：核实缴费');
    const { description } = entryOf(
      samplePlan({ routes: [sampleRoute({ activities })] }),
      'payment-check.step',
    );
    expect(description.split('\n')).toContain('前提：“缴费”已经办完');
  });

  test('an office at work at the very end: somebody has to look for its answer', () => {
    const activities = [...sampleRoute().activities, { ...paymentCheck, actor: 'office' } as const];
    const titles = titlesOf(samplePlan({ routes: [sampleRoute({ activities })] }));
    expect(titles).toContain('2026-12-22 最早今天看结果：核实缴费');
  });
});

describe('two last days on one day', () => {
  test('are one entry that names both', () => {
    const plan = planWith('hr-approval', { latestStartOn: day('2026-12-09') });
    expect(titlesOf(plan)).toContain('2026-12-09 最晚今天：居住证签注、单位人事审核');
    const { description } = entryOf(plan, 'renew-permit.step');
    expect(description).toContain('【居住证签注】由本人办');
    expect(description).toContain('【单位人事审核】由单位人事办');
  });

  test('are two entries when one title would be too long', () => {
    const title = {
      zh: '单位人事网上审核并提交材料',
      en: 'HR checks, approves and hands in the papers online',
    };
    const plan = planWith('hr-approval', { latestStartOn: day('2026-12-09'), title });
    expect(titlesOf(plan)).toEqual(
      expect.arrayContaining([
        '2026-12-09 最晚今天：居住证签注',
        '2026-12-09 最晚今天：单位人事网上审核并提交材料',
      ]),
    );
  });
});

describe('what is done', () => {
  const plan = { ...planWith('renew-permit', finished), asOf: day('2026-12-03') };

  test('stays on the day on which it was finished, after everything that is still to come', () => {
    expect(titlesOf(plan)).toEqual([
      '2026-12-14 最晚今天由单位办：单位人事审核',
      '2026-12-20 最晚今天：参保登记',
      '2026-12-25 预计今天17:30截止：缴费',
      '2026-12-02 已完成：居住证签注',
    ]);
    expect(titlesOf(plan, { locale: 'en' }).at(-1)).toBe('2026-12-02 Done: Renew the residence permit');
  });

  test('keeps its identifier and rings no more', () => {
    expect(entryOf(plan, 'renew-permit.step').alarms).toEqual([]);
  });

  test('all of it: the cutoff says so', () => {
    const activities = sampleRoute().activities.map((activity) => ({ ...activity, ...finished }));
    const allDone = samplePlan({
      verdict: 'done',
      today: { kind: 'nothing' },
      routes: [sampleRoute({ activities })],
    });
    expect(entryOf(allDone, 'plan.cutoff')).toMatchObject({ summary: '今天截止（都已办完）', alarms: [] });
  });
});

describe('where no route is left', () => {
  test('nobody eligible: today’s one thing to do, and the cutoff', () => {
    expect(titlesOf(nobodyEligible)).toEqual([
      '2026-11-22 今天先打电话问有没有办法',
      '2026-12-25 预计今天17:30截止',
    ]);
    const { description } = entryOf(nobodyEligible, 'plan.today');
    expect(description).toContain('今天先打电话问12393热线');
    expect(description).toContain('“积分网签”不适用：通知书没有列明子女');
  });

  test('too late: the same, and the window that still opens, but no last days', () => {
    const route = sampleRoute({
      verdict: 'too-late',
      problems: [
        {
          code: 'too-late',
          latenessDays: { min: 3, mode: 4, max: 6, statutory: 9 },
          latenessAtLeastDays: null,
          release: null,
          remedies: [],
        },
      ],
    });
    const plan = samplePlan({ verdict: 'too-late', today: nobodyEligible.today, routes: [route] });

    expect(titlesOf(plan)).toEqual([
      '2026-11-22 今天先打电话问有没有办法',
      '2026-12-02 今天起可办：居住证签注',
      '2026-12-25 预计今天17:30截止',
    ]);
    expect(entryOf(plan, 'plan.today').description).toContain('也比截止日晚3天');
  });
});

describe('a description says', () => {
  const { description } = entryOf(samplePlan(), 'renew-permit.step');

  test.each([
    ['who', '【居住证签注】由本人办'],
    ['where', '在哪办：社区事务受理服务中心，或“随申办”'],
    ['what to bring', '带什么：身份证原件、居住证'],
    ['what others stumbled over', '提示：还剩30天时系统不受理，白跑一趟'],
    ['why not later', '为什么是这天：后面的“单位人事审核”最晚12月14日（周一）要开始'],
    [
      'why not earlier',
      '最早什么时候：12月2日（周三）起才受理：居住证有效期至12月31日（周四），往前数29天（自然日）',
    ],
    ['the float', '余地：从最早的12月2日（周三）算起可宽限7天（5个工作日），到这天用完'],
    ['that the cutoff is only expected', '截止日：12月25日（周五） 17:30（按往年推测，尚未公布）'],
    ['who says so, and how sure', '依据：2017年居住证、积分续办衔接医保办理过程（仅见报道，未核实）'],
    ['where to look', '查看计划：https://lastbus.example/plans/view-token'],
  ])('%s', (_, line) => {
    expect(description.split('\n')).toContain(line);
  });

  test('an announced cutoff is a fact and needs no word on every entry', () => {
    const { cutoff } = samplePlan();
    const plan = samplePlan({ cutoff: { ...cutoff, status: 'announced' } });
    expect(entryOf(plan, 'renew-permit.step').description).not.toContain('截止日：');
    expect(entryOf(plan, 'plan.cutoff')).toMatchObject({ summary: '今天17:30截止：缴费' });
    expect(entryOf(plan, 'plan.cutoff').description).toContain('截止日：12月25日（周五） 17:30（已公布）');
  });

  test('a cutoff of the family’s own is called theirs', () => {
    const cutoff = { ...samplePlan().cutoff, status: 'announced', source: '社区通知', isOwn: true } as const;
    const own = entryOf(samplePlan({ cutoff }), 'plan.cutoff').description;
    expect(own).toContain('截止日：12月25日（周五） 17:30（您填写的）');
    expect(own).toContain('依据：按往年推测（由其他事实推算）；社区通知');
  });

  test('an office’s work stands in the entry of the step after it', () => {
    const wait =
      '在此之前要等办事机构：“积分审核”（最早12月11日（周五）有结果、最晚12月20日（周日）要有结果）';
    const holding = entriesOf(samplePlan()).filter((entry) => entry.description.includes('积分审核'));
    expect(holding.map(({ uid }) => uid)).toEqual(['k7f3.registration.step@lastbus.example']);
    expect(holding[0]?.description.split('\n')).toContain(wait);
  });

  test('the last day by each channel, where there is a choice', () => {
    expect(entryOf(samplePlan(), 'registration.step').description.split('\n')).toContain(
      '网上最晚12月20日（周日）、窗口最晚12月18日（周五）',
    );
  });

  test('how sure the days are, where no source named says it', () => {
    const lines = (name: string) => entryOf(samplePlan(), name).description.split('\n');
    expect(lines('registration.step')).toContain('可靠程度：仅见报道，未核实');
    expect(lines('renew-permit.step').join()).not.toContain('可靠程度');
    expect(
      entryOf(planWith('registration', { confidence: 'confirmed' }), 'registration.step').description,
    ).not.toContain('可靠程度');
  });

  test('no float of what is under way, and none that is negative', () => {
    const running = planWith('hr-approval', { state: 'running' });
    expect(entryOf(running, 'hr-approval.step').description).not.toContain('余地');
    const late = { totalFloatDays: -4, totalFloatWorkingDays: -3, latestStartOn: day('2026-11-28') };
    expect(entryOf(planWith('renew-permit', late), 'renew-permit.opens').description).toContain(
      '余地：没有，晚了4天（3个工作日）',
    );
  });

  test('nothing that is true only on the day on which the plan was made', () => {
    const reasons = [{ rule: 'starts-today', on: day('2026-11-22') } as const];
    expect(entryOf(planWith('registration', { reasons }), 'registration.step').description).not.toContain(
      '11月22日',
    );
  });

  test('nothing of a duration that moves no day', () => {
    const { reasons } = samplePlannedActivity();
    const sameDay = {
      rule: 'takes',
      period: { amount: 0, unit: 'calendar-days' },
      finishRolls: 'none',
      basis: 'planning-value',
      source: 'eastday-2016',
      legalLimit: null,
      counting: null,
    } as const;
    const plan = planWith('renew-permit', { reasons: [sameDay, ...reasons] });
    expect(entryOf(plan, 'renew-permit.step').description).toBe(description);
  });

  test('nothing of the cutoff where it does not bind', () => {
    const activities = [...sampleRoute().activities, paymentCheck];
    const plan = samplePlan({ routes: [sampleRoute({ activities })] });
    expect(entryOf(plan, 'payment-check.step').description).not.toContain('截止日');
  });

  test('nothing of a link when there is none', () => {
    const text = renderCalendar(samplePlan(), { ...options, viewUrl: null });
    expect(text).not.toMatch(/https:|URL/);
  });
});

describe('alarms', () => {
  test('of a file: 09:00 the day before, then 09:00 a week before, each naming the day', () => {
    expect(entryOf(samplePlan(), 'renew-permit.step').alarms).toEqual([
      { trigger: '-PT15H', text: '最晚12月9日（周三）：居住证签注' },
      { trigger: '-P6DT15H', text: '最晚12月9日（周三）：居住证签注' },
    ]);
  });

  test.each([
    [
      'a week before its last day it can be done: Wed 2 December for Wed 9',
      '2026-12-02',
      ['-PT15H', '-P6DT15H'],
    ],
    ['a week before its last day it cannot be done yet: from Thu 3 December', '2026-12-03', ['-PT15H']],
  ])('%s', (_, earliestStartOn, triggers) => {
    const plan = planWith('renew-permit', { earliestStartOn: day(earliestStartOn) });
    expect(entryOf(plan, 'renew-permit.step').alarms.map(({ trigger }) => trigger)).toEqual(triggers);
  });

  test('an opening rings on the eve only', () => {
    const { alarms } = entryOf(samplePlan(), 'renew-permit.opens');
    expect(alarms).toEqual([{ trigger: '-PT15H', text: '12月2日（周三）起可办：居住证签注' }]);
  });

  test('none that would have rung before the day on which the plan was made', () => {
    const plan = { ...samplePlan(), asOf: day('2026-12-09') };
    expect(entryOf(plan, 'renew-permit.step').alarms).toEqual([]);
  });

  test('of a feed: none, because its programs ignore them', () => {
    expect(renderCalendar(samplePlan(), { ...options, kind: 'feed' })).not.toContain('VALARM');
  });
});

describe('identity', () => {
  test('every entry has its own identifier, and none holds a date', () => {
    const activities = [...sampleRoute().activities, paymentCheck];
    const uids = entriesOf(samplePlan({ routes: [sampleRoute({ activities })] })).map(({ uid }) => uid);
    expect(uids).toEqual([
      'k7f3.renew-permit.opens@lastbus.example',
      'k7f3.renew-permit.step@lastbus.example',
      'k7f3.hr-approval.step@lastbus.example',
      'k7f3.registration.step@lastbus.example',
      'k7f3.payment-check.step@lastbus.example',
      'k7f3.plan.cutoff@lastbus.example',
    ]);
  });

  test('a step that moves keeps its identifier', () => {
    const moved = planWith('renew-permit', { latestStartOn: day('2026-12-10') });
    expect(entryOf(samplePlan(), 'renew-permit.step').start).toBe('2026-12-09');
    expect(entryOf(moved, 'renew-permit.step').start).toBe('2026-12-10');
  });

  test('the same plan and revision give the same bytes', () => {
    expect(renderCalendar(samplePlan(), options)).toBe(renderCalendar(samplePlan(), options));
  });

  test('the calendar is named for its policy, not for a person', () => {
    const named = readCalendar(renderCalendar(samplePlan(), options));
    expect(named.name).toBe('末班车：上海2027年度城乡居民医保');
  });
});

test('no text of a plan can write a line of its own', () => {
  const evil = { zh: 'x\r\nX-EVIL:1', en: 'x\r\nX-EVIL:1' };
  const activity = { title: evil, place: evil, bring: [evil], tips: [evil] };
  const cutoff = { ...samplePlan().cutoff, source: evil.zh, isOwn: true };
  const policy = { ...samplePlan().policy, title: evil };
  const plan = { ...planWith('renew-permit', activity), cutoff, policy };

  const text = renderCalendar(plan, options);

  expect(text).toContain('X-EVIL:1');
  expect(text).not.toMatch(/^X-EVIL/m);
});
