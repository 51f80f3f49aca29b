import { describe, expect, test } from 'vitest';
import type { Locale } from '../../../src/domain/localized.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import type { PlannedActivity } from '../../../src/domain/planned-activity.ts';
import type { PlannedRoute } from '../../../src/domain/planned-route.ts';
import type { MailedReminder } from '../../../src/emitters/emails/action-view.ts';
import { type ReminderMailOptions, renderReminderMail } from '../../../src/emitters/emails/reminder-mail.ts';
import { readBack } from '../../adapters/mail/read-back.ts';
import { day, samplePlan, sampleRoute } from '../../support/sample-plan.ts';
import { linksOfHtml, linksOfText } from './links.ts';

// The sample plan: renewal from Wednesday 2 to Wednesday 9 December 2026, cutoff Friday 25 December.
const PLAN_URL = 'https://lastbus.example/plans/AbC?lang=zh&from=mail';
const UNSUBSCRIBE_URL = 'https://lastbus.example/reminders/unsubscribe/XyZ';

function doneUrl(activity: string): string {
  return `https://lastbus.example/reminders/done/token/${activity}`;
}

function optionsOf(changes: Partial<ReminderMailOptions> = {}): ReminderMailOptions {
  return {
    locale: 'zh',
    to: 'family@example.com',
    messageId: 'p1.renew-permit.window-opens.2026-12-02@lastbus.example',
    planUrl: PLAN_URL,
    doneUrlOf: doneUrl,
    unsubscribeUrl: UNSUBSCRIBE_URL,
    threadId: 'plan.k7f3@lastbus.example',
    listId: 'reminders.lastbus.example',
    calendar: null,
    ...changes,
  };
}

const RENEWAL_OPENS: MailedReminder = {
  activity: 'renew-permit',
  kind: 'window-opens',
  day: day('2026-12-02'),
};

interface Situation {
  readonly on?: string;
  readonly plan?: Partial<Plan>;
  readonly route?: Partial<PlannedRoute>;
  readonly reminders?: readonly MailedReminder[];
  readonly locale?: Locale;
}

/** The mail of the morning `on`, by default of 2 December, when the window of the renewal opens. */
function mailOn({ on = '2026-12-02', plan, route, reminders, locale = 'zh' }: Situation = {}) {
  const given = samplePlan({ asOf: day(on), ...plan });
  return renderReminderMail(
    { plan: given, route: sampleRoute(route), reminders: reminders ?? [RENEWAL_OPENS], change: null },
    optionsOf({ locale }),
  );
}

/** The route with `changes` made to the activity `id`. */
function routeWith(id: string, changes: Partial<PlannedActivity>): Partial<PlannedRoute> {
  const activities = sampleRoute().activities.map((activity) =>
    activity.id === id ? { ...activity, ...changes } : activity,
  );
  return { activities };
}

describe('the subject names the step, its last day and how far that is', () => {
  test.each<[Locale, string, string]>([
    ['zh', '2026-12-02', '居住证签注：最晚12月9日（周三），还有7天'],
    ['zh', '2026-12-08', '居住证签注：最晚12月9日（周三），明天是最后一天'],
    ['zh', '2026-12-09', '居住证签注：最晚12月9日（周三），今天是最后一天'],
    ['zh', '2026-12-10', '居住证签注：最晚12月9日（周三），已经过了1天'],
    ['en', '2026-12-02', 'Renew the residence permit: by Wed 9 Dec, 7 days left'],
    ['en', '2026-12-09', 'Renew the residence permit: by Wed 9 Dec, today is the last day'],
  ])('%s on %s: %s', (locale, on, subject) => {
    expect(mailOn({ on, locale }).subject).toBe(subject);
  });

  test('and says that no day is left where none is known', () => {
    const route = routeWith('renew-permit', { latestStartOn: null });

    expect(mailOn({ route }).subject).toBe('居住证签注：越早办越好');
  });
});

describe('the text says, in this order,', () => {
  test('what, by when, why, what to bring, where, and asks for a plan', () => {
    const { text } = mailOn();

    const parts = [
      '居住证签注\n最晚12月9日（周三）办，还有7天\n今天起可以办。',
      '后面的“单位人事审核”最晚12月14日（周一）要开始',
      '- 身份证原件\n- 居住证\n',
      '社区事务受理服务中心',
      '定个时间：哪天、几点、谁去？',
      PLAN_URL,
      '其他日期：',
      '还不确定的：',
      '错过要等3个月',
      UNSUBSCRIBE_URL,
    ];
    const places = parts.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('the same in English', () => {
    const { text } = mailOn({ locale: 'en' });

    expect(text).toContain('Do it by Wed 9 Dec: 7 days left\nIt can be done from today on.');
    expect(text).toContain('"HR approves online" must start by Mon 14 Dec');
    expect(text).toContain('Settle it now: which day, what time, who goes?');
    expect(text).not.toMatch(/\p{Script=Han}/u);
  });

  test('when it comes late: since when it should have been there, and nothing of "today" that is past', () => {
    const reminders: MailedReminder[] = [
      { activity: 'renew-permit', kind: 'window-opens', day: day('2026-12-02') },
      { activity: 'renew-permit', kind: 'last-safe-day', day: day('2026-12-03') },
    ];

    const late = mailOn({ on: '2026-12-07', reminders }).text;
    const inTime = mailOn({ on: '2026-12-03', reminders }).text;

    expect(late).toContain('这封信本该在12月3日（周四）早上发出');
    expect(late).toContain('最稳妥的最后一天是12月3日（周四），已经过了');
    expect(late).not.toContain('今天起可以办');
    expect(late).not.toContain('今天是最稳妥的一天');
    expect(inTime).toContain('今天是最稳妥的一天');
    expect(inTime).not.toContain('这封信本该');
  });

  test('"start", not "do", where a step takes longer than its day', () => {
    const route = routeWith('renew-permit', { duration: { amount: 2, unit: 'working-days' } });

    expect(mailOn({ route }).text).toContain('最晚12月9日（周三）开始办，还有7天');
  });

  test('the last day of each channel, where online and the counter differ', () => {
    const reminders: MailedReminder[] = [
      { activity: 'registration', kind: 'start-soon', day: day('2026-12-13') },
    ];

    const said = {
      zh: '网上最晚12月20日（周日）、窗口最晚12月18日（周五）。',
      en: 'Online by Sun 20 Dec, at a counter by Fri 18 Dec.',
    };
    expect(mailOn({ on: '2026-12-13', reminders }).text).toContain(said.zh);
    expect(mailOn({ on: '2026-12-13', reminders, locale: 'en' }).text).toContain(said.en);
  });

  test('to ask HR, where HR does it', () => {
    const reminder: MailedReminder = { activity: 'hr-approval', kind: 'start-soon', day: day('2026-12-07') };

    const { text } = mailOn({ on: '2026-12-07', reminders: [reminder] });

    expect(text).toContain('这一步由单位人事办，请今天就提醒他们。');
  });
});

describe('the other dates', () => {
  const listed = (situation: Situation) =>
    /其他日期：\n((?:- .*\n)+)/.exec(mailOn(situation).text)?.[1]?.trimEnd().split('\n');

  test('are the open steps of the family and HR and the cutoff; what an office does is left out', () => {
    expect(listed({})).toEqual([
      '- 单位人事审核（单位人事）：12月7日（周一）起，最晚12月14日（周一）',
      '- 参保登记：12月11日（周五）起，网上最晚12月20日（周日）、窗口最晚12月18日（周五）',
      '- 缴费：12月18日（周五）起，最晚12月25日（周五）',
      '- 截止日：12月25日（周五） 17:30（按往年推测，尚未公布）',
    ]);
  });

  test('leave out what is done, and name the last day only of what can start already', () => {
    const { activities = [] } = routeWith('hr-approval', { state: 'done' });

    expect(listed({ on: '2026-12-20', route: { activities } })).toEqual([
      '- 参保登记：网上最晚12月20日（周日）、窗口最晚12月18日（周五）',
      '- 缴费：最晚12月25日（周五）',
      '- 截止日：12月25日（周五） 17:30（按往年推测，尚未公布）',
    ]);
  });

  test('say by when a result must be there of what is under way', () => {
    const route = routeWith('hr-approval', { state: 'running' });

    expect(listed({ route })?.[0]).toBe('- 单位人事审核（单位人事）：办理中（最晚12月15日（周二））');
  });
});

describe('several reminders of one morning', () => {
  const PAYMENT: MailedReminder = { activity: 'payment', kind: 'start-soon', day: day('2026-12-18') };
  const REGISTRATION: MailedReminder = { activity: 'registration', kind: 'last-day', day: day('2026-12-18') };

  test('make one mail, the smallest float on top', () => {
    const { subject, text } = mailOn({
      on: '2026-12-18',
      reminders: [PAYMENT, REGISTRATION],
      route: routeWith('payment', { totalFloatWorkingDays: 1 }),
    });

    expect(subject).toBe('缴费等2项：最晚12月25日（周五），还有7天');
    expect(text.indexOf('缴费\n')).toBe(0);
    expect(text).toContain('\n参保登记\n最晚12月20日（周日）办，还有2天\n');
    expect(text).not.toContain('- 参保登记：');
  });

  test('with equal floats put the earlier last day on top', () => {
    const { text } = mailOn({ on: '2026-12-18', reminders: [PAYMENT, REGISTRATION] });

    expect(text.indexOf('参保登记\n')).toBe(0);
  });

  test('say a step once that two of them name', () => {
    const again: MailedReminder = { ...RENEWAL_OPENS, kind: 'start-soon' };
    const { subject, text } = mailOn({ reminders: [RENEWAL_OPENS, again] });

    expect(subject).not.toContain('等2项');
    expect(text.match(/^居住证签注$/gm)).toHaveLength(1);
  });
});

describe('what is not certain is said', () => {
  test('an expected cutoff, rules not yet published, a weak source', () => {
    expect(mailOn().text).toContain(
      [
        '还不确定的：',
        '- 截止日12月25日（周五）是按往年推测的，还没有公布，以正式公布的为准。',
        '- 2027年度的办法还没有公布，日期按以往的办法推算。',
        '- “居住证签注”的日期：仅见报道，未核实。',
      ].join('\n'),
    );
  });

  test('a cutoff of their own, and answers that nobody gave', () => {
    const { cutoff, facts, policy } = samplePlan();
    const { text } = mailOn({
      plan: {
        cutoff: { ...cutoff, isOwn: true },
        facts: facts.map((fact) => ({ ...fact, isAssumed: true })),
        policy: { ...policy, status: 'announced' },
      },
      route: routeWith('renew-permit', { confidence: 'confirmed' }),
    });

    expect(text).toContain(
      '还不确定的：\n- 截止日12月25日（周五）是您自己填的。\n- 有1个问题没有回答，先按通常的情况算；打开计划可以改。\n\n',
    );
  });

  test('nothing, when all of it is certain', () => {
    const { cutoff, policy } = samplePlan();
    const { text, html } = mailOn({
      plan: { cutoff: { ...cutoff, status: 'announced' }, policy: { ...policy, status: 'announced' } },
      route: routeWith('renew-permit', { confidence: 'confirmed' }),
    });

    expect(text).not.toContain('还不确定的');
    expect(html).not.toContain('还不确定的');
  });

  test('a plan that is tight', () => {
    expect(mailOn({ plan: { verdict: 'tight' } }).text).toContain('来得及，但很紧');
    expect(mailOn().text).not.toContain('来得及');
  });
});

describe('both parts', () => {
  test.each<Locale>(['zh', 'en'])('have the same links, in %s', (locale) => {
    const { text, html } = mailOn({ locale });

    expect(linksOfText(text)).toEqual([PLAN_URL, doneUrl('renew-permit'), UNSUBSCRIBE_URL].toSorted());
    expect(linksOfHtml(html)).toEqual(linksOfText(text));
  });

  test('say every line of the text in HTML too', () => {
    const { text, html } = mailOn();
    const shown = html.replace(/<style>[\s\S]*<\/style>|<[^>]*>/g, '\n').replaceAll('&amp;', '&');
    const lines = text.split('\n').map((line) => line.replace(/^- |[:：]$/g, ''));
    const missing = lines.filter(
      (line) =>
        !line.startsWith('https://') && line.split(/: (?=\d)|：/).some((part) => !shown.includes(part)),
    );

    expect(missing).toEqual([]);
  });

  test('mention the calendar only when one goes along', () => {
    const calendar = { filename: 'plan.ics', content: 'BEGIN:VCALENDAR' };
    const render = (options: ReminderMailOptions) =>
      renderReminderMail(
        { plan: samplePlan(), route: sampleRoute(), reminders: [RENEWAL_OPENS], change: null },
        options,
      );

    expect(render(optionsOf()).text).not.toContain('plan.ics');
    expect(render(optionsOf({ calendar })).text).toContain('附件plan.ics可以导入手机日历');
    expect(render(optionsOf({ calendar })).calendar).toEqual(calendar);
  });

  test('load nothing from afar and run nothing', () => {
    const { html } = mailOn();

    expect(html).not.toMatch(/<(?:script|img|link|iframe|form)|url\(|@import|\bon\w+=|javascript:/i);
  });
});

describe('texts of a policy that mean mischief', () => {
  const evil = '签注\r\nBcc: thief@example.net\r\n\r\n<script>alert(1)</script>';
  const texts = { zh: evil, en: evil };
  const route = routeWith('renew-permit', { title: texts, place: texts, bring: [texts], tips: [texts] });

  test('add no header and no line', async () => {
    const message = mailOn({ route });
    const { parsed } = await readBack(message);

    expect(parsed.bcc).toBeUndefined();
    expect(parsed.subject).toMatch(/^签注 Bcc: thief@example\.net <script>/);
    expect(message.text).not.toMatch(/^\s*Bcc:/m);
  });

  test('are text in the HTML, not markup', () => {
    const { html } = mailOn({ route });

    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});

describe('the headers', () => {
  test('name the plan’s thread and the list, offer one-click unsubscription and keep automatic answers away', () => {
    expect(mailOn().headers).toEqual({
      References: '<plan.k7f3@lastbus.example>',
      'In-Reply-To': '<plan.k7f3@lastbus.example>',
      'List-Id': '<reminders.lastbus.example>',
      'List-Unsubscribe': `<${UNSUBSCRIBE_URL}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
    });
  });

  test('promise no one-click where there is no https', () => {
    const unsubscribeUrl = 'http://127.0.0.1:3000/reminders/unsubscribe/XyZ';
    const { headers } = renderReminderMail(
      { plan: samplePlan(), route: sampleRoute(), reminders: [RENEWAL_OPENS], change: null },
      optionsOf({ unsubscribeUrl }),
    );

    expect(headers['List-Unsubscribe']).toBe(`<${unsubscribeUrl}>`);
    expect(headers).not.toHaveProperty('List-Unsubscribe-Post');
  });

  test('arrive as they are, each once', async () => {
    const { parsed, raw } = await readBack(mailOn());

    expect(parsed.headers.get('x-auto-response-suppress')).toBe('OOF, AutoReply');
    expect(raw.match(/^List-Unsubscribe:/gm)).toHaveLength(1);
  });
});

describe('a bug throws:', () => {
  test('a reminder of a step that the route does not have', () => {
    const reminders = [{ ...RENEWAL_OPENS, activity: 'no-such-step' }];

    expect(() => mailOn({ reminders })).toThrow('no-such-step');
  });

  test('no reminder at all', () => {
    expect(() => mailOn({ reminders: [] })).toThrow('without a reminder');
  });
});
