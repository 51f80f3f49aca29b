// A short fuzz run over every route; `npm run fuzz` is the long one.

import { expect, it } from 'vitest';
import { fuzz } from '../../../bench/fuzz/fuzz.ts';
import { routesOfSource } from '../../../bench/fuzz/known.ts';
import { startServer } from './running-server.ts';

const REQUESTS = 600;

it('whatever is sent to any route is answered, without a 5xx and without telling how the server is made', async () => {
  const server = await startServer();
  const account = await fuzz({ url: server.url, requests: REQUESTS, seed: 20261122 });
  const routes = routesOfSource().filter(({ path }) => path !== '/metrics');
  await server.close();

  expect(account.requests).toBeGreaterThanOrEqual(REQUESTS);
  expect(routes.length).toBeGreaterThan(30);
  for (const { method, path } of routes) expect([...account.routes.keys()]).toContain(`${method} ${path}`);
  // Not all of it is turned away at the door.
  expect(account.statuses.get(200) ?? 0).toBeGreaterThan(REQUESTS / 20);
  expect([...account.statuses.keys()].filter((status) => status >= 500)).toEqual([]);
});

it('a server that breaks would be noticed', async () => {
  const server = await startServer();
  const broken = fuzz({
    url: server.url,
    requests: REQUESTS,
    seed: 20261122,
    onProgress: () => void server.breakDatabase(),
  });

  await expect(broken).rejects.toThrow(/Property failed/);
  await server.close();
});
