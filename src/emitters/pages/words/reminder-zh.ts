// What pages say about addresses, in Chinese.

import type { ReminderWords } from './reminder-words.ts';

const WHO = (reference: string | null) => (reference === null ? '一位员工' : `“${reference}”`);

export const reminderZh: ReminderWords = {
  title: '邮件提醒',
  text: '在能办的第一天、最晚日期前一周、三天、一天和当天早上发信，一天最多一封。先发一封确认信，对方点了确认才会有提醒。',
  label: '邮箱地址',
  labelOfMore: '再加一个邮箱',
  button: '发确认信',
  news: {
    'mail-sent': '确认信已发出。请打开那个邮箱，点信里的链接，再按“确认”；之后才会有提醒。',
    'already-confirmed': '这个邮箱已经确认过了，会收到提醒，不用再确认。',
    unsubscribed:
      '这个邮箱退订过，我们不会再往那里发信。要恢复，得由邮箱的主人打开以前任何一封信里的退订链接，在那一页上重新订阅。',
    removed: '已经去掉这个邮箱，不会再给它发信，地址也已经删除。',
    replacing: '确认信已发到新邮箱。新邮箱确认之前，旧的照常收提醒；确认之后，旧的自动停发并删除。',
  },
  mailFolder: (folder) => `注意：这台服务器没有接发信服务，信只会写进它的文件夹 ${folder}，不会寄到邮箱。`,
  addresses: '已登记的邮箱',
  erased: '（地址已删除）',
  state: {
    pending: '等您在信里确认',
    confirmed: '已确认，会收到提醒',
    unsubscribed: '已退订',
    bounced: '退信，已停发',
  },
  pending: (askedAt) =>
    askedAt === null
      ? '还没有确认，所以现在不会有提醒。'
      : `${askedAt}发出了确认信，还没有确认，所以现在不会有提醒。`,
  notArrived: '没收到？看看垃圾邮件箱；地址写错了就改掉；都没问题再发一次。',
  replacing: (address) => `确认之后代替 ${address}；在那之前，旧的照常收提醒。`,
  unsubscribed:
    '主人退订了，地址已经删除，不会再给它发信。要恢复，得由邮箱的主人打开以前任何一封信里的退订链接，在那一页上重新订阅。',
  bounced: (cause) =>
    ({
      'no-such-mailbox': '对方的邮件服务器说：没有这个邮箱。多半是地址写错了，请改一下。',
      'no-such-domain': '@后面的那一段收不了信。多半是地址写错了，请改一下。',
      'mailbox-full': '对方的邮箱满了。请清理之后再发一次确认信，或者换一个邮箱。',
      'mailbox-closed': '这个邮箱停用了。请换一个邮箱。',
      other: '对方的邮件服务器不收我们的信。请核对地址，再发一次，或者换一个邮箱。',
    })[cause],
  serverSaid: (reply) => `服务器的原话：${reply}`,
  again: '再发一次确认信',
  manage: '更换或去掉',
  backup: {
    text: '在确认之前，先把日期放进手机日历，免得错过：',
    download: '下载日历文件',
    calendar: '订阅日历',
  },
  address: {
    title: '更换或去掉这个邮箱',
    replaceTitle: '换成另一个邮箱',
    replaceText: {
      confirmed:
        '先给新邮箱发确认信。新邮箱确认之前，旧的照常收提醒，一封也不会少；确认之后，旧的自动停发，地址删除。',
      other: '给新邮箱发确认信，确认之后才有提醒。旧的马上去掉，地址删除。',
    },
    replaceLabel: '新的邮箱地址',
    replace: '换成这个',
    removeTitle: '去掉这个邮箱',
    removeText:
      '马上停发，还没发出的信一起撤回，地址从数据库里删除，只留一个认不出地址的校验值。以后想要，可以重新登记。',
    remove: '去掉',
    back: '不改了，回到计划',
  },
  confirm: {
    title: '确认接收提醒？',
    asked: {
      family: (policyTitle) => `有人请求把“${policyTitle}”办理计划的提醒发到这个邮箱。`,
      employer: (policyTitle, reference) =>
        `${WHO(reference)}的家庭在办“${policyTitle}”，其中一步要由单位人事办，请求把这一步的提醒发到这个邮箱。`,
      roster: (policyTitle) => `有人请求把一份花名册（“${policyTitle}”）的汇总信发到这个邮箱。`,
    },
    comesTitle: '确认之后会收到什么',
    comes: {
      family: (mornings) => [
        mornings === 0
          ? '照现在的计划，已经没有要发的信了；计划变了才会再有。'
          : `照现在的计划，到截止日还有${mornings}个早上会各发一封；一天最多一封。`,
        '每封信说当天要办的一件事、最晚哪天、带什么、去哪里。',
        '没有广告。每封信里都能一键退订，退订后地址即删除。',
      ],
      employer: (mornings) => [
        mornings === 0
          ? '照现在的计划，暂时没有要发的信；轮到人事办、或者日期变了才会有。'
          : `照现在的计划，到截止日还有${mornings}个早上会各发一封；一天最多一封。`,
        '只说人事要办的那一步：最晚哪天、在哪里点什么。看不到这个家庭的其他情况。',
        '没有广告。每封信里都能一键退订，退订后地址即删除。',
      ],
      roster: () => [
        '每周一早上一封；哪天早上看到有人变红（有风险或来不及），那天也发一封。一天最多一封。',
        '每封信说谁新变红、本周人事哪天办谁、先办什么。只有人事自己编的编号，没有姓名。',
        '没有广告。每封信里都能一键退订，退订后地址即删除。',
      ],
    },
    replaces: '确认之后，原来登记的那个邮箱自动停发。',
    button: '确认，发给我',
    ignore: '不是您要的？关掉这一页就行，什么也不会发。',
    doneTitle: '已确认',
    done: {
      family: '日期快到时会给您发信。每封信里都有退订链接。',
      employer: '轮到人事办、或者最晚日期快到时会给您发信。每封信里都有退订链接。',
      roster: '每周一早上，以及有人变红的早上，会给您发信。每封信里都有退订链接。',
    },
  },
  unsubscribe: {
    title: '不再接收提醒？',
    text: {
      plan: '按下按钮后，这份计划不再给这个邮箱发信，还没发出的信一起撤回，地址从数据库里删除。计划本身不受影响。',
      roster:
        '按下按钮后，这份花名册不再给这个邮箱发信，还没发出的信一起撤回，地址从数据库里删除。花名册本身不受影响。',
    },
    button: '退订',
    doneTitle: '已退订',
    done: {
      plan: '不会再给您发信。您的邮箱地址已经删除，只留一个认不出地址的校验值，用来保证这份计划不会再给您发信。',
      roster:
        '不会再给您发信。您的邮箱地址已经删除，只留一个认不出地址的校验值，用来保证这份花名册不会再给您发信。',
    },
    back: {
      title: '按错了？',
      text: '只有您自己能恢复：填上原来的邮箱，我们会再发一封确认信。',
      label: '原来的邮箱地址',
      button: '重新订阅',
      anotherAddress: '这不是退订的那个邮箱，请核对',
      sentTitle: '确认信已发出',
      sent: '请打开邮箱，点信里的链接，再按“确认”；之后才会有提醒。',
    },
  },
};
