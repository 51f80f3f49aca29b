import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from './running-server.ts';

let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const ANSWERS = {
  policy: 'shanghai-2027',
  enrolling: 'child-out-of-school',
  permitExpiresOn: '2026-12-31',
  pointsChange: 'unchanged',
};

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(new URL(path, server.url), { headers });
  return { response, html: await response.text() };
}

function post(path: string, values: Record<string, string>) {
  const body = new URLSearchParams(values);
  return fetch(new URL(path, server.url), { method: 'POST', redirect: 'manual', body });
}

async function storePlan(): Promise<string> {
  const response = await post('/plans', ANSWERS);
  expect(response.status).toBe(303);
  return (response.headers.get('Location') ?? '').split('?')[0] ?? '';
}

describe('the language of a page', () => {
  it.each([
    ['nothing is said', '/', {}, 'zh-CN'],
    ['the browser asks for English first', '/', { 'Accept-Language': 'en-GB,en;q=0.9,zh;q=0.5' }, 'en'],
    ['the browser asks for Chinese of Taiwan', '/', { 'Accept-Language': 'zh-TW' }, 'zh-CN'],
    ['the browser asks for French only', '/', { 'Accept-Language': 'fr' }, 'zh-CN'],
    ['the address says English', '/?lang=en', { 'Accept-Language': 'zh' }, 'en'],
    ['the address says nonsense', '/?lang=xx', { 'Accept-Language': 'en' }, 'en'],
  ])('when %s', async (_, path, headers, language) => {
    const { response, html } = await get(path, headers);

    expect(html).toContain(`<html lang="${language}">`);
    expect(response.headers.get('Vary')).toContain('Accept-Language');
  });
});

describe('the page of a stored plan', () => {
  it('comes after saving, and says that its link is the key', async () => {
    const response = await post('/plans?lang=en', ANSWERS);
    const location = response.headers.get('Location') ?? '';
    const { html } = await get(location);

    expect(response.status).toBe(303);
    expect(location).toMatch(/^\/plans\/[\w-]{22}\?news=saved&lang=en$/);
    expect(html).toContain('Keep this link');
    expect(html).toContain(`value="${server.url}${location.split('?')[0]}"`);
  });

  it('is not stored with answers at fault: the form comes back', async () => {
    const response = await post('/plans', { ...ANSWERS, permitExpiresOn: '' });

    expect(response.status).toBe(400);
    expect(await response.text()).toContain('请回答这一项');
  });

  it('offers the file and the calendar page, and says where mails are only written', async () => {
    const path = await storePlan();
    const { html } = await get(path);

    expect(html).toMatch(/href="\/calendars\/[\w-]{22}\.ics\?download=1"/);
    expect(html).toContain(`href="${path}/calendar"`);
    expect(html).toContain(server.mailFolder);
  });

  it('notes a step as done in one tap, today, and lets it be taken back', async () => {
    const path = await storePlan();
    const noted = await post(`${path}/steps/renew-permit`, { kind: 'done' });

    expect(noted.headers.get('Location')).toBe(`${path}?news=noted&step=renew-permit`);
    const { html } = await get(noted.headers.get('Location') ?? '');
    expect(html).toContain('“居住证签注”已记下');
    expect(html).toContain('11月22日（周日）完成');
    expect((await post(`${path}/steps/renew-permit`, { kind: 'taken-back' })).status).toBe(303);
    expect((await get(path)).html).toContain('12月2日（周三） 至 12月9日（周三）');
  });

  it('notes a step on another day, as people write it: Friday 20 November', async () => {
    const path = await storePlan();

    await post(`${path}/steps/renew-permit`, { kind: 'done', when: 'other', day: '2026年11月20日' });

    expect((await get(path)).html).toContain('11月20日（周五）完成');
  });

  it('keeps a try that failed, with its reason as text, and plans the step again', async () => {
    const path = await storePlan();

    await post(`${path}/steps/renew-permit`, {
      kind: 'refused',
      when: '2026-11-21',
      reason: '<b>差材料</b>',
    });

    const { html } = await get(path);
    expect(html).toContain('11月21日（周六）没受理或被退回：&lt;b&gt;差材料&lt;/b&gt;。要重来。');
    expect(html).toContain('12月2日（周三） 至 12月9日（周三）');
  });

  it('notes how the step ended that decides the way on: the paper route', async () => {
    const path = await storePlan();
    for (const step of ['renew-permit', 'points-form']) await post(`${path}/steps/${step}`, { kind: 'done' });

    await post(`${path}/steps/hr-approval`, { kind: 'done', outcome: 'paper' });

    const { html } = await get(path);
    expect(html).toContain('屏幕上显示的结果：请于两个工作日后至受理点递交书面材料');
    expect(html).toContain('到柜台递交积分材料</h3>');
  });

  it('notes the steps before it on request: nobody has to tap through all of them', async () => {
    const path = await storePlan();

    expect((await post(`${path}/steps/hr-approval`, { kind: 'done' })).status).toBe(422);
    expect((await post(`${path}/steps/hr-approval`, { kind: 'done', earlier: 'yes' })).status).toBe(303);

    const { html } = await get(path);
    const done = [...html.matchAll(/<li class="stop stop-done[^>]*id="step-([\w-]+)"/g)].map(([, id]) => id);
    expect(done).toEqual(['renew-permit', 'points-data-lag', 'points-form', 'hr-approval']);
  });

  it.each([
    ['no day', { kind: 'done', when: 'other', day: 'gestern' }, '“gestern”不是一个日期'],
    ['an empty day', { kind: 'done', when: 'other', day: '' }, '请填另一天是哪天'],
    ['a day to come', { kind: 'done', when: 'other', day: '2026-12-24' }, '的日期还没有到'],
    ['nothing that happened', { kind: 'eaten' }, '请选一个'],
    ['a start that is no day', { kind: 'done', startedOn: 'x' }, '“x”不是一个日期'],
  ])(
    'gives a step noted with %s back: what was typed, and beside it what is wrong',
    async (_, values, fault) => {
      const path = await storePlan();
      const response = await post(`${path}/steps/hr-approval`, { ...values, reason: 'typed before' });
      const html = await response.text();

      expect([400, 422]).toContain(response.status);
      expect(html).toContain('<details class="progress" id="note-hr-approval" open>');
      expect(html).toMatch(/<a href="#note-hr-approval(?:-day|-started)?">/);
      expect(html.split('id="note-hr-approval-faults"')[1]).toContain(fault);
      expect(html).toContain('value="typed before"');
      if ('day' in values) expect(html).toContain(`name="day" value="${values.day}"`);
    },
  );

  it.each([
    ['a payment to come', 'payment', { kind: 'done', when: '2026-12-24' }],
    ['the proof of a payment that nobody made', 'payment-check', { kind: 'done' }],
    ['a proof to come', 'payment-check', { kind: 'done', when: '2026-12-24', earlier: 'yes' }],
  ])('does not note %s, though a way is open to which the points do not matter', async (_, step, values) => {
    const path = await storePlan();

    expect((await post(`${path}/steps/${step}`, values)).status).toBe(422);
  });

  it('does not know a step that is not there', async () => {
    const path = await storePlan();

    expect((await post(`${path}/steps/fly-to-the-moon`, { kind: 'done' })).status).toBe(400);
  });

  it('changes facts, and takes an emptied one back', async () => {
    const path = await storePlan();
    const { policy: _, ...facts } = ANSWERS;

    await post(`${path}/facts`, { ...facts, permitExpiresOn: '2026-12-20', hrApprovalWorkingDays: '2' });
    const changed = (await get(path)).html;
    expect(changed).toContain('value="2026-12-20"');
    expect(changed).not.toContain('<li>单位人事审核要几个工作日：1</li>');

    await post(`${path}/facts`, { ...facts, hrApprovalWorkingDays: '' });
    expect((await get(path)).html).toContain('<li>单位人事审核要几个工作日：1</li>');
  });

  it('gives a changed fact back with what is wrong with it', async () => {
    const path = await storePlan();
    const response = await post(`${path}/facts`, { permitExpiresOn: '2026-02-30' });

    expect(response.status).toBe(400);
    expect(await response.text()).toContain('“2026-02-30”不是一个日期');
  });

  it('asks for an address, and gives a wrong one back', async () => {
    const path = await storePlan();
    const wrong = await post(`${path}/reminders`, { email: 'mama at home' });
    const right = await post(`${path}/reminders`, { email: 'mama@example.com' });

    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toMatch(/value="mama at home"[^>]*aria-invalid="true"/);
    expect(right.headers.get('Location')).toBe(`${path}?address=mail-sent#reminders`);
    expect((await get(path)).html).toContain('等您在信里确认');
  });

  it('can be looked at with the view link, which offers nothing that changes it', async () => {
    const path = await storePlan();
    const [view = ''] =
      /\/plans\/[\w-]{22}/.exec(/id="view-link"[^>]*/.exec((await get(path)).html)?.[0] ?? '') ?? [];
    const { response, html } = await get(view);

    expect(response.status).toBe(200);
    expect(html).toContain('12月2日（周三） 至 12月9日（周三）');
    // Trying out what if asks and changes nothing.
    expect(html.match(/<form [^>]*>/g)).toEqual([expect.stringContaining('method="get"')]);
    expect(html).not.toContain(path);
    expect((await post(`${view}/steps/renew-permit`, { kind: 'done' })).status).toBe(403);
    expect((await post(`${view}/delete`, {})).status).toBe(403);
    expect((await get(`${view}/delete`)).response.status).toBe(403);
  });

  it('asks before it deletes', async () => {
    const path = await storePlan();

    expect((await get(`${path}/delete`)).html).toContain(`action="${path}/delete"`);
    expect((await get(path)).response.status).toBe(200);
    expect((await post(`${path}/delete`, {})).status).toBe(200);
    expect((await get(path)).response.status).toBe(404);
  });
});
