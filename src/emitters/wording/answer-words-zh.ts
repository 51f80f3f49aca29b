// The Chinese catalogue of what a plan answers beside dates.

import type { AnswerWords } from './answer-words.ts';

export const answerWordsZh: AnswerWords = {
  heading: {
    readings: '各处说法不一的地方',
    fork: '到时候看屏幕',
    questions: '还没有定论、要问清的',
    risks: '可能发生、计划不指望的',
    cover: '待遇',
    fees: '费用',
    notForYou: '为什么不适用',
  },
  lastStart: (title, usual, safe) => {
    if (safe === usual) return `“${title}”最晚${usual}，无论哪种说法都来得及。`;
    return safe === null
      ? `“${title}”通常最晚${usual}；有的说法下已经来不及，越早越好。`
      : `“${title}”通常最晚${usual}，最稳妥${safe}。`;
  },
  reading: (about, title, { lastStart, isFeasible, ifMissed }) =>
    `${about}：如果是“${title}”，${lastStart === null ? '日期还算不出' : `最晚${lastStart}`}${isFeasible ? '' : '，已经赶不上'}${ifMissed === null ? '' : `；晚缴的：${ifMissed}`}`,
  forkOn: (title, lookOn) => `${lookOn ?? '到时候'}看“${title}”的结果，后面怎么走由它定：`,
  branch: (seen, means, verdict) => `显示“${seen}” → ${means}（${verdict}）`,
  branchClosed: (seen, means) => `显示“${seen}” → ${means}`,
  instead: (text) => `那时改做：${text}`,
  ifSeen: (seen, sentence) => `如果屏幕显示“${seen.join('”和“')}”：${sentence}`,
  question: (whom, ask, by) => `问${whom}：${ask}${by === null ? '' : `（最晚${by}问清）`}`,
  askToday: (whom, ask) => `另外，今天就可以免费先问${whom}：${ask}。`,
  risk: (text, from, until) => {
    if (until === null) return text;
    return from === null ? `${text}（到${until}）` : `${text}（${from}到${until}）`;
  },
  coverInTime: (from, until) => `按时缴费的，从${from}起有待遇，到${until}为止`,
  fee: (title, policyYear, amount, status) =>
    `${policyYear}年度${title === null ? '' : `（${title}）`}：${amount}元，${status}`,
  neverRecommended: '是否可行不清楚，不推荐',
  stale: '超过一年没有核对',
  opens: (on, status) => `${on}开始（${status}）`,
};
