import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonOf, type RunningServer, startServer } from './running-server.ts';

let server: RunningServer;
let feed: string;
let plan: string;

const CASE = {
  policy: 'shanghai-2027',
  facts: { enrolling: 'child-out-of-school', permitExpiresOn: '2026-12-31', pointsChange: 'unchanged' },
};

beforeAll(async () => {
  server = await startServer();
  const response = await fetch(`${server.url}/api/v1/plans`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(CASE),
  });
  const { links } = (await jsonOf(response)) as { links: { calendarFeed: string; self: string } };
  feed = links.calendarFeed;
  plan = links.self;
});
afterAll(() => server.close());

describe('the feed', () => {
  it('is a calendar that renews the permit from Wednesday 2 December, whoever asks and in whatever language', async () => {
    const response = await fetch(feed, { headers: { 'Accept-Language': 'en', Accept: 'image/png' } });

    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8');
    expect(response.headers.get('Content-Disposition')).toBeNull();
    expect(response.headers.get('Last-Modified')).toBe('Sun, 22 Nov 2026 02:00:00 GMT');
    const text = await response.text();
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(text).toContain('居住证签注');
  });

  it('is the same bytes each time, and 304 to who has them by tag or by date', async () => {
    const first = await fetch(feed);
    const second = await fetch(feed);
    const byTag = await fetch(feed, { headers: { 'If-None-Match': first.headers.get('ETag') ?? '' } });
    const byDate = await fetch(feed, {
      headers: { 'If-Modified-Since': first.headers.get('Last-Modified') ?? '' },
    });

    expect(await second.text()).toBe(await first.text());
    expect([byTag.status, byDate.status]).toEqual([304, 304]);
    expect(await byTag.text()).toBe('');
  });

  it('answers HEAD', async () => {
    const head = await fetch(feed, { method: 'HEAD' });

    expect(head.status).toBe(200);
    expect(head.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8');
  });

  it('is another file once something has happened', async () => {
    const before = (await fetch(feed)).headers.get('ETag') ?? '';
    await fetch(plan, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ facts: { permitExpiresOn: '2027-01-05' } }),
    });

    expect((await fetch(feed, { headers: { 'If-None-Match': before } })).status).toBe(200);
  });

  it('is not opened by the token of the plan', async () => {
    const token = plan.split('/').at(-1);

    expect((await fetch(`${server.url}/calendars/${token}.ics`)).status).toBe(404);
  });
});

describe('the file', () => {
  it('of a stored plan is offered for download under a name that every phone can read', async () => {
    const response = await fetch(`${feed}?download=1`);

    expect(response.headers.get('Content-Disposition')).toBe('attachment; filename=lastbus.ics');
    expect(response.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8');
  });

  it.each([
    ['zh', '居住证签注'],
    ['en', 'Renew the residence permit'],
  ])('of a plan that is only looked at stands in its address, in %s', async (lang, title) => {
    const query = new URLSearchParams({ policy: CASE.policy, ...CASE.facts, lang });
    const response = await fetch(`${server.url}/plan.ics?${query}`);

    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Disposition')).toMatch(/^attachment/);
    expect(await response.text()).toContain(title);
  });

  it('of answers at fault is refused with its faults', async () => {
    const response = await fetch(`${server.url}/plan.ics?policy=shanghai-2027&permitExpiresOn=soon`);

    expect(response.status).toBe(400);
    expect(await jsonOf(response)).toMatchObject({ issues: [{ path: '$.facts.permitExpiresOn' }] });
  });
});
