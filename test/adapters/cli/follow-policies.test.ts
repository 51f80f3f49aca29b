// A server whose policy files change while it runs, as a process, from the announcement to the mail: the plan follows,
// its owner is told the next morning, subscribers of the feed see the new day in the same entry.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ParsedMail, simpleParser } from 'mailparser';
import { expect, it, vi } from 'vitest';
import { folderWith, run } from './commands.ts';
import { type Serving, serve } from './serving.ts';

const PRELOAD = fileURLToPath(new URL('./preload/started-at.mjs', import.meta.url));

/** Sunday 22 November 2026, 10:00 in Shanghai. */
const CLOCK = { STARTED_AT: '2026-11-22T02:00:00Z', NODE_OPTIONS: `--import ${PRELOAD}` };
const NEXT_MORNING = '2026-11-23T01:00:00Z';

/** The cutoff is Sunday 20 December, not Friday 25. */
const ANNOUNCED = `announces: shanghai-2027
status: announced
sources:
  notice-2027:
    title: { zh: 关于2027年度居民医保参保的通知, en: Notice on enrolment for 2027 }
    publisher: ybj.sh.gov.cn
    publishedOn: 2026-11-20
    address: https://ybj.sh.gov.cn/2027
    confidence: confirmed
    verifiedOn: 2026-11-22
cutoffs: { payment: { on: 2026-12-20, until: null, status: announced, source: notice-2027 } }
`;

const PATIENCE = { timeout: 60_000, interval: 50 };

/** Resolves when the server has logged it again since `from`, an index into its log. */
function logged({ log }: Serving, text: string, from: number): Promise<void> {
  return vi.waitFor(() => expect(log().slice(from)).toContain(text), PATIENCE);
}

async function mailsIn(folder: string): Promise<ParsedMail[]> {
  const files = readdirSync(join(folder, 'mail')).filter((name) => name.endsWith('.eml'));
  return Promise.all(files.map((name) => simpleParser(readFileSync(join(folder, 'mail', name)))));
}

function renewalIn(feed: string): { readonly day: string; readonly sequence: string } {
  const event = feed.split('BEGIN:VEVENT').find((text) => text.includes('.renew-permit.step@')) ?? '';
  const value = (name: string) => new RegExp(`^${name}[^:]*:(.*)\r$`, 'm').exec(event)?.[1] ?? '';
  return { day: value('DTSTART'), sequence: value('SEQUENCE') };
}

it('tells the owner of a stored plan once, old → new, and moves the feed in place', async () => {
  const folder = folderWith();
  const own = join(folder, 'own');
  mkdirSync(own);
  const environment = { POLICY_DIR: own, ...CLOCK };
  const server = await serve(folder, environment);
  // Started beside it, so its links are the same.
  const dispatch = async () => {
    const { stdout } = await run(folder, ['dispatch', '--now', NEXT_MORNING], {
      environment: { ...environment, PUBLIC_URL: server.url },
    });
    return JSON.parse(stdout);
  };
  const post = (path: string, body?: object) =>
    fetch(new URL(path, server.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body ?? {}),
    });
  const hangUp = async (expected: string) => {
    const from = server.log().length;
    server.child.kill('SIGHUP');
    await logged(server, expected, from);
  };

  // A plan with a confirmed address.
  const facts = { permitExpiresOn: '2026-12-31', pointsChange: 'unchanged' };
  const { links } = JSON.parse(
    await (await post('/api/v1/plans', { policy: 'shanghai-2027', facts })).text(),
  );
  const feed = async () => (await fetch(new URL(new URL(links.calendarFeed).pathname, server.url))).text();
  await post(new URL(links.reminders).pathname, { email: 'mama@example.org' });
  const confirmation = await vi.waitFor(async () => {
    const [mail] = await mailsIn(folder);
    expect(mail).toBeDefined();
    return mail;
  }, PATIENCE);
  const confirm = /\/reminders\/confirm\/[\w-]{22}/.exec(confirmation?.text ?? '')?.[0] ?? '';
  expect((await post(confirm)).status).toBe(200);
  expect(renewalIn(await feed())).toEqual({ day: '20261209', sequence: '0' });

  // A file at fault is refused: nothing moves.
  writeFileSync(join(own, 'announced.yaml'), ANNOUNCED.replace('2026-12-20', '2026-12-32'));
  await hangUp('the policy files are refused');
  expect(renewalIn(await feed())).toEqual({ day: '20261209', sequence: '0' });

  // What was announced is right now.
  writeFileSync(join(own, 'announced.yaml'), ANNOUNCED);
  await hangUp('plans followed their policies');
  const moved = await feed();
  expect(renewalIn(moved)).toEqual({ day: '20261202', sequence: '1' });

  expect(await dispatch()).toMatchObject({ due: 1, sent: 1 });
  const told = (await mailsIn(folder)).filter(({ subject }) => subject?.startsWith('计划变了'));
  expect(told.map(({ subject }) => subject)).toEqual([
    '计划变了：居住证签注，最晚 12月2日（周三），原来12月9日（周三）',
  ]);
  expect(told[0]?.text).toContain('- 截止日：12月25日（周五） 17:30 → 12月20日（周日） 17:30');

  // Nothing has changed since: nothing happens.
  await hangUp('nothing has changed');
  expect(await dispatch()).toMatchObject({ due: 0, sent: 0 });
  expect(await feed()).toBe(moved);

  // A server that is started anew without the file lets the plan follow as well.
  server.child.kill('SIGTERM');
  await server.exit;
  rmSync(join(own, 'announced.yaml'));
  const second = await serve(folder, environment);
  await logged(second, 'plans followed their policies', 0);
  const back = await fetch(new URL(new URL(links.calendarFeed).pathname, second.url));
  expect(renewalIn(await back.text())).toEqual({ day: '20261209', sequence: '2' });
}, 240_000);

it('takes over a file that was put there when it has stood still for a moment, without being told', async () => {
  const folder = folderWith();
  const own = join(folder, 'own');
  mkdirSync(own);
  const server = await serve(folder, { POLICY_DIR: own, ...CLOCK });

  writeFileSync(join(own, 'announced.yaml'), ANNOUNCED);

  await logged(server, 'the policy files have changed and are in force', 0);
  const policy = await fetch(`${server.url}/api/v1/policies/shanghai-2027`);
  expect(await policy.text()).toContain('2026-12-20');
}, 120_000);
