// The words of calendar entries in Chinese.

import type { EntryWords } from './entry-words.ts';

export const entryWordsZh: EntryWords = {
  name: (policy) => `末班车：${policy}`,
  cancelled: (title) => `【已取消】${title}`,
  title: {
    opens: (what, on) => `${on ?? '今天'}起可办：${what}`,
    lastDay: (what, on) => `最晚${on ?? '今天'}：${what}`,
    lastDayOfEmployer: (what, on) => `最晚${on ?? '今天'}由单位办：${what}`,
    finish: (what, on) => `最晚${on ?? '今天'}办完：${what}`,
    act: (what, on) => `最早${on ?? '今天'}：${what}`,
    look: (what, on) => `${on ?? '今天'}看屏幕：${what}`,
    result: (what, on) => `最早${on ?? '今天'}看结果：${what}`,
    done: (what) => `已完成：${what}`,
    cutoff: ({ what, on, at, isExpected }) =>
      `${isExpected ? '预计' : ''}${on ?? '今天'}${at ?? ''}截止${what === null ? '' : `：${what}`}`,
    cutoffMet: '今天截止（都已办完）',
    ask: '今天先打电话问有没有办法',
    today: '今天看看该办什么',
  },
  line: {
    step: (title, actor) => `【${title}】由${actor}办`,
    place: (place) => `在哪办：${place}`,
    bring: (papers) => `带什么：${papers}`,
    tip: (tip) => `提示：${tip}`,
    channel: (channel, lastStart) => `${channel}最晚${lastStart}`,
    floatFromHere: (float, latestStart) => `余地：从这天算起${float}，最晚${latestStart}`,
    floatUsedUp: (float, earliestStart) => `余地：从最早的${earliestStart}算起${float}，到这天用完`,
    noFloat: '余地：没有，只有这一天',
    late: (float) => `余地：没有，${float}`,
    why: (reasons) => `为什么是这天：${reasons.join('；')}`,
    earliest: (reasons) => `最早什么时候：${reasons.join('；')}`,
    wait: (title, actor, length) =>
      `在此之前要等${actor}：“${title}”${length === null ? '' : `，需要${length}`}`,
    after: (title) => `前提：“${title}”已经办完`,
    result: (earliestFinish) => `最早${earliestFinish}有结果`,
    mustFinishBy: (mustFinishBy) => `最晚${mustFinishBy}要有结果`,
    sources: (titles) => `依据：${titles.join('；')}`,
    confidence: (confidence) => `可靠程度：${confidence}`,
    cutoff: (on, at, status) => `截止日：${on}${at === null ? '' : ` ${at}`}（${status}）`,
    ownCutoff: '您填写的',
    ifMissed: (text) => `错过的话：${text}`,
    notEligible: (route, because) => `“${route}”不适用：${because}`,
    finished: (on) => `${on}办完`,
    link: (address) => `查看计划：${address}`,
  },
};
