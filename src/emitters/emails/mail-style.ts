// The look of HTML mails: inline styles, because QQ Mail and others drop style sheets. Text is 18 px and more
// (MIIT's rule for older readers), every colour on its ground is at least 4.5:1. What can read a style sheet
// gets the dark colours from `templates/emails/layout.eta`.

const FONT = "font-family:-apple-system,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',Arial,sans-serif;";
const INK = 'color:#1b211f;';
const QUIET = 'color:#525c58;';

/** Inline styles by what they are for. A colour never stands without its ground around it. */
export const MAIL_STYLE = {
  page: 'background-color:#eef1ef;margin:0;padding:0;',
  card: 'background-color:#ffffff;width:100%;max-width:600px;',
  cell: `${FONT}padding:24px 20px;font-size:18px;line-height:1.6;${INK}`,
  title: `${FONT}margin:0;font-size:26px;line-height:1.35;font-weight:bold;${INK}`,
  deadline: `${FONT}margin:8px 0 0;font-size:22px;line-height:1.4;font-weight:bold;color:#a32a10;`,
  heading: `${FONT}margin:20px 0 4px;font-size:18px;line-height:1.5;font-weight:bold;${QUIET}`,
  section: `${FONT}margin:0 0 8px;font-size:22px;line-height:1.4;font-weight:bold;${INK}`,
  text: `${FONT}margin:8px 0 0;font-size:18px;line-height:1.6;${INK}`,
  makePlan: `${FONT}margin:20px 0 0;font-size:18px;line-height:1.6;font-weight:bold;${INK}`,
  done: `${FONT}margin:16px 0 0;font-size:20px;line-height:1.6;font-weight:bold;${INK}`,
  warning: `${FONT}margin:16px 0 0;font-size:18px;line-height:1.6;color:#a32a10;`,
  list: 'margin:0;padding:0 0 0 24px;',
  item: `${FONT}margin:4px 0 0;font-size:18px;line-height:1.6;${INK}`,
  dates: 'width:100%;',
  date: `${FONT}padding:10px 0;font-size:18px;line-height:1.5;border-top:1px solid #d5dbd8;${INK}`,
  old: `text-decoration:line-through;${QUIET}`,
  fresh: 'color:#a32a10;',
  rule: 'border-top:1px solid #d5dbd8;',
  button: `${FONT}display:block;padding:16px 20px;font-size:20px;line-height:1.4;font-weight:bold;text-align:center;text-decoration:none;border-radius:8px;background-color:#0f6b50;color:#ffffff;`,
  small: `${FONT}margin:0 0 8px;font-size:16px;line-height:1.6;${QUIET}`,
  link: 'color:#0f6b50;text-decoration:underline;',
} as const;
