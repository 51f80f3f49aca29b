// Who runs a server without a public https address sends links that do not open everywhere: pages say so before an
// address is given, and every mail says so at its end.

import { describe, expect, test } from 'vitest';
import type { Locale } from '../../src/domain/localized.ts';
import { renderConfirmMail } from '../../src/emitters/emails/confirm-mail.ts';
import { remindersView } from '../../src/emitters/pages/reminders-section.ts';
import { samplePlan } from '../support/sample-plan.ts';

const LIMITED = [
  ['http://localhost:3000', 'zh', '只在发信的那台电脑上打得开', '手机上打不开'],
  ['http://localhost:3000', 'en', 'open only on the machine that has sent it', 'not on a phone'],
  ['http://192.168.1.5:3000', 'zh', '只在服务器自己的网络里', '在外面打不开'],
  ['https://lastbus.internal', 'en', 'only within the network of the server', 'do not open elsewhere'],
  ['http://lastbus.example.org', 'zh', '没有加密（不是 https）', '等于钥匙'],
  ['http://lastbus.example.org', 'en', 'are not encrypted (no https)', 'they are keys|are keys'],
] as const;

const mailFrom = (publicUrl: string, locale: Locale) =>
  renderConfirmMail(samplePlan().policy.title, {
    locale,
    to: 'family@example.com',
    messageId: 'confirm.4711@lastbus.example',
    confirmUrl: `${publicUrl}/reminders/confirm/XyZ`,
  });

const pageOf = (publicUrl: string, locale: Locale, mailFolder: string | null = null) =>
  remindersView(
    {
      subscriptions: [],
      action: '/plans/x/reminders',
      downloadHref: '/x.ics',
      calendarHref: '/x',
      mailFolder,
      publicUrl,
      news: null,
      mishap: null,
    },
    locale,
    'Asia/Shanghai',
  ).linkNote;

describe('a server at an address that does not open everywhere', () => {
  test.each(LIMITED)(
    '%s says so in its mails and on its pages, in %s',
    (publicUrl, locale, inMail, onPage) => {
      const { text, html } = mailFrom(publicUrl, locale);

      expect(text.trimEnd().split('\n').at(-1)).toContain(inMail);
      expect(html).toContain(inMail);
      expect(pageOf(publicUrl, locale)).toMatch(new RegExp(onPage));
    },
  );

  test('that sends no mail says on its page only that', () => {
    expect(pageOf('http://localhost:3000', 'zh', '/data/mail')).toBeNull();
  });
});

test.each<Locale>(['zh', 'en'])('a server at a public https address says nothing of it, in %s', (locale) => {
  const { text, html } = mailFrom('https://lastbus.example.org', locale);

  expect(text).not.toMatch(/https\b(?!:)|PUBLIC_URL/);
  expect(html).not.toContain('PUBLIC_URL');
  expect(pageOf('https://lastbus.example.org', locale)).toBeNull();
});
