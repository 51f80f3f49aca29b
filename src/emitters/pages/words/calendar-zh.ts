// The calendar page's Chinese catalogue.

import { guidesZh } from './calendar-guides-zh.ts';
import type { CalendarWords } from './calendar-words.ts';

export const calendarZh: CalendarWords = {
  title: '放进日历',
  whichWay: [
    { kind: 'feed', text: '苹果、Outlook、Google：用订阅' },
    { kind: 'file', text: '华为、小米等安卓手机：用文件' },
  ],
  backToPlan: '回到计划',
  renewed: '已换成新的订阅地址，旧地址已经失效。请在各个日历里删掉旧订阅，再用新地址订阅一次。',
  noPromise: '日历会不会响，由手机和日历软件决定，我们保证不了。要提醒，请用邮件。',
  toReminders: '登记邮箱，收邮件提醒',
  askOwner: '邮件提醒由保存计划的人登记。',
  weChatTitle: '在微信里打开的？',
  weChat:
    '微信里多半下载不了、也订阅不了。请点右上角的“···”，选“在浏览器打开”（或“在默认浏览器中打开”），再按下面的做。',
  whenPlanChanges: '计划变了',
  alarms: '闹钟',
  suits: '适合',
  feed: {
    title: '订阅：跟着计划变',
    whenPlanChanges: '日历软件隔一阵来看一次，自己改过来。快的半小时，慢的一天多。',
    alarms: '里面没有闹钟，多半不响。',
    suits: '苹果手机和电脑、Outlook、Google 日历',
  },
  file: {
    title: '文件：一份副本',
    whenPlanChanges: '不会跟着变，要回来重新下载，并先删掉旧的。',
    alarms: '前一天早上9点，最晚的日子再加前一周，写在文件里。导入后请点开一条，看提醒在不在。',
    suits: '华为、小米等安卓手机，或者日期不会再变的时候',
  },
  apple: '苹果日历、经典版 Outlook',
  google: 'Google 日历',
  outlook: 'Outlook.com',
  microsoft365: 'Microsoft 365（单位账号）',
  appleHint: '点了没反应，说明这台设备上没有能接手的日历软件：请复制下面的地址。',
  hostedHint: '要先登录对应的账号。中国大陆一般连不上 Google。',
  reach: {
    unencrypted:
      '这台服务器没有用 https：Google 日历和 Outlook 网页版不收这样的地址，所以没有列出。订阅地址就是钥匙，不加密传送时可能被人看到。',
    network:
      '这台服务器只在它所在的网络（家里或单位）里打得开：手机连着同一个网络时才会更新。Google 日历和 Outlook 网页版要从外面来取，连不上，所以没有列出。',
    machine:
      '这台服务器的地址只有它自己那台电脑打得开：手机、Google 日历、Outlook 网页版都连不上，请用文件。要能订阅，须由管理员把 PUBLIC_URL 设成公开的 https 地址。',
  },
  address: '订阅地址',
  addressHint: '粘贴到日历软件的“通过网址订阅”里。谁有它，谁就能看到这些日期，别发到群里。',
  copy: '复制地址',
  copied: '已复制',
  notCopied: '没能复制：请长按上面的地址，全选后复制',
  qrTitle: '用另一部手机扫码订阅',
  qrHint:
    '请用手机自带的相机或扫码工具。苹果手机会问要不要订阅；安卓手机要先装能订阅的日历软件。微信扫一扫打不开。（各种手机的表现，我们没有逐一核实）',
  qrLabel: '订阅地址的二维码',
  download: '下载全部（一个文件）',
  downloadHint: '导入第二次可能每条变成两条：先删掉上一次导入的。',
  oneByOne: '一条一条下载',
  oneByOneHint:
    '不少安卓手机只读文件里的第一条，这时就一条一条导入。日期后面是那一天日历上显示的字，所以“今天”指的是那一天。',
  otherLanguage: '日历里的字是英文：用的是保存计划时的语言。',
  guideTitle: '您的手机、电脑怎么做',
  guideLead:
    '菜单名称随版本不同。标着“据反映”的是别人的经验，软件厂商没有承诺；标着“未核实”的，我们没有找到可靠的说法。',
  howTo: '怎么放进去',
  alerts: '提醒在哪开',
  refresh: '多久来看一次',
  surety: { tried: '我们试过', reported: '据反映', unchecked: '未核实' },
  guide: guidesZh,
  renewTitle: '地址被不该看的人知道了？',
  renewText: '可以换一个新的订阅地址，旧的随即失效。',
  renew: '换一个订阅地址',
};
