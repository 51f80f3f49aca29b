import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jsonOf, type RunningServer, startServer } from './running-server.ts';

let server: RunningServer;
let plan: { self: string; page: string; reminders: string };

const ADDRESS = 'mama@example.com';

beforeEach(async () => {
  server = await startServer();
  const facts = { enrolling: 'child-out-of-school', permitExpiresOn: '2026-12-31' };
  const response = await postJson(`${server.url}/api/v1/plans`, { policy: 'shanghai-2027', facts });
  plan = (await jsonOf(response)).links;
});
afterEach(() => server.close());

function postJson(url: string, body: unknown) {
  return fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** The link with `path` in the texts of the mails in the folder. */
async function linkInMail(path: string): Promise<string> {
  const parsed = await Promise.all((await server.mails()).map((mail) => simpleParser(mail)));
  const mails = parsed.map(({ text = '' }) => text);
  const [link] = mails.flatMap(
    (mail) => mail.match(new RegExp(`http://[^\\s"<>]*${path}[A-Za-z0-9_-]{22}`)) ?? [],
  );
  if (link === undefined) throw new Error(`no mail has a link to ${path}`);
  return link;
}

async function subscriptionState(): Promise<string> {
  const html = await (await fetch(plan.page)).text();
  const words = { 等您在信里确认: 'pending', '已确认，会收到提醒': 'confirmed', 已退订: 'unsubscribed' };
  return Object.entries(words).find(([word]) => html.includes(`>${word}<`))?.[1] ?? 'none';
}

describe('asking for reminders', () => {
  it('is answered with 202, a mail to confirm, and says where the mail is written', async () => {
    const response = await postJson(plan.reminders, { email: ADDRESS });

    expect(response.status).toBe(202);
    expect(await jsonOf(response)).toEqual({ status: 'confirmation-sent', mailFolder: server.mailFolder });
    expect(await server.mails()).toHaveLength(1);
    expect(await subscriptionState()).toBe('pending');
  });

  it.each([
    ['no address', {}, '$.email'],
    ['two addresses', { email: 'a@example.com, b@example.com' }, '$.email'],
    ['a language that we do not speak', { email: ADDRESS, locale: 'fr' }, '$.locale'],
  ])('with %s is refused', async (_, body, path) => {
    const response = await postJson(plan.reminders, body);

    expect(response.status).toBe(400);
    expect(await jsonOf(response)).toMatchObject({ issues: [{ path }] });
    expect(await server.mails()).toHaveLength(0);
  });
});

describe('the link to confirm', () => {
  it('only shows a page when it is opened, as mail scanners do; pressing its button confirms', async () => {
    await postJson(plan.reminders, { email: ADDRESS });
    const link = await linkInMail('/reminders/confirm/');

    const page = await (await fetch(link)).text();
    expect(page).toContain(ADDRESS);
    expect(await subscriptionState()).toBe('pending');

    const pressed = await fetch(link, { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin' } });
    expect(await pressed.text()).toContain('已确认');
    expect(await subscriptionState()).toBe('confirmed');
    expect(await (await fetch(link)).text()).toContain('<h1>已确认</h1>');
  });

  it('cannot be pressed from another site', async () => {
    await postJson(plan.reminders, { email: ADDRESS });
    const link = await linkInMail('/reminders/confirm/');
    const pressed = await fetch(link, { method: 'POST', headers: { 'Sec-Fetch-Site': 'cross-site' } });

    expect(pressed.status).toBe(403);
    expect(await subscriptionState()).toBe('pending');
  });
});

describe('the link to unsubscribe', () => {
  async function unsubscribeLink(): Promise<string> {
    await postJson(plan.reminders, { email: ADDRESS });
    await fetch(await linkInMail('/reminders/confirm/'), { method: 'POST' });
    // Wednesday 2 December, 09:00 in Shanghai: the permit can be renewed from today on, and a reminder says so.
    server.goTo('2026-12-02T01:00:00Z');
    return linkInMail('/reminders/unsubscribe/');
  }

  it('only shows a page when it is opened, and takes a mail provider’s one click from anywhere (RFC 8058)', async () => {
    const link = await unsubscribeLink();

    expect((await fetch(link)).status).toBe(200);
    expect(await subscriptionState()).toBe('confirmed');

    const oneClick = await fetch(link, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'cross-site' },
      body: 'List-Unsubscribe=One-Click',
      redirect: 'manual',
    });
    expect(oneClick.status).toBe(200);
    expect(await subscriptionState()).toBe('unsubscribed');
  });
});
