// The sentences of the mails in Chinese.

import type { MailWords } from './mail-words.ts';

export const mailWordsZh: MailWords = {
  subject: (title, by, daysLeft, more) => {
    const what = more === 0 ? title : `${title}等${more + 1}项`;
    return by === null ? `${what}：越早办越好` : `${what}：最晚${by}，${daysLeft}`;
  },
  deadline: (on, daysLeft, isSameDay) => `最晚${on}${isSameDay ? '办' : '开始办'}，${daysLeft}`,
  late: (on) => `这封信本该在${on}早上发出，因为服务中断来晚了，抱歉。下面的日期都按今天算。`,
  daysLeft: (days) => {
    if (days < 0) return `已经过了${-days}天`;
    if (days === 0) return '今天是最后一天';
    return days === 1 ? '明天是最后一天' : `还有${days}天`;
  },
  noLastDay: '已经没有余地：越早办越好',
  safeDayWas: (on) => `最稳妥的最后一天是${on}，已经过了；按通常的算法还来得及，请尽快。`,
  opensOn: (on) => `${on ?? '今天'}起可以办。`,
  askEmployer: '这一步由单位人事办，请今天就提醒他们。',
  makePlan: '定个时间：哪天、几点、谁去？现在就记进日程。',
  heading: {
    place: '在哪里办',
    bring: '带什么',
    why: '为什么是这一天',
    tips: '当心',
    otherDates: '其他日期',
    unsure: '还不确定的',
    ifMissed: '错过了会怎样',
  },
  by: (on) => `最晚${on}`,
  byChannel: (channel, on) => `${channel}最晚${on}`,
  sentence: (part) => `${part}。`,
  onlyOn: (on) => `只有${on}这一天`,
  span: (from, by) => {
    if (from === null) return by ?? '日期还不清楚';
    return by === null ? `${from}起` : `${from}起，${by}`;
  },
  cutoff: '截止日',
  unsure: {
    cutoffExpected: (on) => `截止日${on}是按往年推测的，还没有公布，以正式公布的为准。`,
    cutoffOwn: (on) => `截止日${on}是您自己填的。`,
    projected: (policyYear) => `${policyYear}年度的办法还没有公布，日期按以往的办法推算。`,
    weak: (title, confidence) => `“${title}”的日期：${confidence}。`,
    assumed: (facts) => `有${facts}个问题没有回答，先按通常的情况算；打开计划可以改。`,
  },
  noteDone: '办好了？点这里记下',
  openPlan: '打开我的计划',
  attached: (filename) => `附件${filename}可以导入手机日历。它是一份副本，计划变了它不会跟着变。`,
  whyYou: (policyTitle) => `收到这封信，是因为这个邮箱确认过要收“${policyTitle}”计划的提醒。`,
  stop: '不想再收？退订这些提醒',
  confirm: {
    subject: '请确认：是否接收末班车的提醒',
    asked: (policyTitle) =>
      `有人请求把“${policyTitle}”办理计划的提醒发到这个邮箱。可能是您自己，也可能是和您共用这份计划的家人、同事。`,
    whatToDo: '要收提醒，请打开下面的链接，在页面上按一下确认。',
    link: '确认接收提醒',
    nothingElse: '确认之前，除了这样的确认信，我们什么都不会发。',
    ignore: '不是您要的？不用理会这封信，什么也不会发生。',
  },
};
