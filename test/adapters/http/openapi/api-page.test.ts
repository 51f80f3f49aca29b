// The page of the API: made of the document, without a script and without another host.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { jsonOf, type RunningServer, startServer } from '../running-server.ts';

let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

it.each([
  ['zh', '程序接口', '保存计划'],
  ['en', 'API', 'Store a plan'],
])('tells every operation and every shape of the document, in %s', async (language, title, summary) => {
  const document = await jsonOf(fetch(`${server.url}/api/v1/openapi.json?lang=${language}`));
  const response = await fetch(`${server.url}/api/docs?lang=${language}`);
  const html = await response.text();
  const operations = Object.entries<object>(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );

  expect(response.status).toBe(200);
  expect(html).toContain(`<h1>${title}</h1>`);
  expect(html).toContain(summary);
  expect(operations.length).toBeGreaterThan(12);
  for (const operation of operations) expect(html).toContain(`<code>${operation}</code>`);
  for (const name of Object.keys(document.components.schemas)) expect(html).toContain(`id="shape-${name}"`);
});

it('has no script, no style of its own, and no address of another host; every link in it leads somewhere', async () => {
  const html = await (await fetch(`${server.url}/api/docs`)).text();
  const anchors = [...html.matchAll(/href="#([^"]+)"/g)].map(([, anchor]) => anchor);

  expect(html).not.toMatch(/<script|<style|style=|https?:/);
  expect(anchors.length).toBeGreaterThan(20);
  expect(anchors.filter((anchor) => !html.includes(`id="${anchor}"`))).toEqual([]);
});

it('is kept by who has it already', async () => {
  const etag = (await fetch(`${server.url}/api/docs`)).headers.get('ETag') ?? '';

  expect((await fetch(`${server.url}/api/docs`, { headers: { 'If-None-Match': etag } })).status).toBe(304);
});
