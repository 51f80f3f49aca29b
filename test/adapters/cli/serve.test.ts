// `lastbus serve`, as a process: it listens, keeps its data over a restart, ends when it is told to, and says in a
// sentence why it cannot start.

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { folderWith, run } from './commands.ts';
import { serve } from './serving.ts';

describe.concurrent('a server', () => {
  it('answers on a free port, lets no second one onto it, and ends with exit code 0 on SIGTERM', async () => {
    const folder = folderWith();
    const { url, port, child, exit } = await serve(folder);

    const health = await fetch(`${url}/healthz`);
    const second = await run(folder, ['serve'], { environment: { PORT: port } });
    child.kill('SIGTERM');

    expect(health.status).toBe(200);
    expect(await health.json()).toEqual({ status: 'ok' });
    expect(second).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `The address 127.0.0.1:${port} is in use; set HOST or PORT to another one.\n`,
    });
    expect(await exit).toEqual({ exitCode: 0, stderr: '' });
  });

  it('that is ended with SIGINT and started again knows the plans it has stored, by the same links', async () => {
    const folder = folderWith();
    const first = await serve(folder);
    const stored = await fetch(`${first.url}/api/v1/plans`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ policy: 'shanghai-2027', facts: { permitExpiresOn: '2026-12-31' } }),
    });
    const path = new URL(stored.headers.get('location') ?? '', first.url).pathname;
    first.child.kill('SIGINT');
    await first.exit;

    const second = await serve(folder);
    const found = await fetch(`${second.url}${path}`);

    expect(stored.status).toBe(201);
    expect(found.status).toBe(200);
    expect(await found.json()).toMatchObject({ policy: { id: 'shanghai-2027' } });
  });
});

describe.concurrent('a server that is watched', () => {
  it('calls its heartbeat after a round of reminders, and says when the last one ended', async () => {
    const called = Promise.withResolvers<string>();
    const monitor = createServer((req, res) => {
      called.resolve(`${req.method} ${req.url}`);
      res.end();
    }).listen(0, '127.0.0.1');
    await once(monitor, 'listening');
    const { port } = monitor.address() as AddressInfo;
    const startedAt = Date.now();

    const { url, child, exit, log } = await serve(folderWith(), {
      HEARTBEAT_URL: `http://127.0.0.1:${port}/ping/a-key`,
    });
    const heartbeat = await called.promise;
    const ready = JSON.parse(await (await fetch(`${url}/readyz`)).text());
    const metrics = await (await fetch(`${url}/metrics`)).text();
    child.kill('SIGTERM');
    monitor.close();

    expect(heartbeat).toBe('GET /ping/a-key');
    expect(ready).toMatchObject({
      status: 'ok',
      checks: { database: 'ok', mail: 'ok', 'reminder-clock': 'ok' },
    });
    expect(Date.parse(ready.reminderClock.lastRoundAt)).toBeGreaterThanOrEqual(startedAt);
    expect(metrics).toMatch(/^lastbus_reminder_rounds_total\{outcome="succeeded"\} [1-9]/m);
    expect(await exit).toEqual({ exitCode: 0, stderr: '' });
    expect(log()).not.toContain('a-key');
  });

  it('is not ready, and says which part, when its relay does not let it in', async () => {
    const { url, child, exit, log } = await serve(folderWith(), {
      SMTP_URL: 'smtp://lastbus:hush@127.0.0.1:1',
    });

    const ready = await fetch(`${url}/readyz`);
    const answer = await ready.text();
    child.kill('SIGTERM');
    await exit;

    expect(ready.status).toBe(503);
    expect(JSON.parse(answer)).toMatchObject({ checks: { database: 'ok', mail: 'failed' } });
    expect(log()).toContain('The mail relay 127.0.0.1:1 cannot be used: ');
    expect(answer + log()).not.toContain('hush');
  });
});

describe.concurrent('a server with a policy file at fault', () => {
  it('is ready all the same, and names the file and how much is wrong, not where it lies', async () => {
    const folder = folderWith({ 'own/deep/broken.yaml': 'policy: mine\npolicy: yours\n' });
    const { url, child, exit } = await serve(folder, { POLICY_DIR: `${folder}/own` });

    const ready = await fetch(`${url}/readyz`);
    const answer = await ready.text();
    child.kill('SIGTERM');
    await exit;

    expect(ready.status).toBe(200);
    expect(JSON.parse(answer)).toMatchObject({
      status: 'ok',
      policies: { leftOut: [{ file: 'broken.yaml', faults: 1 }] },
    });
    expect(answer).not.toContain(folder);
  });
});

describe.concurrent('a server that cannot start', () => {
  it('because its data lie below a regular file says so, with exit code 2', async () => {
    const folder = folderWith({ file: '' });
    const environment = { PORT: '0', DATABASE_URL: `sqlite:${folder}/file/data/lastbus.sqlite` };

    const ended = await run(folder, ['serve'], { environment });

    expect(ended).toMatchObject({
      exitCode: 2,
      stderr: `The database ${folder}/file/data/lastbus.sqlite cannot be used: a part of its path is a file, not a folder; give another path in DATABASE_URL.\n`,
    });
  });

  it('because of its configuration names every key at once, and repeats no secret', async () => {
    const environment = { PORT: '99999', REMINDER_TIME: 'noon', SECRET_KEY: 'hunter2' };

    const ended = await run(folderWith(), ['serve'], { environment });

    expect(ended).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: [
        'PORT: "99999", not an allowed value, allowed: a port, 0 to 65535',
        'REMINDER_TIME: "noon", not an allowed value, allowed: HH:MM, for example 09:00',
        'SECRET_KEY: not an allowed value, allowed: at least 32 characters',
        '',
      ].join('\n'),
    });
  });

  it('because its DKIM key is not there says so, with exit code 2', async () => {
    const folder = folderWith();
    const environment = {
      PORT: '0',
      DKIM_DOMAIN: 'example.org',
      DKIM_SELECTOR: 's1',
      DKIM_PRIVATE_KEY_FILE: `${folder}/dkim.pem`,
    };

    const { exitCode, stderr } = await run(folder, ['serve'], { environment });

    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^The DKIM key .*dkim\.pem .*\n$/);
  });
});
