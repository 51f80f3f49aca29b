// A family's way through the pages in a real browser with scripts switched off: answers, plan, calendar file,
// a saved plan, a step ticked off. On a phone and on a desk.

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../adapters/http/running-server.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);

if (CHROMIUM === undefined) {
  process.stderr.write(
    '\n!!! NO CHROMIUM FOUND: the browser tests are SKIPPED, the pages are NOT checked.\n\n',
  );
}

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** WCAG 2.2 asks for 24 CSS pixels, the Chinese norm for phones for 44. */
const SMALLEST_TARGET = 44;

describe.skipIf(CHROMIUM === undefined)('a family on the pages, without scripts,', () => {
  let server: RunningServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await startServer('2026-11-22T02:00:00Z');
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ARGUMENTS });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it.each([
    ['on a phone', 390],
    ['on a small phone', 320],
    ['on a desk', 1280],
  ])('%s (%i px) gets from the first page to a calendar file and a saved plan', async (_, width) => {
    const context = await browser.newContext({
      viewport: { width, height: 844 },
      locale: 'zh-CN',
      javaScriptEnabled: false,
      acceptDownloads: true,
    });
    const page = await context.newPage();
    const foreign: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url)) foreign.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });

    await page.goto(server.url);
    await expectComfort(page);
    await page.getByLabel('居住证有效期至').fill('2026-12-31');
    await page.getByText('更多情况').click();
    await page.getByLabel('没有变化', { exact: true }).check();
    await expectComfort(page);
    await page.getByRole('button', { name: '算一算' }).click();

    await page.getByRole('heading', { level: 1, name: '来得及' }).waitFor();
    await expectComfort(page);
    const renewal = page.getByRole('listitem').filter({ hasText: '居住证签注' }).first();
    expect(await renewal.textContent()).toContain('12月2日（周三） 至 12月9日（周三）');
    await renewal.getByText('为什么是这几天？').click();
    expect(await renewal.getByText('往前数29天').isVisible()).toBe(true);

    const preview = await download(page, '下载到日历');
    expect(preview).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(preview).toContain('20261202');

    await page.getByRole('button', { name: '保存这份计划' }).click();
    await page.getByText('请收好这个链接').waitFor();
    await expectComfort(page);
    expect(await page.getByLabel('本页链接').inputValue()).toBe(page.url().split('?')[0]);

    await renewal.getByText('记下进展').click();
    await renewal.getByRole('button', { name: '记下', exact: true }).click();
    await page.getByText('“居住证签注”已记下').waitFor();
    expect(await renewal.textContent()).toContain('11月22日（周日）完成');
    const stored = await download(page, '下载到日历');
    expect(stored).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(stored).not.toBe(preview);

    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).first().click(),
  ]);
  expect(file.suggestedFilename()).toBe('lastbus.ics');
  return readFile(await file.path(), 'utf8');
}

/** Nothing stands out at the side, and whatever can be pressed is large enough for a thumb. */
async function expectComfort(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(overflow, `sideways scrolling of ${page.url()}`).toBe(0);
  const targets = page.locator(
    'button:visible, a.button:visible, summary:visible, label.option:visible, input[type=date]:visible',
  );
  for (const target of await targets.all()) {
    const box = await target.boundingBox();
    expect(box?.height, `height of ${await target.textContent()}`).toBeGreaterThanOrEqual(SMALLEST_TARGET);
  }
}
