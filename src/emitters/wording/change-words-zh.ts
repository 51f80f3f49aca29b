// The Chinese words of a plan that changed.

import type { ChangeWords } from './change-words.ts';

export const changeWordsZh: ChangeWords = {
  title: '计划变了',
  subject: (what, before, after) => `计划变了：${what} ${after}，原来${before}`,
  what: { verdict: '结论', route: '办理途径', cutoff: '截止日', chance: '赶上的可能' },
  step: {
    'latest-start': (title) => `${title}，最晚`,
    'finish-by': (title) => `${title}，最晚要办完`,
    'safe-last-start': (title) => `${title}，最稳妥的最后一天`,
    added: (title) => `${title}，最晚`,
    gone: (title) => title,
  },
  stepAdded: '原来不用办',
  stepGone: '不用办了',
  noDay: '没有日期',
  noSafeDay: '按有的说法已经来不及',
  noRoute: '没有适用的途径',
  arrow: (before, after) => `${before} → ${after}`,
  chanceIsSame: (chance) => `仍是${chance}`,
  whyTitle: '为什么变了',
  todayTitle: '今天要做的',
  fact: (question, before, after) => {
    if (after === null) return `“${question}”：现在不清楚（原来：${before ?? ''}）`;
    return `“${question}”：${before === null ? '' : `原来${before}，`}现在${after}`;
  },
  stepNoted: (title, noted) => `“${title}”记录了：${noted}`,
  stepTakenBack: (title) => `“${title}”的记录取消了`,
  started: (on) => `${on}开始`,
  finished: (on) => `${on}办完`,
  outcome: (title) => `结果：${title}`,
  attempts: (count) => `${count}次没办成，要重办`,
  clause: (of, what, before, after) => {
    if (after === null) return `${of}，${what}：没有了（原来：${before ?? ''}）`;
    return `${of}，${what}：${before === null ? `新增：${after}` : `${before} → ${after}`}`;
  },
  source: (title, publishedOn, confidence) =>
    `依据：${title}${publishedOn === null ? '' : `，${publishedOn}发布`}（${confidence}）`,
  history: {
    title: '改过什么、为什么',
    link: '看看计划改过什么、为什么',
    back: '回到计划',
    made: '计划做好了。',
    moved: '日期或结论变了：',
    nothingMoved: '要您和单位办的日期都没有变。',
    misfit: '规定变了，填的情况不够，暂时算不出日期。',
    standsAgain: '日期又能算出来了。',
    notWritten: '那时还没有把日期记下来。',
  },
  misfit: {
    subject: '请补一个回答：规定变了，计划暂时算不出来',
    title: '计划暂时算不出来',
    text: (policyTitle) =>
      `“${policyTitle}”的规定变了，您原来填的情况不够用来算日期。日历里的日期先保持原样，可能已经不对。`,
    asked: '现在要回答的',
    onPage: '请核对下面的回答，补上标出来的，日期会马上重新算出来。',
    viewOnly: '请计划的主人打开他的链接补上回答。',
    toDo: '请打开计划，回答这些问题，日期会马上重新算出来。',
  },
  moreClauses: (count) => `另有${count}处规定变了，见计划页的依据`,
};
