// The timeline's own page over HTTP.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from './running-server.ts';
import { onServer, storeCase } from './stored-case.ts';

let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

function get(path: string) {
  return fetch(new URL(path, server.url), { redirect: 'manual' });
}

describe('the timeline on a page of its own', () => {
  it('draws the plan that the answers in the address give, and leads back to it with the same answers', async () => {
    const query = 'policy=shanghai-2027&permitExpiresOn=2026-12-31&pointsChange=unchanged&lang=en';
    const html = await (await get(`/timeline?${query}`)).text();

    expect(html).toContain('latest Wed 9 Dec');
    expect(html).toContain(`href="/?${query.replaceAll('&', '&amp;')}"`);
    // Its own link would lead nowhere else.
    expect(html).not.toContain('class="timeline-alone"');
  });

  it('sends answers at fault back to their questions', async () => {
    const response = await get('/timeline?policy=shanghai-2027&permitExpiresOn=soon');

    expect(response.status).toBe(303);
    expect(response.headers.get('Location')).toBe('/?policy=shanghai-2027&permitExpiresOn=soon');
  });

  it.each([
    ['no policy is named', '/timeline'],
    ['the policy is unknown', '/timeline?policy=atlantis-2027'],
    ['of the year only windows and fees are known', '/timeline?policy=shanghai-2024'],
    ['the link is unknown', `/plans/${'A'.repeat(22)}/timeline`],
  ])('is not found when %s', async (_, path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('of a stored plan is for whoever has the link, and for no search index or cache', async () => {
    const links = await storeCase(server);
    const response = await fetch(`${onServer(server, links.viewPage)}/timeline?lang=en`);

    expect(response.status).toBe(200);
    expect(response.headers.get('Cache-Control')).toContain('no-store');
    expect(response.headers.get('X-Robots-Tag')).toContain('noindex');
    const html = await response.text();
    expect(html).toContain('The plan at a glance');
    expect(html).toContain(`href="${new URL(links.viewPage).pathname}?lang=en"`);
  });
});
