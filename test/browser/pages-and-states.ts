// Every page and every state of it that people can meet, each with the way there. A page that is added to the
// program is added here; the tests that hold for all pages then try it.

import type { Page } from 'playwright-core';
import { mailsTo } from '../adapters/http/as-people-do.ts';
import type { RunningServer } from '../adapters/http/running-server.ts';
import { onServer, storeCase } from '../adapters/http/stored-case.ts';

export interface StateOfPage {
  readonly name: string;
  /** Leads a fresh page there; `language` is zh or en. */
  readonly open: (page: Page, server: RunningServer, language: string) => Promise<unknown>;
}

/** Sunday 22 November 2026, where every server of the tests begins. */
const FIRST_DAY = '2026-11-22T02:00:00Z';

let forms = 0;

/**
 * Some minutes after the last form, still on the first day: one client may ask for so many confirmation mails an hour, and
 * here it is always the same one.
 */
function laterOnFirstDay(server: RunningServer): void {
  forms += 1;
  server.goTo(new Date(Date.parse(FIRST_DAY) + forms * 4 * 60_000).toISOString());
}

const CHILD = {
  policy: 'shanghai-2027',
  enrolling: 'child-out-of-school',
  permitExpiresOn: '2026-12-31',
  insuredLastYear: 'false',
  pointsChange: 'unchanged',
};

/** A page that an address alone leads to. */
function at(name: string, path: string, values: Readonly<Record<string, string>> = {}): StateOfPage {
  return {
    name,
    open: (page, { url }, language) =>
      page.goto(`${url}${path}?${new URLSearchParams({ ...values, lang: language })}`),
  };
}

/** A page below a plan that was stored just now; `links` names which of its links. */
function ofStoredPlan(name: string, path: string, link: 'page' | 'viewPage' = 'page'): StateOfPage {
  return {
    name,
    open: async (page, server, language) => {
      const links = await storeCase(server);
      const query = path.includes('?') ? `${path}&lang=${language}` : `${path}?lang=${language}`;
      return page.goto(`${onServer(server, links[link])}${query}`);
    },
  };
}

/** A page that answers a form of a stored plan, sent with `values`. */
function afterForm(name: string, path: string, values: Readonly<Record<string, string>>): StateOfPage {
  return {
    name,
    open: async (page, server, language) => {
      laterOnFirstDay(server);
      const links = await storeCase(server);
      await send(page, `${onServer(server, links.page)}${path}?lang=${language}`, values);
    },
  };
}

/** The pages behind the links of mails, in their order: each link is there once the one before was followed. */
const MAIL_LINKS = ['reminders/confirm', 'reminders/unsubscribe'] as const;

/** A page behind a link in a mail; `isPressed`: its button is pressed, too. */
function ofMail(name: string, link: (typeof MAIL_LINKS)[number], isPressed: boolean): StateOfPage {
  return {
    name,
    open: async (page, server, language) => {
      laterOnFirstDay(server);
      const links = await storeCase(server);
      const email = `${crypto.randomUUID()}@example.com`;
      await send(page, `${onServer(server, links.page)}/reminders?lang=${language}`, { email });
      for (const path of MAIL_LINKS) {
        await page.goto(`${server.url}/${path}/${await tokenInMail(server, email, path)}?lang=${language}`);
        if (path !== link || isPressed) await page.locator('main').getByRole('button').click();
        if (path === link) return;
        // On Wednesday 2 December the permit can be renewed, and a mail says so.
        server.goTo('2026-12-02T02:00:00Z');
      }
    },
  };
}

/** The page behind the link of a reminder to its step; `isNoted`: the step is noted as done there. */
function ofMailedStep(name: string, isNoted: boolean): StateOfPage {
  return {
    name,
    open: async (page, server, language) => {
      await ofMail('', 'reminders/unsubscribe', false).open(page, server, language);
      const email = await page.locator('.address').first().textContent();
      const path = 'reminders/done';
      const step = `${await tokenInMail(server, email?.trim() ?? '', path)}/renew-permit`;
      await page.goto(`${server.url}/${path}/${step}?lang=${language}`);
      if (isNoted) await page.locator('main').getByRole('button').first().click();
    },
  };
}

/** The page of one address of a plan; `isWrong`: what takes its place there is no address. */
function ofAddress(name: string, isWrong: boolean): StateOfPage {
  return {
    name,
    open: async (page, server, language) => {
      laterOnFirstDay(server);
      const links = await storeCase(server);
      const plan = onServer(server, links.page);
      const email = `${crypto.randomUUID()}@example.com`;
      await send(page, `${plan}/reminders?lang=${language}`, { email });
      await page.locator('.address-row .row-link').click();
      if (!isWrong) return;
      await page.locator('#email').fill('baba at home');
      await page.locator('button.primary').click();
    },
  };
}

/** The page behind the link for HR; `noted`: what the family noted before; `press`: the buttons that HR presses. */
function ofEmployerStep(
  name: string,
  noted: Readonly<Record<string, string>> | null,
  press: readonly string[] = [],
): StateOfPage {
  return {
    name,
    open: async (page, server, language) => {
      const plan = onServer(server, (await storeCase(server)).page);
      await send(page, `${plan}/renew/step?lang=${language}`, {});
      const link = await page.locator('#step-link').inputValue();
      if (noted !== null) {
        server.goTo('2026-12-07T02:00:00Z');
        await send(page, `${plan}/steps/points-form?lang=${language}`, noted);
      }
      await page.goto(`${onServer(server, link)}?lang=${language}`);
      for (const mark of press) await page.locator(`form[action*="/${mark}"] button`).click();
      server.goTo(FIRST_DAY);
    },
  };
}

/** A row at fault, one who is too late, and columns that are not read. */
const ROSTER = [
  'employee id,name,enrolling,permitExpiresOn,pointsChange',
  '1001,x,child-out-of-school,2027-06-30,unchanged',
  '1002,x,child-out-of-school,2026-12-31,changed',
  '1003,x,child-out-of-school,2026-10-31,unchanged',
  '1004,x,cat,31.12.2026,unchanged',
].join('\n');

/** A page of a roster that was uploaded just now; `next`: what is done there. */
function ofRoster(
  name: string,
  next: (page: Page, board: string, language: string) => Promise<unknown>,
): StateOfPage {
  return {
    name,
    open: async (page, { url }, language) => {
      await page.goto(`${url}/rosters?lang=${language}`);
      await chooseFile(page, ROSTER);
      await page.locator('#title').fill('A company with a long name, 浦东分公司');
      await page.locator('#visits').fill('0');
      await page.locator('main button.primary').click();
      const link = await page.locator('#roster-link').inputValue();
      await next(page, new URL(link).pathname, language);
    },
  };
}

/** The same; a path below its board, to open. */
function belowRoster(name: string, path: string): StateOfPage {
  return ofRoster(name, (page, board, language) =>
    page.goto(new URL(`${board}${path}${path.includes('?') ? '&' : '?'}lang=${language}`, page.url()).href),
  );
}

async function chooseFile(page: Page, content: string): Promise<void> {
  const file = { name: 'roster.csv', mimeType: 'text/csv', buffer: Buffer.from(content) };
  await page.locator('#file').setInputFiles(file);
}

const openBoard = (page: Page, board: string, language: string) =>
  page.goto(new URL(`${board}?lang=${language}`, page.url()).href);

/** Uploads a newer file on the page of the roster that is open. */
async function uploadAgain(page: Page, board: string, language: string, content: string): Promise<void> {
  await page.goto(new URL(`${board}/manage?lang=${language}`, page.url()).href);
  await chooseFile(page, content);
  await page.locator('form[action*="/upload"] button').click();
}

const FORM_SENT = { kind: 'done', earlier: 'yes' };

async function tokenInMail(server: RunningServer, email: string, path: string): Promise<string | undefined> {
  const texts = (await mailsTo(server, email)).map(({ text }) => text);
  server.goTo(FIRST_DAY);
  return new RegExp(`${path}/([\\w-]+)`).exec(texts.join('\n'))?.[1];
}

/** Sends a form from a page of the server itself, as a browser does. */
async function send(page: Page, action: string, values: Readonly<Record<string, string>>): Promise<void> {
  await page.goto(new URL('/', action).href);
  const fields = JSON.stringify(Object.entries(values));
  await Promise.all([
    page.waitForEvent('framenavigated'),
    page.evaluate(`(() => {
      const form = document.createElement('form');
      form.method = 'post';
      form.action = ${JSON.stringify(action)};
      for (const [name, value] of ${fields}) {
        const field = document.createElement('input');
        field.name = name;
        field.value = value;
        form.append(field);
      }
      document.body.append(form);
      form.submit();
    })()`),
  ]);
  await page.waitForLoadState('load');
}

export const PAGES_AND_STATES: readonly StateOfPage[] = [
  at('the first page', '/'),
  at('a question with a text to write', '/', { policy: CHILD.policy, enrolling: CHILD.enrolling }),
  at('a question answered before', '/', { ...CHILD, ask: 'pointsChange' }),
  at('one answer at fault', '/', { ...CHILD, permitExpiresOn: '31.12.2026' }),
  at('a plan: about', '/', { ...CHILD, permitExpiresOn: '2026.12' }),
  at('a plan: in time', '/', CHILD),
  at('a plan: tight', '/', { ...CHILD, asOf: '2026-12-09' }),
  at('a plan: at risk, or too late', '/', { ...CHILD, pointsChange: 'changed', asOf: '2026-12-01' }),
  at('a plan: through the school', '/', { policy: 'shanghai-2027', enrolling: 'child-in-school' }),
  at('a plan: not eligible', '/', {
    policy: 'shanghai-2027',
    enrolling: 'self',
    permitExpiresOn: '2027-06-30',
    insuredLastYear: 'false',
  }),
  at('a plan: for a city without a chain', '/', { policy: 'hangzhou-2026', parentHasPermit: 'true' }),
  at('answers at fault', '/', { ...CHILD, permitExpiresOn: '31.12.2026', hrApprovalWorkingDays: 'two' }),
  at('what if: tried', '/', { ...CHILD, 'if-takes.hr-approval': '2', 'if-full-time': 'yes' }),
  at('what if: a day that cannot be tried', '/', { ...CHILD, 'if-start': '2026-12-01' }),
  at('the timeline alone', '/timeline', CHILD),
  ofStoredPlan('the timeline of a stored plan alone', '/timeline', 'viewPage'),
  ofStoredPlan('a stored plan', ''),
  ofStoredPlan('a plan just stored', '?news=saved'),
  ofStoredPlan('a stored plan, to look at only', '', 'viewPage'),
  afterForm('a stored plan with a step done', '/steps/renew-permit', { kind: 'done' }),
  afterForm('a step noted wrongly', '/steps/renew-permit', { kind: 'done', when: 'other', day: 'yesterday' }),
  afterForm('a step that failed', '/steps/renew-permit', { kind: 'failed', reason: 'x' }),
  afterForm('a step that ended in a way of its own', '/steps/hr-approval', {
    kind: 'done',
    outcome: 'paper',
    earlier: 'yes',
  }),
  afterForm('a fact changed wrongly', '/facts', { permitExpiresOn: '2026-02-30' }),
  afterForm('an address that is none', '/reminders', { email: 'mama at home' }),
  afterForm('a confirmation sent', '/reminders', { email: 'mama@example.com' }),
  ofAddress('an address to replace or remove', false),
  ofAddress('an address replaced by something that is none', true),
  afterForm('an address of HR', '/reminders', { email: 'hr@example.com', audience: 'employer' }),
  afterForm('an address of HR that is none', '/reminders', {
    email: 'hr',
    audience: 'employer',
    reference: 'www.example.com',
  }),
  ofEmployerStep('the link for HR, before it is HR’s turn', null),
  ofEmployerStep('the link for HR, when it is', FORM_SENT),
  ofEmployerStep('the link for HR, started', FORM_SENT, ['started']),
  ofEmployerStep('the link for HR, done', FORM_SENT, ['done']),
  ofStoredPlan('renewing the link for HR', '/renew/step'),
  ofStoredPlan('what to send to others', '/share'),
  ofStoredPlan('the calendar of a plan', '/calendar'),
  ofStoredPlan('renewing the feed', '/renew/feed'),
  ofStoredPlan('renewing the view link', '/renew/view'),
  ofStoredPlan('asking before deleting', '/delete'),
  afterForm('a plan deleted', '/delete', {}),
  ofMail('confirming', 'reminders/confirm', false),
  ofMail('confirmed', 'reminders/confirm', true),
  ofMail('unsubscribing', 'reminders/unsubscribe', false),
  ofMail('unsubscribed', 'reminders/unsubscribe', true),
  ofMailedStep('the step of a mail', false),
  ofMailedStep('the step of a mail, noted', true),
  at('the list of policies', '/policies'),
  at('a policy', '/policies/shanghai-2027'),
  at('rosters, for HR', '/rosters'),
  {
    name: 'a roster of which nothing can be planned',
    open: async (page, { url }, language) => {
      await page.goto(`${url}/rosters?lang=${language}`);
      await chooseFile(page, 'name,age');
      await page.locator('#visits').fill('five');
      await page.locator('main button.primary').click();
      await page.locator('.faults').waitFor();
    },
  },
  ofRoster('a roster just uploaded', async () => {}),
  belowRoster('the board of a roster', ''),
  belowRoster('the board, filtered', '?verdict=on-track&who=employee&ref=100'),
  belowRoster('the board with nobody left', '?ref=x'),
  ofRoster('the board, to look at only', async (page, board, language) => {
    await page.goto(new URL(`${board}/manage`, page.url()).href);
    const view = new URL(await page.locator('#view-link').inputValue()).pathname;
    await openBoard(page, view, language);
  }),
  ofRoster('the board, one plan deleted', async (page, board, language) => {
    await openBoard(page, board, language);
    await page.locator('.board .row-link').first().click();
    await page.goto(`${page.url().split('?')[0]}/delete?lang=${language}`);
    await page.locator('main form button').click();
    await openBoard(page, board, language);
  }),
  ofRoster('many marked', async (page, board, language) => {
    await openBoard(page, board, language);
    await page.locator('[name=all]').check();
    await page.locator('.roster-mark button').click();
  }),
  ofRoster('marked for a day to come', async (page, board, language) => {
    await openBoard(page, board, language);
    await page.locator('[name=all]').check();
    await page.locator('#day').fill('2026-12-24');
    await page.locator('.roster-mark button').click();
  }),
  ofRoster('nobody marked', async (page, board, language) => {
    await openBoard(page, board, language);
    await page.locator('.roster-mark button').click();
  }),
  ofRoster('a newer roster', async (page, board, language) => {
    const rows = ROSTER.split('\n').filter((row) => !/^100[23]/.test(row));
    await uploadAgain(page, board, language, rows.join('\n').replace('2027-06-30', '2027-07-31'));
  }),
  ofRoster('a newer roster that cannot be read', (page, board, language) =>
    uploadAgain(page, board, language, 'name'),
  ),
  belowRoster('the links and settings of a roster', '/manage'),
  ofRoster('settings of a roster at fault', async (page, board, language) => {
    await page.goto(new URL(`${board}/manage?lang=${language}`, page.url()).href);
    await page.locator('#approvals').fill('a few');
    await page.locator('form[action*="/settings"] button').click();
  }),
  ofRoster('an address for the digest of a roster', async (page, board, language) => {
    await page.goto(new URL(`${board}/manage?lang=${language}`, page.url()).href);
    await page.locator('#digest #email').fill('hr@example.com');
    await page.locator('form[action*="/reminders"] button').click();
  }),
  ofRoster('what is no address for the digest', async (page, board, language) => {
    await page.goto(new URL(`${board}/manage?lang=${language}`, page.url()).href);
    await page.locator('#digest #email').fill('hr at example');
    await page.locator('form[action*="/reminders"] button').click();
  }),
  belowRoster('asking before a roster is deleted', '/delete'),
  ofRoster('the plan of somebody in a roster', async (page, board, language) => {
    await openBoard(page, board, language);
    const plan = await page.locator('.board .row-link').first().getAttribute('href');
    await page.goto(new URL(`${plan}?lang=${language}`, page.url()).href);
  }),
  at('no such page', '/nowhere'),
];
