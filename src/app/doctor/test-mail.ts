// The mail that the doctor sends when it is asked to: in both languages, for whoever runs the server.

import type { Instant } from '../../ports/clock.ts';
import type { MailMessage } from '../../ports/mail-transport.ts';

const SUBJECT = '测试邮件 · Test mail · 末班车 Lastbus';

const LINES = [
  '这是管理员用 lastbus doctor --send-to 发出的测试邮件。收到它，就说明提醒邮件能送到这个地址。',
  '若它在垃圾邮件里，请检查发件域名的 SPF、DKIM 和 DMARC 记录。',
  'This is the test mail that an administrator has sent with lastbus doctor --send-to. That it arrived says that reminders reach this address.',
  'If it lies in the spam folder, look at the SPF, DKIM and DMARC records of the sender’s domain.',
];

/** @param from the sender's address: the Message-ID is made in its domain */
export function testMail(to: string, from: string, now: Instant): MailMessage {
  return {
    messageId: `doctor.${now}@${from.split('@').at(-1)}`,
    to,
    subject: SUBJECT,
    text: `${LINES.join('\r\n\r\n')}\r\n`,
    html: `<!doctype html><html lang="zh-CN"><body>${LINES.map((line) => `<p>${line}</p>`).join('')}</body></html>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    calendar: null,
  };
}
