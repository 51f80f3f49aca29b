// A mail of four kilobytes, as both sides send it.

import type { MailMessage } from '../../src/ports/mail-transport.ts';

const OCTETS = 4096;
const LINE = '居住证签注：最晚12月9日（周三），还有7天。\r\n';

export function mailOf(index: number): MailMessage {
  return {
    messageId: `bench.${index}@lastbus.example.org`,
    to: `family${index}@example.com`,
    subject: '居住证签注：最晚12月9日（周三），还有7天',
    // Base64 makes three octets four.
    text: LINE.repeat(Math.floor((OCTETS * 0.75) / Buffer.byteLength(LINE))),
    html: '',
    headers: { 'List-Id': '<reminders.lastbus.example.org>' },
    calendar: null,
  };
}
