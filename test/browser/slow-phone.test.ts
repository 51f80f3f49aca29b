// A slow phone: what goes over the wire before the first page is there, that nothing jumps while it is drawn, and the
// keyboard's way through it.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../adapters/http/running-server.ts';
import { hasChromium, launchChromium } from './chromium.ts';

/** Compressed, headers included: page, stylesheet, icon, scripts. */
const MOST_BYTES = 60_000;

const CHILD = '/?policy=shanghai-2027&enrolling=child-out-of-school';
const PLAN = `${CHILD}&permitExpiresOn=2026-12-31&insuredLastYear=false&pointsChange=unchanged`;

/** Everything that the browser received for one page, as its network counts it. */
async function bytesOverTheWire(page: Page, address: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  return bytes;
}

/** The sum of what moved without anybody having touched anything (Layout Instability). */
async function layoutShift(page: Page): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) sum += value;
    }).observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
  })`);
}

describe.skipIf(!hasChromium)('on a slow phone', () => {
  let browser: Browser;
  let server: RunningServer;

  beforeAll(async () => {
    browser = await launchChromium();
    server = await startServer();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function phone(): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
    return context.newPage();
  }

  it.each([
    ['the first page', '/', 20_000],
    ['a question', CHILD, 20_000],
    ['a plan with all its scripts', PLAN, MOST_BYTES],
    ['the rules of a year', '/policies/shanghai-2027', MOST_BYTES],
  ])('%s comes whole, compressed, and nothing jumps', async (_, path, mostBytes) => {
    const page = await phone();
    const bytes = await bytesOverTheWire(page, `${server.url}${path}`);

    expect(bytes).toBeGreaterThan(1000);
    expect(bytes).toBeLessThan(mostBytes);
    expect(await layoutShift(page)).toBe(0);
    await page.context().close();
  });

  it('the second page brings its stylesheet along no more', async () => {
    const page = await phone();
    const first = await bytesOverTheWire(page, server.url);
    const second = await bytesOverTheWire(page, `${server.url}${CHILD}`);

    expect(second).toBeLessThan(first / 2);
    await page.context().close();
  });

  it('without a browser’s compression it comes all the same', async () => {
    const response = await fetch(server.url, { headers: { 'Accept-Encoding': 'identity' } });

    expect(response.headers.get('Content-Encoding')).toBeNull();
    expect(response.headers.get('Vary')).toContain('Accept-Encoding');
  });
});

describe.skipIf(!hasChromium)('by keyboard alone', () => {
  let browser: Browser;
  let server: RunningServer;

  beforeAll(async () => {
    browser = await launchChromium();
    server = await startServer();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** What has the focus, in words, and whether it can be seen to have it. */
  const focused = (page: Page) =>
    page.evaluate<{ text: string; isSeen: boolean }>(`(() => {
      const element = document.activeElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const { top, height } = element.getBoundingClientRect();
      return {
        text: (element.innerText || element.value || element.id).trim(),
        isSeen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && height > 0 && top >= 0,
      };
    })()`);

  it('the focus goes down the page, is always seen, and answers the first question', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' });
    const page = await context.newPage();
    await page.goto(server.url);

    const order: string[] = [];
    for (let presses = 0; presses < 7; presses++) {
      await page.keyboard.press('Tab');
      const { text, isSeen } = await focused(page);
      order.push(text);
      expect(isSeen, `the focus on ${text}`).toBe(true);
    }
    expect(order).toEqual([
      '跳到正文',
      '末班车',
      '大字版',
      'English',
      expect.stringContaining('换城市或年度'),
      '在上海就学、在园的孩子',
      '未入学入园的孩子',
    ]);

    await page.keyboard.press('Enter');
    await page.getByLabel('居住证有效期至').waitFor();
    await page.getByLabel('居住证有效期至').focus();
    await page.keyboard.type('2026.12.31');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '是', exact: true }).waitFor();
    await context.close();
  });

  it('the first tab stop skips to the content', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${server.url}${PLAN}`);

    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');

    expect(await page.evaluate('document.querySelector("main").contains(document.activeElement)')).toBe(true);
    await page.context().close();
  });
});
