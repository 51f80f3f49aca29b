// Too much from one address, and too much at once.

import { afterAll, describe, expect, it, vi } from 'vitest';
import { inTurns } from '../../../src/adapters/http/overload.ts';
import { jsonOf, type RunningServer, startServer } from './running-server.ts';
import { storeCase } from './stored-case.ts';

const servers: RunningServer[] = [];
afterAll(() => Promise.all(servers.map(({ close }) => close())));

async function serverWith(options: Parameters<typeof startServer>[1]): Promise<RunningServer> {
  const server = await startServer(undefined, options);
  servers.push(server);
  return server;
}

const from = (address: string, more: Record<string, string> = {}) => ({
  headers: { 'X-Forwarded-For': address, ...more },
});

async function statusesOf(count: number, request: () => Promise<Response>): Promise<number[]> {
  const statuses: number[] = [];
  for (let index = 0; index < count; index += 1) statuses.push((await request()).status);
  return statuses;
}

describe('more than three requests a minute from one address', () => {
  it('are 429 with Retry-After: a problem for programs, a page for people, and other addresses go on', async () => {
    const { url } = await serverWith({ rateLimitPerMinute: 3, trustedProxies: 1 });
    const policies = `${url}/api/v1/policies`;

    expect(await statusesOf(3, () => fetch(policies, from('192.0.2.1')))).toEqual([200, 200, 200]);
    const refused = await fetch(policies, from('192.0.2.1'));
    const page = await fetch(`${url}/`, from('192.0.2.1', { Accept: 'text/html', 'Accept-Language': 'zh' }));

    expect(refused.status).toBe(429);
    expect(await jsonOf(refused)).toMatchObject({ status: 429, code: 'too-many-requests' });
    const seconds = Number(refused.headers.get('Retry-After'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect([page.status, page.headers.get('Content-Type')]).toEqual([429, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('请求太频繁');
    expect((await fetch(policies, from('192.0.2.2'))).status).toBe(200);
  });

  it('are counted by the household in IPv6, where one has 2⁷² addresses', async () => {
    const { url } = await serverWith({ rateLimitPerMinute: 1, trustedProxies: 1 });
    const ask = async (address: string) => (await fetch(`${url}/api/v1/policies`, from(address))).status;

    expect(await ask('2001:db8:0:100::1')).toBe(200);
    expect(await ask('2001:db8:0:1ff::2')).toBe(429);
    expect(await ask('2001:db8:0:200::1')).toBe(200);
  });

  it('may say what they like about who they are where no proxy is trusted', async () => {
    const { url } = await serverWith({ rateLimitPerMinute: 1 });
    const ask = async (address: string) => (await fetch(`${url}/api/v1/policies`, from(address))).status;

    expect(await ask('192.0.2.1')).toBe(200);
    expect(await ask('192.0.2.2')).toBe(429);
  });

  it('do not count where they are feeds, health, stylesheets or one-click unsubscriptions', async () => {
    const server = await serverWith({ rateLimitPerMinute: 1 });
    const { calendarFeed } = await storeCase(server);
    const unsubscribe = `${server.url}/reminders/unsubscribe/AAAAAAAAAAAAAAAAAAAAAA`;

    for (const address of [calendarFeed, `${server.url}/healthz`, `${server.url}/static/site.css`])
      expect(await statusesOf(3, () => fetch(address)), address).toEqual([200, 200, 200]);
    expect(await statusesOf(3, () => fetch(unsubscribe, { method: 'POST' }))).toEqual([404, 404, 404]);
    expect((await fetch(`${server.url}/`)).status).toBe(429);
  });
});

describe('a server that cannot keep up', () => {
  it('says so at once with 503 and Retry-After, and is still up', async () => {
    const { url } = await serverWith({ takeTurn: (_, refuse) => refuse() });
    const api = await fetch(`${url}/api/v1/policies`);
    const page = await fetch(`${url}/`, { headers: { Accept: 'text/html', 'Accept-Language': 'en' } });

    expect([api.status, api.headers.get('Retry-After')]).toEqual([503, '5']);
    expect(await jsonOf(api)).toMatchObject({ code: 'overloaded' });
    expect(await page.text()).toContain('Very busy just now');
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});

describe('requests that come together', () => {
  const turn = () => new Promise((next) => setImmediate(next));

  it('begin in their order, each in a turn of its own, so that other things get theirs', async () => {
    const takeTurn = inTurns();
    const begun: string[] = [];
    for (const name of ['one', 'two', 'three'])
      takeTurn(
        () => begun.push(name),
        () => begun.push(`${name} refused`),
      );

    const seen = [[...begun]];
    for (let count = 0; count < 3; count += 1) {
      await turn();
      seen.push([...begun]);
    }

    expect(seen).toEqual([['one'], ['one', 'two'], ['one', 'two', 'three'], ['one', 'two', 'three']]);
  });

  it('are refused where they have waited longer than two seconds, and the next one begins at once again', async () => {
    let now = 0;
    const takeTurn = inTurns(2_000, () => now);
    const seen: string[] = [];
    const come = (name: string) =>
      takeTurn(
        () => seen.push(`${name} begins`),
        () => seen.push(`${name} is refused`),
      );

    come('the first');
    come('the second');
    come('the third');
    now = 2_000;
    await turn();
    now = 2_001;
    come('the fourth');
    await turn();
    await turn();
    await turn();
    come('the fifth');

    expect(seen).toEqual([
      'the first begins',
      'the second begins',
      'the third is refused',
      'the fourth begins',
      'the fifth begins',
    ]);
  });

  it('are not carried out for somebody who has gone meanwhile', async () => {
    const held: (() => void)[] = [];
    let isHeld = false;
    const server = await serverWith({ takeTurn: (begin) => (isHeld ? held.push(begin) : begin()) });
    const { self } = await storeCase(server);
    const gone = new AbortController();

    isHeld = true;
    const asked = fetch(self, { method: 'DELETE', signal: gone.signal });
    await vi.waitUntil(() => held.length === 1);
    gone.abort();
    await expect(asked).rejects.toThrow(/abort/);
    await vi.waitUntil(() => server.log().some(({ method, aborted }) => method === 'DELETE' && aborted));
    isHeld = false;
    for (const begin of held) begin();

    expect((await fetch(self)).status).toBe(200);
  });
});
