// The numbers for a monitor: by route and never by address, of what the database holds, and only for those nearby.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comesFromNearby } from '../../../src/adapters/http/routes/metrics-routes.ts';
import { jsonOf, type RunningServer, startServer } from './running-server.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const metricsOf = async ({ url }: RunningServer) => (await fetch(`${url}/metrics`)).text();

/** The value of one line, labels included. */
function sampleOf(text: string, line: string): number | undefined {
  const found = text.split('\n').find((candidate) => candidate.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length + 1));
}

describe('metrics', () => {
  it('are text of Prometheus that nobody keeps', async () => {
    const response = await fetch(`${server.url}/metrics`);

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(
      lines.filter((line) => !/^[a-z_][a-z0-9_]*(\{[^{}]*\})? (?:-?[\d.e+-]+|nan)$/i.test(line)),
    ).toEqual([]);
  });

  it('count requests by the pattern of their route, and hold no token', async () => {
    const stored = await fetch(`${server.url}/api/v1/plans`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ policy: 'shanghai-2027', facts: { permitExpiresOn: '2026-12-31' } }),
    });
    const { links } = await jsonOf(stored);
    const paths = [links.self, links.page, links.calendarFeed, links.view].map(
      (link: string) => new URL(link).pathname,
    );
    for (const path of paths) await (await fetch(`${server.url}${path}`)).text();
    await fetch(`${server.url}/plans/AAAAAAAAAAAAAAAAAAAAAA`);
    await fetch(`${server.url}/whatever/somebody/typed`, { method: 'PROPFIND' });

    const text = await metricsOf(server);

    expect(
      sampleOf(text, 'lastbus_http_requests_total{method="POST",route="/api/v1/plans",status="201"}'),
    ).toBe(1);
    const requests = (labels: string) => sampleOf(text, `lastbus_http_requests_total{${labels}}`);
    expect(requests('method="GET",route="/api/v1/plans/:planToken",status="200"')).toBe(2);
    expect(requests('method="GET",route="/plans/:planToken",status="200"')).toBe(1);
    expect(requests('method="GET",route="/plans/:planToken",status="404"')).toBe(1);
    expect(requests('method="PROPFIND",route="none",status="404"')).toBe(1);
    const durations = 'lastbus_http_request_duration_seconds_count';
    expect(sampleOf(text, `${durations}{method="GET",route="/plans/:planToken"}`)).toBe(2);
    for (const path of paths) expect(text).not.toContain(path.split('/').at(-1)?.replace('.ics', ''));
    expect(text).not.toMatch(/AAAAAAAA|somebody/);
    expect(sampleOf(text, 'lastbus_database_up')).toBe(1);
  });

  it('tell of the plans by policy, counted anew when ten seconds have gone', async () => {
    const other = await startServer('2026-11-22T02:00:00Z');
    const before = await metricsOf(other);
    await fetch(`${other.url}/api/v1/plans`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ policy: 'shanghai-2027', facts: { permitExpiresOn: '2026-12-31' } }),
    });
    const atOnce = await metricsOf(other);
    other.goTo('2026-11-22T02:00:11Z');
    const later = await metricsOf(other);
    await other.close();

    const plans = 'lastbus_plans{policy="shanghai-2027"}';
    expect([before, atOnce, later].map((text) => sampleOf(text, plans))).toEqual([undefined, undefined, 1]);
  });

  it('go on without the database, and say that it is away instead of old numbers', async () => {
    const broken = await startServer();
    await metricsOf(broken);
    await broken.breakDatabase();
    broken.goTo('2026-11-22T02:00:11Z');

    const text = await metricsOf(broken);
    await broken.close();

    expect(sampleOf(text, 'lastbus_database_up')).toBe(0);
    expect(sampleOf(text, 'lastbus_reminders_due')).toBeUndefined();
    expect(sampleOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(0);
  });

  it.each([
    ['X-Forwarded-For', '127.0.0.1'],
    ['Forwarded', 'for=127.0.0.1'],
    ['Via', '1.1 caddy'],
    ['X-Real-IP', '10.0.0.1'],
  ])('are not there for who comes through a reverse proxy: %s', async (header, value) => {
    const response = await fetch(`${server.url}/metrics`, { headers: { [header]: value } });

    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'not-found' });
  });
});

describe('nearby', () => {
  // A socket is too much to make for a word of it.
  const from = (remoteAddress: string | undefined) =>
    comesFromNearby({ headers: {}, socket: { remoteAddress } as never });

  it.each([
    '127.0.0.1',
    '::1',
    '10.1.2.3',
    '172.18.0.5',
    '192.168.1.9',
    'fd00::7',
    'fe80::1',
    '::ffff:172.18.0.5',
  ])('is %s', (address) => {
    expect(from(address)).toBe(true);
  });

  it.each(['8.8.8.8', '172.32.0.1', '2001:db8::1', '::ffff:8.8.8.8', undefined])('is not %s', (address) => {
    expect(from(address)).toBe(false);
  });
});
