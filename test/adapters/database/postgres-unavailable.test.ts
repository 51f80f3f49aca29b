// A PostgreSQL server that cannot be reached or used: told in one sentence without the password, and used again as
// soon as it is back.

import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { DatabaseUnavailable } from '../../../src/adapters/database/database-unavailable.ts';
import { openDatabase } from '../../../src/adapters/database/open-database.ts';
import { proxyTo } from '../../support/breakable-proxy.ts';
import { createDatabase, createSchema, hasPostgres, runSql, withDatabase } from '../../support/postgres.ts';
import { aPlan, linksOf, nextVersionOf } from './contract-world.ts';
import { openUntilEnd } from './postgres-world.ts';

const CHECK_ADDRESS = 'check host and port in DATABASE_URL';

/** What opening the address fails with; it never shows the password, wherever one looks. */
async function failureOf(url: string): Promise<string> {
  const failure = await openDatabase(url, '.').then(
    () => new Error('it was opened'),
    (error: unknown) => error,
  );
  if (!(failure instanceof DatabaseUnavailable)) throw new Error('another error', { cause: failure });
  expect(`${failure.stack} ${JSON.stringify(failure.cause)} ${failure.cause}`).not.toContain('hush');
  return failure.message;
}

describe.concurrent('an address that cannot be opened', () => {
  test('where nothing listens', async () => {
    const port = await closedPort();

    expect(await failureOf(`postgres://lastbus:hush@127.0.0.1:${port}/bus`)).toMatch(
      /^The database bus at 127\.0\.0\.1:\d+ cannot be used: nothing answers there; start PostgreSQL, or check host and port in DATABASE_URL\.$/,
    );
  });

  test('of a host that nobody knows', async () => {
    expect(await failureOf('postgresql://lastbus:hush@nowhere.invalid/bus')).toMatch(
      /^The database bus at nowhere\.invalid:5432 cannot be used: its host is not known/,
    );
  });

  test.each([
    'postgres://lastbus:hush@[::1/bus',
    'postgres://lastbus:hu sh@db.example:port/bus',
    'postgres://lastbus:hush@db.example:99999/bus',
  ])('that is malformed: %s', async (url) => {
    expect(await failureOf(url)).toBe(
      'The database address cannot be read; set DATABASE_URL to postgres://USER:PASSWORD@HOST:PORT/DATABASE, with special characters percent-encoded (an @ is %40).',
    );
  });

  test.each([
    ['28P01', 'it refuses this user or password; check user and password in DATABASE_URL'],
    ['28000', 'it refuses this user or password; check user and password in DATABASE_URL'],
    ['53300', 'it has no connection left; raise its max_connections, or run fewer processes'],
    ['57P03', 'it is starting or shutting down; it is tried anew with the next request'],
    ['08006', 'the connection broke off; it is tried anew with the next request'],
  ])('of a server that answers with %s', async (code, told) => {
    const port = await portOf((socket) => socket.end(refusal(code)));

    expect(await failureOf(`postgres://lastbus:hush@127.0.0.1:${port}/bus`)).toBe(
      `The database bus at 127.0.0.1:${port} cannot be used: ${told}.`,
    );
  });

  test('without the password that the server asks for', async () => {
    const port = await portOf((socket) => {
      socket.write(ASKS_FOR_PASSWORD);
      socket.once('data', () => socket.write(GOES_ON_ASKING));
    });

    expect(await failureOf(`postgres://lastbus@127.0.0.1:${port}/bus`)).toContain(
      'it asks for a password; give one in DATABASE_URL.',
    );
  });

  test('of something that hangs up', async () => {
    const port = await portOf((socket) => socket.end());

    expect(await failureOf(`postgres://lastbus:hush@127.0.0.1:${port}/bus`)).toContain(
      'the connection broke off',
    );
  });

  test('of something that never answers, after five seconds', async () => {
    const port = await portOf(() => {});

    expect(await failureOf(`postgres://lastbus:hush@127.0.0.1:${port}/bus`)).toContain(
      `no answer came in time; see how busy it is, or ${CHECK_ADDRESS}.`,
    );
  });
});

describe.skipIf(!(await hasPostgres()))('a PostgreSQL server', () => {
  let databaseUrl = '';
  beforeAll(async () => {
    const { url, drop } = await createDatabase();
    databaseUrl = url;
    return async () => void (await drop());
  });

  test('without the database says that there is none', async () => {
    expect(await failureOf(withDatabase(databaseUrl, 'not_there'))).toMatch(
      /^The database not_there at .* cannot be used: there is no database of that name; create it, with encoding UTF8\.$/,
    );
  });

  test('with a database that cannot hold Chinese is refused', async () => {
    const { url, drop } = await createDatabase('LATIN1');
    onTestFinished(async () => void (await drop()));

    expect(await failureOf(url)).toContain(
      'its texts are kept in LATIN1; create it anew with encoding UTF8.',
    );
  });

  test('that lets us make no tables says so', async () => {
    const url = new URL(databaseUrl);
    url.searchParams.set('options', '-c search_path=pg_catalog');

    expect(await failureOf(url.href)).toContain(
      'this user may not make tables there; make the user the owner of the database.',
    );
  });

  test('with a search path that leads nowhere says so', async () => {
    const url = new URL(databaseUrl);
    url.searchParams.set('options', '-c search_path=not_there');

    expect(await failureOf(url.href)).toContain('its search_path names no schema that is there');
  });

  test('with tables of a later version of the program is not touched', async () => {
    const url = await createSchema(databaseUrl);
    await (await openUntilEnd(url)).close();
    await runSql(url, "insert into kysely_migration values ('9999-last-light', '2036-12-07T00:00:00.000Z')");

    expect(await failureOf(url)).toContain('9999-last-light');
  });

  test('that is away for a while is told as away, and used again when it is back', async () => {
    const proxy = await proxyTo(await createSchema(databaseUrl));
    const database = await openUntilEnd(proxy.url);
    await database.planStore.create(aPlan(), linksOf('plan-1'));
    await expect(database.check()).resolves.toBeUndefined();

    await proxy.cut();
    await expect(database.check()).rejects.toThrow(DatabaseUnavailable);
    await expect(database.planStore.find('plan-1')).rejects.toThrow(DatabaseUnavailable);
    await proxy.restore();

    await expect(database.check()).resolves.toBeUndefined();
    expect(await database.planStore.find('plan-1')).toEqual(aPlan());
  });

  test('that ends every connection while they are at work: each work fails as a whole, and the next succeeds', async () => {
    const url = await createSchema(databaseUrl);
    const database = await openUntilEnd(`${url}&application_name=to_be_ended`);
    await database.planStore.create(aPlan(), linksOf('plan-1'));
    const changed = nextVersionOf(aPlan());
    // The row is held elsewhere, so that the work is under way when its connection ends.
    const held = runSql(url, 'begin; select 1 from plans for update; select pg_sleep(1); commit');
    await waitUntil(url, "wait_event = 'PgSleep'");

    const works = [database.planStore.replace(changed, []), database.planStore.remove('plan-1')].map((work) =>
      work.catch((error: unknown) => error),
    );
    await waitUntil(url, "application_name = 'to_be_ended' and wait_event_type = 'Lock'", 2);
    await runSql(
      url,
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'to_be_ended' and datname = current_database()",
    );

    for (const outcome of await Promise.all(works)) {
      expect(outcome).toBeInstanceOf(DatabaseUnavailable);
      expect(String(outcome)).toMatch(/the connection broke off|it is starting or shutting down/);
    }
    await held;
    expect(await database.planStore.find('plan-1')).toEqual(aPlan());
    expect(await database.planStore.replace(changed, [])).toBe(true);
  });
});

/** Waits until so many connections to the database of the address are as `condition` says. */
async function waitUntil(url: string, condition: string, count = 1): Promise<void> {
  for (;;) {
    const rows = await runSql(
      url,
      `select 1 from pg_stat_activity where datname = current_database() and ${condition}`,
    );
    if (rows.length >= count) return;
  }
}

/** A server of our own that does this with each connection; returns its port. */
async function portOf(answer: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => answer(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** https://www.postgresql.org/docs/current/protocol-message-formats.html: ErrorResponse. */
function refusal(code: string): Buffer {
  return message('E', `SFATAL\0VFATAL\0C${code}\0Mno\0\0`);
}

/** AuthenticationSASL with the one mechanism, and the server's first message in it. */
const ASKS_FOR_PASSWORD = message('R', '\0\0\0\x0aSCRAM-SHA-256\0\0');
const GOES_ON_ASKING = message('R', '\0\0\0\x0br=nonce,s=c2FsdA==,i=4096');

function message(kind: string, body: string): Buffer {
  const bytes = Buffer.from(body);
  const head = Buffer.alloc(5, kind);
  head.writeInt32BE(bytes.length + 4, 1);
  return Buffer.concat([head, bytes]);
}
