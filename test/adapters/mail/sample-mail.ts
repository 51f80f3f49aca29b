// A mail with everything in it, to change one thing at a time.

import type { MailMessage } from '../../../src/ports/mail-transport.ts';

export const SAMPLE_CALENDAR = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//lastbus.example//Lastbus//ZH',
  'METHOD:PUBLISH',
  'BEGIN:VEVENT',
  'UID:p1.renew-permit@lastbus.example',
  'DTSTAMP:20261122T010000Z',
  'DTSTART;VALUE=DATE:20261209',
  'DTEND;VALUE=DATE:20261210',
  'SUMMARY：居住证签注',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

export function sampleMail(changes: Partial<MailMessage> = {}): MailMessage {
  return {
    messageId: 'p1.renew-permit.window-opens.2026-12-02@lastbus.example',
    to: 'family@example.com',
    subject: '居住证签注：最晚12月9日（周三），还有7天',
    text: '居住证签注\n最晚12月9日（周三）办\n',
    html: '<!doctype html><html lang="zh-CN"><body><p>居住证签注</p></body></html>\n',
    headers: {
      'List-Id': '<reminders.lastbus.example>',
      'List-Unsubscribe': '<https://lastbus.example/reminders/unsubscribe/XyZ>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
    calendar: { filename: 'plan.ics', content: SAMPLE_CALENDAR },
    ...changes,
  };
}
