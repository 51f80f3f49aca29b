// How asking is worded in Chinese.

import type { AskWords } from './ask-words.ts';

export const askZh: AskWords = {
  otherPolicies: '换城市或年度',
  everyPolicy: '所有城市和年度的规则',
  next: '下一步',
  dontKnow: '不知道',
  thenTaken: (shown) => `不知道就先按“${shown}”算，结果里会写明。`,
  monthWillDo: '只记得月份就填月份，例如 2026.12',
  given: '您的回答',
  change: '改',
  changeOf: (question) => `改“${question}”的回答`,
  taken: (question, shown) => `${question}：先按“${shown}”算。`,
  notSo: '不是？',
  present: '现在的回答',
  backToPlan: '回到计划，不改',
  nothingStored: '回答只写在网址里，什么也没有保存。',
  faultTitle: (title) => `有误：${title}`,
  answers: {
    title: '您的回答',
    jump: (open) => (open === 0 ? '修改回答' : `修改回答，或再答${open}题更准`),
    notKnown: '不知道',
    about: (month) => `大约${month}`,
    more: '再答几题，结果更准',
    moreHint: '不答也行：先按通常情况算，上面“替您假定”里写着。',
    answer: '回答',
    answerTo: (question) => `回答“${question}”`,
  },
  ownDeadline: {
    title: '先问清一个日子',
    until: '问到之前，下面的“最晚”只是全市的截止日。',
    answerNow: '问到了，现在填',
  },
  inexact: {
    title: '还有一项没有说准',
    taken: (question, shown) => `${question}：下面先按最不利的“${shown}”算。`,
    ifOther: '实际要是这样，结果会不同：',
    row: (shown, verdict, lastStart) =>
      lastStart === null ? `${shown}：${verdict}` : `${shown}：${verdict}，最晚${lastStart}动手`,
    answerNow: '查清楚了，现在填',
    beforeStoring: '保存之前，请先把不确定的那一项查清楚：提醒要按准确的日子发。',
  },
  share: {
    title: '先发给家人看看',
    text: '这个网址里只有上面这些回答，没有姓名和号码。打开的人看到同一份计划；现在什么都没有保存。',
    label: '这份计划的网址',
    copy: '复制网址',
    copied: '已复制，可以粘贴到微信里',
    notCopied: '没能复制，请长按网址自己复制',
  },
};
