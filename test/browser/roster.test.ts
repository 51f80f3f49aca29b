// HR's roster in a real browser: the file of Excel in China → the board → many marked → taken back → a newer file, and what
// others see of it. Sunday 22 November 2026, the made employer.

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPolicyFolders, SHIPPED_POLICIES } from '../../src/adapters/files/policy-folder.ts';
import type { Policy } from '../../src/policies/policy.ts';
import { type RunningServer, startServer } from '../adapters/http/running-server.ts';
import { madeRoster } from '../support/made-roster.ts';
import { chineseRosterCsv, inGb18030 } from '../support/roster-file.ts';
import { hasChromium, launchChromium } from './chromium.ts';
import { sidewaysOverflow } from './for-everyone.ts';

const PEOPLE = madeRoster(150);
const PHONE = { viewport: { width: 390, height: 844 }, locale: 'zh-CN' };
const DESK = { viewport: { width: 1280, height: 900 }, locale: 'zh-CN' };

async function fileOf(text: string, name = 'roster.csv') {
  return { name, mimeType: 'text/csv', buffer: inGb18030(text) };
}

describe.skipIf(!hasChromium)('HR’s roster', () => {
  let browser: Browser;
  let server: RunningServer;
  let policy: Policy;

  beforeAll(async () => {
    browser = await launchChromium();
    server = await startServer();
    const found = (await readPolicyFolders([SHIPPED_POLICIES])).policies.get('shanghai-2027');
    if (found === undefined) throw new Error('no policy');
    policy = found;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const open = async (options: BrowserContextOptions): Promise<Page> =>
    (await browser.newContext(options)).newPage();

  /** From the first page through the upload to the board. */
  const upload = async (page: Page): Promise<void> => {
    await page.goto(server.url);
    await page.getByRole('link', { name: '给人事：全员花名册' }).click();
    await page.getByLabel('花名册文件（CSV）').setInputFiles(await fileOf(chineseRosterCsv(PEOPLE, policy)));
    await page.getByLabel('人事一天能陪同几人').fill('2');
    await page.getByRole('button', { name: '上传并计算' }).click();
    await page.getByRole('heading', { name: '已排好150人' }).waitFor();
    await page.getByRole('link', { name: '打开花名册' }).click();
  };

  const rows = (page: Page) => page.locator('.board tbody tr');

  it.each([
    ['on a phone, without scripts', { ...PHONE, javaScriptEnabled: false }],
    ['on a desk', DESK],
  ])('is uploaded, filtered, marked, taken back and uploaded again %s', async (_, options) => {
    const page = await open(options);
    await upload(page);
    expect(await rows(page).count()).toBe(100);
    expect(await page.getByText('第1到100人，共150人').isVisible()).toBe(true);

    // Whom to look at: those at risk whose next step is the employee's renewal.
    await page.getByRole('link', { name: /有风险/ }).click();
    if (options.viewport.width < 640) await page.locator('.roster-filtering summary').click();
    await page.getByLabel('下一步是什么').selectOption({ value: 'renew-permit' });
    await page.getByRole('button', { name: '筛选' }).click();
    const count = await rows(page).count();
    const refs = await rows(page).locator('.pick').allInnerTexts();
    expect(count).toBeGreaterThan(1);
    for (const text of await page.locator('.board .next').allInnerTexts())
      expect(text).toContain('居住证签注');

    // All of them have renewed; then it was a mistake.
    await page.getByLabel(`本页能记的${count}人全部`).check();
    await page.getByLabel('哪一天').fill('2026-11-20');
    await page.getByRole('button', { name: '记下' }).click();
    await page.getByRole('heading', { name: `已记下：${count}人办好了` }).waitFor();
    await page.getByRole('button', { name: '撤销刚才记的' }).click();
    await page.getByText('已撤销刚才的记录').waitFor();
    expect((await rows(page).locator('.pick').allInnerTexts()).toSorted()).toEqual(refs.toSorted());

    // One of them really has.
    const [marked = ''] = refs;
    await page.getByLabel(marked, { exact: true }).check();
    await page.getByLabel('哪一天').fill('2026-11-19');
    await page.getByRole('button', { name: '记下' }).click();
    await page.getByRole('link', { name: '回到花名册' }).click();
    expect(await rows(page).count()).toBe(count - 1);

    // The next file knows nothing of that, says another end of one permit, and lacks somebody.
    const [first, ...rest] = PEOPLE.filter(({ ref }) => ref !== marked);
    if (first === undefined) throw new Error('nobody');
    const changed = { ...first, facts: { ...first.facts, permitExpiresOn: '2027-11-30' } };
    const newer = PEOPLE.filter(({ ref }) => ref === marked || rest.slice(1).some((one) => one.ref === ref));
    await page.getByRole('link', { name: '上传新表' }).click();
    const again = await fileOf(chineseRosterCsv([changed, ...newer], policy));
    await page.getByLabel('花名册文件（CSV）').setInputFiles(again);
    await page.getByRole('button', { name: '上传新表' }).click();
    await page.getByRole('heading', { name: '有变化：1人' }).waitFor();
    expect(await page.getByText(/居住证有效期至：.* → 2027年11月30日/).isVisible()).toBe(true);
    expect(await page.getByRole('heading', { name: '这次的表里没有：1人' }).isVisible()).toBe(true);
    await page.getByRole('link', { name: '打开花名册' }).click();
    await page.goto(`${page.url().split('?')[0]}?ref=${marked}`);
    expect(await page.locator('.board .next').textContent()).not.toContain('居住证签注');
    await page.context().close();
  });

  it('shows a person a card each on a phone, nothing of it beside the screen', async () => {
    const page = await open(PHONE);
    await upload(page);

    expect(await sidewaysOverflow(page)).toEqual([]);
    const card = await rows(page).first().boundingBox();
    expect(card?.width).toBeGreaterThan(300);
    expect(await page.locator('.board .cell-label').first().isVisible()).toBe(true);
    await page.context().close();
  });

  it('hands out a link that opens one plan alone, and a link to look at that has no forms', async () => {
    const page = await open(DESK);
    await upload(page);
    const board = page.url().split('?')[0] ?? '';
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载各人的链接（CSV）' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('lastbus-links.csv');
    await page.getByRole('link', { name: '链接、日历和设置' }).click();
    const view = await page.getByLabel('只能看的链接').first().inputValue();
    await page.goto(board);
    const own = await page.locator('.board .row-link').first().getAttribute('href');

    const employee = await open(PHONE);
    await employee.goto(new URL(own ?? '', server.url).href);
    expect(await employee.getByText('这份计划是单位人事用花名册建的').isVisible()).toBe(true);
    const addresses = await employee.evaluate<string[]>(
      "[...document.querySelectorAll('a[href], form')].map((one) => one.getAttribute('href') ?? one.getAttribute('action') ?? '')",
    );
    expect(addresses.length).toBeGreaterThan(5);
    expect(addresses.filter((address) => /\/rosters\/[\w-]{22}/.test(address))).toEqual([]);

    const colleague = await open(DESK);
    await colleague.goto(view);
    expect(await rows(colleague).count()).toBe(100);
    expect(await colleague.locator('form[method=post], input[type=checkbox]').count()).toBe(0);
    expect(await colleague.locator(`a[href="${own}"]`).count()).toBe(0);
    await Promise.all([page, employee, colleague].map((one) => one.context().close()));
  });
});
