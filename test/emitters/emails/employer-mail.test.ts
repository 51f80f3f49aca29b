// The mail to HR, and the text that a family passes on: one step in words for somebody who is not the family.

import { describe, expect, it } from 'vitest';
import type { Locale } from '../../../src/domain/localized.ts';
import type { PlannedActivity } from '../../../src/domain/planned-activity.ts';
import type { ReminderKind } from '../../../src/domain/reminder.ts';
import { renderEmployerMail } from '../../../src/emitters/emails/employer-mail.ts';
import { employerText } from '../../../src/emitters/employer-text.ts';
import { day, samplePlan, samplePlannedActivity } from '../../support/sample-plan.ts';
import { linksOfHtml, linksOfText } from './links.ts';

const STEP_URL = 'https://lastbus.example/steps/AbC';
const UNSUBSCRIBE_URL = 'https://lastbus.example/reminders/unsubscribe/XyZ';

/** Sent by the employee from Monday 7 December on, to be approved from then until Monday 14 December. */
function approval(changes: Partial<PlannedActivity> = {}): PlannedActivity {
  return samplePlannedActivity({
    id: 'hr-approval',
    title: { zh: '单位人事网上审核', en: 'HR approves online' },
    actor: 'employer',
    state: 'open',
    place: { zh: '单位的账号', en: 'the account of the employer' },
    bring: [],
    earliestStartOn: day('2026-12-07'),
    latestStartOn: day('2026-12-14'),
    mustFinishBy: day('2026-12-15'),
    ...changes,
  });
}

function mail(kinds: readonly ReminderKind[], locale: Locale = 'zh', reference: string | null = '4711') {
  return renderEmployerMail(samplePlan(), approval(), kinds, {
    locale,
    to: 'hr@example.com',
    messageId: 'reminder.1@lastbus.example',
    stepUrl: STEP_URL,
    reference,
    unsubscribeUrl: UNSUBSCRIBE_URL,
    threadId: 'employer.1@lastbus.example',
    listId: 'reminders.lastbus.example',
  });
}

describe('the mail to HR', () => {
  it('says in its subject whose, what and by when', () => {
    expect(mail([]).subject).toBe('4711：单位人事网上审核，最晚12月14日（周一）');
    expect(mail([], 'zh', null).subject).toBe('单位人事网上审核，最晚12月14日（周一）');
    expect(mail([], 'en').subject).toBe('4711: HR approves online, by Mon 14 Dec');
  });

  it.each<Locale>(['zh', 'en'])('leads to the step and out of it, and nowhere else (%s)', (locale) => {
    const { text, html, calendar, headers } = mail(['start-soon'], locale);

    expect(linksOfText(text)).toEqual([UNSUBSCRIBE_URL, STEP_URL]);
    expect(linksOfHtml(html)).toEqual([UNSUBSCRIBE_URL, STEP_URL]);
    expect(calendar).toBeNull();
    expect(headers).toMatchObject({
      'List-Unsubscribe': `<${UNSUBSCRIBE_URL}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    });
  });

  it('is in English to the last word', () => {
    expect(mail(['last-day', 'employer-silent'], 'en').text).not.toMatch(/\p{Script=Han}/u);
  });

  it.each<[ReminderKind, string]>([
    ['last-day', '今天是最后一天。'],
    ['employer-silent', '员工已经提交，照计划昨天应该审核完了，请今天看一下。'],
  ])('of %s says why this morning, in words for HR', (kind, words) => {
    expect(mail([kind]).text).toContain(words);
  });

  it('never speaks to HR as to the family', () => {
    const { text } = mail(['employer-silent', 'start-soon', 'last-day', 'cutoff']);

    expect(text).not.toMatch(/提醒他们|问一下|打开我的计划/);
  });
});

describe('the text for HR', () => {
  it('speaks as the family does, with day, place, what to click and why', () => {
    const text = employerText(samplePlan(), approval(), STEP_URL, 'zh');

    expect(text).toContain('我家在办');
    expect(text).toContain('我预计12月7日（周一）提交');
    expect(text).toContain('打开我提交的申请');
    expect(text).toContain('在哪里：单位的账号');
    expect(text).toContain(STEP_URL);
    expect(text).not.toContain('这位员工');
  });

  it.each([
    ['as of its first day, that it can be done now', { earliestStartOn: day('2026-11-22') }, '现在就能办'],
    ['without a last day, that it cannot wait', { latestStartOn: null }, '越早办越好'],
  ])('says %s', (_, changes, words) => {
    expect(employerText(samplePlan(), approval(changes), null, 'zh')).toContain(words);
  });
});
