import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/domain/plan.ts';
import { renderNewPlanPage } from '../../../src/emitters/pages/new-plan-page.ts';
import { planView } from '../../../src/emitters/pages/plan-view.ts';
import { day, samplePlan, samplePlannedActivity, sampleRoute } from '../../support/sample-plan.ts';

function pageOf(plan: Plan, locale: 'zh' | 'en' = 'zh'): string {
  return renderNewPlanPage({
    frame: {
      locale,
      otherLanguageHref: '/?lang=en',
      typeSize: 'standard',
      otherTypeHref: '/?type=large',
      homeHref: '/',
      languageQuery: '',
      stylesheetHref: '/static/site.css',
      iconHref: '/static/icon.svg',
    },
    policies: { title: plan.policy.title[locale], others: [], listHref: '/policies' },
    plan,
    given: [],
    open: [],
    ownDeadlines: [],
    inexact: null,
    carried: [],
    calendarHref: '/plan.ics',
    shareUrl: 'https://lastbus.example.org/?policy=shanghai-2027',
    copyScriptHref: '/static/copy.js',
    whatIf: { action: '/', carried: [], tried: null },
    htmxHref: '/static/htmx.js',
    timelineHref: '/timeline',
  });
}

describe('the page of a plan', () => {
  it('opens with the verdict, the cutoff with how sure it is, and the one thing to do today', () => {
    const html = pageOf(samplePlan());
    const inOrder = ['来得及。', '12月25日（周五） 17:30', '按往年推测', '今天不用跑', '居住证签注</h3>'];

    const places = inOrder.map((text) => html.indexOf(text));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('gives each step its days with their weekdays: Wednesday 2 to Wednesday 9 December', () => {
    expect(pageOf(samplePlan())).toContain('12月2日（周三） 至 12月9日（周三）');
    expect(pageOf(samplePlan(), 'en')).toContain('Wed 2 Dec to Wed 9 Dec');
  });

  it('shows what a policy says as text, also where it looks like markup', () => {
    const title = { zh: '<script>alert(1)</script>', en: '<b>' };
    const route = sampleRoute({ activities: [samplePlannedActivity({ title })] });
    const html = pageOf(samplePlan({ routes: [route] }));

    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;');
  });

  it('says plainly what was assumed', () => {
    const fact = {
      id: 'addressUnchanged',
      question: { zh: '居住地址没有变', en: 'The address has not changed' },
      value: true,
      isDay: false,
      shown: { zh: '是', en: 'yes' },
      isAssumed: true,
    };
    expect(pageOf(samplePlan({ facts: [fact] }))).toContain('居住地址没有变：是');
  });

  it('says of a projected year that it is one, and nothing of the kind of an announced one', () => {
    const { policy } = samplePlan();
    expect(pageOf(samplePlan())).toContain('2027年度的办法还没有公布');
    expect(pageOf(samplePlan({ policy: { ...policy, status: 'announced' } }))).not.toContain('还没有公布');
  });

  it("shows a user's own cutoff as theirs, with their words for its source", () => {
    const cutoff = {
      on: day('2026-12-23'),
      at: null,
      atSource: null,
      status: 'announced',
      source: '学校通知',
      isOwn: true,
      isReplaceable: true,
    } as const;
    const { cutoff: shown } = planView(samplePlan({ cutoff }), 'zh');

    expect(shown).toEqual({ day: '12月23日（周三）', status: '您自己填的', source: '学校通知' });
  });

  it('has two script files of this server, nothing inline and no other host to load from', () => {
    const html = pageOf(samplePlan());

    expect(html.match(/<script[^>]*>[^<]*/g)).toEqual([
      '<script src="/static/htmx.js" defer>',
      '<script src="/static/copy.js" defer>',
    ]);
    expect(html).not.toMatch(/\sstyle=|<style|\son\w+=/i);
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//i);
  });

  it.each([
    ['zh', 'zh-CN'],
    ['en', 'en'],
  ] as const)('says in its lang attribute that it is %s', (locale, tag) => {
    expect(pageOf(samplePlan(), locale)).toContain(`<html lang="${tag}">`);
  });
});

describe('a step of the page', () => {
  const stepOf = (changes: Parameters<typeof samplePlannedActivity>[0]) => {
    const plan = samplePlan({ routes: [sampleRoute({ activities: [samplePlannedActivity(changes)] })] });
    const [step] = planView(plan, 'zh').steps;
    if (step === undefined) throw new Error('the plan has no step');
    return step;
  };

  it.each([
    ['7 days and 5 working days to spare', 7, 5, 'roomy'],
    ['4 days but only 2 working days to spare', 4, 2, 'tight'],
    ['a day late', -1, -1, 'late'],
    ['late on a weekend: no working day, but a day', -1, 0, 'late'],
  ])('with %s is marked', (_, totalFloatDays, totalFloatWorkingDays, level) => {
    expect(stepOf({ totalFloatDays, totalFloatWorkingDays }).float?.level).toBe(level);
  });

  it.each([
    ['has one day left', { latestStartOn: day('2026-12-02') }, '只有 12月2日（周三） 这一天'],
    [
      'would have been due before it can start',
      { latestStartOn: day('2026-11-26') },
      '最早 12月2日（周三），最晚 11月26日（周四）',
    ],
    ['is bound by nothing', { latestStartOn: null }, '12月2日（周三）起'],
    ['is done', { state: 'done' }, '12月2日（周三）完成'],
    [
      'is an office’s, whose result counts',
      { actor: 'office' },
      '预计 12月2日（周三），最晚 12月9日（周三）',
    ],
    ['lies beyond the published holidays', { earliestStartOn: null, latestStartOn: null }, '日期还定不下来'],
  ] as const)('that %s', (_, changes, days) => {
    expect(stepOf(changes).days).toBe(days);
  });

  it('leads from a reason to its source by number', () => {
    expect(stepOf({}).reasons.map(({ sourceNumber }) => sourceNumber)).toEqual([2, null]);
  });
});
