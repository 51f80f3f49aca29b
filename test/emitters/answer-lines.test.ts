// What a plan answers beside dates, as people read it, in both languages.

import { describe, expect, it } from 'vitest';
import type { Locale } from '../../src/domain/localized.ts';
import type { Plan } from '../../src/domain/plan.ts';
import type { PlannedRoute } from '../../src/domain/planned-route.ts';
import { renderPlainText } from '../../src/emitters/plain-text.ts';
import { type AnswerLines, answerLines } from '../../src/emitters/wording/answer-lines.ts';
import { day, samplePlan, sampleRoute } from '../support/sample-plan.ts';

const both = (zh: string, en: string) => ({ zh, en });

const READING = {
  id: 'review-count/one-more',
  about: both('从哪天起算', 'From which day it counts'),
  title: both('第6个工作日', 'On the sixth'),
  source: 'pattern',
  isFeasible: true,
  lastStart: day('2026-12-08'),
  ifMissed: null,
};

function linesOf(locale: Locale, plan: Partial<Plan> = {}, route: Partial<PlannedRoute> = {}): AnswerLines {
  const told = sampleRoute({ readings: [READING], ...route });
  return answerLines(samplePlan({ routes: [told], ...plan }), told, locale);
}

describe('the last start', () => {
  it.each([
    ['zh', {}, '“居住证签注”通常最晚12月9日（周三），最稳妥12月2日（周三）。'],
    ['en', {}, '“Renew the residence permit” usually by Wed 9 Dec, safest by Wed 2 Dec.'],
    ['zh', { safeLastStart: day('2026-12-09') }, '“居住证签注”最晚12月9日（周三），无论哪种说法都来得及。'],
    ['zh', { isSafe: false }, '“居住证签注”通常最晚12月9日（周三）；有的说法下已经来不及，越早越好。'],
    ['zh', { readings: [] }, null],
    ['zh', { verdict: 'too-late' }, null],
  ] satisfies [Locale, Partial<PlannedRoute>, string | null][])(
    'in %s of a route with %o',
    (locale, route, line) => {
      expect(linesOf(locale, {}, route).lastStart).toBe(line);
    },
  );

  it('of each reading stands beside what is read differently', () => {
    expect(linesOf('zh').readings).toEqual(['从哪天起算：如果是“第6个工作日”，最晚12月8日（周二）']);
    expect(linesOf('en', {}, { readings: [{ ...READING, isFeasible: false }] }).readings).toEqual([
      'From which day it counts: if “On the sixth”, by Tue 8 Dec, which is too late already',
    ]);
    const ifMissed = { coverFrom: null, text: both('次月1日起', 'from the next month'), source: 'pattern' };
    expect(linesOf('zh', {}, { readings: [{ ...READING, ifMissed }] }).readings).toEqual([
      '从哪天起算：如果是“第6个工作日”，最晚12月8日（周二）；晚缴的：次月1日起',
    ]);
  });
});

describe('a fork', () => {
  const branch = {
    outcome: 'paper',
    title: both('请递交书面材料', 'hand in papers'),
    means: both('转书面', 'it goes to paper'),
    instead: both('打12393', 'call 12393'),
    source: 'pattern',
    route: 'points-paper',
    verdict: 'too-late' as const,
    likelihood: null,
  };
  const fork = {
    activity: 'hr-approval',
    title: both('单位人事审核', 'HR approves'),
    lookOn: day('2026-12-08'),
    branches: [branch, { ...branch, verdict: 'on-track' as const }, { ...branch, route: null }],
  };

  it('names the day to look, and of each end what it means; what to do instead only where it is too late', () => {
    expect(linesOf('zh', { fork }).fork).toEqual({
      heading: '12月8日（周二）看“单位人事审核”的结果，后面怎么走由它定：',
      branches: [
        { text: '显示“请递交书面材料” → 转书面（来不及）', instead: '那时改做：打12393' },
        { text: '显示“请递交书面材料” → 转书面（来得及）', instead: null },
        { text: '显示“请递交书面材料” → 转书面', instead: '那时改做：打12393' },
      ],
    });
  });

  it('makes the chance one that holds if its end comes', () => {
    const ifOutcomes = [{ activity: 'hr-approval', outcome: 'online', title: both('无需材料', 'no papers') }];
    const route = sampleRoute({ ifOutcomes });

    expect(renderPlainText(samplePlan({ routes: [route] }), 'en')).toContain(
      'If the screen says “no papers”: ',
    );
  });
});

describe('what nobody has settled', () => {
  const question = {
    id: 'points-still-needed',
    ask: both('还要不要积分', 'whether points are still needed'),
    whom: both('12393', '12393'),
    isAskedFirst: true,
    by: day('2026-12-02'),
    source: 'pattern',
  };

  it('is told with whom to ask and until when, and what to ask first also with what to do today', () => {
    expect(linesOf('zh', { questions: [question] }).questions).toEqual([
      '问12393：还要不要积分（最晚12月2日（周三）问清）',
    ]);
    expect(renderPlainText(samplePlan({ questions: [question] }), 'zh')).toMatch(
      /今天：.*\n另外，今天就可以免费先问12393：还要不要积分。\n/,
    );
  });
});

describe('a risk, fees, cover and a no', () => {
  it.each([
    [
      'between two days',
      day('2026-11-30'),
      day('2026-12-31'),
      '自动签注（11月30日（周一）到12月31日（周四））',
    ],
    ['until a day', null, day('2026-12-31'), '自动签注（到12月31日（周四））'],
    ['at some time', null, null, '自动签注'],
  ])('it may happen %s', (_, from, until, line) => {
    const risk = { id: 'auto', text: both('自动签注', 'by itself'), from, until, source: 'pattern' };

    expect(linesOf('zh', { risks: [risk] }).risks).toEqual([line]);
  });

  it('name each year that is paid for', () => {
    const [fee] = samplePlan().fees;
    if (fee === undefined) throw new Error('the sample plan has no fee');
    const born = {
      ...fee,
      amount: 380,
      policyYear: 2026,
      status: 'announced' as const,
      title: both('新生儿', 'newborn'),
    };

    expect(linesOf('en', { fees: [fee, born] }).fees).toEqual([
      '2027: 400 yuan, expected, from the year before',
      '2026 (newborn): 380 yuan, announced',
    ]);
  });

  it('tell the cover of who pays in time, and why somebody is not meant', () => {
    const coverage = {
      begins: day('2027-01-01'),
      until: day('2027-12-31'),
      rules: [
        {
          paidUntil: null,
          start: { kind: 'day' as const, day: day('2027-01-01') },
          text: both('', ''),
          source: 'pattern',
        },
      ],
    };
    const eligibility = {
      because: both('不看积分', 'no points'),
      instead: both('去窗口', 'at the counter'),
      source: 'pattern',
    };
    const lines = linesOf('en', { coverage, eligibility });

    expect(lines.cover).toBe('Paid in time, cover runs from Fri 1 Jan 2027 to Fri 31 Dec 2027');
    expect(lines.notForYou).toEqual(['no points', 'at the counter']);
  });
});
