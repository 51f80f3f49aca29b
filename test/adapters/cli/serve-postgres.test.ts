// `lastbus serve` on PostgreSQL, as processes: they share their data, outlive a server that is away for a while, and
// say in a sentence why they cannot start. Skipped, and says so, where no PostgreSQL answers.

import { beforeAll, describe, expect, it } from 'vitest';
import { proxyTo } from '../../support/breakable-proxy.ts';
import { createDatabase, createSchema, hasPostgres, withDatabase } from '../../support/postgres.ts';
import { folderWith, run } from './commands.ts';
import { serve } from './serving.ts';

const SECRET_KEY = 'a key that several processes have in common';

describe.skipIf(!(await hasPostgres()))('servers on PostgreSQL', () => {
  let databaseUrl = '';
  beforeAll(async () => {
    const { url, drop } = await createDatabase();
    databaseUrl = url;
    return async () => void (await drop());
  });

  it('share their plans, even when they start together, and each ends with exit code 0', async () => {
    const environment = { DATABASE_URL: await createSchema(databaseUrl), SECRET_KEY };
    const servers = await Promise.all([1, 2, 3].map(() => serve(folderWith(), environment)));
    const [first] = servers;
    const stored = await fetch(`${first?.url}/api/v1/plans`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ policy: 'shanghai-2027', facts: { permitExpiresOn: '2026-12-31' } }),
    });
    const { pathname } = new URL(stored.headers.get('location') ?? '', first?.url);

    const found = await Promise.all(servers.map(({ url }) => fetch(`${url}${pathname}`)));
    for (const { child } of servers) child.kill('SIGTERM');

    expect(stored.status).toBe(201);
    expect(found.map(({ status }) => status)).toEqual([200, 200, 200]);
    for (const { exit } of servers) expect(await exit).toEqual({ exitCode: 0, stderr: '' });
  });

  it('are not ready while it is away, ready again when it is back, and log no password', async () => {
    const proxy = await proxyTo(await createSchema(databaseUrl));
    const address = new URL(proxy.url);
    // Where the server asks for none, any password does.
    address.password ||= 'hush';
    const { url, child, exit, log } = await serve(folderWith(), { DATABASE_URL: address.href, SECRET_KEY });
    const ready = async () => (await fetch(`${url}/readyz`)).status;

    const statuses = [await ready()];
    await proxy.cut();
    statuses.push(await ready(), (await fetch(`${url}/healthz`)).status);
    await proxy.restore();
    statuses.push(await ready());
    child.kill('SIGTERM');

    expect(statuses).toEqual([200, 503, 200, 200]);
    expect(await exit).toEqual({ exitCode: 0, stderr: '' });
    expect(log()).toMatch(/The database lastbus_test_\w+ at 127\.0\.0\.1:\d+ cannot be used/);
    expect(log()).not.toContain(address.password);
  });

  it('do not start without the key that their links are made with, and do not hang either', async () => {
    const environment = { PORT: '0', DATABASE_URL: await createSchema(databaseUrl) };

    expect(await run(folderWith(), ['serve'], { environment })).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'SECRET_KEY is needed: the database keeps no folder on this machine to put a key into.\n',
    });
  });

  it('do not start without the database, and tell it in a line', async () => {
    const environment = { PORT: '0', DATABASE_URL: withDatabase(databaseUrl, 'not_there'), SECRET_KEY };

    const { exitCode, stderr } = await run(folderWith(), ['serve'], { environment });

    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^The database not_there at .*: there is no database of that name; .*\n$/);
  });
});
