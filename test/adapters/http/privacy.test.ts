// Links are keys. They must not leave by a header, a log line or a search index.

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RunningServer, startServer } from './running-server.ts';
import { uploadedRoster } from './uploaded-roster.ts';

let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const ANSWERS = { policy: 'shanghai-2027', enrolling: 'child-out-of-school', permitExpiresOn: '2026-12-31' };

async function storedPlanPath(): Promise<string> {
  const response = await fetch(`${server.url}/plans`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(ANSWERS),
  });
  return new URL(response.headers.get('Location') ?? '', server.url).pathname;
}

/** Where the feed of the plan of this page is, as its calendar page tells. */
async function feedPath(path: string): Promise<string> {
  const html = await (await fetch(`${server.url}${path}/calendar`)).text();
  return /\/calendars\/[\w-]{22}\.ics/.exec(html)?.[0] ?? '';
}

describe('headers', () => {
  it('allow no script, no frame, no other host, and tell no address to anybody', async () => {
    const { headers } = await fetch(`${server.url}/`);
    const policy = headers.get('Content-Security-Policy') ?? '';

    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('X-Powered-By')).toBeNull();
  });

  it('keep what stands behind a secret link out of search indexes and caches; the first page may be found', async () => {
    const path = await storedPlanPath();
    for (const address of [
      path,
      `${path}/delete`,
      `/api/v1${path}`,
      '/reminders/confirm/x',
      `${path}/calendar`,
      `${path}/renew/feed`,
      await feedPath(path),
      (await feedPath(path)).replace('.ics', '/plan.cutoff.ics'),
      '/calendars/x.ics',
      '/calendars/x/y.ics',
    ]) {
      const { headers } = await fetch(`${server.url}${address}`);
      expect(headers.get('X-Robots-Tag'), address).toMatch(/noindex/);
      expect(headers.get('Referrer-Policy'), address).toBe('no-referrer');
      expect(headers.get('Cache-Control'), address).toMatch(/no-store|private/);
    }
    expect((await fetch(`${server.url}/`)).headers.get('X-Robots-Tag')).toBeNull();
  });

  it('let the stylesheet be kept for good under its content’s own address, and ask again without', async () => {
    const [, href = ''] =
      /rel="stylesheet" href="([^"]+)"/.exec(await (await fetch(`${server.url}/`)).text()) ?? [];
    const versioned = await fetch(`${server.url}${href}`);
    const plain = await fetch(`${server.url}/static/site.css`);

    expect(versioned.headers.get('Content-Type')).toMatch(/^text\/css/);
    expect(versioned.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(plain.headers.get('Cache-Control')).toBe('no-cache');
  });
});

/**
 * The log's line of each of these answers. A line is written when its request is over for the server, which may be after
 * the client has its answer.
 */
function linesOf(responses: readonly Response[]) {
  return vi.waitFor(() =>
    responses.map(({ headers }) => {
      const line = server.log().find(({ requestId }) => requestId === headers.get('X-Request-Id'));
      if (line === undefined) throw new Error('not logged yet');
      return line;
    }),
  );
}

describe('the log', () => {
  it('names the route of every request, and never a link: stored, unknown, deeper, by API, with a query', async () => {
    const path = await storedPlanPath();
    const token = path.split('/').at(-1) ?? '';
    const responses: Response[] = [];
    for (const address of [
      path,
      `${path}?news=saved`,
      `${path}/deeper`,
      `/api/v1${path}`,
      `/unknown/${token}`,
    ]) {
      responses.push(
        await fetch(`${server.url}${address}`, { headers: { Referer: `${server.url}${path}` } }),
      );
    }
    const lines = await linesOf(responses);

    expect(lines.map(({ route }) => route)).toEqual([
      '/plans/:planToken',
      '/plans/:planToken',
      'none',
      '/api/v1/plans/:planToken',
      'none',
    ]);
    expect(JSON.stringify(server.log())).not.toContain(token);
  });

  it('names no feed either: the calendar page, the feed, a file, an entry, a form, a renewed and an unknown address', async () => {
    const path = await storedPlanPath();
    const feed = await feedPath(path);
    const entry = feed.replace('.ics', '/plan.cutoff.ics');
    const responses: Response[] = [];
    for (const address of [`${path}/calendar`, feed, `${feed}?download=1`, entry, `${path}/renew/feed`]) {
      responses.push(await fetch(`${server.url}${address}`));
    }
    const form = { method: 'POST', redirect: 'manual', body: new URLSearchParams() } as const;
    responses.push(await fetch(`${server.url}${path}/renew/feed`, form));
    for (const address of [feed, entry, `${feed}/deeper`])
      responses.push(await fetch(`${server.url}${address}`));
    const lines = await linesOf(responses);

    expect(lines.map(({ route, status }) => `${status} ${route}`)).toEqual([
      '200 /plans/:planToken/calendar',
      '200 /calendars/:feedToken.ics',
      '200 /calendars/:feedToken.ics',
      '200 /calendars/:feedToken/:entryName.ics',
      '200 /plans/:planToken/renew/:kind',
      '303 /plans/:planToken/renew/:kind',
      '404 /calendars/:feedToken.ics',
      '404 /calendars/:feedToken/:entryName.ics',
      '404 none',
    ]);
    const tokens = [path, feed].map((address) => /[\w-]{22}/.exec(address)?.[0] ?? '');
    for (const token of tokens) expect(JSON.stringify(server.log())).not.toContain(token);
  });
});

describe('a roster', () => {
  it('keeps its link, and those of its people, out of caches, search indexes and the log', async () => {
    const { path, employeePath } = await uploadedRoster(server);
    const responses: Response[] = [];
    for (const address of [
      path,
      `${path}/board.csv`,
      `${path}/links.csv`,
      `${path}/manage`,
      `${path}/delete`,
      employeePath,
    ])
      responses.push(await fetch(`${server.url}${address}`));
    const lines = await linesOf(responses);

    for (const { headers, status } of responses) {
      expect(status).toBe(200);
      expect(headers.get('X-Robots-Tag')).toMatch(/noindex/);
      expect(headers.get('Cache-Control')).toMatch(/no-store/);
      expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    }
    expect(lines.map(({ route }) => route)).toEqual([
      '/rosters/:rosterToken',
      '/rosters/:rosterToken/board.csv',
      '/rosters/:rosterToken/links.csv',
      '/rosters/:rosterToken/manage',
      '/rosters/:rosterToken/delete',
      '/plans/:planToken',
    ]);
    const log = JSON.stringify(server.log());
    for (const address of [path, employeePath]) expect(log).not.toContain(address.split('/').at(-1));
  });
});

describe('a form', () => {
  const post = (headers: Record<string, string>) =>
    fetch(`${server.url}/plans`, {
      method: 'POST',
      redirect: 'manual',
      headers,
      body: new URLSearchParams(ANSWERS),
    });

  it.each([
    ['our own page', { 'Sec-Fetch-Site': 'same-origin' }, 303],
    ['an address that was typed', { 'Sec-Fetch-Site': 'none' }, 303],
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['a sister site', { 'Sec-Fetch-Site': 'same-site' }, 403],
    ['another site, in an old browser', { Origin: 'https://evil.example' }, 403],
    ['our own page, in an old browser that hides its origin', { Origin: 'null' }, 303],
    ['a program', {}, 303],
  ])('from %s', async (_, headers, status) => {
    expect((await post(headers)).status).toBe(status);
  });

  it('from our own page, in an old browser', async () => {
    expect((await post({ Origin: server.url })).status).toBe(303);
  });
});
