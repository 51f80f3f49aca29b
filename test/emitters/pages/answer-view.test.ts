import { describe, expect, it } from 'vitest';
import type { PlannedReading, PlannedRoute } from '../../../src/domain/planned-route.ts';
import { planView } from '../../../src/emitters/pages/plan-view.ts';
import { day, samplePlan, samplePlannedActivity, sampleRoute } from '../../support/sample-plan.ts';

const READING: PlannedReading = {
  id: 'seven-working-days',
  about: { zh: '多久进入积分系统', en: 'How long it takes to reach the points system' },
  title: { zh: '7个工作日', en: '7 working days' },
  source: 'eastday-2016',
  isFeasible: true,
  lastStart: day('2026-12-02'),
  ifMissed: null,
};

const answerOf = (changes: Partial<PlannedRoute>, locale: 'zh' | 'en' = 'zh') => {
  const route = sampleRoute({ readings: [READING], ...changes });
  return planView(samplePlan({ routes: [route], verdict: route.verdict }), locale);
};

describe('until when the first step can wait', () => {
  it('is usually Wednesday 9 and safest Wednesday 2 December: two days side by side', () => {
    expect(answerOf({}).bounds).toEqual({
      of: '“居住证签注”的最后期限：',
      days: [
        { label: '通常最晚', day: '12月9日（周三）' },
        { label: '最稳妥', day: '12月2日（周三）' },
      ],
      note: null,
    });
    expect(answerOf({}, 'en').bounds?.days[1]).toEqual({ label: 'safest until', day: 'Wed 2 Dec' });
  });

  it.each([
    ['every reading agrees', { safeLastStart: day('2026-12-09') }, '最晚', '无论按哪种说法都来得及。'],
    ['no day is safe', { safeLastStart: null }, '通常最晚', '有的说法下已经来不及，越早越好。'],
    ['the slowest reading is late', { isSafe: false }, '通常最晚', '有的说法下已经来不及，越早越好。'],
    ['the sources do not disagree', { readings: [] }, '最晚', null],
  ])('is one day where %s', (_, changes, label, note) => {
    const { bounds } = answerOf(changes);

    expect(bounds?.days).toEqual([{ label, day: '12月9日（周三）' }]);
    expect(bounds?.note).toBe(note);
  });

  it.each([
    ['it is too late', { verdict: 'too-late' }],
    ['no day is known', { usualLastStart: null }],
    ['only offices are left to act', { activities: [samplePlannedActivity({ actor: 'office' })] }],
  ] as const)('is not told when %s', (_, changes) => {
    expect(answerOf(changes).bounds).toBeNull();
  });
});

describe('the one thing to do today', () => {
  it('leaves its last day to the days below it, which say more', () => {
    expect(answerOf({}).today).toContain('12月2日（周三）起才能办“居住证签注”。');
    expect(answerOf({ usualLastStart: null }).today).toContain('“居住证签注”，最晚12月9日（周三）。');
  });
});

describe('the chance of being in time', () => {
  it('is said in words, with what it rests on and the number of its source', () => {
    const { chance } = answerOf({ likelihood: { onTime: 0.93 } });

    expect(chance).toEqual({
      said: '大约九成',
      basis: '按实际办理的快慢估算，依据很少，不是官方数据。',
      sourceNumbers: [2],
    });
  });

  it('names the outcome that it counts on', () => {
    const title = { zh: '无需提交书面材料', en: 'no papers needed' };
    const { chance } = answerOf({ ifOutcomes: [{ activity: 'hr-approval', outcome: 'online', title }] });

    expect(chance?.basis).toContain('前提是屏幕显示“无需提交书面材料”');
  });
});

describe('the steps', () => {
  it('unfold only what comes next: one step of five is ready to be read', () => {
    expect(answerOf({}).steps.map(({ isNext }) => isNext)).toEqual([true, false, false, false, false]);
  });

  it('say what is folded away, and nothing of a step that is done', () => {
    const [, hr, review] = answerOf({}).steps;
    const [done] = answerOf({ activities: [samplePlannedActivity({ state: 'done' })] }).steps;

    expect(hr?.practicalTitle).toBe('在哪办');
    expect([review?.hasPractical, done?.hasPractical]).toEqual([false, false]);
  });
});
