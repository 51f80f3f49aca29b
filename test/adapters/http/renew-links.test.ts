// Links given out anew: what the old ones answer, what stays, and who may do it.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonOf, type RunningServer, startServer } from './running-server.ts';
import { type StoredLinks, sendJson, storeCase } from './stored-case.ts';

const NEVER_GIVEN_OUT = 'AAAAAAAAAAAAAAAAAAAAAA';

let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

function renew(links: StoredLinks, kinds: unknown): Promise<Response> {
  return sendJson(`${links.self}/links`, { renew: kinds });
}

function postForm(
  address: string,
  values: Record<string, string> = {},
  headers: Record<string, string> = {},
) {
  return fetch(address, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(values) });
}

/** All that an answer says but its clock and its number, with the token that was asked for taken out. */
async function answerOf(address: string, token: string, init: RequestInit = {}) {
  const response = await fetch(address, init);
  const { date: _, 'x-request-id': id = '', ...headers } = Object.fromEntries(response.headers);
  const body = (await response.text()).replaceAll(token, 'TOKEN').replaceAll(id, 'ID');
  return { status: response.status, headers, body };
}

const tokenIn = (address: string) => /[\w-]{22}/.exec(new URL(address).pathname)?.[0] ?? '';

describe('POST /api/v1/plans/{planToken}/links', () => {
  it('gives out a new subscription address; the plan, its version and its other links stay', async () => {
    const links = await storeCase(server);
    const response = await renew(links, ['feed']);
    const renewed = (await jsonOf(response)).links as StoredLinks;

    expect(response.status).toBe(200);
    expect({ ...renewed, calendarFeed: '', calendarFile: '', webcal: '' }).toEqual({
      ...links,
      calendarFeed: '',
      calendarFile: '',
      webcal: '',
    });
    expect((await fetch(links.calendarFeed)).status).toBe(404);
    expect((await fetch(renewed.calendarFeed)).status).toBe(200);
    expect((await jsonOf(fetch(links.self))).version).toBe(1);
  });

  it('keeps the identity of every entry, so that who subscribes again has none of them twice', async () => {
    const links = await storeCase(server);
    const before = await (await fetch(links.calendarFeed)).text();
    const renewed = (await jsonOf(await renew(links, ['feed']))).links as StoredLinks;

    const uidsOf = (text: string) => text.match(/^UID:.*$/gm);
    expect(uidsOf(await (await fetch(renewed.calendarFeed)).text())).toEqual(uidsOf(before));
  });

  it('gives out a new link to look at, which the feed carries from then on in the place of the old', async () => {
    const links = await storeCase(server);
    const before = (await (await fetch(links.calendarFeed)).text()).replaceAll(/\r\n /g, '');
    const renewed = (await jsonOf(await renew(links, ['view']))).links as StoredLinks;
    const after = (await (await fetch(links.calendarFeed)).text()).replaceAll(/\r\n /g, '');

    expect((await fetch(links.viewPage)).status).toBe(404);
    expect((await fetch(renewed.viewPage)).status).toBe(200);
    expect(before).toContain(links.viewPage);
    expect(after).toContain(renewed.viewPage);
    expect(after).not.toContain(links.viewPage);
  });

  it('gives out a new link that changes the plan, and the old one changes nothing any more', async () => {
    const links = await storeCase(server);
    const renewed = (await jsonOf(await renew(links, ['edit']))).links as StoredLinks;

    expect((await fetch(links.self, { method: 'DELETE' })).status).toBe(404);
    expect((await renew(links, ['feed'])).status).toBe(404);
    expect((await fetch(renewed.self)).status).toBe(200);
    expect((await fetch(links.calendarFeed)).status).toBe(200);
  });

  it('renews several at once, and a kind that is named twice once', async () => {
    const links = await storeCase(server);
    const renewed = (await jsonOf(await renew(links, ['feed', 'view', 'feed']))).links as StoredLinks;

    expect((await fetch(renewed.calendarFeed)).status).toBe(200);
    expect((await fetch(renewed.view)).status).toBe(200);
    for (const link of [links.calendarFeed, links.view]) expect((await fetch(link)).status).toBe(404);
  });

  it.each([
    ['nothing', [], '$.renew'],
    ['a kind that there is not', ['feed', 'confirm'], '$.renew[1]'],
    ['no list', 'feed', '$.renew'],
  ])('refuses %s, and changes nothing', async (_, kinds, path) => {
    const links = await storeCase(server);
    const refused = await renew(links, kinds);

    expect(refused.status).toBe(400);
    expect(await jsonOf(refused)).toMatchObject({ code: 'invalid-case', issues: [{ path }] });
    expect((await fetch(links.calendarFeed)).status).toBe(200);
  });

  it('is not for who may only look', async () => {
    const links = await storeCase(server);

    expect((await sendJson(`${links.view}/links`, { renew: ['feed'] })).status).toBe(403);
    expect(
      (await sendJson(`${server.url}/api/v1/plans/${NEVER_GIVEN_OUT}/links`, { renew: ['feed'] })).status,
    ).toBe(404);
  });
});

describe('a revoked token', () => {
  it.each([
    ['feed', (token: string) => `/calendars/${token}.ics`, 'calendarFeed'],
    ['feed, of a file', (token: string) => `/calendars/${token}.ics?download=1`, 'calendarFeed'],
    ['feed, of an entry', (token: string) => `/calendars/${token}/plan.cutoff.ics`, 'calendarFeed'],
    ['view', (token: string) => `/plans/${token}`, 'view'],
    ['view, of the calendar page', (token: string) => `/plans/${token}/calendar`, 'view'],
    ['view, by API', (token: string) => `/api/v1/plans/${token}`, 'view'],
    ['edit', (token: string) => `/plans/${token}`, 'self'],
    ['edit, of a page that asks', (token: string) => `/plans/${token}/renew/feed`, 'self'],
  ] as const)('(%s) is answered exactly as one that never was', async (_, pathOf, link) => {
    const links = await storeCase(server);
    await renew(links, ['feed', 'view', 'edit']);
    const revoked = tokenIn(links[link]);

    for (const headers of [{ Accept: 'text/html' }, { 'If-None-Match': '*' }] as Record<string, string>[]) {
      const answer = await answerOf(`${server.url}${pathOf(revoked)}`, revoked, { headers });
      const never = `${server.url}${pathOf(NEVER_GIVEN_OUT)}`;

      expect(answer.status).toBe(404);
      expect(answer).toEqual(await answerOf(never, NEVER_GIVEN_OUT, { headers }));
    }
  });
});

describe('on the pages', () => {
  it.each([
    ['feed', '换一个订阅地址？', '/calendar?news=feed-renewed', 'calendarFeed', '已换成新的订阅地址'],
    ['view', '换一个只看链接？', '?news=view-renewed', 'viewPage', '已换成新的只看链接'],
  ] as const)(
    '%s: a page asks, its button acts, and the next page says so',
    async (kind, question, next, link, news) => {
      const links = await storeCase(server);
      const asking = await fetch(`${links.page}/renew/${kind}`);
      const html = await asking.text();

      expect(asking.status).toBe(200);
      expect(html).toContain(question);
      expect(html).toContain(`action="${new URL(links.page).pathname}/renew/${kind}"`);
      expect((await fetch(links[link])).status).toBe(200);

      const done = await postForm(`${links.page}/renew/${kind}`);
      expect(done.status).toBe(303);
      expect(done.headers.get('Location')).toBe(`${new URL(links.page).pathname}${next}`);
      expect((await fetch(links[link])).status).toBe(404);
      expect(await (await fetch(`${links.page}${next}`)).text()).toContain(news);
    },
  );

  it.each([
    ['feed', '/calendar?news=both-renewed'],
    ['view', '?news=both-renewed'],
  ])(
    '%s: the box that is ticked beforehand renews the other too, for each leads to the other',
    async (kind, next) => {
      const links = await storeCase(server);
      const html = await (await fetch(`${links.page}/renew/${kind}`)).text();

      expect(html).toMatch(/<input type="checkbox" name="other" value="yes" checked>/);
      const done = await postForm(`${links.page}/renew/${kind}`, { other: 'yes' });
      expect(done.headers.get('Location')).toBe(`${new URL(links.page).pathname}${next}`);
      for (const link of [links.calendarFeed, links.viewPage]) expect((await fetch(link)).status).toBe(404);
      expect(await (await fetch(`${links.page}${next}`)).text()).toContain('只看链接和订阅地址都换了');
    },
  );

  it('lead from the plan and from its calendar page to the question', async () => {
    const links = await storeCase(server);
    const path = new URL(links.page).pathname;

    expect(await (await fetch(links.page)).text()).toContain(`href="${path}/renew/view"`);
    expect(await (await fetch(`${links.page}/calendar`)).text()).toContain(`href="${path}/renew/feed"`);
  });

  it('offer no renewal of the link that changes the plan: a second tap would lose it', async () => {
    const links = await storeCase(server);

    expect((await fetch(`${links.page}/renew/edit`)).status).toBe(404);
    expect((await postForm(`${links.page}/renew/edit`)).status).toBe(404);
    expect((await fetch(links.page)).status).toBe(200);
  });

  it('act neither for another site nor for who may only look', async () => {
    const links = await storeCase(server);

    expect((await postForm(`${links.page}/renew/feed`, {}, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(
      403,
    );
    expect((await postForm(`${links.viewPage}/renew/feed`)).status).toBe(403);
    expect((await fetch(`${links.viewPage}/renew/feed`)).status).toBe(403);
    expect((await fetch(links.calendarFeed)).status).toBe(200);
  });
});
