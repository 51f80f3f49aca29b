// What an owner does with a stored plan in a real browser, with scripts switched off: note a step, see the days move,
// take it back, note a failure, and delete it all.

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { jsonOf, type RunningServer, startServer } from '../adapters/http/running-server.ts';
import { onServer, sendJson, storeCase } from '../adapters/http/stored-case.ts';
import { hasChromium, launchChromium } from './chromium.ts';
import { sidewaysOverflow, violationsOn } from './for-everyone.ts';

const WIDTHS = [
  ['on a phone', 390],
  ['on a desk', 1280],
] as const;

describe.skipIf(!hasChromium)('the owner of a plan, without scripts,', () => {
  let server: RunningServer;
  let browser: Browser;
  let context: BrowserContext | undefined;

  beforeAll(async () => {
    server = await startServer();
    browser = await launchChromium();
  });
  afterEach(() => context?.close());
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** A new plan, looked at on Wednesday 2 December: the permit can be renewed from today on. */
  async function openPlan(width: number): Promise<Page> {
    server.goTo('2026-12-02T02:00:00Z');
    const { page: address } = await storeCase(server);
    context = await browser.newContext({
      viewport: { width, height: 844 },
      locale: 'zh-CN',
      javaScriptEnabled: false,
    });
    const page = await context.newPage();
    await page.goto(onServer(server, address));
    return page;
  }

  it.each(WIDTHS)(
    '%s (%i px) notes a step in one tap, sees the days move, and takes it back',
    async (_, width) => {
      const page = await openPlan(width);
      const renewal = page.locator('#step-renew-permit');
      const form = page.locator('#step-points-form .stop-days');
      const before = await form.textContent();

      await renewal.getByRole('button', { name: '今天办好了' }).click();
      await page.getByRole('status').getByText('“居住证签注”已记下').waitFor();
      expect(await renewal.textContent()).toContain('12月2日（周三）完成');
      expect(await page.locator('.today-text').textContent()).toContain('等居住证新有效期进入积分系统');

      await page.getByRole('status').getByRole('button', { name: '撤销上一次记录' }).click();
      await page.getByText('上一次记录已撤销').waitFor();
      expect(await form.textContent()).toBe(before);
      expect(await page.locator('.today-text').textContent()).toContain('居住证签注');
    },
  );

  it.each(WIDTHS)(
    '%s (%i px) notes what failed yesterday, with the reason, and is told to do it again',
    async (_, width) => {
      const page = await openPlan(width);
      const renewal = page.locator('#step-renew-permit');

      await renewal.getByText('不是今天，或者没办成').click();
      expect(await renewal.getByLabel('没办成的原因').isVisible()).toBe(false);
      await renewal.getByLabel('没受理、被退回，要重来').check();
      await renewal.getByLabel('昨天，12月1日（周二）').check();
      await renewal.getByLabel('没办成的原因').fill('差户口本');
      expect(await sidewaysOverflow(page)).toEqual([]);
      await renewal.getByRole('button', { name: '记下', exact: true }).click();

      await page.getByText('12月1日（周二）没受理或被退回：差户口本。要重来。').waitFor();
      expect(await renewal.textContent()).toContain('未开始');
    },
  );

  it.each(WIDTHS)(
    '%s (%i px) is led from the fault to the field, where the answers still stand',
    async (_, width) => {
      const page = await openPlan(width);
      const renewal = page.locator('#step-renew-permit');

      await renewal.getByText('不是今天，或者没办成').click();
      await renewal.getByLabel('另一天', { exact: true }).check();
      await renewal.getByLabel('另一天是哪天').fill('2026-12-24');
      await renewal.getByRole('button', { name: '记下', exact: true }).click();
      await page.getByRole('alert').getByRole('link').first().click();

      const day = renewal.getByLabel('另一天是哪天');
      expect(await day.isVisible()).toBe(true);
      expect(await day.inputValue()).toBe('2026-12-24');
      expect(await day.getAttribute('aria-invalid')).toBe('true');
    },
  );

  it.each(WIDTHS)('%s (%i px) deletes the plan only after being asked', async (_, width) => {
    const page = await openPlan(width);
    const address = page.url();

    await page.getByRole('link', { name: '删除这份计划' }).click();
    await page.getByRole('link', { name: '返回，什么也不改' }).click();
    expect(page.url()).toContain(address);
    await page.getByRole('link', { name: '删除这份计划' }).click();
    await page.getByRole('button', { name: '全部删除' }).click();

    await page.getByRole('heading', { level: 1, name: '已删除' }).waitFor();
    expect((await fetch(address)).status).toBe(404);
  });

  it.each(WIDTHS)(
    '%s (%i px) goes on from a plan that is done to that of the next year in one tap',
    async (_, width) => {
      server.goTo('2025-12-20T02:00:00Z');
      const facts = { enrolling: 'child-in-school' };
      const { links } = await jsonOf(
        await sendJson(`${server.url}/api/v1/plans`, { policy: 'shanghai-2026', facts }),
      );
      for (const [step, when] of [
        ['school-enrolment', '2025-12-01'],
        ['payment-check', '2025-12-03'],
      ]) {
        const body = new URLSearchParams({ kind: 'done', when: String(when) });
        await fetch(`${onServer(server, links.page)}/steps/${step}`, {
          method: 'POST',
          redirect: 'manual',
          body,
        });
      }
      context = await browser.newContext({
        viewport: { width, height: 844 },
        locale: 'zh-CN',
      });
      const page = await context.newPage();
      await page.goto(onServer(server, links.page));

      await page.getByRole('heading', { name: '都办好了，可以放心了' }).waitFor();
      // This page alone runs scripts: the checker is one.
      expect(await violationsOn(page)).toEqual([]);
      expect(await sidewaysOverflow(page)).toEqual([]);
      await page.getByRole('button', { name: '排好2027年度的计划' }).click();

      await page.getByText('请收好这个链接').waitFor();
      expect(await page.locator('.policy').first().textContent()).toContain(
        '上海市2027年度城乡居民医保（推测）',
      );
      expect(page.url()).not.toContain(new URL(links.page).pathname);
    },
  );
});
