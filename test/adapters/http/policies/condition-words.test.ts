import { describe, expect, it } from 'vitest';
import { conditionWords } from '../../../../src/adapters/http/policies/condition-words.ts';
import { policyWordsOf } from '../../../../src/emitters/pages/words/policy-words-of.ts';
import { dayWords } from '../../../../src/emitters/wording/day-words.ts';
import { wordsOf } from '../../../../src/emitters/wording/wording.ts';
import { shippedPolicy } from '../../../policies/edited-policy.ts';

const policy = shippedPolicy('shanghai-2026');

function inChinese(expression: string): string {
  return conditionWords(expression, {
    policy,
    locale: 'zh',
    words: policyWordsOf('zh'),
    shared: wordsOf('zh'),
    day: (day) => dayWords(day, 'zh', null),
  });
}

describe('a condition in words', () => {
  it.each([
    ['one answer', 'facts.enrolling == "spouse"', '“为谁参保”为“配偶”'],
    [
      'one of two answers',
      'facts.enrolling == "spouse" || facts.enrolling == "self"',
      '“为谁参保”为“配偶”或“持证人本人”',
    ],
    ['not an answer', 'facts.enrolling != "self"', '“为谁参保”不为“持证人本人”'],
    ['yes or no', 'facts.addressUnchanged == false', '“居住地址没有变”为“否”'],
    [
      'a day beside the first of the policy year',
      'facts.permitExpiresOn < yearStart',
      '“居住证有效期至”早于2026年1月1日（周四）',
    ],
    ['a day beside the day of the plan', 'facts.permitExpiresOn >= asOf', '“居住证有效期至”不早于计划日'],
    ['the day of the plan beside another', 'asOf > "2025-12-25"', '计划日晚于2025年12月25日（周四）'],
    ['a count', 'facts.lapsedYears >= 4', '“2025年起中断了几年医保”不少于4'],
    ['an answer that is there', 'has(facts.bornOn)', '填了“参保人出生年月”'],
    ['an answer that is missing', '!has(facts.schoolDeadline)', '没填“学校（幼儿园）要求的截止日”'],
    [
      'an age, of which it need not be said that it is known',
      'has(ages.bornOn) && ages.bornOn < 60',
      '按“参保人出生年月”，到参保年度1月1日未满60周岁',
    ],
    [
      'one of two, of which one is two things',
      'facts.enrolling == "self" || (facts.lapsedYears > 1 && facts.addressUnchanged == true)',
      '“为谁参保”为“持证人本人”，或者（“2025年起中断了几年医保”多于1，并且“居住地址没有变”为“是”）',
    ],
    [
      'something that it cannot read',
      'facts.enrolling.startsWith("child")',
      '条件 facts.enrolling.startsWith("child")',
    ],
  ])('tells %s', (_, expression, words) => {
    expect(inChinese(expression)).toBe(words);
  });
});
