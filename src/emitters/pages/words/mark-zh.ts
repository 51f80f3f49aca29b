// The Chinese catalogue of noting what happened to a step.

import type { MarkWords } from './mark-words.ts';

export const markZh: MarkWords = {
  title: '记下进展',
  otherwise: '不是今天，或者没办成',
  correct: '更正或撤销',
  doneToday: { applicant: '今天办好了', employer: '今天单位批好了', office: '今天有结果了' },
  startedToday: '今天开始办了',
  seenToday: (outcome) => `今天看到：${outcome}`,
  what: '怎么样了',
  done: { applicant: '办好了', employer: '单位批好了', office: '有结果了' },
  kind: { started: '开始办了，还没办完', refused: '没受理、被退回，要重来', failed: '没办成，要重来' },
  when: '哪一天',
  today: (day) => `今天，${day}`,
  yesterday: (day) => `昨天，${day}`,
  otherDay: '另一天',
  dayLabel: '另一天是哪天',
  startedLabel: '哪天开始的（不填就算同一天）',
  outcome: '屏幕上显示的结果',
  noOutcome: '不清楚',
  reason: '没办成的原因（可不填）',
  earlier: (titles) => `前面的“${titles.join('”“')}”也都办好了`,
  note: '记下',
  takeBack: '撤销上一次记录',
  noted: (title) => `“${title}”已记下，日期已重新计算。`,
  takenBack: (title) => `“${title}”上一次记录已撤销，日期已重新计算。`,
  attempt: (outcome, on, reason) =>
    `${on}${outcome === 'refused' ? '没受理或被退回' : '没办成'}${reason === null ? '' : `：${reason}`}。要重来。`,
  mailed: {
    ask: (title) => `“${title}”办好了吗？`,
    isDone: (title) => `“${title}”已经记下了`,
    gone: '这一步已经不在计划里了',
    goneText: '计划后来变了，不用办这一步。现在该做什么，请看计划。',
    reach: '这个链接来自提醒邮件，只能记这一步，也能撤销；别的都改不了。',
    next: '接下来',
    openPlan: '看整个计划',
  },
  notKind: '请选一个：办好了、开始办了，还是要重来',
  notDay: (typed) => (typed === '' ? '请填另一天是哪天' : `“${typed}”不是一个日期，请按 2026-12-02 这样填`),
};
