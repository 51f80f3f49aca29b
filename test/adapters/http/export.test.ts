import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postForm } from './as-people-do.ts';
import { type RunningServer, startServer } from './running-server.ts';
import { onServer, storeCase } from './stored-case.ts';

let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

describe('everything that is kept of a plan', () => {
  it('is one file: case, plan, versions, addresses, reminders still to come, calendar', async () => {
    const links = await storeCase(server);
    const page = onServer(server, links.page);
    await postForm(`${page}/steps/renew-permit`, { kind: 'done', when: '2026-11-20' });
    await postForm(`${page}/reminders`, { email: 'mama@example.com' });

    const response = await fetch(`${page}/export`);
    const kept = JSON.parse(await response.text());

    expect(response.headers.get('Content-Disposition')).toMatch(
      /^attachment; filename="?lastbus-plan\.json"?$/,
    );
    expect(kept.case.facts.permitExpiresOn).toBe('2026-12-31');
    expect(kept.case.actuals['renew-permit'].finishedOn).toBe('2026-11-20');
    expect(kept.plan.verdict).toBe('on-track');
    expect(kept.versions.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    expect(kept.versions[0].said.asOf).toBe('2026-11-22');
    expect(JSON.stringify(kept.versions[0].causes)).toContain('2026-11-20');
    expect(kept.addresses).toMatchObject([{ address: 'mama@example.com', state: 'pending' }]);
    expect(kept.reminders[0].day).toMatch(/^2026-1[12]-\d\d$/);
    expect(kept.calendar).toMatch(/^BEGIN:VCALENDAR\r\n/);
  });

  it('holds no link that changes the plan, and no trace of the days as numbers', async () => {
    const links = await storeCase(server);
    await postForm(`${onServer(server, links.page)}/steps/renew-permit`, { kind: 'done' });
    const text = await (await fetch(`${onServer(server, links.page)}/export`)).text();

    expect(text).not.toContain(new URL(links.page).pathname);
    // 1 January 2026 is day 20454.
    expect(text).not.toMatch(/: 20[4-9]\d\d\b/);
  });

  it('is for the owner alone', async () => {
    const links = await storeCase(server);

    expect((await fetch(`${onServer(server, links.viewPage)}/export`)).status).toBe(403);
    expect((await fetch(`${server.url}/plans/aaaaaaaaaaaaaaaaaaaaaa/export`)).status).toBe(404);
  });

  it('is offered once more before everything goes', async () => {
    const links = await storeCase(server);
    const { pathname } = new URL(links.page);
    const asked = await (await fetch(`${onServer(server, links.page)}/delete?lang=zh`)).text();

    expect(asked).toContain(`href="${pathname}/export"`);
    expect(asked).toContain('会删掉：您的回答、记下的每一步和全部历史');
  });
});
