// The pages and the API of policies through the real server: everything a policy says is there, with its source.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { book, shippedPolicy } from '../../policies/edited-policy.ts';
import { jsonOf, type RunningServer, startServer } from './running-server.ts';

let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(new URL(path, server.url), { headers });
  return { response, html: await response.text() };
}

const known = [...book.policies.keys()];

describe('the list of policies', () => {
  it.each([
    ['zh', '规则与依据', '推测，尚未公布'],
    ['en', 'Rules and sources', 'projected, not announced'],
  ])('in %s names every policy and leads to its page', async (locale, title, projected) => {
    const { response, html } = await get(`/policies?lang=${locale}`);

    expect(response.status).toBe(200);
    expect(html).toContain(`<h1>${title}</h1>`);
    expect(html).toContain(projected);
    for (const id of known) expect(html).toContain(`href="/policies/${id}?lang=${locale}"`);
  });

  it('is linked from the foot of the first page, in the language that was chosen', async () => {
    expect((await get('/?lang=en')).html).toContain('href="/policies?lang=en">Rules and sources</a>');
    expect((await get('/')).html).toContain('href="/policies">规则与依据</a>');
  });

  it('says what has not been checked for a year, and nothing of it within the year', async () => {
    expect((await get('/policies')).html).not.toContain('超过一年没有核对');

    const later = await startServer('2027-12-01T02:00:00Z');
    const html = await (await fetch(`${later.url}/policies`)).text();
    await later.close();

    expect(html).toContain('超过一年没有核对');
  });
});

describe('the page of a policy', () => {
  it.each(known.flatMap((id) => [[id, 'zh'] as const, [id, 'en'] as const]))(
    '%s in %s lists each of its sources, and every reference leads to one',
    async (id, locale) => {
      const { response, html } = await get(`/policies/${id}?lang=${locale}`);
      const { sources } = shippedPolicy(id);
      const listed = [...html.matchAll(/id="source-(\d+)"/g)].map(([, number]) => number);
      const cited = [...html.matchAll(/href="#source-(\d+)"/g)].map(([, number]) => number);

      expect(response.status).toBe(200);
      expect(response.headers.get('Content-Language')).toBe(locale === 'zh' ? 'zh-CN' : 'en');
      expect(listed).toEqual([...sources.keys()].map((_, index) => String(index + 1)));
      expect(cited.length).toBeGreaterThan(0);
      expect(cited.filter((number) => !listed.includes(number))).toEqual([]);
      expect(html).not.toMatch(/undefined|\[object|NaN/);
      expect(html).not.toMatch(/<script|\sstyle=|<style|\son\w+=/i);
    },
  );

  it('cites a source for the window, each fee and each duration', async () => {
    const { html } = await get('/policies/shanghai-2026');
    const cell = (text: string) =>
      new RegExp(`<span class="cell-text">${text} <a class="source-ref" href="#source-\\d+"`);

    expect(html).toMatch(cell('2025年11月7日（周五）'));
    expect(html).toMatch(cell('2025年12月25日（周四）'));
    for (const amount of [400, 1040, 870, 700]) expect(html).toMatch(cell(`${amount}元`));
    expect(html).toMatch(cell('15至20天（自然日），常见17天'));
    expect(html).toMatch(cell('20个工作日'));
  });

  it('tells conditions in the questions of the form, and no expression', async () => {
    const { html } = await get('/policies/shanghai-2027?lang=en');

    expect(html).toContain(
      '“Who is to be insured” is “a child not in school or kindergarten” or “the spouse”',
    );
    expect(html).toContain('29 calendar days before “The residence permit is valid until”');
    for (const id of known)
      expect((await get(`/policies/${id}`)).html).not.toMatch(/facts\.|ages\.|\basOf\b|&amp;&amp;/);
  });

  it('tells other dates by the same permit with the year of their report', async () => {
    const { html } = await get('/policies/shanghai-2027?lang=en');

    expect(html).toMatch(
      /Other dates that go by the same permit[\s\S]*entrance exam[\s\S]*reported for[\s\S]*2022/,
    );
    expect((await get('/policies/hangzhou-2026')).html).not.toContain('同一张居住证还有这些日子');
  });

  it('says on top of a projected year that it is one, and nothing of the kind of an announced one', async () => {
    expect((await get('/policies/shanghai-2027')).html).toContain('2027年度的办法还没有公布');
    expect((await get('/policies/shanghai-2026')).html).not.toContain('2026年度的办法还没有公布');
  });

  it('offers a plan by it only where one can be made', async () => {
    for (const [id, { routes }] of book.policies) {
      const { html } = await get(`/policies/${id}`);
      expect(html.includes(`href="/?policy=${id}"`), id).toBe(routes.length > 0);
      expect(html.includes('不能排计划'), id).toBe(routes.length === 0);
    }
  });

  it('marks sources that nobody looked at for more than a year: the day after Monday 2027-11-22', async () => {
    const later = await startServer('2027-11-22T02:00:00Z');
    const pageOf = async () => (await fetch(`${later.url}/policies/shanghai-2027`)).text();

    expect(await pageOf()).not.toContain('▲');
    later.goTo('2027-11-23T02:00:00Z');
    const html = await pageOf();
    await later.close();

    expect(html).toMatch(/有\d+个出处超过一年没有核对/);
    expect(html).toContain('<span aria-hidden="true">▲</span> 超过一年没有核对');
    expect(html).toMatch(/aria-label="出处\d+，[^"]+，超过一年没有核对"/);
  });

  it('has an entity tag, and 304 for who has it', async () => {
    const { response } = await get('/policies/shanghai-2027');
    const etag = response.headers.get('ETag') ?? '';
    const again = await get('/policies/shanghai-2027', { 'If-None-Match': etag });
    const english = await get('/policies/shanghai-2027?lang=en', { 'If-None-Match': etag });

    expect(response.headers.get('Cache-Control')).toBe('public, no-cache');
    expect(response.headers.get('Vary')).toContain('Accept-Language');
    expect([again.response.status, again.html]).toEqual([304, '']);
    expect(english.response.status).toBe(200);
  });

  it('of an unknown policy is the page for what is not there', async () => {
    const { response, html } = await get('/policies/atlantis-2027', { Accept: 'text/html' });

    expect(response.status).toBe(404);
    expect(html).toContain('找不到这一页');
    expect(response.headers.get('ETag')).toBeNull();
  });
});

describe('the API of a policy', () => {
  it.each(known)('%s tells all its parts, days as text and sources with how fresh they are', async (id) => {
    const response = await fetch(`${server.url}/api/v1/policies/${id}`);
    const etag = response.headers.get('ETag') ?? '';
    const told = await jsonOf(response);
    const policy = shippedPolicy(id);

    expect(told).toMatchObject({
      id,
      plannable: policy.routes.length > 0,
      stale: false,
      readings: policy.readings.map((reading) => ({ id: reading.id })),
      fees: policy.fees.map(({ group, policyYear }) => ({ group, policyYear })),
      eligibility: policy.eligibility.map((one) => ({ id: one.id, when: one.when.expression })),
      questions: policy.questions.map((question) => ({ id: question.id })),
      risks: policy.risks.map((risk) => ({ id: risk.id })),
      observations: policy.observations.map((observation) => ({ id: observation.id })),
      relatedDates: policy.relatedDates.map(({ id, reportedFor, when }) => ({
        id,
        reportedFor,
        when: when?.expression ?? null,
      })),
      activities: [...policy.activities.values()].map((activity) => ({
        id: activity.id,
        durations: activity.durations.map(() => ({})),
        outcomes: [...activity.outcomes.values()].map((outcome) => ({ id: outcome.id })),
      })),
    });
    expect(Object.keys(told.sources)).toEqual([...policy.sources.keys()]);
    for (const source of Object.values<Record<string, unknown>>(told.sources)) {
      expect(source).toMatchObject({ verifiedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), stale: false });
    }
    const again = await fetch(`${server.url}/api/v1/policies/${id}`, { headers: { 'If-None-Match': etag } });
    expect(again.status).toBe(304);
  });

  it('of 2026 tells the opening, the cutoff, cover and outcomes', async () => {
    const told = await jsonOf(fetch(`${server.url}/api/v1/policies/shanghai-2026`));

    expect(told.opening).toMatchObject({ on: '2025-11-07', status: 'announced' });
    expect(told.cutoffs).toContainEqual(
      expect.objectContaining({
        id: 'payment',
        on: '2025-12-25',
        until: null,
        channel: null,
        binds: 'payment',
      }),
    );
    expect(told.coverage).toMatchObject({ until: '2026-12-31' });
    expect(told.coverage.rules).toContainEqual(expect.objectContaining({ coverFrom: { day: '2026-01-01' } }));
    const approval = told.activities.find(({ id }: { id: string }) => id === 'hr-approval');
    expect(approval.outcomes.map(({ id }: { id: string }) => id)).toEqual(['online', 'paper']);
    const renewal = told.activities.find(({ id }: { id: string }) => id === 'renew-permit');
    expect(renewal.opensOn[0]).toMatchObject({
      from: { kind: 'fact', fact: 'permitExpiresOn' },
      amount: 29,
      sign: -1,
    });
  });
});
