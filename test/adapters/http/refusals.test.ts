import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonOf, type RunningServer, startServer } from './running-server.ts';

let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const PREVIEW = '/api/v1/plans/preview';

function post(path: string, body: string, headers: Record<string, string>) {
  return fetch(new URL(path, server.url), { method: 'POST', headers, body });
}

describe('the API turns down, as problem+json with a code,', () => {
  const json = { 'Content-Type': 'application/json' };
  it.each([
    ['what is no JSON', '{"policy":', json, 400, 'malformed'],
    ['JSON of thousands of levels', `${'['.repeat(5000)}${']'.repeat(5000)}`, json, 400, 'malformed'],
    ['JSON that is no case', '[]', json, 400, 'invalid-case'],
    ['an empty body', '', json, 400, 'invalid-case'],
    ['more than 64 KiB', JSON.stringify({ policy: 'x'.repeat(65_536) }), json, 413, 'too-large'],
    [
      'a form',
      'policy=x',
      { 'Content-Type': 'application/x-www-form-urlencoded' },
      415,
      'unsupported-media-type',
    ],
    [
      'JSON in another encoding',
      '{}',
      { 'Content-Type': 'application/json; charset=gbk' },
      415,
      'unsupported-media-type',
    ],
  ])('%s', async (_, body, headers, status, code) => {
    const response = await post(PREVIEW, body, headers);

    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Type')).toMatch(/^application\/problem\+json/);
    expect(await jsonOf(response)).toMatchObject({ status, code });
  });

  it.each(['/api/v1/nothing', '/api/v1/plans/%E0%A4%A', '/calendars/unknown.ics'])('%s', async (path) => {
    const response = await fetch(`${server.url}${path}`);

    expect([400, 404]).toContain(response.status);
    expect(response.headers.get('Content-Type')).toMatch(/^application\/problem\+json/);
  });
});

describe('a page that is not there', () => {
  it.each([
    ['zh', '找不到这一页'],
    ['en', 'There is no such page'],
  ])('says so in %s, and leads home', async (language, title) => {
    const headers = { Accept: 'text/html', 'Accept-Language': language };
    const response = await fetch(`${server.url}/nowhere`, { headers });

    expect(response.status).toBe(404);
    expect(await response.text()).toContain(title);
  });

  it.each([
    '/plans/AAAAAAAAAAAAAAAAAAAAAA',
    '/plans/not-a-token',
    '/reminders/confirm/AAAAAAAAAAAAAAAAAAAAAA',
  ])('%s is one of them', async (path) => {
    expect((await fetch(`${server.url}${path}`)).status).toBe(404);
  });
});

describe('a bug', () => {
  it('is told as an id that the log knows, and nothing of its inside', async () => {
    const broken = await startServer();
    await broken.breakDatabase();
    const response = await fetch(`${broken.url}/api/v1/plans/AAAAAAAAAAAAAAAAAAAAAA`);
    const text = await response.text();
    const log = broken.log();
    await broken.close();

    const { code, instance } = JSON.parse(text);
    expect([response.status, code]).toEqual([500, 'internal']);
    expect(text).not.toMatch(/database|sqlite|node_modules|\.ts|at /i);
    const requestId = instance.replace('urn:uuid:', '');
    expect(log).toContainEqual(expect.objectContaining({ requestId, msg: 'request failed' }));
  });
});

describe('health', () => {
  it('is up and ready while the database answers', async () => {
    expect(await jsonOf(fetch(`${server.url}/healthz`))).toEqual({ status: 'ok' });
    expect(await jsonOf(fetch(`${server.url}/readyz`))).toEqual({
      status: 'ok',
      checks: { database: 'ok' },
      policies: { leftOut: [] },
    });
  });

  it('is up and not ready when it does not, and names the part', async () => {
    const broken = await startServer();
    await broken.breakDatabase();
    const [up, ready] = await Promise.all([fetch(`${broken.url}/healthz`), fetch(`${broken.url}/readyz`)]);
    const answer = await jsonOf(ready);
    await broken.close();

    expect([up.status, ready.status]).toEqual([200, 503]);
    expect(answer).toEqual({
      status: 'failed',
      checks: { database: 'failed' },
      policies: { leftOut: [] },
    });
  });
});
