import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonOf, type RunningServer, startServer } from './running-server.ts';

let server: RunningServer;

const SUNDAY = '2026-11-22T02:00:00Z';

beforeAll(async () => {
  server = await startServer(SUNDAY);
});
afterAll(() => server.close());

/** The permit ends on Thursday 31 December 2026; looked at on Sunday 22 November. */
const CASE = {
  policy: 'shanghai-2027',
  facts: {
    enrolling: 'child-out-of-school',
    permitExpiresOn: '2026-12-31',
    pointsChange: 'unchanged',
    insuredLastYear: false,
  },
};

function send(method: string, path: string, body: unknown, headers: Record<string, string> = {}) {
  return fetch(new URL(path, server.url), {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

async function storePlan() {
  const response = await send('POST', '/api/v1/plans', CASE);
  const json = await jsonOf(response);
  return { response, json, links: json.links as Record<string, string> };
}

function activityOf(
  json: { routes: { id: string; activities: { id: string }[] }[] },
  route: string,
  id: string,
) {
  return json.routes.find((one) => one.id === route)?.activities.find((one) => one.id === id);
}

describe('POST /api/v1/plans/preview', () => {
  it('plans without storing: renew from Wednesday 2 to Wednesday 9 December, register at a counter by Friday 18', async () => {
    const response = await send('POST', '/api/v1/plans/preview', CASE);
    const json = await jsonOf(response);

    expect(response.status).toBe(200);
    expect(json).toMatchObject({
      asOf: '2026-11-22',
      verdict: 'on-track',
      recommendedRoute: 'points-online',
    });
    expect(activityOf(json, 'points-online', 'renew-permit')).toMatchObject({
      earliestStartOn: '2026-12-02',
      latestStartOn: '2026-12-09',
    });
    expect(activityOf(json, 'points-online', 'registration')).toMatchObject({
      latestStartByChannel: { online: '2026-12-20', counter: '2026-12-18' },
    });
    expect(json).not.toHaveProperty('links');
  });

  it('tells every fault at once, each with its path', async () => {
    const facts = { ...CASE.facts, permitExpiresOn: '2026-02-30', pointsChange: 'maybe', color: 'red' };
    const response = await send('POST', '/api/v1/plans/preview', { ...CASE, facts });
    const problem = await jsonOf(response);

    expect(response.status).toBe(400);
    expect(response.headers.get('Content-Type')).toMatch(/^application\/problem\+json/);
    expect(problem).toMatchObject({ status: 400, code: 'invalid-case', title: 'Bad Request' });
    expect(problem.issues.map(({ path }: { path: string }) => path).sort()).toEqual([
      '$.facts.color',
      '$.facts.permitExpiresOn',
      '$.facts.pointsChange',
    ]);
  });

  it.each([
    ['zh', '居住证签注'],
    ['en', 'Renew the residence permit'],
  ])('speaks the language of the request: %s', async (language, title) => {
    const response = await send('POST', '/api/v1/plans/preview', CASE, { 'Accept-Language': language });

    expect(response.headers.get('Content-Language')).toMatch(new RegExp(`^${language}`));
    expect(activityOf(await jsonOf(response), 'points-online', 'renew-permit')).toMatchObject({ title });
  });
});

describe('a stored plan', () => {
  it('is created with 201, its address, and the links that lead to it', async () => {
    const { response, json, links } = await storePlan();

    expect(response.status).toBe(201);
    expect(response.headers.get('Location')).toBe(links.self);
    expect(json.verdict).toBe('on-track');
    expect(Object.keys(links)).toEqual(
      expect.arrayContaining(['self', 'page', 'view', 'calendarFile', 'calendarFeed', 'webcal', 'reminders']),
    );
    expect(links.webcal).toBe(links.calendarFeed?.replace('http:', 'webcal:'));
    for (const name of ['self', 'page', 'view', 'calendarFile', 'calendarFeed']) {
      expect((await fetch(links[name] ?? '')).status, name).toBe(200);
    }
  });

  it('is as of today, or of the day that asOf names', async () => {
    const { links } = await storePlan();

    expect(await jsonOf(fetch(`${links.self}`))).toMatchObject({ asOf: '2026-11-22' });
    expect(await jsonOf(fetch(`${links.self}?asOf=2026-12-20`))).toMatchObject({
      asOf: '2026-12-20',
      verdict: 'too-late',
    });
    expect((await fetch(`${links.self}?asOf=2026-02-30`)).status).toBe(400);
  });

  it('is answered with 304 to who has it already, and in full on another day', async () => {
    const { links } = await storePlan();
    const etag = (await fetch(`${links.self}`)).headers.get('ETag') ?? '';
    const again = { headers: { 'If-None-Match': etag } };

    expect(etag).toMatch(/^"1-/);
    expect((await fetch(`${links.self}`, again)).status).toBe(304);
    expect((await fetch(`${links.self}?asOf=2026-11-23`, again)).status).toBe(200);
  });

  it('answers HEAD like GET, without a body', async () => {
    const { links } = await storePlan();
    const head = await fetch(`${links.self}`, { method: 'HEAD' });

    expect(head.status).toBe(200);
    expect(head.headers.get('ETag')).toBe((await fetch(`${links.self}`)).headers.get('ETag'));
    expect(await head.text()).toBe('');
  });

  it('merges what has happened and moves the days: renewed on Wednesday 2 December, told on Thursday 3', async () => {
    const { links } = await storePlan();
    server.goTo('2026-12-03T02:00:00Z');
    const actuals = { 'renew-permit': { startedOn: '2026-12-02', finishedOn: '2026-12-02' } };
    const changed = await send('PATCH', links.self ?? '', { actuals });
    const json = await jsonOf(changed);
    server.goTo(SUNDAY);

    expect(changed.status).toBe(200);
    expect(changed.headers.get('ETag')).toMatch(/^"2-/);
    expect(activityOf(json, 'points-online', 'renew-permit')).toMatchObject({ state: 'done' });
    expect(json.facts.permitExpiresOn).toBe('2026-12-31');
  });

  it('refuses what can be read and cannot be: finished before it was started, and in the future', async () => {
    const { links } = await storePlan();
    const actuals = { 'renew-permit': { startedOn: '2026-12-05', finishedOn: '2026-12-04' } };
    const refused = await send('PATCH', links.self ?? '', { actuals });
    const problem = await jsonOf(refused);

    expect([refused.status, problem.code]).toEqual([422, 'impossible-facts']);
    expect(problem.issues).toContainEqual(
      expect.objectContaining({ path: '$.actuals["renew-permit"].finishedOn' }),
    );
  });

  it('refuses a change that was meant for an older version, and takes it with the present one', async () => {
    const { response, links } = await storePlan();
    const first = response.headers.get('ETag') ?? '';
    const change = { facts: { hrApprovalWorkingDays: 2 } };

    const second =
      (await send('PATCH', `${links.self}`, change, { 'If-Match': first })).headers.get('ETag') ?? '';
    const late = await send('PATCH', `${links.self}`, change, { 'If-Match': first });

    expect(late.status).toBe(412);
    expect(late.headers.get('ETag')).toBeNull();
    expect(await jsonOf(late)).toMatchObject({ code: 'stale' });
    expect((await send('PATCH', `${links.self}`, change, { 'If-Match': second })).status).toBe(200);
  });

  it('changes nothing when the change is at fault', async () => {
    const { links } = await storePlan();
    const refused = await send('PATCH', `${links.self}`, { facts: { permitExpiresOn: 'soon' }, asOf: 'now' });

    expect(refused.status).toBe(400);
    expect((await fetch(`${links.self}`)).headers.get('ETag')).toMatch(/^"1-/);
  });

  it('can be looked at and not changed with the view link', async () => {
    const { links } = await storePlan();
    const view = links.view ?? '';
    const seen = await jsonOf(fetch(view));

    expect(seen.verdict).toBe('on-track');
    expect(JSON.stringify(seen)).not.toContain(links.self?.split('/').at(-1));
    expect((await send('PATCH', view, { facts: {} })).status).toBe(403);
    expect((await fetch(view, { method: 'DELETE' })).status).toBe(403);
    expect((await send('POST', `${view}/reminders`, { email: 'mama@example.com' })).status).toBe(403);
  });

  it('goes with every link when its owner deletes it, and is then as unknown as one that never was', async () => {
    const { links } = await storePlan();

    expect((await fetch(`${links.self}`, { method: 'DELETE' })).status).toBe(204);
    const gone = await fetch(`${links.self}`);
    const never = await fetch(new URL('/api/v1/plans/AAAAAAAAAAAAAAAAAAAAAA', server.url));
    expect([gone.status, never.status]).toEqual([404, 404]);
    // Each request has an id of its own; nothing else is different.
    const { requestId: one, ...ofGone } = await jsonOf(gone);
    const { requestId: other, ...ofNever } = await jsonOf(never);
    expect(one).not.toBe(other);
    expect(ofGone).toEqual(ofNever);
    for (const link of [links.view, links.page, links.calendarFeed]) {
      expect((await fetch(link ?? '')).status, link).toBe(404);
    }
    expect((await fetch(`${links.self}`, { method: 'DELETE' })).status).toBe(404);
  });
});

describe('GET /api/v1/policies', () => {
  it('lists the newest year first, and tells what one asks, with its sources', async () => {
    const { policies } = await jsonOf(fetch(`${server.url}/api/v1/policies`));
    const policy = await jsonOf(fetch(`${server.url}/api/v1/policies/shanghai-2027`));

    const years = policies.map(({ policyYear }: { policyYear: number }) => policyYear);
    expect(policies[0].id).toBe('shanghai-2027');
    expect(years).toEqual(years.toSorted((a: number, b: number) => b - a));
    expect(policy.facts).toContainEqual(
      expect.objectContaining({ id: 'permitExpiresOn', type: 'date', required: true }),
    );
    expect(policy.cutoffs).toContainEqual(expect.objectContaining({ on: '2026-12-25', status: 'expected' }));
    expect(policy.sources['eastday-2016']).toMatchObject({ publishedOn: '2016-12-23' });
    expect((await fetch(`${server.url}/api/v1/policies/atlantis-2027`)).status).toBe(404);
  });
});
