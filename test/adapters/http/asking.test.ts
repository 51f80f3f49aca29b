// From the first question to a first answer, over HTTP: which question comes when, what an address carries, what is
// said to who does not know, and to who typed something else.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from './running-server.ts';

let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const CHILD = { policy: 'shanghai-2027', enrolling: 'child-out-of-school' };
const ANSWERS = {
  ...CHILD,
  permitExpiresOn: '2026-12-31',
  insuredLastYear: 'false',
  pointsChange: 'unchanged',
};

async function get(values: Record<string, string> = {}) {
  const response = await fetch(`${server.url}/?${new URLSearchParams(values)}`);
  return { response, html: await response.text() };
}

/** The question that the page asks, by the fact that its form answers. */
function questionOf(html: string): string | null {
  const form = /<form method="get" action="\/" class="question-form"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  return /<(?:button class="answer"|input id="\w+") name="(\w+)"/.exec(form)?.[1] ?? null;
}

describe('asking, one question at a time,', () => {
  it.each([
    ['nothing is said', {}, 'enrolling'],
    ['it is for a child out of school', CHILD, 'permitExpiresOn'],
    ['the permit ends on 31 December', { ...CHILD, permitExpiresOn: '2026.12.31' }, 'insuredLastYear'],
    ['the three are answered', { ...CHILD, permitExpiresOn: '2026.12.31', insuredLastYear: 'false' }, null],
    ['nobody knows the last of them', { ...CHILD, permitExpiresOn: '2026.12.31', insuredLastYear: '' }, null],
    ['the child is in school', { ...CHILD, enrolling: 'child-in-school' }, null],
    ['it is for the permit holder, who cannot', { ...CHILD, enrolling: 'self' }, null],
    ['a class B permit is named', { ...CHILD, papers: 'b-class-permit' }, null],
    ['a question is named', { ...ANSWERS, ask: 'pointsChange' }, 'pointsChange'],
    ['a question is named that is not for them', { ...ANSWERS, ask: 'schoolDeadline' }, null],
    ['another city is named', { policy: 'changzhou-2023' }, 'group'],
  ])('when %s', async (_, values, question) => {
    const { response, html } = await get(values);

    expect(response.status).toBe(200);
    expect(questionOf(html)).toBe(question);
    expect(html.includes('id="verdict"')).toBe(question === null);
  });

  it.each([
    ['Sunday 22 November 2026, when Shanghai 2027 closes next', '2026-11-22', '上海市2027年度'],
    ['Friday 25 December 2026, its last day', '2026-12-25', '上海市2027年度'],
    ['Saturday 1 May 2027, when every season is over: the last one', '2027-05-01', '上海市2027年度'],
    ['Thursday 1 December 2022, when Shanghai 2023 closes before Changzhou', '2022-12-01', '上海市2023年度'],
    ['Thursday 29 December 2022, when only Changzhou is open', '2022-12-29', '常州市2023年度'],
  ])('begins with the season that runs on %s', async (_, day, title) => {
    server.goTo(`${day}T02:00:00Z`);
    const { html } = await get();
    server.goTo('2026-11-22T02:00:00Z');

    expect(html).toMatch(new RegExp(`<span class="policy-chosen">${title}`));
  });

  it('carries every answer, the day and the language to the next question, and offers to change them', async () => {
    const { html } = await get({ ...CHILD, permitExpiresOn: '2026-12-31', asOf: '2026-12-01', lang: 'en' });

    for (const [name, value] of Object.entries({ ...CHILD, asOf: '2026-12-01', lang: 'en' }))
      expect(html).toContain(`<input type="hidden" name="${name}" value="${value}">`);
    expect(html).toContain('Change the answer to: The residence permit is valid until');
    expect(html).toContain('ask=permitExpiresOn');
  });

  it('says what it took for granted on the way, and lets it be contradicted', async () => {
    const { html } = await get(CHILD);

    expect(html).toContain('先按“《上海市居住证》”算');
    expect(html).toContain('ask=papers');
  });

  it('asks the school’s own deadline first of all, clearly, of who has a child there', async () => {
    const { html } = await get({ ...CHILD, enrolling: 'child-in-school' });

    expect(html.indexOf('先问清一个日子')).toBeGreaterThan(0);
    expect(html.indexOf('先问清一个日子')).toBeLessThan(html.indexOf('id="verdict"'));
    expect(html).toContain('今天就问班主任');
    expect(
      (await get({ ...CHILD, enrolling: 'child-in-school', schoolDeadline: '2026.12.4' })).html,
    ).not.toContain('先问清一个日子');
  });

  it('says at once who is not meant, why, and what is open instead', async () => {
    const { html } = await get({ ...CHILD, enrolling: 'self' });

    expect(html).toContain('持居住证在上海就业的人参加职工医保');
    expect(html).toContain('由单位参加职工医保');
  });
});

describe('an answer that is not known', () => {
  it('exactly: about December 2026 is planned for its first and its last day, the worse one shown', async () => {
    const { response, html } = await get({ ...ANSWERS, permitExpiresOn: '2026.12' });

    expect(response.status).toBe(200);
    expect(html).toContain('下面先按最不利的“2026年12月1日（周二）”算');
    expect(html).toContain('2026年12月31日（周四）：来得及，最晚12月9日（周三）动手');
    expect(html).toContain('大约2026-12');
  });

  it('at all: planned for the ends of the months ahead and for the new year', async () => {
    const { html } = await get({ ...ANSWERS, permitExpiresOn: 'unknown' });

    for (const shown of ['2026年11月30日（周一）', '2026年12月31日（周四）', '2027年1月1日（周五）'])
      expect(html).toContain(`${shown}：`);
  });

  it('is neither stored nor taken along before it is known: reminders need the day', async () => {
    const { html } = await get({ ...ANSWERS, permitExpiresOn: '2026.12' });

    expect(html).not.toContain('action="/plans');
    expect(html).not.toContain('/plan.ics');
    expect(html).toContain('保存之前，请先把不确定的那一项查清楚');
  });

  it('of two possible ones is tried with both', async () => {
    const { html } = await get({
      policy: 'hangzhou-2026',
      parentHasPermit: 'unknown',
      asOf: '2025-11-21',
    });

    expect(html).toContain('下面先按最不利的“否”算');
    expect(html).toContain('是：');
  });

  it('where the policy has a usual one is taken as that, and the plan says so', async () => {
    const { html } = await get({ ...ANSWERS, insuredLastYear: '' });

    expect(html).toContain('在上海参加居民医保了吗：否');
    expect(html).toContain('action="/plans');
  });
});

describe('the first answer', () => {
  it('is the plan of the answers in its address, and carries them to the calendar and to storing', async () => {
    const { response, html } = await get(ANSWERS);

    expect(response.status).toBe(200);
    expect(response.headers.get('Cache-Control')).toBe('private, no-cache');
    expect(html).toContain('12月2日（周三） 至 12月9日（周三）');
    expect(html).toContain(
      '/plan.ics?policy=shanghai-2027&amp;enrolling=child-out-of-school&amp;permitExpiresOn=2026-12-31',
    );
    expect(html).toContain('name="permitExpiresOn" value="2026-12-31"');
    expect(html).toContain(`value="${server.url}/?policy=shanghai-2027&amp;enrolling=child-out-of-school`);
  });

  it('offers the questions that the answers call for, with what each is for', async () => {
    const { html } = await get(ANSWERS);

    expect(html).toContain('人事快一天，全程就快一天');
    expect(html).not.toContain('学校（幼儿园）要求的截止日');
  });

  it.each(['2026年12月31日', '2026/12/31', '2026.12.31', '20261231', '２０２６－１２－３１'])(
    'takes a day as cards and people write it: %s',
    async (written) => {
      expect((await get({ ...ANSWERS, permitExpiresOn: written })).html).toContain(
        '12月2日（周三） 至 12月9日（周三）',
      );
    },
  );

  it('says outright when it is too late, and whom to ask: data changed, on Tuesday 1 December', async () => {
    const { html } = await get({ ...ANSWERS, pointsChange: 'changed', asOf: '2026-12-01' });

    expect(html).toContain('来不及了');
    expect(html).toContain('12393');
  });

  it('does not know a policy that is not there', async () => {
    expect((await get({ policy: 'atlantis-2027' })).response.status).toBe(404);
  });
});

describe('bad input', () => {
  it('keeps what was typed in one answer, says what is wrong beside it, and leads there from the top', async () => {
    const { response, html } = await get({ ...ANSWERS, permitExpiresOn: '31.12.2026' });

    expect(response.status).toBe(400);
    expect(questionOf(html)).toBe('permitExpiresOn');
    expect(html).toContain('value="31.12.2026"');
    expect(html).toContain('“31.12.2026”不是一个日期');
    expect(html).toContain('href="#permitExpiresOn"');
    expect(html).toMatch(/<input id="permitExpiresOn"[^>]*aria-describedby="[^"]*permitExpiresOn-fault"/);
    expect(html).toContain('<title>有误：居住证有效期至');
    expect(html).toContain('<input type="hidden" name="pointsChange" value="unchanged">');
  });

  it('is told at once, before the next question is asked', async () => {
    const { response, html } = await get({ ...CHILD, permitExpiresOn: '31.12.2026' });

    expect(response.status).toBe(400);
    expect(questionOf(html)).toBe('permitExpiresOn');
    expect((await get({ ...CHILD, permitExpiresOn: '' })).html).toContain('请回答这一项');
  });

  it.each([
    ['zh', '2062-12-31', '“2062-12-31”的年份对吗？应该在1907年到2032年之间'],
    ['en', '2062-12-31', '“2062-12-31”: is the year right? It should lie between 1907 and 2032'],
    ['zh', '2062.12', '“2062.12”的年份对吗？'],
  ])('asks in %s whether the year is right of %s, typed for 2026', async (lang, permitExpiresOn, told) => {
    const { response, html } = await get({ ...CHILD, permitExpiresOn, lang });

    expect(response.status).toBe(400);
    expect(questionOf(html)).toBe('permitExpiresOn');
    expect(html).toContain(told);
  });

  it('in several answers stands on one page, each beside its field', async () => {
    const { response, html } = await get({
      ...ANSWERS,
      permitExpiresOn: '31.12.2026',
      hrApprovalWorkingDays: 'two',
    });

    expect(response.status).toBe(400);
    expect(html).toContain('“31.12.2026”不是一个日期');
    expect(html).toContain('“two”不是整数');
    for (const id of ['permitExpiresOn', 'hrApprovalWorkingDays']) {
      expect(html).toContain(`href="#${id}"`);
      expect(html).toMatch(new RegExp(`aria-describedby="[^"]*${id}-fault"`));
    }
    // A fault in the folded part unfolds it.
    expect(html).toContain('<details class="more" open>');
  });

  it('asks for what is missing, in English too', async () => {
    const { html } = await get({ ...ANSWERS, permitExpiresOn: '', lang: 'en' });

    expect(html).toContain('Please answer this');
    expect(html).toContain('href="#permitExpiresOn"');
  });

  it('is shown as text, not as markup', async () => {
    const { html } = await get({ ...ANSWERS, permitExpiresOn: '"><script>alert(1)</script>' });

    expect(html).not.toContain('<script>alert');
  });
});
