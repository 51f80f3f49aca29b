// Addresses through the whole server, as families and their mail programs use it: what the plan page says of each, how
// one is replaced, removed, unsubscribed for good, wanted back, and how often one may ask.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailsTo, postForm } from './as-people-do.ts';
import { jsonOf, type RunningServer, startServer } from './running-server.ts';
import { type StoredLinks, sendJson, storeCase } from './stored-case.ts';

const MAMA = 'mama@example.com';
const BABA = 'baba@example.com';

let server: RunningServer;
let plan: StoredLinks;

beforeEach(async () => {
  server = await startServer();
  plan = await storeCase(server);
});
afterEach(() => server.close());

const give = (email: string, page = plan.page) => postForm(`${page}/reminders`, { email });
const htmlOf = async (address: string) => (await fetch(address)).text();

/** The links with `path` in the mails to `address`, in the order in which the mails were written. */
async function linksTo(address: string, path: string): Promise<string[]> {
  const mails = await mailsTo(server, address);
  return mails.flatMap(({ text = '' }) => text.match(new RegExp(`http://[^\\s"<>]*${path}[\\w-]{22}`)) ?? []);
}

async function linkTo(address: string, path: string): Promise<string> {
  const link = (await linksTo(address, path)).at(-1);
  if (link === undefined) throw new Error(`no mail to ${address} has a link to ${path}`);
  return link;
}

async function confirmed(address: string): Promise<void> {
  await give(address);
  await postForm(await linkTo(address, '/reminders/confirm/'));
}

/** The link to unsubscribe that the first reminder carries, of Wednesday 2 December. */
async function unsubscribeLink(address: string): Promise<string> {
  server.goTo('2026-12-02T01:00:00Z');
  return linkTo(address, '/reminders/unsubscribe/');
}

/** What the plan page says of each address, with the page behind it. */
async function addresses() {
  const html = await htmlOf(plan.page);
  return [...html.matchAll(/<li class="address-row" id="address-([\w-]+)">([\s\S]*?)<\/li>/g)].map(
    ([, id = '', text = '']) => ({
      address: /class="address">([^<]*)/.exec(text)?.[1],
      state: /class="tag tag-(\w+)"/.exec(text)?.[1],
      text,
      page: `${plan.page}/reminders/${id}`,
    }),
  );
}

async function pageOf(address: string): Promise<string> {
  const found = (await addresses()).find((one) => one.address === address);
  if (found === undefined) throw new Error(`the plan page does not name ${address}`);
  return found.page;
}

const states = async () => (await addresses()).map(({ address, state }) => `${address} ${state}`);

describe('an address that is not confirmed yet', () => {
  it('says so beside it, since when, and offers to send it again and the calendar meanwhile', async () => {
    await give(MAMA);
    await server.mails();
    const [mama] = await addresses();

    expect(mama).toMatchObject({ address: MAMA, state: 'pending' });
    // 02:00 UTC is 10:00 in Shanghai.
    expect(mama?.text).toContain('11月22日 10:00发出了确认信，还没有确认');
    expect(mama?.text).toContain('再发一次确认信');
    expect(await htmlOf(plan.page)).toMatch(/先把日期放进手机日历[\s\S]*download=1/);
  });

  it('gets a second mail at a tap, and one only when it is tapped twice', async () => {
    await give(MAMA);
    server.goTo('2026-11-22T02:10:00Z');
    const again = `${await pageOf(MAMA)}/again`;

    expect((await postForm(again)).headers.get('Location')).toMatch(/address=mail-sent#reminders$/);
    await postForm(again);

    expect(await linksTo(MAMA, '/reminders/confirm/')).toHaveLength(2);
  });

  it('opens a page that says of which plan it is and what will come, before it asks', async () => {
    await give(MAMA);
    const page = await htmlOf(await linkTo(MAMA, '/reminders/confirm/'));

    expect(page).toContain(MAMA);
    expect(page).toContain('上海市2027年度城乡居民医保');
    expect(page).toMatch(/到截止日还有\d+个早上会各发一封/);
    expect(page).toContain('确认，发给我');
  });
});

describe('an address that a mail server refused', () => {
  it('stands on the plan page with the server’s words, what they mean and what to do', async () => {
    await give(MAMA);
    await server.refuse(MAMA, '550 5.1.1 <mama@example.com>: user unknown');
    const [mama] = await addresses();

    expect(mama).toMatchObject({ address: MAMA, state: 'bounced' });
    expect(mama?.text).toContain('没有这个邮箱');
    expect(mama?.text).toContain('550 5.1.1 &lt;mama@example.com&gt;: user unknown');
    expect(mama?.text).toContain('更换或去掉');
  });
});

describe('replacing an address', () => {
  it('asks the new one first; the old one gets reminders until then, and is erased afterwards', async () => {
    await confirmed(MAMA);
    const page = await pageOf(MAMA);
    expect(await htmlOf(page)).toContain('新邮箱确认之前，旧的照常收提醒');

    server.goTo('2026-11-22T02:05:00Z');
    const answer = await postForm(`${page}/replace`, { email: BABA });
    expect(answer.headers.get('Location')).toMatch(/address=replacing#reminders$/);
    expect(await states()).toEqual([`${MAMA} confirmed`, `${BABA} pending`]);
    expect((await addresses())[1]?.text).toContain(`代替 ${MAMA}`);

    await postForm(await linkTo(BABA, '/reminders/confirm/'));
    server.goTo('2026-12-02T01:00:00Z');

    expect(await states()).toEqual([`${BABA} confirmed`]);
    expect(await linksTo(BABA, '/reminders/unsubscribe/')).toHaveLength(1);
    expect(await linksTo(MAMA, '/reminders/unsubscribe/')).toEqual([]);
  });

  it('of one that was never confirmed ends it at once, and its confirmation link is dead', async () => {
    await give('typo@example.com');
    const dead = await linkTo('typo@example.com', '/reminders/confirm/');

    await postForm(`${await pageOf('typo@example.com')}/replace`, { email: MAMA });

    expect(await states()).toEqual([`${MAMA} pending`]);
    expect((await postForm(dead)).status).toBe(404);
    expect(await states()).toEqual([`${MAMA} pending`]);
  });

  it('by one that is confirmed already ends the old one at once', async () => {
    await confirmed(MAMA);
    await confirmed(BABA);

    await postForm(`${await pageOf(MAMA)}/replace`, { email: BABA });

    expect(await states()).toEqual([`${BABA} confirmed`]);
  });

  it('by something that is no address gives it back, and changes nothing', async () => {
    await confirmed(MAMA);
    const answer = await postForm(`${await pageOf(MAMA)}/replace`, { email: 'baba at home' });

    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(/value="baba at home"[^>]*aria-invalid/);
    expect(await states()).toEqual([`${MAMA} confirmed`]);
  });
});

describe('removing an address', () => {
  it('takes it out at once, and it may be given again later', async () => {
    await confirmed(MAMA);

    await postForm(`${await pageOf(MAMA)}/remove`);
    expect(await states()).toEqual([]);
    await give(MAMA);

    expect(await states()).toEqual([`${MAMA} pending`]);
  });

  it('and all else of addresses is only for who may change the plan, from our own pages', async () => {
    await confirmed(MAMA);
    const page = await pageOf(MAMA);
    const id = page.split('/').at(-1);
    const other = await storeCase(server);

    expect((await fetch(`${plan.viewPage}/reminders/${id}`)).status).toBe(403);
    expect((await fetch(`${other.page}/reminders/${id}`)).status).toBe(404);
    for (const action of ['again', 'replace', 'remove']) {
      const form = { email: BABA };
      expect((await postForm(`${plan.viewPage}/reminders/${id}/${action}`, form)).status, action).toBe(403);
      expect((await postForm(`${other.page}/reminders/${id}/${action}`, form)).status, action).toBe(404);
      const foreign = await postForm(`${page}/${action}`, form, { 'Sec-Fetch-Site': 'cross-site' });
      expect(foreign.status, action).toBe(403);
    }
    expect(await states()).toEqual([`${MAMA} confirmed`]);
    expect(await htmlOf(plan.viewPage)).not.toContain(MAMA);
  });
});

describe('unsubscribing', () => {
  it('erases the address at once; one-click goes on answering, and nothing is sent any more', async () => {
    await confirmed(MAMA);
    const link = await unsubscribeLink(MAMA);
    const oneClick = () =>
      postForm(link, { 'List-Unsubscribe': 'One-Click' }, { 'Sec-Fetch-Site': 'cross-site' });

    const first = await oneClick();
    const page = await htmlOf(link);
    server.goTo('2026-12-08T01:00:00Z');

    expect(first.status).toBe(200);
    expect(page).toContain('已退订');
    expect(page).not.toContain(MAMA);
    expect((await oneClick()).status).toBe(200);
    expect(await linksTo(MAMA, '/reminders/unsubscribe/')).toHaveLength(1);
    const [mama] = await addresses();
    expect(mama).toMatchObject({ address: '（地址已删除）', state: 'unsubscribed' });
    expect(mama?.text).not.toContain('更换或去掉');
  });

  it('keeps its plan from asking it again, in whatever capitals; another plan may ask', async () => {
    await confirmed(MAMA);
    await postForm(await unsubscribeLink(MAMA));
    const before = (await linksTo(MAMA, '/reminders/confirm/')).length;

    expect((await give('Mama@Example.com')).headers.get('Location')).toMatch(
      /address=unsubscribed#reminders$/,
    );
    expect(await htmlOf(`${plan.page}?address=unsubscribed`)).toContain('这个邮箱退订过，');
    const byApi = await sendJson(`${plan.self}/reminders`, { email: MAMA });
    expect(byApi.status).toBe(409);
    expect(await jsonOf(byApi)).toMatchObject({ code: 'unsubscribed' });
    expect((await linksTo(MAMA, '/reminders/confirm/')).length).toBe(before);

    await give(MAMA, (await storeCase(server)).page);
    expect((await linksTo(MAMA, '/reminders/confirm/')).length).toBe(before + 1);
  });

  it('is taken back by its owner alone: the link of a mail, the address itself, and a new confirmation', async () => {
    await confirmed(MAMA);
    const link = await unsubscribeLink(MAMA);
    await postForm(link);

    const wrong = await postForm(`${link}/again`, { email: BABA });
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain('这不是退订的那个邮箱');
    expect(await linksTo(BABA, '/reminders/confirm/')).toEqual([]);

    const right = await postForm(`${link}/again`, { email: 'mama@example.com' });
    expect(await right.text()).toContain('确认信已发出');
    expect(await states()).toEqual([`${MAMA} pending`]);
    await postForm(await linkTo(MAMA, '/reminders/confirm/'));
    expect(await states()).toEqual([`${MAMA} confirmed`]);
  });

  it('works by a mail that came before the address was removed from the plan, and is for good then too', async () => {
    await confirmed(MAMA);
    const link = await unsubscribeLink(MAMA);
    await postForm(`${await pageOf(MAMA)}/remove`);

    expect((await postForm(link)).status).toBe(200);
    await give(MAMA);

    expect(await states()).toEqual(['（地址已删除） unsubscribed']);
  });
});

describe('asking too often', () => {
  it('for one address, by whatever plans: 429 with Retry-After, as problem and as page', async () => {
    const plans = [plan, ...(await Promise.all([1, 2, 3, 4, 5].map(() => storeCase(server))))];
    for (const { self } of plans.slice(0, 5)) {
      expect((await sendJson(`${self}/reminders`, { email: MAMA })).status).toBe(202);
    }
    server.goTo('2026-11-22T02:20:00Z');

    const sixth = plans[5];
    const refused = await sendJson(`${sixth?.self}/reminders`, { email: 'MAMA@example.com' });
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Retry-After')).toBe('2400');
    expect(refused.headers.get('Content-Type')).toContain('application/problem+json');
    expect(await jsonOf(refused)).toMatchObject({ status: 429, code: 'too-many-confirmations' });

    const page = await postForm(`${sixth?.page}/reminders`, { email: MAMA }, { Accept: 'text/html' });
    expect(page.status).toBe(429);
    expect(page.headers.get('Retry-After')).toBe('2400');
    expect(await page.text()).toContain('确认信发得太多了');

    server.goTo('2026-11-22T03:00:00Z');
    expect((await sendJson(`${sixth?.self}/reminders`, { email: MAMA })).status).toBe(202);
    expect(await linksTo(MAMA, '/reminders/confirm/')).toHaveLength(6);
  });

  it('by one client, for whatever addresses', async () => {
    const ask = (index: number) => sendJson(`${plan.self}/reminders`, { email: `a${index}@example.com` });
    for (let index = 0; index < 20; index += 1) expect((await ask(index)).status).toBe(202);

    expect((await ask(20)).status).toBe(429);
    expect((await states()).length).toBe(20);
  });
});
