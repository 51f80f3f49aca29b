// What if, over HTTP: in the address, on the page or alone, for plans that are stored and for others. Nothing is kept.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonOf, type RunningServer, startServer } from './running-server.ts';
import { onServer, storeCase } from './stored-case.ts';

let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const ANSWERS = {
  policy: 'shanghai-2027',
  enrolling: 'child-out-of-school',
  permitExpiresOn: '2026-12-31',
  insuredLastYear: 'false',
  pointsChange: 'unchanged',
  lang: 'en',
};

const ALONE = { 'HX-Request': 'true', 'HX-Request-Type': 'partial' };

async function get(address: string, headers: Record<string, string> = {}) {
  const response = await fetch(address, { headers });
  return { response, html: await response.text() };
}

function preview(tried: Record<string, string>, headers: Record<string, string> = {}) {
  return get(`${server.url}/?${new URLSearchParams({ ...ANSWERS, ...tried })}`, headers);
}

/** The lines of the result, as text. */
function linesOf(html: string): string[] {
  const [, ...lines] = html.split('<dt>');
  return lines.map(
    (line) =>
      line
        .split('</div>')[0]
        ?.replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim() ?? '',
  );
}

describe('what if', () => {
  it('is answered on the page by the address alone: HR on the same day, the first step by Thu 10 instead of Wed 9 December', async () => {
    const { response, html } = await preview({ 'if-takes.hr-approval': '0' });

    expect(response.status).toBe(200);
    expect(linesOf(html)).toContain('First step, usually by Wed 9 Dec → becomes Thu 10 Dec');
    expect(html).toMatch(/<details class="what-if" id="what-if" open>/);
    // What was tried stands in the form again.
    expect(html).toMatch(/<option value="0" selected>/);
  });

  it('carries the answers along, so that trying keeps them', async () => {
    const { html } = await preview({});
    const [, form = ''] = html.split('id="what-if"');

    for (const [name, value] of Object.entries(ANSWERS))
      expect(form).toContain(`<input type="hidden" name="${name}" value="${value}">`);
    expect(html).toContain('<details class="what-if" id="what-if">');
  });

  it('gives a script the result alone, which no cache keeps under the address of the page', async () => {
    const { response, html } = await preview({ 'if-start': '2026-12-07' }, ALONE);

    expect(html).not.toContain('<html');
    expect(linesOf(html)).toContain('Verdict on track → becomes tight');
    expect(response.headers.get('Cache-Control')).toBe('private, no-store');
    expect(response.headers.get('Vary')).toContain('HX-Request-Type');
  });

  it('says of a day that cannot be tried which can, and leaves the plan as it is', async () => {
    const { response, html } = await preview({ 'if-start': '2026-12-01', 'if-cutoff': 'tomorrow' });
    expect(response.status).toBe(400);
    expect(html).toContain('“tomorrow” is not a date');

    const early = await preview({ 'if-start': '2026-12-01' });
    expect(early.html).toContain('The first step can be tried from Wed 2 Dec to Fri 25 Dec');
    expect(early.html).toContain('Step by step');
  });

  it.each([
    ['another step', { 'if-takes.points-review': '1' }],
    ['a length that is not offered', { 'if-takes.hr-approval': '77' }],
    ['no number', { 'if-takes.hr-approval': '<script>alert(1)</script>' }],
  ])('refuses %s', async (_, tried) => {
    const { response, html } = await preview(tried);

    expect(response.status).toBe(400);
    expect(html).toContain('This cannot be tried on this plan');
    expect(html).not.toContain('<script>alert');
  });

  it('runs scripts of this server only, and only on pages that have a plan', async () => {
    const policyOf = async (path: string) =>
      (await get(`${server.url}${path}`)).response.headers.get('Content-Security-Policy') ?? '';
    const withPlan = (await preview({})).response.headers.get('Content-Security-Policy') ?? '';

    expect(withPlan).toContain("script-src 'self'");
    expect(withPlan).toContain("connect-src 'self'");
    expect(withPlan).not.toContain('unsafe');
    expect(await policyOf('/')).not.toContain('script-src');
  });

  it('is served with its script, kept for good by its content', async () => {
    const [, href = ''] = /<script src="([^"]+)" defer>/.exec((await preview({})).html) ?? [];
    const { response, html } = await get(`${server.url}${href}`);

    expect(response.headers.get('Cache-Control')).toContain('immutable');
    expect(response.headers.get('Content-Type')).toContain('javascript');
    expect(html).toContain('htmx');
  });

  it('of a stored plan can be asked with either link, and changes nothing', async () => {
    const links = await storeCase(server);
    const before = await jsonOf(fetch(links.self));
    for (const page of [links.page, links.viewPage]) {
      const { response, html } = await get(`${onServer(server, page)}?lang=en&if-full-time=yes`);
      expect(response.status).toBe(200);
      expect(linesOf(html)).toContain('Verdict on track → becomes too late');
    }

    expect(await jsonOf(fetch(links.self))).toEqual(before);
  });

  it('of an unknown link is as unknown as the plan', async () => {
    const { response } = await get(`${server.url}/plans/${'A'.repeat(22)}?if-full-time=yes`);

    expect(response.status).toBe(404);
  });
});
