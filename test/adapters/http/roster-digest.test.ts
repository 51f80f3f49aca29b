// The digest of a roster on its page: an address is given, confirmed in its mail, shown with its state, taken out.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningServer, startServer } from './running-server.ts';

const FILE = 'ref,enrolling,permitExpiresOn\n1001,child-out-of-school,2026-12-31\n';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function storeRoster(): Promise<{ edit: string; view: string }> {
  const answer = await fetch(`${server.url}/api/v1/rosters`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/csv' },
    body: FILE,
  });
  const { links } = JSON.parse(await answer.text());
  const tokenOf = (link: string) => new URL(link).pathname.split('/').at(-1) ?? '';
  return { edit: tokenOf(links.self), view: tokenOf(links.view) };
}

function post(path: string, form: Record<string, string> = {}): Promise<Response> {
  const headers = { Origin: server.url };
  return fetch(`${server.url}${path}`, { method: 'POST', headers, body: new URLSearchParams(form) });
}

const manageOf = async (token: string) =>
  (await fetch(`${server.url}/rosters/${token}/manage?lang=zh`)).text();

/** The path of the link in the newest mail to an address that asks it. */
async function confirmPathOf(address: string): Promise<string> {
  const asking = (await server.mails()).filter((mail) => mail.includes(`To: ${address}`));
  const text = asking.map((mail) => mail.replaceAll('=\r\n', '')).join('\n');
  return /\/reminders\/confirm\/[\w-]{22}/.exec(text)?.[0] ?? '';
}

it('an address is asked, says yes on its page, and stands as confirmed', async () => {
  const { edit } = await storeRoster();

  const asked = await post(`/rosters/${edit}/reminders?lang=zh`, { email: 'hr@example.com' });

  expect(new URL(asked.url).pathname).toBe(`/rosters/${edit}/manage`);
  expect(await asked.text()).toContain('等您在信里确认');
  const path = await confirmPathOf('hr@example.com');
  const page = await (await fetch(`${server.url}${path}?lang=zh`)).text();
  expect(page).toContain('有人请求把一份花名册');
  expect(page).toContain('每周一早上一封；哪天早上看到有人变红');
  expect(await (await post(`${path}?lang=zh`)).text()).toContain(
    '每周一早上，以及有人变红的早上，会给您发信',
  );
  expect(await manageOf(edit)).toContain('已确认，会收到提醒');
});

it('what is no address is told beside the field, with what was typed', async () => {
  const { edit } = await storeRoster();

  const answer = await post(`/rosters/${edit}/reminders?lang=en`, { email: 'hr at example' });

  expect(answer.status).toBe(400);
  const page = await answer.text();
  expect(page).toContain('value="hr at example" aria-invalid="true"');
});

it('an address is asked again, and taken out; it is shown to nobody who may only look', async () => {
  const { edit, view } = await storeRoster();
  await post(`/rosters/${edit}/reminders`, { email: 'hr2@example.com' });
  const [, id = ''] = /id="address-([\w-]+)"/.exec(await manageOf(edit)) ?? [];

  expect((await post(`/rosters/${edit}/reminders/${id}/again`)).url).toContain('address=mail-sent');
  expect((await post(`/rosters/${view}/reminders`, { email: 'x@example.com' })).status).toBe(403);
  expect((await post(`/rosters/${view}/reminders/${id}/remove`)).status).toBe(403);
  expect((await post(`/rosters/${edit}/reminders/none/again`)).status).toBe(404);
  for (const path of [`/rosters/${view}`, `/rosters/${edit}`])
    expect(await (await fetch(`${server.url}${path}`)).text()).not.toContain('hr2@example.com');

  expect((await post(`/rosters/${edit}/reminders/${id}/remove`)).url).toContain('address=removed');

  expect(await manageOf(edit)).not.toContain('hr2@example.com');
});

it('one-click unsubscription tells that the roster writes there no more', async () => {
  const { edit } = await storeRoster();
  await post(`/rosters/${edit}/reminders`, { email: 'hr3@example.com' });
  await post(await confirmPathOf('hr3@example.com'));
  server.goTo('2026-11-23T01:00:00Z');
  const mails = (await server.mails()).filter((mail) => mail.includes('To: hr3@example.com'));
  const link = /List-Unsubscribe: <[^>]*(\/reminders\/unsubscribe\/[\w-]{22})>/.exec(
    mails.join('\n').replaceAll(/\r\n[ \t]+/g, ' '),
  )?.[1];

  expect(await (await fetch(`${server.url}${link}?lang=zh`)).text()).toContain(
    '这份花名册不再给这个邮箱发信',
  );
  expect(await (await post(`${link}?lang=zh`)).text()).toContain('这份花名册不会再给您发信');
  expect(await manageOf(edit)).toContain('已退订');
});
