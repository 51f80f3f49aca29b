// The Chinese catalogue of what a family takes along.

import type { TakeAlongWords } from './take-along-words.ts';

export const takeAlongZh: TakeAlongWords = {
  title: '发给家人、单位人事',
  lead: '下面的文字和链接只能看计划，不能改。发给谁都可以。',
  hint: '一段可以粘贴到微信的文字、一个只能看的链接和二维码。',
  backToPlan: '回到计划',
  cardTitle: '发微信的文字',
  cardHint: '复制以后，粘贴到微信、短信里就能发。日期变了要重新复制，链接里的总是最新的。',
  linkTitle: '只看链接',
  linkHint: '打开的人能看到您填的情况和每一步的日期，改不了。',
  qrLabel: '只看链接的二维码',
  qrHint: '让对方用手机扫一扫，也可以把它截图发过去。',
  copy: '复制',
  copied: '已复制',
  notCopied: '没能复制，请长按文字自己复制',
  printTitle: '打印成一张纸',
  printHint: '用浏览器“打印”计划页，出来是一张A4纸：每一步的日期、带什么，还有一个二维码。',
  card: {
    today: '▶ 今天',
    steps: '▶ 每一步',
    step: (number, title, actor) => `${number} ${title}（${actor}）`,
    cutoff: '▶ 截止日',
    cutoffDay: (day, status) => `${day}（${status}）`,
    link: '▶ 打开计划（只能看）',
    bound: (label, day) => `${label}：${day}`,
  },
  sheet: {
    step: '步骤',
    who: '谁办',
    days: '哪几天',
    what: '在哪办、带什么',
    qr: '扫码看最新日期',
    lastBus: (day, status) => `末班车 ${day}（${status}）`,
  },
};
