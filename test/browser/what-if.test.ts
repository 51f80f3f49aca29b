// What if, in a real browser: with scripts at once and without a reload, without them by the button; never stored.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../adapters/http/running-server.ts';
import { hasChromium, launchChromium } from './chromium.ts';

describe.skipIf(!hasChromium)('what if', () => {
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

  const answered = () =>
    `${server.url}/?policy=shanghai-2027&enrolling=child-out-of-school&permitExpiresOn=2026-12-31&insuredLastYear=false&pointsChange=unchanged&lang=zh`;

  async function openPage(javaScriptEnabled: boolean): Promise<{ page: Page; complaints: string[] }> {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      locale: 'zh-CN',
      javaScriptEnabled,
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(answered());
    await page.getByText('如果……会怎样？').click();
    return { page, complaints };
  }

  it('changes at once when something is chosen, without loading the page again', async () => {
    const { page, complaints } = await openPage(true);
    await page.evaluate('window.wasNotReloaded = true');

    await page.getByLabel('“单位人事网上审核”要多久').selectOption('当天');
    await page.getByText('第一步，通常最晚').waitFor();
    const result = page.locator('#what-if-result');
    expect(await result.textContent()).toMatch(/12月9日（周三）\s*→\s*变成\s*12月10日（周四）/);

    await page.getByLabel('办事机构用满法律允许的时间').check();
    await result.getByText('来不及').waitFor();

    expect(await page.evaluate('window.wasNotReloaded')).toBe(true);
    // The address can be kept: opened anew it shows the same.
    expect(new URL(page.url()).searchParams.get('if-full-time')).toBe('yes');
    await page.reload();
    expect(await page.locator('#what-if-result').textContent()).toContain('来不及');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('tells what is wrong with a day in the place of the result', async () => {
    const { page } = await openPage(true);

    await page.getByLabel('“居住证签注”改在哪天开始').fill('2026-12-01');
    await page.getByText('第一步可以试12月2日（周三）到12月25日（周五）').waitFor();
    await page.context().close();
  });

  it('without scripts is asked by the button, and leads back to the plan as it is', async () => {
    const { page, complaints } = await openPage(false);

    await page.getByLabel('“居住证签注”改在哪天开始').fill('2026-12-07');
    await page.getByRole('button', { name: '比一比' }).click();
    expect(await page.locator('#what-if-result').textContent()).toMatch(/来得及\s*→\s*变成\s*很紧/);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('来得及');

    await page.getByRole('link', { name: '回到我的计划' }).click();
    expect(new URL(page.url()).searchParams.has('if-start')).toBe(false);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
