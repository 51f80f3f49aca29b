// What is said to HR, in Chinese.

import type { EmployerWords } from './employer-words.ts';

const who = (reference: string | null) =>
  reference === null ? '贵单位一位员工' : `贵单位员工“${reference}”`;

export const employerWordsZh: EmployerWords = {
  title: (step) => `请办：${step}`,
  asked: (policyTitle, reference) =>
    `${who(reference)}的家庭在办“${policyTitle}”，其中这一步要由单位人事办。`,
  heading: {
    what: '点什么',
    where: '在哪里',
    when: '什么时候能办',
    why: '为什么是这一天',
    bring: '要准备',
    sources: '依据',
  },
  how: '打开这位员工提交的申请，核对后审核通过；信息不对就退回，并马上告诉员工。',
  from: (day) => `员工预计${day}提交，之后就能办。`,
  now: '现在就能办。',
  waits:
    '员工还没有记下前面的步骤已经办好，所以这里还不能标记。您在系统里已经看到申请了？照常审核，再请员工先在计划里记一下。',
  running: (since) => `办理中，从${since}起。`,
  done: (on) => `已经办好，${on}。`,
  cutoff: (on, at, status) => `居民医保截止：${on}${at === null ? '' : ` ${at}`}（${status}）`,
  nothing: {
    title: '现在没有要单位办的事',
    text: '照员工现在的计划，没有哪一步要由单位人事办。计划变了，这个链接会跟着变。',
  },
  mark: {
    title: '办了就点一下',
    started: '今天开始办了',
    done: '今天审核通过了',
    outcome: '通过之后屏幕上显示什么',
    noOutcome: '没看到、不清楚',
    undo: '点错了，撤销',
    news: {
      started: '已记下：开始办了。员工的计划已经更新。',
      done: '已记下：办好了。员工的计划已经更新，谢谢！',
      undone: '已撤销。员工的计划已经更新。',
      'not-now': '没有记下：员工的计划刚变过，或者前面的步骤还没有记下。请看下面现在的情况。',
    },
  },
  only: '这个链接只能看和标记这一步，看不到这个家庭的计划、情况和邮箱。',
  text: {
    greeting: (policyTitle) => `您好！我家在办“${policyTitle}”，其中一步要请单位人事办：`,
    how: '打开我提交的申请，核对后审核通过；信息不对请退回，并马上告诉我。',
    from: (day) => `我预计${day}提交，之后就能办。`,
    now: '现在就能办。',
    link: '办了之后请在这里点一下（只看得到这一步，不用登录）：',
    thanks: '谢谢！',
  },
  section: {
    title: '请单位人事办的',
    lead: '把下面这段话发给人事：微信、邮件都可以。日期变了，再来复制一次。',
    textLabel: '发给人事的话',
    copy: '复制',
    copied: '已复制',
    notCopied: '复制不了，请长按上面的文字自己复制。',
    noLink:
      '可以加一个链接：人事打开就看到要办什么、最晚哪天，办好了点一下，计划自动更新。它只能看和标记这一步。',
    makeLink: '加上给人事的链接',
    link: '给人事的链接',
    renew: '换一个给人事的链接',
    renewed: '已换成新的给人事的链接，旧的已经失效。请把上面的话重新发给人事。',
    mailTitle: '也可以让人事自己收提醒',
    mailText:
      '填人事的邮箱：先请对方确认，之后只发人事这一步的提醒，带上给人事的链接。对方看不到您的计划、情况和别的邮箱。',
    addressLabel: '人事的邮箱地址',
    referenceLabel: '工号（选填）',
    referenceHint: '人事凭它知道是谁的申请；只写在给人事的信里，退订或去掉邮箱时一起删除。',
    referenceFault: '最多20个字，只能用文字、数字、空格和短横线',
    button: '给人事发确认信',
  },
  mail: {
    occasion: {
      'window-opens': '从今天起可以办。',
      'last-day': '今天是最后一天。',
      'employer-silent': '员工已经提交，照计划昨天应该审核完了，请今天看一下。',
    },
    subject: (title, reference, by) =>
      `${reference === null ? '' : `${reference}：`}${title}${by === null ? '，请尽快办' : `，最晚${by}`}`,
    open: '查看并标记这一步',
    whyYou:
      '收到这封信，是因为这个邮箱确认过要收单位人事这一步的提醒。除了这一步，看不到这个家庭的其他情况。',
    confirm: {
      subject: '请确认：是否接收员工医保办理的提醒',
      asked: (policyTitle, reference) =>
        `${who(reference)}的家庭在办“${policyTitle}”，其中一步要由单位人事审核。他们请求在那一步快到期时发信到这个邮箱。`,
      whatComes: '您只会收到人事这一步的提醒，一天最多一封，每封都能一键退订。',
      nothingElse: '确认之前，除了这样的确认信，我们什么都不会发。',
    },
  },
};
