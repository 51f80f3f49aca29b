// The employer's part through the whole server: the text and the link for HR, what the link shows and marks and what it
// does not, HR's own address and the mails to it.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailsTo, postForm } from './as-people-do.ts';
import { jsonOf, type RunningServer, startServer } from './running-server.ts';
import { type StoredLinks, sendJson, storeCase } from './stored-case.ts';

const HR = 'hr@company.example';

let server: RunningServer;
let plan: StoredLinks;

beforeEach(async () => {
  server = await startServer();
  plan = await storeCase(server);
});
afterEach(() => server.close());

const htmlOf = async (address: string) => (await fetch(address)).text();
const planJson = () => jsonOf(fetch(plan.self));

async function giveLink(): Promise<string> {
  const { links } = await jsonOf(sendJson(`${plan.self}/links`, { renew: ['step'] }));
  return links.step;
}

/** The family is so far that it is HR's turn: Monday 7 December, 10:00 in Shanghai. */
async function untilEmployersTurn(): Promise<void> {
  server.goTo('2026-12-07T02:00:00Z');
  const on = (day: string) => ({ startedOn: day, finishedOn: day });
  const actuals = {
    'renew-permit': on('2026-12-02'),
    'points-data-lag': { startedOn: '2026-12-02', finishedOn: '2026-12-07' },
    'points-form': on('2026-12-07'),
  };
  const response = await fetch(plan.self, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ actuals }),
  });
  expect(response.status).toBe(200);
}

async function stateOfApproval() {
  const { routes, recommendedRoute, version } = await planJson();
  const route = routes.find(({ id }: { id: string }) => id === recommendedRoute);
  const approval = route.activities.find(({ id }: { id: string }) => id === 'hr-approval');
  return { state: approval.state, finish: approval.earliestFinishOn, route: recommendedRoute, version };
}

describe('the text for HR', () => {
  it('stands on the plan page to be copied, with the day, what to click and why; and with the link once there is one', async () => {
    const textOn = async () =>
      /<textarea id="employer-text" readonly[^>]*>([\s\S]*?)<\/textarea>/.exec(await htmlOf(plan.page))?.[1];

    const before = await textOn();
    const answer = await postForm(`${plan.page}/renew/step`);
    const after = await textOn();

    expect(before).toContain('【单位人事网上审核】');
    expect(before).toContain('最晚12月14日（周一）');
    expect(before).toContain('我预计12月7日（周一）提交');
    expect(before).toContain('单位在积分申请系统的账号');
    expect(before).toContain('12月25日（周五） 17:30');
    expect(before).not.toContain('/steps/');
    expect(answer.headers.get('Location')).toMatch(/news=step-renewed#employer$/);
    expect(after).toMatch(/http:\/\/[^\s]+\/steps\/[\w-]{22}/);
  });

  it('is only for who may change the plan, for it carries a link that marks', async () => {
    await giveLink();

    expect(await htmlOf(plan.viewPage)).not.toMatch(/employer-text|\/steps\/[\w-]{22}/);
    expect((await jsonOf(fetch(plan.view))).links.step).toBeNull();
  });
});

describe('the link for HR', () => {
  it('shows the one step and nothing else: no other day of the plan, no answer, no address, no other link', async () => {
    await postForm(`${plan.page}/reminders`, { email: 'mama@example.com' });
    const page = await htmlOf(await giveLink());

    expect(page).toContain('请办：单位人事网上审核');
    expect(page).toContain('最晚12月14日（周一）');
    expect(page).toContain('居民医保截止：12月25日（周五） 17:30');
    expect(page).not.toMatch(/居住证签注|12月2日|12月9日|2026-12-31|mama|\/plans\/|\/calendars\//);
  });

  it.each(['', '/calendar', '/delete', '/renew/view'])('opens no plan: /plans/TOKEN%s', async (path) => {
    const link = await giveLink();
    const token = link.split('/').at(-1);

    expect((await fetch(`${server.url}/plans/${token}${path}`)).status).toBe(404);
    expect((await fetch(`${server.url}/api/v1/plans/${token}`)).status).toBe(404);
    expect((await fetch(`${server.url}/calendars/${token}.ics`)).status).toBe(404);
    expect((await fetch(`${server.url}/steps/${plan.page.split('/').at(-1)}`)).status).toBe(404);
  });

  it('offers no button while the family is not so far, and takes no mark', async () => {
    const link = await giveLink();
    const page = await htmlOf(link);
    const answer = await postForm(`${link}/done`, { activity: 'hr-approval' });

    expect(page).toContain('员工还没有记下前面的步骤');
    expect(page).not.toContain('<button');
    expect(answer.headers.get('Location')).toMatch(/\?news=not-now$/);
    expect((await stateOfApproval()).state).toBe('open');
  });

  it('does nothing when it is only opened, marks started, done with what the screen says, and takes each back', async () => {
    const link = await giveLink();
    await untilEmployersTurn();
    const mark = (kind: string, more = {}) =>
      postForm(`${link}/${kind}`, { activity: 'hr-approval', ...more });

    expect(await htmlOf(link)).toContain('今天审核通过了');
    expect((await stateOfApproval()).state).toBe('open');

    expect((await mark('started')).headers.get('Location')).toMatch(/\?news=started$/);
    expect((await stateOfApproval()).state).toBe('running');
    expect(await htmlOf(link)).toContain('办理中，从12月7日（周一）起');

    server.goTo('2026-12-08T02:00:00Z');
    await mark('done', { outcome: 'online' });
    expect(await stateOfApproval()).toMatchObject({ state: 'done', finish: '2026-12-08' });
    expect(await htmlOf(`${link}?news=done`)).toContain('已记下：办好了');

    await mark('undone');
    expect((await stateOfApproval()).state).toBe('running');
    await mark('undone');
    expect((await stateOfApproval()).state).toBe('open');
  });

  it('plans anew with what HR saw: papers at the counter are another way', async () => {
    const link = await giveLink();
    await untilEmployersTurn();

    await postForm(`${link}/done`, { activity: 'hr-approval', outcome: 'paper' });

    expect((await stateOfApproval()).route).toBe('points-paper');
  });

  it.each([
    ['another step', 'done', { activity: 'payment' }, 303],
    ['an outcome that there is not', 'done', { activity: 'hr-approval', outcome: 'guessed' }, 303],
    ['something else than a mark', 'deleted', { activity: 'hr-approval' }, 404],
  ])('marks nothing for %s', async (_, kind, values, status) => {
    const link = await giveLink();
    await untilEmployersTurn();
    const before = await stateOfApproval();

    expect((await postForm(`${link}/${kind}`, values)).status).toBe(status);
    expect(await stateOfApproval()).toEqual(before);
  });

  it('takes no mark from another site', async () => {
    const link = await giveLink();
    await untilEmployersTurn();
    const form = { activity: 'hr-approval' };

    expect((await postForm(`${link}/done`, form, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
  });

  it('is renewed by a page that asks; the old one is as unknown as one that never was', async () => {
    const old = await giveLink();
    const asked = await htmlOf(`${plan.page}/renew/step`);
    await postForm(`${plan.page}/renew/step`);
    const { links } = await planJson();

    expect(asked).toContain('换一个给人事的链接？');
    expect((await fetch(old)).status).toBe(404);
    expect((await postForm(`${old}/done`, { activity: 'hr-approval' })).status).toBe(404);
    expect((await fetch(links.step)).status).toBe(200);
    expect((await fetch(`${server.url}/steps/AAAAAAAAAAAAAAAAAAAAAA`)).status).toBe(404);
  });

  it('stands in no index and in no log', async () => {
    const link = await giveLink();
    const { headers } = await fetch(link);
    await postForm(`${link}/done`, { activity: 'hr-approval' });

    expect(headers.get('X-Robots-Tag')).toMatch(/noindex/);
    expect(headers.get('Cache-Control')).toContain('no-store');
    expect(JSON.stringify(server.log())).not.toContain(link.split('/').at(-1));
  });
});

describe('HR’s own address', () => {
  const give = (values: Record<string, string> = {}) =>
    postForm(`${plan.page}/reminders`, {
      email: HR,
      audience: 'employer',
      reference: '工号 4711',
      ...values,
    });

  async function confirm(): Promise<void> {
    const [mail] = await mailsTo(server, HR);
    const link = /http:\/\/\S+\/reminders\/confirm\/[\w-]{22}/.exec(mail?.text ?? '')?.[0] ?? '';
    expect(await htmlOf(link)).toContain('只说人事要办的那一步');
    await postForm(link);
  }

  it('is asked first, in words of its own, with the reference and without anything of the plan', async () => {
    expect((await give()).headers.get('Location')).toMatch(/employer=mail-sent#employer$/);
    const [mail] = await mailsTo(server, HR);

    expect(mail?.subject).toBe('请确认：是否接收员工医保办理的提醒');
    expect(mail?.text).toContain('贵单位员工“工号 4711”的家庭');
    expect(mail?.text).not.toMatch(/12月|居住证|\/plans\/|\/steps\//);
  });

  it('gets the employer’s step alone, with the link for HR, from the first day on which it is due', async () => {
    await give();
    await postForm(`${plan.page}/reminders`, { email: 'mama@example.com' });
    await confirm();
    // Wednesday 2 December: the family's permit can be renewed, which is no business of HR.
    server.goTo('2026-12-02T01:00:00Z');
    expect((await mailsTo(server, HR)).length).toBe(1);
    // Friday 11 December: three days before HR's last day, Monday 14.
    server.goTo('2026-12-11T01:00:00Z');
    const [, reminder] = await mailsTo(server, HR);
    const { links } = await planJson();

    expect(reminder?.subject).toBe('工号 4711：单位人事网上审核，最晚12月14日（周一）');
    expect(reminder?.text).toContain(links.step);
    expect(reminder?.text).not.toMatch(/居住证签注|登记|缴费：|mama|\/plans\/|\/calendars\//);
    expect(reminder?.attachments).toEqual([]);
    expect(reminder?.headers.get('list')).toMatchObject({
      unsubscribe: { url: expect.stringContaining('/reminders/unsubscribe/') },
    });
  });

  it('hears on the next morning that it is HR’s turn and nothing was marked, and nothing once it is done', async () => {
    await give();
    await confirm();
    await untilEmployersTurn();
    const { links } = await planJson();
    server.goTo('2026-12-09T01:00:00Z');
    const [, reminder] = await mailsTo(server, HR);
    await postForm(`${links.step}/done`, { activity: 'hr-approval', outcome: 'online' });
    server.goTo('2026-12-14T01:00:00Z');

    expect(reminder?.text).toContain('员工已经提交，照计划昨天应该审核完了');
    expect(await mailsTo(server, HR)).toHaveLength(2);
  });

  it('carries the new link after it was renewed, and ends at once when it unsubscribes', async () => {
    await give();
    await confirm();
    await postForm(`${plan.page}/renew/step`);
    server.goTo('2026-12-11T01:00:00Z');
    const [, reminder] = await mailsTo(server, HR);
    const { links } = await planJson();
    const out = /http:\/\/\S+\/reminders\/unsubscribe\/[\w-]{22}/.exec(reminder?.text ?? '')?.[0] ?? '';
    await postForm(out, { 'List-Unsubscribe': 'One-Click' });
    server.goTo('2026-12-14T01:00:00Z');

    expect(reminder?.text).toContain(links.step);
    expect(await mailsTo(server, HR)).toHaveLength(2);
    expect(await htmlOf(plan.page)).not.toMatch(/hr@company|4711/);
  });

  it.each([
    ['no address', { email: 'hr at company' }, 'employer-email-fault'],
    [
      'a reference that could be an advertisement',
      { reference: 'see www.example.com' },
      'employer-reference-fault',
    ],
    ['a reference that is too long', { reference: 'a'.repeat(21) }, 'employer-reference-fault'],
  ])('is not taken with %s; what was typed is given back', async (_, values, fault) => {
    const answer = await give(values);
    const page = await answer.text();

    expect(answer.status).toBe(400);
    expect(page).toContain(`id="${fault}"`);
    for (const typed of Object.values(values)) expect(page).toContain(`value="${typed}"`);
    expect(await mailsTo(server, HR)).toEqual([]);
  });

  it('may be given through the API too', async () => {
    const ask = (body: object) => sendJson(`${plan.self}/reminders`, { email: HR, ...body });

    expect((await ask({ audience: 'employer', reference: '4711' })).status).toBe(202);
    expect((await mailsTo(server, HR))[0]?.text).toContain('4711');
    const refused = await ask({ audience: 'neighbour' });
    expect(refused.status).toBe(400);
    expect(await jsonOf(refused)).toMatchObject({ issues: [{ path: '$.audience' }] });
  });
});
