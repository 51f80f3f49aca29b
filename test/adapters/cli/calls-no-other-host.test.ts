// SECURITY.md: the server talks to the database, the mail relay and HEARTBEAT_URL, and to nobody else. Tried on real
// processes over every route and a mail that falls due, with addresses of a trap wherever an address can be written.

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { simpleParser } from 'mailparser';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { fuzz } from '../../../bench/fuzz/fuzz.ts';
import { GOOD_CASE, routesOfSource } from '../../../bench/fuzz/known.ts';
import { createDatabase, hasPostgres } from '../../support/postgres.ts';
import { openScriptedRelay } from '../mail/scripted-relay.ts';
import { folderWith, run } from './commands.ts';
import { serve } from './serving.ts';

const preload = (name: string) => fileURLToPath(new URL(`./preload/${name}.mjs`, import.meta.url));

/** Sunday 22 November 2026, 10:00 in Shanghai; the first reminder is due on the morning of 2 December. */
const STARTED_AT = '2026-11-22T02:00:00Z';
const MORNING_OF_A_REMINDER = '2026-12-02T01:30:00Z';
const REQUESTS = 600;
const PATIENCE = { timeout: 60_000, interval: 50 };

async function listening(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A policy of the host's own whose sources lie at the trap. */
function ownPolicy(trap: string): string {
  return `announces: shanghai-2027
status: announced
sources:
  notice-2027:
    title: { zh: 通知, en: Notice }
    publisher: ${trap}
    publishedOn: 2026-11-20
    address: http://${trap}/notice
    confidence: confirmed
    verifiedOn: 2026-11-22
cutoffs: { payment: { on: 2026-12-20, until: null, status: announced, source: notice-2027 } }
`;
}

/** What a server with all it has, and the commands that run beside it, begin on their own: each way once. */
async function waysOutOf(environment: Readonly<Record<string, string>> = {}) {
  const trapped: string[] = [];
  const beats: string[] = [];
  const trap = await listening((req, res) => {
    trapped.push(`${req.method} ${req.url}`);
    res.end();
  });
  const monitor = await listening((req, res) => {
    beats.push(`${req.method} ${req.url}`);
    res.writeHead(302, { Location: `http://${trap}/moved` }).end();
  });
  const relay = await openScriptedRelay();
  onTestFinished(relay.close);
  const folder = folderWith({ 'own/announced.yaml': ownPolicy(trap) });
  const waysOut = join(folder, 'ways-out.txt');
  const whole = {
    POLICY_DIR: join(folder, 'own'),
    SMTP_URL: relay.url,
    MAIL_FROM: 'lastbus@lastbus.example',
    HEARTBEAT_URL: `http://${monitor}/ping`,
    STARTED_AT,
    WAYS_OUT: waysOut,
    NODE_OPTIONS: ['started-at', 'ways-out'].map((name) => `--import ${preload(name)}`).join(' '),
    ...environment,
  };
  const server = await serve(folder, whole);
  const post = (path: string, body: object) => {
    const headers = { 'content-type': 'application/json', Referer: `http://${trap}/`, Origin: server.url };
    return fetch(new URL(path, server.url), { method: 'POST', headers, body: JSON.stringify(body) });
  };

  const cutoff = { ...GOOD_CASE.overrides.cutoff, source: `http://${trap}/own` };
  const stored = await post('/api/v1/plans', { ...GOOD_CASE, actuals: {}, overrides: { cutoff } });
  const { links } = JSON.parse(await stored.text());
  await post(new URL(links.reminders).pathname, { email: 'mama@example.org' });
  const confirm = await vi.waitFor(async () => {
    const { text = '' } = await simpleParser(relay.mails[0] ?? '');
    const [path] = /\/reminders\/confirm\/[\w-]{22}/.exec(text) ?? [];
    if (path === undefined) throw new Error('no confirmation has come');
    return path;
  }, PATIENCE);
  expect((await post(confirm, {})).status).toBe(200);
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  const { routes } = await fuzz({ url: server.url, requests: REQUESTS, seed: 20261122 });
  await vi.waitFor(() => expect(beats).not.toEqual([]), PATIENCE);
  const command = { environment: { ...whole, PUBLIC_URL: server.url } };
  const dispatched = await run(folder, ['dispatch', '--now', MORNING_OF_A_REMINDER], command);
  const examined = await run(folder, ['doctor'], command);
  server.child.kill('SIGTERM');
  await server.exit;

  // It was a round of everything; what there is to mend is told of the clock, which the test has set.
  for (const { method, path } of routesOfSource()) expect([...routes.keys()]).toContain(`${method} ${path}`);
  expect(JSON.parse(dispatched.stdout).sent).toBeGreaterThan(0);
  expect(examined.stdout).toMatch(/✓ mail .*127\.0\.0\.1/);
  const lines = readFileSync(waysOut, 'utf8').trim().split('\n');
  return {
    ways: [...new Set(lines)].toSorted(),
    relayAndMonitor: [monitor, new URL(relay.url).host].map((host) => `TCPCONNECTWRAP ${host}`),
    trapped,
  };
}

vi.setConfig({ testTimeout: 240_000 });

const isThere = await hasPostgres();

describe('over a round of everything', () => {
  it('a server on SQLite calls the mail relay and the heartbeat, and nobody else', async () => {
    const { ways, relayAndMonitor, trapped } = await waysOutOf();

    expect(ways).toEqual(relayAndMonitor.toSorted());
    expect(trapped).toEqual([]);
  });

  it.skipIf(!isThere)('a server on PostgreSQL calls that as well', async () => {
    const { url, drop } = await createDatabase();
    onTestFinished(async () => void (await drop()));
    const { hostname, port } = new URL(url);

    const { ways, relayAndMonitor, trapped } = await waysOutOf({
      DATABASE_URL: url,
      SECRET_KEY: 'a key that several processes have in common',
    });

    expect(ways).toEqual([...relayAndMonitor, `TCPCONNECTWRAP ${hostname}:${port || 5432}`].toSorted());
    expect(trapped).toEqual([]);
  });
});
