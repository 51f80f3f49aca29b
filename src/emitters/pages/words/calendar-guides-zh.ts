// How each calendar program takes a plan in, in Chinese.

import type { GuideId } from '../calendar-guides.ts';
import type { GuideWords } from './calendar-words.ts';

const NEVER = '不会再看：文件是一份副本，计划变了请重新下载。';

export const guidesZh: Readonly<Record<GuideId, GuideWords>> = {
  apple: {
    name: 'iPhone、iPad、Mac',
    way: '订阅',
    steps: [
      '点上面的“苹果日历”按钮，再点“订阅”。',
      '没反应时：iPhone、iPad 打开“设置”，依次点“App”“日历”“日历账户”“添加账户”“其他”“添加订阅的日历”，粘贴地址；Mac 在“日历”的“文件”菜单里选“新建日历订阅”。',
    ],
    alerts:
      '订阅里没有闹钟，订阅时的“移除提醒”选什么都一样。“设置”里“日历”的“默认提醒时间”有“全天事件”一项，对订阅的日历是否有用，没有核实。',
    refresh:
      'iPhone、iPad 按“日历账户”里“获取新数据”的设置；Mac 在这个日历的“显示简介”里选“自动刷新”的间隔。',
  },
  huawei: {
    name: '华为、荣耀',
    way: '文件',
    steps: [
      '下载文件，在“文件管理”里点开它，选“日历”。',
      '如果只进去一条，请用“一条一条下载”。如果打不开，请改用邮件提醒。',
    ],
    alerts: '导入后点开一条日程，看“提醒”一项；没有就自己加上。',
    refresh: NEVER,
  },
  xiaomi: {
    name: '小米、红米',
    way: '文件',
    steps: ['下载文件，点开它，选“日历”导入。', '如果只进去一条或提示出错，请用“一条一条下载”。'],
    alerts: '导入后点开一条日程，看“提醒”一项；没有就自己加上。',
    refresh: NEVER,
  },
  android: {
    name: 'OPPO、vivo、三星等其他安卓手机',
    way: '文件，或装 ICSx⁵ 后订阅',
    steps: [
      '文件：下载后点开，选自带的日历。不少手机只读第一条，请用“一条一条下载”。手机上的 Google 日历应用不能导入文件。',
      '订阅：装免费的开源应用 ICSx⁵（F-Droid 或应用商店），在里面添加上面的订阅地址。',
    ],
    alerts: 'ICSx⁵ 里点这个日历，可以给每条日程加一个默认提醒。导入的文件：点开一条日程看“提醒”。',
    refresh: 'ICSx⁵ 按它自己设置里的同步间隔。导入的文件不会再看。',
  },
  google: {
    name: 'Google 日历',
    way: '订阅',
    steps: [
      '点上面的“Google 日历”按钮。',
      '或者在电脑的浏览器里打开 Google 日历，左侧“其他日历”旁点“+”，选“通过网址添加”，粘贴地址。手机应用里没有这一项。',
    ],
    alerts:
      'Google 不理会订阅里的闹钟。请在网页版“设置”里点左侧这个日历的名字，在“全天活动通知”里自己加一条。',
    refresh: '8到24小时，有时更久，不能设置。',
  },
  'outlook-web': {
    name: 'Outlook 网页版、新版 Outlook',
    way: '订阅',
    steps: [
      '点上面的“Outlook.com”或“Microsoft 365”按钮。',
      '或者在日历里点“添加日历”，选“从 Web 订阅”，粘贴地址。',
    ],
    alerts: '订阅的日历不会弹提醒，也没有开关。要提醒请用邮件。',
    refresh: '大约3小时，也有24小时以上的。',
  },
  'outlook-classic': {
    name: '经典版 Outlook（电脑）',
    way: '订阅',
    steps: [
      '点上面的“苹果日历、经典版 Outlook”按钮，再点“是”。',
      '或者“文件”“帐户设置”“Internet 日历”“新建”，粘贴地址。',
    ],
    alerts: '订阅的日历不会弹提醒。文件里的闹钟，Outlook 每条只留一个。',
    refresh: '随“发送/接收”。在“Internet 日历”的“选项”里勾上“更新限制”，就按我们写明的6小时。',
  },
  thunderbird: {
    name: 'Thunderbird',
    way: '订阅',
    steps: ['在日历列表里点“新建日历”，选“在网络上”，粘贴地址，用户名留空。'],
    alerts: '这个日历的“属性”里有“显示提醒”，但订阅里没有闹钟，不会响；导入文件才有。',
    refresh: '30分钟，可以在“属性”里改。',
  },
  'work-apps': {
    name: '企业微信、钉钉、飞书、QQ邮箱',
    way: '文件或邮件',
    steps: ['我们没有找到它们能订阅外部日历地址的依据。请把文件导入手机自带的日历，或者直接看提醒邮件。'],
    alerts: '以各软件为准。',
    refresh: NEVER,
  },
};
