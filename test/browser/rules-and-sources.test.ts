// The pages of policies in a real browser with scripts switched off: nothing stands out at the side, references lead
// to their sources, and what is folded can be unfolded and is printed.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../adapters/http/running-server.ts';
import { hasChromium, launchChromium } from './chromium.ts';

describe.skipIf(!hasChromium)('rules and sources, without scripts,', () => {
  let server: RunningServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await startServer();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it.each([
    ['on a small phone', 320],
    ['on a phone', 390],
    ['on a tablet', 800],
    ['on a desk', 1280],
  ])('%s (%i px) fit the width, every policy in both languages', async (_, width) => {
    const context = await browser.newContext({ viewport: { width, height: 844 }, javaScriptEnabled: false });
    const page = await context.newPage();
    for (const language of ['zh', 'en']) {
      await page.goto(`${server.url}/policies?lang=${language}`);
      const links = await page.locator('a.row-link').all();
      const paths = await Promise.all(links.map((link) => link.getAttribute('href')));
      expect(paths.length).toBeGreaterThan(2);
      for (const path of [`/policies?lang=${language}`, ...paths]) {
        await page.goto(`${server.url}${path}`);
        // Unfolded, for what is folded takes no width.
        await page.evaluate('for (const folded of document.querySelectorAll("details")) folded.open = true');
        const overflow = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        expect(overflow, `sideways scrolling of ${path}`).toBe(0);
      }
    }
    await context.close();
  });

  it('on a phone lead from the first page to a rule and from there to its source', async () => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      locale: 'zh-CN',
      javaScriptEnabled: false,
    });
    const page = await context.newPage();

    await page.goto(server.url);
    await page.getByRole('link', { name: '规则与依据' }).click();
    await page.getByRole('link', { name: '上海市2026年度城乡居民医保' }).click();
    const window = page.getByRole('region', { name: '什么时候办' });
    const opens = window.getByRole('row').filter({ hasText: '开始办理' });
    expect(await opens.getByRole('cell').first().textContent()).toContain('2025年11月7日（周五）');
    await opens.getByRole('link', { name: /^出处\d+，/ }).click();

    const source = page.locator('tr:target');
    expect(await source.isVisible()).toBe(true);
    expect(await source.textContent()).toContain('核对于');
    await context.close();
  });

  it('print what is folded on the screen', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${server.url}/policies/shanghai-2026?lang=zh`);
    const place = page.getByText('家庭共济扣款慢而且不一定成功');

    expect(await place.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await place.isVisible()).toBe(true);
    await page.close();
  });
});
