import { describe, expect, test } from 'vitest';
import type { Locale } from '../../../src/domain/localized.ts';
import { renderConfirmMail } from '../../../src/emitters/emails/confirm-mail.ts';
import { readBack } from '../../adapters/mail/read-back.ts';
import { samplePlan } from '../../support/sample-plan.ts';
import { linksOfHtml, linksOfText } from './links.ts';

const CONFIRM_URL = 'https://lastbus.example/reminders/confirm/XyZ';

function confirmMail(locale: Locale) {
  return renderConfirmMail(samplePlan().policy.title, {
    locale,
    to: 'family@example.com',
    messageId: 'confirm.4711@lastbus.example',
    confirmUrl: CONFIRM_URL,
  });
}

describe('the mail that asks for a confirmation', () => {
  test('says what was asked, by whom perhaps, what follows and that it can be ignored', () => {
    const { subject, text } = confirmMail('zh');

    expect(subject).toBe('请确认：是否接收末班车的提醒');
    expect(text).toContain('有人请求把“上海2027年度城乡居民医保”办理计划的提醒发到这个邮箱');
    expect(text).toContain('可能是您自己，也可能是和您共用这份计划的家人、同事');
    expect(text).toContain('确认之前，除了这样的确认信，我们什么都不会发');
    expect(text).toContain('不用理会这封信');
  });

  test('says the same in English', () => {
    const { subject, text } = confirmMail('en');

    expect(subject).toBe('Please confirm: reminders from Lastbus');
    expect(text).toContain('It may have been you');
    expect(text).toContain('Until then we send nothing but confirmation mails');
    expect(text).toContain('Ignore this mail');
    expect(text).not.toMatch(/\p{Script=Han}/u);
  });

  test.each<Locale>(['zh', 'en'])(
    'has one link, the same in both parts, and shows no fact or date (%s)',
    (locale) => {
      const { text, html } = confirmMail(locale);

      expect(linksOfText(text)).toEqual([CONFIRM_URL]);
      expect(linksOfHtml(html)).toEqual([CONFIRM_URL]);
      expect(text + html).not.toMatch(/2026|12月|Dec/);
    },
  );

  test('is no list mail: nothing is subscribed to yet', async () => {
    const { headers, calendar } = confirmMail('zh');
    const { parsed } = await readBack(confirmMail('zh'));

    expect(headers).toEqual({
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
    });
    expect(parsed.headers.has('list')).toBe(false);
    expect(calendar).toBeNull();
  });
});
