// What a family takes along, in a real browser: one sheet of paper whatever the plan, a text and a link to pass on.

import type { Browser, Page } from 'playwright-core';
import decodeQr from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../adapters/http/running-server.ts';
import { onServer, type StoredLinks, storeCase } from '../adapters/http/stored-case.ts';
import { hasChromium, launchChromium } from './chromium.ts';
import { pictureOf } from './picture.ts';

/** A sheet of A4 without its margins, in CSS pixels. */
const PAPER = { width: 703, height: 1040 };

const CHILD = {
  policy: 'shanghai-2027',
  enrolling: 'child-out-of-school',
  permitExpiresOn: '2026-12-31',
  insuredLastYear: 'false',
  pointsChange: 'unchanged',
};

describe.skipIf(!hasChromium)('what a family takes along', () => {
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

  async function sheetsOf(page: Page): Promise<number> {
    const pdf = await page.pdf({ preferCSSPageSize: true });
    return pdf.toString('latin1').match(/\/Type\s*\/Page(?!s)/g)?.length ?? 0;
  }

  it.each([
    ['in time', CHILD],
    ['at risk', { ...CHILD, asOf: '2026-12-10' }],
    ['too late', { ...CHILD, pointsChange: 'changed' }],
    [
      'with all its steps and papers',
      {
        ...CHILD,
        pointsChange: 'changed',
        addressUnchanged: 'false',
        insuredElsewhere: 'true',
        childOnPointsNotice: 'no',
      },
    ],
    ['through the school', { policy: 'shanghai-2027', enrolling: 'child-in-school' }],
    ['not eligible', { ...CHILD, enrolling: 'self' }],
    [
      'of another city',
      { policy: 'anqing-2024', enrolling: 'newborn', bornOn: '2023-10-15', asOf: '2023-11-20' },
    ],
  ])('is one sheet of A4 for a plan %s, in both languages', async (_, values) => {
    const page = await browser.newPage();
    for (const lang of ['zh', 'en']) {
      await page.goto(`${server.url}/?${new URLSearchParams({ ...values, lang })}`);
      expect(await sheetsOf(page), lang).toBe(1);
    }
    await page.close();
  });

  it('is one sheet with a code that a camera reads as the link to look at, and with no way to change it', async () => {
    const context = await browser.newContext({ viewport: PAPER, deviceScaleFactor: 2 });
    const page = await context.newPage();
    await page.goto(`${onServer(server, links.page)}?lang=zh`);
    expect(await sheetsOf(page)).toBe(1);
    await page.emulateMedia({ media: 'print' });

    const code = await page.locator('.print-sheet figure').screenshot();
    expect(decodeQr(await pictureOf(page, code))).toBe(links.viewPage);
    const sheet = page.locator('.print-sheet');
    expect(await sheet.textContent()).toContain('12月2日（周三） 至 12月9日（周三）');
    expect(await sheet.innerHTML()).not.toContain(links.page);
    expect(await page.getByText('删除这份计划').isVisible()).toBe(false);
    await context.close();
  });

  it.each([
    ['a phone', 390],
    ['a desk', 1280],
  ])('is on %s (%i px) a text that is copied at a tap, with the link to look at', async (_, width) => {
    const context = await browser.newContext({
      viewport: { width, height: 844 },
      locale: 'zh-CN',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    await page.goto(onServer(server, links.page));

    await page.getByRole('link', { name: '发给家人、单位人事' }).click();
    await page.getByRole('button', { name: '复制' }).first().click();
    await page.getByText('已复制').waitFor();

    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied).toContain('1. 居住证签注（本人）\n12月2日（周三） 至 12月9日（周三）');
    expect(copied).toContain(links.viewPage);
    expect(copied).not.toContain(links.page);
    await context.close();
  });

  it('is passed on from the link to look at too, and only that', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${onServer(server, links.viewPage)}/share?lang=zh`);

    expect(await page.getByRole('textbox', { name: '只看链接' }).inputValue()).toBe(links.viewPage);
    expect(await page.getByRole('button', { name: '复制' }).first().isVisible()).toBe(false);
    expect(await page.content()).not.toContain(links.page);
    await page.close();
  });
});
