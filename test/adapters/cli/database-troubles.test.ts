// A database whose disk is full, that another process holds, that may not be written, or that is damaged: a request
// is answered 503 with Retry-After, the log says what to do, nothing is half written, and all goes on by itself when the
// trouble is over. Real processes on real disks.

import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openDatabase } from '../../../src/adapters/database/open-database.ts';
import { canMountDisks, mountSmallDisk } from '../../support/small-disk.ts';
import { aMail, MONDAY_NINE, storeConfirmed } from '../database/contract-world.ts';
import { folderWith, run } from './commands.ts';
import { type Serving, serve } from './serving.ts';

// Many processes start here, each a second or more on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const CASE = JSON.stringify({ policy: 'shanghai-2027', facts: { permitExpiresOn: '2026-12-31' } });

function storePlan({ url }: Serving): Promise<Response> {
  return fetch(`${url}/api/v1/plans`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: CASE,
  });
}

const pathOf = (stored: Response) => new URL(stored.headers.get('location') ?? '', stored.url).pathname;
const statusOf = async ({ url }: Serving, path: string) => (await fetch(`${url}${path}`)).status;

async function expectUnavailable(answer: Response): Promise<void> {
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('10');
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(await answer.json()).toMatchObject({ status: 503, code: 'unavailable' });
}

/** Stores plans until one is refused; the paths of those that were stored. */
async function storeUntilRefused(server: Serving): Promise<{ stored: string[]; refused: Response }> {
  const stored: string[] = [];
  for (;;) {
    const answer = await storePlan(server);
    if (answer.status !== 201) return { stored, refused: answer };
    stored.push(pathOf(answer));
  }
}

/** A database file in `folder` with one mail that waits to be sent. */
async function withWaitingMail(folder: string): Promise<void> {
  const database = await openDatabase('sqlite:data/lastbus.sqlite', folder);
  await storeConfirmed(database, []);
  await database.outbox.enqueue(aMail(), MONDAY_NINE);
  await database.close();
}

const mailsIn = async (folder: string) =>
  (await readdir(join(folder, 'mail')).catch(() => [])).filter((name) => name.endsWith('.eml'));
/** The account of that name on Debian. */
const NOBODY = 65_534;

const dispatchMonday = ['dispatch', '--now', '2026-12-07T09:30+08:00'];

describe.skipIf(!canMountDisks())('on a full disk', () => {
  it('no plan is stored by halves, stored ones are shown, and storing goes on when there is room', async () => {
    const disk = mountSmallDisk(4);
    const server = await serve(folderWith(), { DATABASE_URL: `sqlite:${disk.folder}/lastbus.sqlite` });
    const first = pathOf(await storePlan(server));
    disk.fill(100_000);

    const { stored, refused } = await storeUntilRefused(server);
    const whileFull = [await statusOf(server, first), await statusOf(server, '/healthz')];
    disk.free();
    const after = await storePlan(server);

    await expectUnavailable(refused);
    expect(server.log()).toContain(
      `The database ${disk.folder}/lastbus.sqlite cannot be used: the disk is full; make room.`,
    );
    expect(whileFull).toEqual([200, 200]);
    expect(after.status).toBe(201);
    for (const path of [first, ...stored, pathOf(after)]) expect(await statusOf(server, path)).toBe(200);
    const raw = new DatabaseSync(`${disk.folder}/lastbus.sqlite`, { readOnly: true });
    onTestFinished(() => raw.close());
    const count = (table: string) => raw.prepare(`select count(*) as rows from ${table}`).get()?.rows;
    expect([count('plans'), count('plan_revisions'), count('plan_links')]).toEqual([
      stored.length + 2,
      stored.length + 2,
      (stored.length + 2) * 3,
    ]);
    expect(raw.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
  });

  it('no mail goes out that could not be noted as sent; the round after it sends it, once', async () => {
    const disk = mountSmallDisk(2);
    const folder = folderWith();
    await withWaitingMail(disk.folder);
    const environment = {
      DATABASE_URL: `sqlite:${disk.folder}/data/lastbus.sqlite`,
      SECRET_KEY: 'k'.repeat(32),
    };
    disk.fill();

    const whileFull = await run(folder, dispatchMonday, { environment });
    const mailsWhileFull = await mailsIn(folder);
    disk.free();
    const after = await run(folder, dispatchMonday, { environment });
    const again = await run(folder, dispatchMonday, { environment });

    expect(whileFull).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `The database ${disk.folder}/data/lastbus.sqlite cannot be used: its disk cannot be read or written; see whether it is full or at fault.\n`,
    });
    expect(mailsWhileFull).toEqual([]);
    expect([after.exitCode, again.exitCode]).toEqual([0, 0]);
    expect(await mailsIn(folder)).toHaveLength(1);
    expect(JSON.parse(again.stdout)).toMatchObject({ due: 0, sent: 0 });
  });

  it('a backup is not left half written, and neither is a database that a backup does not fit into', async () => {
    const disk = mountSmallDisk(1);
    const home = folderWith();
    const server = await serve(home);
    for (let index = 0; index < 300; index += 1) await storePlan(server);

    disk.fill(100_000);
    const backup = await run(home, ['backup', `${disk.folder}/backup.sqlite`]);
    disk.free();
    await run(home, ['backup', 'whole.sqlite']);
    disk.fill(400_000);
    const restore = await run(home, ['restore', 'whole.sqlite'], {
      environment: { DATABASE_URL: `sqlite:${disk.folder}/lastbus.sqlite` },
    });

    expect(backup).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `The backup ${disk.folder}/backup.sqlite cannot be written: the disk is full.\n`,
    });
    expect(restore).toMatchObject({ exitCode: 2, stdout: '' });
    expect(restore.stderr).toMatch(/the disk is full; make room\.|see whether it is full or at fault\./);
    const left = (await readdir(disk.folder)).filter((name) => !name.startsWith('lastbus.sqlite'));
    expect(left).toEqual(['filler']);
    disk.free();
    const raw = new DatabaseSync(`${disk.folder}/lastbus.sqlite`);
    onTestFinished(() => raw.close());
    expect(raw.prepare('select count(*) as rows from plans').get()).toEqual({ rows: 0 });
  });

  it('that is read-only a server does not start, and says so', async () => {
    const disk = mountSmallDisk(2);
    await withWaitingMail(disk.folder);
    disk.makeReadOnly();
    const environment = { DATABASE_URL: `sqlite:${disk.folder}/data/lastbus.sqlite`, PORT: '0' };

    expect(await run(folderWith(), ['serve'], { environment })).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `The database ${disk.folder}/data/lastbus.sqlite cannot be used: that file system is read-only; give another path in DATABASE_URL.\n`,
    });
  });
});

// A superuser may write whatever the modes say, so that one takes another account.
describe.skipIf(process.getuid?.() !== 0)('a database that this account may not write', () => {
  it('is told at the start, and is not changed', async () => {
    const folder = folderWith();
    await withWaitingMail(folder);
    const path = join(folder, 'data/lastbus.sqlite');
    for (const [name, mode] of [
      [folder, 0o755],
      [join(folder, 'data'), 0o755],
      [path, 0o444],
    ] as const) {
      chmodSync(name, mode);
    }
    const before = readFileSync(path);

    const ended = await run(folder, ['serve'], { environment: { PORT: '0' }, account: NOBODY });

    expect(ended).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `The database ${path} cannot be used: this account may not write there; allow it, or give another path in DATABASE_URL.\n`,
    });
    expect(readFileSync(path)).toEqual(before);
  });
});

describe('a database that another process holds', () => {
  const holdLock = (path: string) => {
    const other = new DatabaseSync(path, { timeout: 10_000 });
    onTestFinished(() => other.close());
    other.exec('begin immediate');
    return () => other.exec('rollback');
  };

  it('is waited for, while the server goes on answering; then it is 503, and 201 when it is free', async () => {
    const folder = folderWith();
    const server = await serve(folder);
    await storePlan(server);
    const release = holdLock(join(folder, 'data/lastbus.sqlite'));
    const order: string[] = [];

    const waiting = [1, 2, 3].map(async () => {
      const answer = await storePlan(server);
      order.push('refused');
      return answer;
    });
    const health = await statusOf(server, '/healthz');
    order.push('healthy');
    const refused = await Promise.all(waiting);
    release();
    const after = await storePlan(server);

    expect(health).toBe(200);
    expect(order).toEqual(['healthy', 'refused', 'refused', 'refused']);
    for (const answer of refused) await expectUnavailable(answer);
    expect(server.log()).toContain('another process holds it; let that process finish.');
    expect(after.status).toBe(201);
  });

  it('is written as soon as it is free', async () => {
    const folder = folderWith();
    const server = await serve(folder);
    const release = holdLock(join(folder, 'data/lastbus.sqlite'));

    const waiting = storePlan(server);
    // Behind the request on its way, so that it is met while it waits.
    await statusOf(server, '/healthz');
    release();

    expect((await waiting).status).toBe(201);
  });

  it('lets a round of reminders end without a mail, and the next one send it', async () => {
    const folder = folderWith();
    await withWaitingMail(folder);
    const release = holdLock(join(folder, 'data/lastbus.sqlite'));

    const held = await run(folder, dispatchMonday);
    const mailsWhileHeld = await mailsIn(folder);
    release();
    const after = await run(folder, dispatchMonday);

    expect(held).toMatchObject({ exitCode: 2, stdout: '' });
    expect(held.stderr).toContain('another process holds it; let that process finish.');
    expect(mailsWhileHeld).toEqual([]);
    expect(after.exitCode).toBe(0);
    expect(await mailsIn(folder)).toHaveLength(1);
  });
});

describe('a database whose pages are damaged', () => {
  it('answers 503 for what cannot be read, shows what can, and is refused as a backup', async () => {
    const folder = folderWith();
    const first = await serve(folder);
    const paths: string[] = [];
    for (let index = 0; index < 120; index += 1) paths.push(pathOf(await storePlan(first)));
    first.child.kill('SIGTERM');
    await first.exit;
    const path = join(folder, 'data/lastbus.sqlite');
    spoilRowsOf(path, 'plans');

    const second = await serve(folder);
    const answers = await Promise.all(paths.map((plan) => fetch(`${second.url}${plan}`)));
    const backup = await run(folder, ['backup', 'backup.sqlite']);

    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(paths.length);
    for (const answer of refused) await expectUnavailable(answer);
    expect(second.log()).toContain(
      `The database ${path} cannot be used: it is damaged; restore it from a backup.`,
    );
    expect(backup).toMatchObject({ exitCode: 2, stdout: '' });
    expect(backup.stderr).toContain('it is damaged; restore it from a backup.');
    expect(existsSync(join(folder, 'backup.sqlite'))).toBe(false);
  });

  it('in its head lets no server start, and stays as it is', async () => {
    const folder = folderWith();
    await withWaitingMail(folder);
    const path = join(folder, 'data/lastbus.sqlite');
    const bytes = readFileSync(path);
    bytes.fill(0x55, 100, 4096);
    writeFileSync(path, bytes);

    const ended = await run(folder, ['serve'], { environment: { PORT: '0' } });

    expect(ended).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `The database ${path} cannot be used: it is damaged; restore it from a backup.\n`,
    });
    expect(await readFile(path)).toEqual(bytes);
  });
});

/** Writes nonsense over the last leaf page with rows of a table. */
function spoilRowsOf(path: string, table: string): void {
  const raw = new DatabaseSync(path);
  const pages = raw
    .prepare("select pageno from dbstat where name = ? and pagetype = 'leaf' order by pageno desc")
    .all(table);
  const size = Number(raw.prepare('pragma page_size').get()?.page_size);
  raw.close();
  const page = Number(pages[0]?.pageno);
  expect(pages.length).toBeGreaterThan(2);
  const bytes = readFileSync(path);
  bytes.fill(0x55, (page - 1) * size, page * size);
  writeFileSync(path, bytes);
}
