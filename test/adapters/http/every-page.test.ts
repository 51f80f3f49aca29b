// What holds for every page and every form, found by the routes that the source has: a new one cannot be forgotten.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getToKnow, type Known, routesOfSource } from '../../../bench/fuzz/known.ts';
import { type RunningServer, startServer } from './running-server.ts';

let server: RunningServer;
let known: Known;

beforeAll(async () => {
  server = await startServer();
  known = await getToKnow(server.url);
});
afterAll(() => server.close());

const isPage = ({ path }: { path: string }) => !/^\/(?:api\/v1|calendars|healthz|readyz|metrics)/.test(path);
const routes = routesOfSource().filter(isPage);
const forms = routes.filter(({ method }) => method === 'POST');
const pages = routes.filter(({ method }) => method === 'GET');

/** The route with values that are known where parameters stand. */
function addressOf(path: string): string {
  return server.url + path.replaceAll(/:(\w+)/g, (_, name: string) => known.values.get(name)?.[0] ?? 'x');
}

/** Providers post one-click unsubscriptions from their own servers (RFC 8058). */
const OPEN_TO_ALL = ['/reminders/unsubscribe/:token'];

describe('a form', () => {
  it('is found on many routes', () => {
    expect(forms.length).toBeGreaterThan(8);
    expect(pages.length).toBeGreaterThan(8);
  });

  it.each(forms.map(({ path }) => path))('%s is not taken from another site', async (path) => {
    const response = await fetch(addressOf(path), {
      method: 'POST',
      redirect: 'manual',
      headers: { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' },
      body: new URLSearchParams({ policy: 'shanghai-2027' }),
    });

    expect(response.status === 403).toBe(!OPEN_TO_ALL.includes(path));
  });
});

describe('a page', () => {
  it.each(pages.map(({ path }) => path))(
    '%s has no script and no style written into it, and asks no other host',
    async (path) => {
      const response = await fetch(addressOf(path), { headers: { Accept: 'text/html' } });
      const html = await response.text();
      const policy = response.headers.get('Content-Security-Policy') ?? '';

      expect(response.status).toBeLessThan(500);
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*|data:/);
      expect(response.headers.get('Referrer-Policy')).toBe('no-referrer');
      expect(html).not.toMatch(/<script(?![^>]* src="\/static\/)|<style|\sstyle=|\son[a-z]+=/i);
      expect(html).not.toMatch(
        /<(?:link|img|iframe|source|video|audio|object|embed)\b[^>]*(?:src|href)="(?:https?:)?\/\//i,
      );
      // A title is seen in histories, on task bars and in what is shared.
      const title = /<title>(.*?)<\/title>/s.exec(html)?.[1] ?? '';
      const tokens = ['planToken', 'rosterToken'].flatMap((name) => known.values.get(name) ?? []);
      expect(tokens.length).toBeGreaterThan(1);
      for (const token of tokens) expect(title).not.toContain(token);
    },
  );
});
