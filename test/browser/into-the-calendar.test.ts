// The calendar page in a real browser: with its one script, and without. Behind a public address, as families see it;
// only the links of the page itself lead to the server that runs here.

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import decodeQr from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../adapters/http/running-server.ts';
import { onServer, type StoredLinks, storeCase } from '../adapters/http/stored-case.ts';
import { hasChromium, launchChromium } from './chromium.ts';
import { pictureOf } from './picture.ts';

const PHONE = { viewport: { width: 390, height: 844 }, locale: 'zh-CN', deviceScaleFactor: 2 };
const DESK = { viewport: { width: 1280, height: 900 }, locale: 'zh-CN' };
/** WCAG 2.2 asks for 24 CSS pixels, the Chinese norm for phones for 44. */
const SMALLEST_TARGET = 44;

describe.skipIf(!hasChromium)('the calendar page', () => {
  let server: RunningServer;
  let browser: Browser;
  let links: StoredLinks;

  beforeAll(async () => {
    server = await startServer('2026-11-22T02:00:00Z', { publicUrl: 'https://lastbus.example.org' });
    links = await storeCase(server);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function open(options: BrowserContextOptions, query = ''): Promise<Page> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(`${onServer(server, links.page)}/calendar${query}`);
    return page;
  }

  it.each([
    ['a small phone', { ...PHONE, viewport: { width: 320, height: 700 } }],
    ['a phone', PHONE],
    ['a phone in the dark', { ...PHONE, colorScheme: 'dark' as const }],
    ['a tablet', { ...DESK, viewport: { width: 800, height: 900 } }],
    ['a desk', DESK],
  ])(
    'fits %s, folded and unfolded, in both languages, with nothing too small for a thumb',
    async (_, options) => {
      for (const query of ['?lang=zh', '?lang=en']) {
        const page = await open(options, query);
        expect(await sidewaysOverflow(page)).toBe(0);
        await page.evaluate('for (const folded of document.querySelectorAll("details")) folded.open = true');
        expect(await sidewaysOverflow(page)).toBe(0);
        const targets = page.locator(
          'main button:visible, main a.button:visible, summary:visible, .entries a',
        );
        for (const target of await targets.all()) {
          const box = await target.boundingBox();
          expect(box?.height, `height of ${await target.textContent()}`).toBeGreaterThanOrEqual(
            SMALLEST_TARGET,
          );
        }
        await page.context().close();
      }
    },
  );

  it('copies the address at a tap, says so, and asks no other server for anything', async () => {
    const page = await open({ ...PHONE, permissions: ['clipboard-read', 'clipboard-write'] });
    const foreign: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url)) foreign.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.reload();

    await page.getByRole('button', { name: '复制地址' }).click();
    await page.getByText('已复制').waitFor();

    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(links.calendarFeed);
    expect([foreign, complaints]).toEqual([[], []]);
    await page.context().close();
  });

  it('copies in a browser that has no clipboard for scripts, as over plain http', async () => {
    const page = await open({ ...PHONE, permissions: ['clipboard-read', 'clipboard-write'] });
    await page.evaluate('Object.defineProperty(navigator, "clipboard", { value: undefined })');

    await page.getByRole('button', { name: '复制地址' }).click();
    await page.getByText('已复制').waitFor();

    await page.reload();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(links.calendarFeed);
    await page.context().close();
  });

  it('without scripts has no button that does nothing, and the address can be read and selected', async () => {
    const page = await open({ ...PHONE, javaScriptEnabled: false });

    expect(await page.getByRole('button', { name: '复制地址' }).isVisible()).toBe(false);
    expect(await page.getByLabel('订阅地址', { exact: true }).inputValue()).toBe(links.calendarFeed);
    await page.context().close();
  });

  it.each([
    ['in the light', PHONE],
    ['in the dark', { ...PHONE, colorScheme: 'dark' as const }],
  ])('shows a code %s that a camera reads as the address to subscribe to', async (_, options) => {
    const page = await open(options);
    await page.getByText('用另一部手机扫码订阅').click();
    const screenshot = await page.getByRole('img', { name: '订阅地址的二维码' }).screenshot();

    expect(decodeQr(await pictureOf(page, screenshot))).toBe(links.webcal);
    await page.context().close();
  });

  it('leads to a new address through a page that asks first', async () => {
    const page = await open({ ...PHONE, javaScriptEnabled: false });

    await page.getByRole('link', { name: '换一个订阅地址' }).click();
    await page.getByRole('heading', { level: 1, name: '换一个订阅地址？' }).waitFor();
    expect(await sidewaysOverflow(page)).toBe(0);
    await page.getByRole('checkbox').uncheck();
    await page.getByRole('button', { name: '换一个' }).click();

    await page.getByText('已换成新的订阅地址').waitFor();
    const renewed = await page.getByLabel('订阅地址', { exact: true }).inputValue();
    expect(renewed).not.toBe(links.calendarFeed);
    expect((await fetch(onServer(server, renewed))).status).toBe(200);
    expect((await fetch(onServer(server, links.calendarFeed))).status).toBe(404);
    expect((await fetch(onServer(server, links.viewPage))).status).toBe(200);
    await page.context().close();
  });
});

async function sidewaysOverflow(page: Page): Promise<unknown> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
