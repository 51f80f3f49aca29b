import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailsTo, postForm } from './as-people-do.ts';
import { jsonOf, type RunningServer, startServer } from './running-server.ts';
import { onServer, type StoredLinks, storeCase } from './stored-case.ts';

let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const post = (address: string, values: Record<string, string>) => postForm(onServer(server, address), values);

async function htmlOf(address: string): Promise<{ status: number; html: string }> {
  const response = await fetch(`${onServer(server, address)}?lang=zh`);
  return { status: response.status, html: await response.text() };
}

async function textsTo(address: string): Promise<string[]> {
  return (await mailsTo(server, address)).map(({ text }) => text ?? '');
}

/** A confirmed address, and the link of its mail of Wednesday 2 December, when the permit can be renewed. */
async function mailedLink(email: string): Promise<{ links: StoredLinks; done: string; texts: string[] }> {
  server.goTo('2026-11-22T02:00:00Z');
  const links = await storeCase(server);
  await post(`${links.page}/reminders`, { email });
  const [asked = ''] = await textsTo(email);
  const confirm = /http\S+\/reminders\/confirm\/\S+/.exec(asked)?.[0] ?? '';
  await post(confirm, {});
  server.goTo('2026-12-02T02:00:00Z');
  const texts = await textsTo(email);
  const done = /http\S+\/reminders\/done\/\S+/.exec(texts.join('\n'))?.[0] ?? '';
  return { links, done, texts };
}

async function stateOf(links: StoredLinks, step: string): Promise<string | undefined> {
  const { routes } = await jsonOf(fetch(onServer(server, links.view)));
  return routes[0].activities.find(({ id }: { id: string }) => id === step)?.state;
}

describe('the link of a reminder to its step', () => {
  it('shows the step and asks; looking at it changes nothing', async () => {
    const { links, done } = await mailedLink('a@example.com');
    const { status, html } = await htmlOf(done);

    expect(done).toMatch(/\/reminders\/done\/[\w-]{44}\/renew-permit$/);
    expect(status).toBe(200);
    expect(html).toContain('“居住证签注”办好了吗？');
    expect(html).toContain('今天办好了');
    expect(await stateOf(links, 'renew-permit')).toBe('open');
  });

  it('notes the step in one tap, says what comes next, and takes it back', async () => {
    const { links, done } = await mailedLink('b@example.com');

    expect((await post(done, { kind: 'done' })).status).toBe(303);
    expect(await stateOf(links, 'renew-permit')).toBe('done');
    const noted = await htmlOf(done);
    expect(noted.html).toContain('“居住证签注”已经记下了');
    expect(noted.html).toContain('等居住证新有效期进入积分系统');
    expect((await post(done, { kind: 'taken-back' })).status).toBe(303);
    expect(await stateOf(links, 'renew-permit')).toBe('open');
  });

  it('keeps what was typed, and says what is wrong with it', async () => {
    const { done } = await mailedLink('c@example.com');
    const response = await post(done, { kind: 'done', when: 'other', day: 'gestern' });
    const html = await response.text();

    expect(response.status).toBe(400);
    expect(html).toContain('value="gestern"');
    expect(html).toContain('“gestern”');
  });

  it('notes no other step, not even one that is named in its place', async () => {
    const { links, done } = await mailedLink('d@example.com');
    const other = done.replace('renew-permit', 'payment');

    expect((await htmlOf(other)).status).toBe(404);
    expect((await post(other, { kind: 'done' })).status).toBe(404);
    await post(done, { kind: 'done', earlier: 'yes', facts: 'x' });
    expect(await stateOf(links, 'payment')).toBe('open');
  });

  it('leads to the plan to look at and to nothing that changes more', async () => {
    const { links, done } = await mailedLink('e@example.com');
    const { html } = await htmlOf(done);
    const [edit, view] = [links.page, links.viewPage].map((address) => new URL(address).pathname);

    expect(html).toContain(`href="${view}`);
    expect(html).not.toContain(String(edit));
    expect([...html.matchAll(/<form[^>]*action="([^"?]*)/g)].map(([, action]) => action)).toEqual(
      Array(2).fill(new URL(done).pathname),
    );
  });

  it('is unknown when guessed, after unsubscribing, and when the plan is gone', async () => {
    const { links, done, texts } = await mailedLink('f@example.com');
    const guessed = done.replace(/.(?=\/renew-permit$)/, (last) => (last === 'A' ? 'B' : 'A'));
    const another = await mailedLink('g@example.com');
    const unsubscribe = /http\S+\/reminders\/unsubscribe\/\S+/.exec(texts.at(-1) ?? '')?.[0] ?? '';

    expect((await htmlOf(guessed)).status).toBe(404);
    await post(unsubscribe, {});
    expect((await htmlOf(done)).status).toBe(404);
    expect((await post(done, { kind: 'done' })).status).toBe(404);
    expect(await stateOf(links, 'renew-permit')).toBe('open');
    await post(`${another.links.page}/delete`, {});
    expect((await htmlOf(another.done)).status).toBe(404);
  });

  it('stands in the HTML of the mail too', async () => {
    await mailedLink('h@example.com');
    const html = (await mailsTo(server, 'h@example.com')).map((mail) => mail.html);

    expect(html.join('')).toMatch(/<a [^>]*href="http[^"]*\/reminders\/done\/[\w-]{44}\/renew-permit"/);
  });
});
