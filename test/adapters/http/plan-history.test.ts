// The page of a plan's history, on the real server.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from './running-server.ts';
import { onServer, type StoredLinks, storeCase } from './stored-case.ts';

let server: RunningServer;
let links: StoredLinks;

beforeAll(async () => {
  server = await startServer();
  links = await storeCase(server);
  const patch = (body: object) =>
    fetch(onServer(server, links.self), {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  expect((await patch({ facts: { hrApprovalWorkingDays: 5 } })).status).toBe(200);
  server.goTo('2026-12-02T02:00:00Z');
  const renewed = { startedOn: '2026-12-02', finishedOn: '2026-12-02' };
  expect((await patch({ actuals: { 'renew-permit': renewed } })).status).toBe(200);
});

afterAll(() => server.close());

async function textOf(address: string, language: string): Promise<string> {
  const answer = await fetch(`${onServer(server, address)}/history?lang=${language}`);
  expect(answer.status).toBe(200);
  const html = await answer.text();
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

describe('the history of a plan', () => {
  it('tells the newest change first: what moved, old → new, and why', async () => {
    const text = await textOf(links.page, 'zh');

    const [noted, answered, made] = [
      '12月2日（周三） 要您和单位办的日期都没有变。 为什么变了 “居住证签注”记录了：12月2日（周三）办完',
      '11月22日（周日） 日期或结论变了：',
      '11月22日（周日） 计划做好了。',
    ];
    expect([noted, answered, made].map((part) => text.indexOf(part))).toEqual(
      [noted, answered, made].map((part) => text.indexOf(part)).toSorted((a, b) => a - b),
    );
    for (const part of [
      noted,
      answered,
      made,
      '居住证签注，最晚 12月9日（周三） → 变成 12月3日（周四）',
      '“单位人事审核要几个工作日”：原来1，现在5',
    ])
      expect(text).toContain(part);
  });

  it('is told in English too, and to who may only look', async () => {
    const text = await textOf(links.viewPage, 'en');

    expect(text).toContain('Renew the residence permit, start by Wed 9 Dec → becomes Thu 3 Dec');
    expect(text).toContain('“Renew the residence permit” was noted: finished Wed 2 Dec');
  });

  it('is linked from the page of the plan', async () => {
    const html = await (await fetch(onServer(server, links.page))).text();

    expect(html).toContain(`href="${new URL(links.page).pathname}/history"`);
  });

  it('of an unknown plan is not found', async () => {
    expect((await fetch(`${server.url}/plans/${'A'.repeat(22)}/history`)).status).toBe(404);
  });
});
