// `lastbus backup` and `lastbus restore` as a volunteer types them: beside a server that is being written to, and on
// another host, where the links that families hold go on opening their plans.

import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { startServerOnDisk } from '../../clients/server-on-disk.ts';
import { createDatabase, hasPostgres } from '../../support/postgres.ts';
import { folderWith, run } from './commands.ts';
import { type Serving, serve } from './serving.ts';

// Many processes start here, each a second or more on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

async function storePlan({ url }: Pick<Serving, 'url'>): Promise<{ edit: string; feed: string }> {
  const stored = await fetch(`${url}/api/v1/plans`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      policy: 'shanghai-2027',
      facts: { permitExpiresOn: '2026-12-31', pointsChange: 'unchanged' },
    }),
  });
  expect(stored.status).toBe(201);
  const { links } = JSON.parse(await stored.text());
  return { edit: new URL(links.self).pathname, feed: new URL(links.calendarFeed).pathname };
}

async function mailsIn(folder: string): Promise<string[]> {
  const names = await readdir(join(folder, 'mail')).catch(() => []);
  const texts = await Promise.all(names.map((name) => readFile(join(folder, 'mail', name), 'utf8')));
  return texts.map((text) => text.replaceAll('=\r\n', ''));
}

/** Asks for reminders and taps the link of the mail that comes. */
async function subscribe(
  server: Pick<Serving, 'url'>,
  folder: string,
  planPath: string,
  email: string,
): Promise<void> {
  const asked = await fetch(`${server.url}${planPath}/reminders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  });
  expect(asked.status).toBe(202);
  await dispatched(folder, '2026-11-22T10:00+08:00');
  const [mail] = (await mailsIn(folder)).filter((text) => text.includes(email));
  const path = /\/reminders\/confirm\/[\w-]{22}/.exec(mail ?? '')?.[0];
  const confirmed = await fetch(`${server.url}${path}`, { method: 'POST' });
  expect(confirmed.status).toBe(200);
}

async function dispatched(folder: string, now: string) {
  const { stdout, stderr } = await run(folder, ['dispatch', '--now', now]);
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

describe('a backup', () => {
  it('made while families store plans holds every plan that was answered before, each whole', async () => {
    const [home, away] = [folderWith(), folderWith()];
    const server = await serve(home);
    const before: { edit: string; feed: string }[] = [];
    const during: { edit: string; feed: string }[] = [];
    for (let index = 0; index < 10; index += 1) before.push(await storePlan(server));
    let isOver = false;
    const load = Promise.all(
      [1, 2].map(async () => {
        while (!isOver) during.push(await storePlan(server));
      }),
    );

    const backups = [];
    for (const name of ['first', 'second', 'third'])
      backups.push(await run(home, ['backup', `${name}.sqlite`]));
    isOver = true;
    await load;
    server.child.kill('SIGKILL');
    const restored = await run(away, ['restore', join(home, 'third.sqlite')]);

    expect(backups.map(({ exitCode, stderr }) => ({ exitCode, stderr }))).toEqual(
      Array.from({ length: 3 }, () => ({ exitCode: 0, stderr: '' })),
    );
    expect(during.length).toBeGreaterThan(10);
    expect(statSync(join(home, 'third.sqlite')).mode & 0o777).toBe(0o600);
    expect(restored).toMatchObject({ exitCode: 0, stderr: '' });
    expect(statSync(join(away, 'data/secret.key')).mode & 0o777).toBe(0o600);
    const other = await serve(away);
    const statusOf = async (path: string) => (await fetch(`${other.url}${path}`)).status;
    for (const { edit, feed } of before)
      expect([await statusOf(edit), await statusOf(feed)]).toEqual([200, 200]);
    // What came during it is there whole or not at all: a plan and its links are one transaction.
    for (const { edit, feed } of during) expect(await statusOf(edit)).toBe(await statusOf(feed));
  });

  it('taken back on another host lets reminders go on where they were: none twice, none lost', async () => {
    const [home, away] = [folderWith({ 'data/secret.key': 'a key for tests only\n' }), folderWith()];
    const server = await startServerOnDisk(join(home, 'data'), join(home, 'none'), '2026-11-22T10:00+08:00');
    const { edit } = await storePlan(server);
    await subscribe(server, home, edit, 'mama@example.org');
    await server.close();
    const sentAtHome = await dispatched(home, '2026-12-03T09:30+08:00');

    await run(home, ['backup', 'backup.sqlite']);
    await run(away, ['restore', join(home, 'backup.sqlite')]);

    expect(sentAtHome).toMatchObject({ failed: 0, deferred: 0 });
    expect(sentAtHome.sent).toBeGreaterThan(0);
    expect(await dispatched(away, '2026-12-03T09:30+08:00')).toMatchObject({ due: 0, sent: 0 });
    const later = await dispatched(home, '2026-12-20T09:30+08:00');
    expect(later.sent + later.dropped).toBeGreaterThan(0);
    expect(await dispatched(away, '2026-12-20T09:30+08:00')).toEqual(later);
    // The links in a mail that the other host writes open the plan there.
    const [mail] = (await mailsIn(away)).filter((text) => text.includes('mama@example.org'));
    const link = /\/plans\/[\w-]{22}/.exec(mail ?? '')?.[0];
    const other = await serve(away);
    expect((await fetch(`${other.url}${link}`)).status).toBe(200);
  });
});

describe('restore', () => {
  it('changes nothing where there are plans already, and says what to do', async () => {
    const [home, away] = [folderWith(), folderWith()];
    const [first, second] = [await serve(home), await serve(away)];
    await storePlan(first);
    const { edit } = await storePlan(second);
    await run(home, ['backup', 'backup.sqlite']);
    const key = readFileSync(join(away, 'data/secret.key'), 'utf8');

    const otherKey = await run(away, ['restore', join(home, 'backup.sqlite')]);
    const asIfSame = { SECRET_KEY: readFileSync(join(home, 'data/secret.key'), 'utf8').trim() };
    const notEmpty = await run(away, ['restore', join(home, 'backup.sqlite')], { environment: asIfSame });

    expect(otherKey).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `The file ${away}/data/secret.key holds another key than the backup: if no other data rest on it, move it away (mv ${away}/data/secret.key ${away}/data/secret.key.old) and restore again.\n`,
    });
    expect(notEmpty).toMatchObject({ exitCode: 2, stdout: '' });
    expect(notEmpty.stderr).toContain(
      'is not empty (there are rows in plans): nothing was restored; name a new one in DATABASE_URL, or move this one away.',
    );
    expect((await fetch(`${second.url}${edit}`)).status).toBe(200);
    expect(readFileSync(join(away, 'data/secret.key'), 'utf8')).toBe(key);
  });

  it('goes into a database whose server has run, and has stored nothing yet', async () => {
    const [home, away] = [folderWith(), folderWith()];
    const { edit } = await storePlan(await serve(home));
    const first = await serve(away);
    await fetch(`${first.url}/`);
    first.child.kill('SIGTERM');
    await first.exit;
    await run(home, ['backup', 'backup.sqlite']);
    renameSync(join(away, 'data/secret.key'), join(away, 'data/secret.key.old'));

    const restored = await run(away, ['restore', join(home, 'backup.sqlite')]);

    expect(restored).toMatchObject({ exitCode: 0, stderr: '' });
    const second = await serve(away);
    expect((await fetch(`${second.url}${edit}`)).status).toBe(200);
  });

  it('of a file that is cut off leaves neither a key nor a database behind', async () => {
    const [home, away] = [folderWith(), folderWith()];
    const server = await serve(home);
    await storePlan(server);
    await run(home, ['backup', 'whole.sqlite']);
    const whole = readFileSync(join(home, 'whole.sqlite'));
    writeFileSync(join(away, 'cut.sqlite'), whole.subarray(0, whole.length - 4096));

    const refused = await run(away, ['restore', 'cut.sqlite']);

    expect(refused).toMatchObject({ exitCode: 2, stdout: '' });
    expect(refused.stderr).toMatch(/^The file .*cut\.sqlite cannot be restored: it is damaged .*\n$/);
    expect(existsSync(join(away, 'data'))).toBe(false);
  });

  it.each([
    [['backup'], 'backup: one file is needed, for example lastbus backup lastbus-backup.sqlite\n'],
    [
      ['restore', 'a', 'b'],
      'restore: one file is needed, for example lastbus restore lastbus-backup.sqlite\n',
    ],
  ])('and backup need one file: %j', async (args, stderr) => {
    expect(await run(folderWith(), args)).toEqual({ exitCode: 2, stdout: '', stderr });
  });
});

describe.skipIf(!(await hasPostgres()))('from SQLite to PostgreSQL', () => {
  it('a host moves with all its links, once it was told where the key goes', async () => {
    const { url: databaseUrl, drop } = await createDatabase();
    try {
      const [home, away] = [folderWith(), folderWith()];
      const server = await serve(home);
      const { edit, feed } = await storePlan(server);
      const environment = { DATABASE_URL: databaseUrl };
      await run(home, ['backup', 'backup.sqlite']);
      const file = join(home, 'backup.sqlite');

      const untold = await run(away, ['restore', file], { environment });
      const wrongKey = { ...environment, SECRET_KEY: 'another key, of more than 32 characters' };
      const wrong = await run(away, ['restore', file], { environment: wrongKey });
      const told = await run(away, ['restore', file, '--key-to', 'key'], { environment });

      expect(untold).toMatchObject({ exitCode: 2, stdout: '' });
      expect(untold.stderr).toMatch(
        /^SECRET_KEY is not set, .* or say with --key-to FILE where the key of the backup shall go\.\n$/,
      );
      expect(wrong.stderr).toMatch(/^SECRET_KEY is not the key of this backup: /);
      expect(told).toMatchObject({ exitCode: 0, stderr: '' });
      expect(told.stdout).toContain(
        `The key of its links is in ${away}/key; set SECRET_KEY to what stands there.`,
      );
      const SECRET_KEY = readFileSync(join(away, 'key'), 'utf8').trim();
      const other = await serve(away, { ...environment, SECRET_KEY });
      for (const path of [edit, feed]) expect((await fetch(`${other.url}${path}`)).status).toBe(200);
      other.child.kill('SIGTERM');
      await other.exit;
      // And back again.
      await run(away, ['backup', 'back.sqlite'], { environment: { ...environment, SECRET_KEY } });
      const third = folderWith();
      await run(third, ['restore', join(away, 'back.sqlite')]);
      const again = await serve(third);
      for (const path of [edit, feed]) expect((await fetch(`${again.url}${path}`)).status).toBe(200);
    } finally {
      await drop();
    }
  });
});
