// The digest of a roster in Chinese.

import type { DigestWords } from './digest-words.ts';

export const digestWordsZh: DigestWords = {
  subject: (title, { turnedRed, tooLate, thisWeek }) => {
    const counts = [
      ...(turnedRed === 0 ? [] : [`${turnedRed}人变红`]),
      ...(tooLate === 0 ? [] : [`${tooLate}人来不及`]),
      thisWeek === 0 ? '本周没有人事要办的' : `本周人事要办${thisWeek}人`,
    ];
    return `${title === '' ? '花名册' : `花名册“${title}”`}：${counts.join('，')}`;
  },
  heading: {
    turnedRed: '新变红的（有风险或来不及）',
    first: '先办这一件',
    week: (until) => `本周人事要办的，到${until}`,
    misfits: '算不出计划的',
  },
  title: {
    weekly: (asOf) => `花名册一周汇总，${asOf}`,
    red: (asOf) => `有人变红了，${asOf}`,
  },
  ofVerdict: (verdict, people) => `${verdict}${people}人`,
  onDay: (on, what) => `${on}　${what}`,
  lastDay: (step, people) => `最后一天，${step}${people}人`,
  nothingThisWeek: '这几天没有。',
  noHands: '没有填人事一天能办几人，所以列的是每一步的最后一天。到看板上填了，就能排出哪天办谁。',
  full: (people) => `另有${people}人因人事排满而来不及：请看看板上哪天加一个名额最有用。`,
  first: (ref, step, who, until) => `${ref}：${step}（${who}）${until === null ? '' : `，最晚${until}`}`,
  cutoffExpected: (on) => `截止日${on}是按往年推测的，还没有公布，以正式公布的为准。`,
  assumed: (people) => `有${people}人的情况没有填全，先按通常的情况算；看板上写了是哪几项。`,
  openBoard: '打开看板',
  keysOnly: '信里只有您自己编的编号，没有姓名和其他情况。',
  whyYou:
    '收到这封信，是因为这个邮箱确认过要收这份花名册的汇总信：每周一早上一封，有人变红的早上一封，一天最多一封。',
  confirm: {
    subject: '请确认：是否接收花名册的汇总信',
    asked: (policyTitle) => `有人请求把一份花名册（“${policyTitle}”）的汇总信发到这个邮箱。`,
    whatComes:
      '确认之后，每周一早上一封；哪天早上看到有人变红（有风险或来不及），那天也发一封。信里只有人事自己编的编号。每封都能一键退订。',
  },
};
