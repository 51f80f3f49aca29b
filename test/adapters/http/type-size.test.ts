import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressWith } from '../../../src/adapters/http/here.ts';
import { type RunningServer, startServer } from './running-server.ts';

let server: RunningServer;

beforeAll(async () => {
  server = await startServer('2026-11-22T02:00:00Z', { publicUrl: 'https://lastbus.example.org' });
});
afterAll(() => server.close());

function get(path: string, cookie = '') {
  return fetch(`${server.url}${path}`, { redirect: 'manual', headers: { Cookie: cookie } });
}

describe('large type', () => {
  it('is one tap away, keeps the rest of the address, and stays for a year', async () => {
    const first = await (await get('/policies?lang=en')).text();
    const tap = await get('/policies?lang=en&type=large');

    expect(first).toContain('href="/policies?lang=en&amp;type=large"');
    expect(first).not.toContain('data-type');
    expect(tap.status).toBe(303);
    expect(tap.headers.get('Location')).toBe('/policies?lang=en');
    expect(tap.headers.get('Set-Cookie')).toBe(
      'type=large; Max-Age=31536000; Path=/; HttpOnly; Secure; SameSite=Lax',
    );
  });

  it('is on every page from then on, among whatever other cookies, and goes as it came', async () => {
    const page = await get('/policies', 'a=b; type=large');
    const back = await get('/policies?type=standard', 'type=large');

    expect(await page.text()).toContain('data-type="large"');
    expect(page.headers.get('Vary')).toContain('Cookie');
    expect(back.headers.get('Set-Cookie')).toMatch(/^type=large; Max-Age=0;/);
  });

  it.each([
    ['a size that there is none of', '/?type=huge', ''],
    ['a cookie that says something else', '/', 'type=huge'],
    ['nothing', '/', ''],
  ])('is not there for %s, and no cookie is set', async (_, path, cookie) => {
    const page = await get(path, cookie);

    expect(await page.text()).not.toContain('data-type');
    expect(page.headers.get('Set-Cookie')).toBeNull();
  });

  it.each([
    ['//evil.example/?type=large', '/'],
    ['/.//evil.example/x?type=large', '/evil.example/x'],
    ['/\\evil.example/?type=large', '/'],
    ['/?permitExpiresOn=2026年12月31日&type=large', '/?permitExpiresOn=2026%E5%B9%B412%E6%9C%8831%E6%97%A5'],
  ])('leads from %s to a page of this server, %s', (address, expected) => {
    expect(addressWith(address, 'type', null)).toBe(expected);
  });
});
