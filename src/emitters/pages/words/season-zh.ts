// The Chinese catalogue of a plan that is done, and of the year after.

import type { SeasonWords } from './season-words.ts';

export const seasonZh: SeasonWords = {
  title: '都办好了，可以放心了',
  text: '缴费已经核实，这一年度没有要做的事了。缴费凭证请留好。',
  next: '明年',
  canPlan: (year) => `现在就可以排好${year}年度的计划，到时候照着办。`,
  isProjected: '规则还没有公布，先按今年的推测；公布后日期会跟着变。',
  carried: '您的回答会带过去，签注过的居住证按顺延一年填，请到时核对。这份计划不会变。',
  mails: (addresses) =>
    addresses === 0
      ? '新计划里可以登记邮箱，快到能办的时候会收到提醒。'
      : `登记过的${addresses}个邮箱会收到一封确认信，点了确认，快到能办的时候就会收到提醒。`,
  button: (year) => `排好${year}年度的计划`,
  notYet: (year, month) => `${year}年度的规则还没有。大约${month}再打开这一页，那时可以一键排好新计划。`,
  ownerOnly: '要排明年的计划，请用保存时得到的那个链接打开。',
  related: {
    title: '同一张居住证还有这些日子',
    help: '这些事不在计划里。下面是报道的那一年的日子，每年可能不同：请先查当年的通知。',
    inYear: (year, days) => `${year}年：${days}`,
    source: '出处',
  },
};
