import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/domain/plan.ts';
import { planView } from '../../../src/emitters/pages/plan-view.ts';
import { textCard } from '../../../src/emitters/pages/text-card.ts';
import { samplePlan, samplePlannedActivity, sampleRoute } from '../../support/sample-plan.ts';

const ADDRESS = 'https://lastbus.example.org/plans/abcdefghijklmnopqrstuv';

function cardOf(plan: Plan, locale: 'zh' | 'en' = 'zh'): string {
  return textCard(planView(plan, locale), ADDRESS, locale);
}

describe('the text to paste into a message', () => {
  it('is complete in itself: verdict, today, each step with who and when, cutoff, link', () => {
    expect(cardOf(samplePlan()).split('\n')).toEqual([
      '末班车',
      '上海2027年度城乡居民医保',
      '来得及。按时一步一步办，能在截止日前完成。',
      '',
      '▶ 今天',
      '今天不用跑。12月2日（周三）起才能办“居住证签注”。现在先把材料备齐，跟单位人事打好招呼。',
      '最晚：12月9日（周三）',
      '',
      '▶ 每一步',
      '1. 居住证签注（本人）',
      '12月2日（周三） 至 12月9日（周三）',
      '2. 单位人事审核（单位人事）',
      '12月7日（周一） 至 12月14日（周一）',
      '3. 积分审核（办事机构）',
      '预计 12月11日（周五），最晚 12月20日（周日）',
      '4. 参保登记（本人）',
      '12月11日（周五） 至 12月20日（周日）',
      '5. 缴费（本人）',
      '12月18日（周五） 至 12月25日（周五）',
      '',
      '▶ 截止日',
      '12月25日（周五） 17:30（按往年推测，尚未公布）',
      '',
      '▶ 打开计划（只能看）',
      ADDRESS,
      '',
      '按2026年11月22日（周日）的情况计算',
      '这不是官方网站。每个日期都写明依据和可靠程度，最终以当地公布为准。',
    ]);
  });

  it('ticks off what is done', () => {
    const route = sampleRoute({ activities: [samplePlannedActivity({ state: 'done' })] });

    expect(cardOf(samplePlan({ routes: [route] }))).toContain('✓ 居住证签注（本人）\n12月2日（周三）完成');
  });

  it('has no list of steps where there is no way', () => {
    const card = cardOf(samplePlan({ routes: [], recommendedRoute: null, verdict: 'not-eligible' }), 'en');

    expect(card).not.toContain('▶ Step by step');
    expect(card).toContain(ADDRESS);
  });
});
