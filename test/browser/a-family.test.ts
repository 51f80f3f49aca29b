// The whole way of a family in a real browser: from the first question to a calendar on the phone and a confirmed
// reminder. On a phone and on a desk, with scripts and without, in both languages.

import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailsTo } from '../adapters/http/as-people-do.ts';
import { type RunningServer, startServer } from '../adapters/http/running-server.ts';
import { hasChromium, launchChromium } from './chromium.ts';
import { sidewaysOverflow } from './for-everyone.ts';

const SAID = {
  zh: {
    child: '未入学入园的孩子',
    permit: '居住证有效期至',
    notDay: '“31.12.2026”不是一个日期',
    next: '下一步',
    notInsured: '否',
    verdict: '来得及',
    renewal: '12月2日（周三） 至 12月9日（周三）',
    answerPoints: '回答“与上次积分相比，单位、住址、学历等信息”',
    unchanged: '没有变化',
    changePoints: '改“与上次积分相比，单位、住址、学历等信息”的回答',
    download: '下载到日历',
    save: '保存这份计划',
    keep: '请收好这个链接',
    link: '本页链接',
    done: '今天办好了',
    noted: '“居住证签注”已记下',
    confirm: '确认',
    confirmed: '已确认',
  },
  en: {
    child: 'a child not in school or kindergarten',
    permit: 'The residence permit is valid until',
    notDay: '“31.12.2026” is not a date',
    next: 'Next',
    notInsured: 'no',
    verdict: 'On track',
    renewal: 'Wed 2 Dec to Wed 9 Dec',
    answerPoints: 'Answer: Since the last points: employer, address, degree',
    unchanged: 'nothing has changed',
    changePoints: 'Change the answer to: Since the last points: employer, address, degree',
    download: 'Download for your calendar',
    save: 'Save this plan',
    keep: 'Keep this link',
    link: 'This page (can change the plan)',
    done: 'Done today',
    noted: 'Renew the residence permit',
    confirm: 'Yes, send them to me',
    confirmed: 'Confirmed',
  },
} as const;

const WAYS = (['zh', 'en'] as const).flatMap((language) =>
  [390, 1280].flatMap((width) =>
    [true, false].map((scripts) => ({ language, width, scripts, how: scripts ? 'with' : 'without' })),
  ),
);

describe.skipIf(!hasChromium)('a family', () => {
  let browser: Browser;
  let server: RunningServer;

  beforeAll(async () => {
    browser = await launchChromium();
    server = await startServer('2026-11-22T02:00:00Z');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it.each(WAYS)(
    'gets there in $language at $width px $how scripts',
    async ({ language, width, scripts }) => {
      const say = SAID[language];
      server.goTo('2026-11-22T02:00:00Z');
      const context = await browser.newContext({
        viewport: { width, height: 844 },
        locale: language === 'zh' ? 'zh-CN' : 'en-GB',
        javaScriptEnabled: scripts,
        acceptDownloads: true,
      });
      const complaints = complaintsIn(context, server);
      const page = await context.newPage();

      // Three answers, the second of them mistyped first.
      await page.goto(server.url);
      await page.getByRole('button', { name: say.child }).click();
      await page.getByLabel(say.permit).fill('31.12.2026');
      await page.getByRole('button', { name: say.next }).click();
      await page.getByRole('link', { name: say.notDay }).waitFor();
      expect(await page.getByLabel(say.permit).inputValue()).toBe('31.12.2026');
      await page.getByRole('link', { name: say.notDay }).click();
      expect(await page.evaluate('document.activeElement.id')).toBe('permitExpiresOn');
      await page.getByLabel(say.permit).fill('2026.12.31');
      await page.getByRole('button', { name: say.next }).click();
      await page.getByRole('button', { name: say.notInsured, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: say.verdict }).waitFor();
      const firstAnswer = page.url();
      expect(Object.fromEntries(new URL(firstAnswer).searchParams)).toMatchObject({
        enrolling: 'child-out-of-school',
        permitExpiresOn: '2026.12.31',
        insuredLastYear: 'false',
      });

      // Back to the question, and forward to the plan.
      await page.goBack();
      await page.getByRole('button', { name: say.notInsured, exact: true }).waitFor();
      await page.goForward();
      expect(page.url()).toBe(firstAnswer);

      // One more answer makes it surer.
      await page.getByRole('link', { name: say.answerPoints }).click();
      await page.getByRole('button', { name: say.unchanged }).click();
      await page.getByRole('link', { name: say.changePoints }).waitFor();
      expect(await page.locator('#step-renew-permit').textContent()).toContain(say.renewal);
      expect(await sidewaysOverflow(page)).toEqual([]);
      const preview = await download(page, say.download);
      expect(preview).toContain('20261202');

      // Stored, with a step noted.
      await page.getByRole('button', { name: say.save }).click();
      await page.getByText(say.keep).first().waitFor();
      expect(await page.getByLabel(say.link).inputValue()).toBe(page.url().split('?')[0]);
      server.goTo('2026-12-02T02:00:00Z');
      await page.reload();
      await page.locator('#step-renew-permit').getByRole('button', { name: say.done }).click();
      await page.getByRole('status').getByText(say.noted).waitFor();
      expect(await download(page, say.download)).not.toBe(preview);

      // Reminders, confirmed from the mail.
      const email = `${crypto.randomUUID()}@example.com`;
      await page.locator('#email').fill(email);
      await page.locator('form:has(#email) button').click();
      await page.getByText(email).first().waitFor();
      await page.goto(await confirmLink(server, email));
      await page.locator('main').getByRole('button', { name: say.confirm }).first().click();
      await page.getByText(say.confirmed).first().waitFor();
      expect(await sidewaysOverflow(page)).toEqual([]);

      expect(complaints).toEqual([]);
      await context.close();
    },
    90_000,
  );
});

/** What a browser has to complain of, and every request to another host. A refused form (400) is no complaint. */
function complaintsIn(context: BrowserContext, { url }: RunningServer): string[] {
  const complaints: string[] = [];
  context.on('request', (request) => {
    if (!request.url().startsWith(url)) complaints.push(`foreign: ${request.url()}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('400')) complaints.push(message.text());
  });
  return complaints;
}

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).first().click(),
  ]);
  expect(file.suggestedFilename()).toBe('lastbus.ics');
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
  return text;
}

async function confirmLink(server: RunningServer, email: string): Promise<string> {
  const text = (await mailsTo(server, email))[0]?.text ?? '';
  const [link] = /http:\/\/\S+\/reminders\/confirm\/[\w-]{22}\S*/.exec(text) ?? [];
  if (link === undefined) throw new Error(`no link to confirm in the mail: ${text}`);
  return link;
}
