// The Chinese catalogue.

import { entryWordsZh } from '../calendar/words/entry-zh.ts';
import { mailWordsZh } from '../emails/words/mail-zh.ts';
import { answerWordsZh } from './answer-words-zh.ts';
import { changeWordsZh } from './change-words-zh.ts';
import type { Counted, Words } from './words.ts';

function period({ amount, unit }: Counted): string {
  if (amount === 0) return '当天';
  if (unit === 'months') return `${amount}个月`;
  return unit === 'working-days' ? `${amount}个工作日` : `${amount}天（自然日）`;
}

export const zh: Words = {
  locale: 'zh',
  productName: '末班车',
  verdict: {
    'on-track': '来得及',
    tight: '很紧',
    'at-risk': '有风险',
    'too-late': '来不及',
    done: '已办完',
    'not-eligible': '不适用',
  },
  verdictSentence: {
    'on-track': '来得及。按时一步一步办，能在截止日前完成。',
    tight: '来得及，但很紧：有一步只剩不到3个工作日的余地。',
    'at-risk': '有风险：每一步都快才赶得上，办事机构用满时限就赶不上。',
    'too-late': '来不及了：即使每一步都按最短时间办，也赶不上截止日。',
    done: '已经办完，缴费也已核实。',
    'not-eligible': '按现有规定，没有适用的办理途径。',
  },
  actor: { applicant: '本人', employer: '单位人事', office: '办事机构' },
  state: { open: '未开始', running: '办理中', done: '已完成' },
  channel: { online: '网上', counter: '窗口' },
  scenario: { min: '最短', mode: '通常', max: '最长', statutory: '用满时限' },
  confidence: {
    confirmed: '有正式依据',
    reported: '仅见报道，未核实',
    derived: '由其他事实推算',
    unknown: '尚不清楚',
  },
  cutoffStatus: { announced: '已公布', expected: '按往年推测，尚未公布', extended: '已延期' },
  feeStatus: { announced: '已公布', expected: '按上一年推测' },
  reminderKind: {
    prepare: '还不能办，先把材料备齐',
    'window-opens': '今天起可以办',
    'start-soon': '快到最晚日期',
    'last-safe-day': '今天是最稳妥的一天：过了今天，按有的说法就来不及了',
    'last-day': '今天是最后一天',
    'employer-silent': '单位人事应该已经办完了，今天去问一下',
    'result-overdue': '按时限应该已经有结果了，今天打电话问办理的地方',
    cutoff: '今天截止',
    'plan-changed': '计划变了',
  },
  period,
  float: (days, workingDays) =>
    days < 0
      ? `晚了${-days}天（${Math.abs(workingDays)}个工作日）`
      : `可宽限${days}天（${workingDays}个工作日）`,
  clauses: (statements) => statements.join('；'),
  label: (name, text) => `${name}：${text}`,
  list: (items) => items.join('、'),
  aside: (text, aside) => `${text}（${aside}）`,
  text: {
    asOf: '计划日',
    cutoff: '截止日',
    ownCutoff: '您自己填写的',
    today: '今天',
    route: '办理途径',
    otherRoutes: '其他途径',
    place: '在哪里办',
    bring: '要带',
    why: '日期的由来',
    earliest: '最早',
    finishes: '办完',
    latest: '最晚',
    mustFinishBy: '最晚要有结果',
    assumed: '以下是假定的，请核对',
    ifMissed: '如果错过',
    coverFrom: '预计有待遇的第一天',
    fee: '费用',
    sources: '依据',
    verifiedOn: '规则最后核对于',
    remediesTooLate: '要赶上，至少要有下面一样，其余每步还都要最快',
    remediesIfSlow: '有下面任何一样，就经得起办事机构用满时限',
  },
  answers: answerWordsZh,
  changes: changeWordsZh,
  yes: '是',
  no: '否',
  unknown: '不清楚',
  today: {
    do: (title, latestStart, isEmployers) =>
      `${isEmployers ? '今天就请单位办' : '今天就可以办'}“${title}”${latestStart === null ? '' : `，最晚${latestStart}开始`}。越早越稳妥。`,
    await: (title, mustFinishBy) =>
      `“${title}”正在办理，今天看看有没有结果${mustFinishBy === null ? '' : `；最晚${mustFinishBy}要有结果`}。`,
    prepare: (title, until, latestStart, needsEmployer) =>
      `今天不用跑。${until}起才能办“${title}”${latestStart === null ? '' : `，最晚${latestStart}`}。现在先把材料备齐${needsEmployer ? '，跟单位人事打好招呼' : ''}。`,
    ask: (whom, because) =>
      because === 'too-late'
        ? `按正常办理已经赶不上。今天先打电话问${whom}：今年是否延期、有没有别的办法。`
        : `按现有规定没有适用的途径。今天先打电话问${whom}：您的情况能不能参保、怎么参保。`,
    nothing: '都办完了，没有要做的事。',
  },
  reason: {
    startsToday: (on) => `从今天（${on}）算起`,
    windowOpens: (on, arithmetic) => `${on}起才受理${arithmetic === null ? '' : `：${arithmetic}`}`,
    countedFrom: (fact, on, count, sign) => `${fact}${on}，${sign < 0 ? '往前' : '往后'}数${count}`,
    waitsFor: (title, finish, lag) => `要等“${title}”在${finish}完成${lag === null ? '' : `，再过${lag}`}`,
    paperExpires: (usedBy, usedOn, validity) =>
      `开早了会过期：有效期${validity}，${usedOn}“${usedBy}”时还要用`,
    officeClosed: (from, on, direction) =>
      direction === 'forward' ? `${from}不办公，顺延到${on}` : `${from}不办公，提前到${on}`,
    takes: (count, isSameDay) => (isSameDay ? '当天办结' : `需要${count}，从次日起算`),
    basis: {
      'legal-limit': '法定时限',
      'planning-value': '按计划值',
      observed: '实际观察到的时长',
      own: '您填写的',
    },
    noLegalLimit: '没有查到法定时限',
    legalLimit: (count) => `法律允许用到${count}`,
    finishRolls: '到期日不办公则顺延到下一个工作日',
    closures: (days, notice) => (notice === null ? `${days}估计放假` : `${days}放假，依据${notice}`),
    makeUpDays: (days, notice) => (notice === null ? `${days}估计上班` : `${days}调休上班，依据${notice}`),
    cutoff: (on) => `要在截止日${on}前（含当天）完成`,
    windowCloses: (on) => `${on}后不再受理`,
    leavesTimeFor: (title, latestStart) => `后面的“${title}”最晚${latestStart}要开始`,
  },
  chance: (probability) => {
    const tenths = Math.round(probability * 10);
    if (probability === 0) return '没有可能';
    if (tenths === 0) return '不到一成';
    return tenths === 10 ? '几乎肯定' : `大约${'一二三四五六七八九'[tenths - 1]}成`;
  },
  chanceOpen: '还说不准',
  chanceSentence: (chance, isReportedOnly) =>
    `按实际办理的快慢估算，赶上的可能：${chance}${isReportedOnly ? '，依据很少，不是官方数据' : ''}。`,
  remedy: {
    hurry: (who, title, size) => `请${who}把“${title}”加快${size}`,
    extension: (size) => `截止日延期${size}`,
    earlierWindow: (title, size) => `“${title}”提前${size}受理`,
    effect: (before, after) => `赶上的可能从“${before}”到“${after}”`,
  },
  problem: {
    lateAtShortest: (days) => `即使每一步都按最短时间办，也比截止日晚${days}天。`,
    lateAtShortestAtLeast: (days) => `即使每一步都按最短时间办，也至少比截止日晚${days}天。`,
    lateIfSlow: (days) => `办事机构用满时限的话，比截止日晚${days}天。`,
    lateIfSlowAtLeast: (days) => `办事机构用满时限的话，至少比截止日晚${days}天。`,
    release: (title, needed, earliest, days) =>
      `“${title}”本该在${needed}前办，可是最早${earliest}才能办，差${days}天。`,
    releaseIfSlow: (title, needed, earliest, days) =>
      `要经得起用满时限，“${title}”本该在${needed}前办，可是最早${earliest}才能办，差${days}天。`,
    actualsDoNotFit: '您记录的办理情况与这条途径不符。',
    calendarNotCovered: (title, coversUntil) =>
      `${coversUntil}之后的放假安排尚未公布，“${title}”起的日期还无法确定。`,
  },
  calendar: entryWordsZh,
  mail: mailWordsZh,
};
