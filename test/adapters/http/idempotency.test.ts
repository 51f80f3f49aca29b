// POST /api/v1/plans with an Idempotency-Key: whoever got no answer asks again, and has one plan.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, hasPostgres, runSql } from '../../support/postgres.ts';
import { folderWith } from '../cli/commands.ts';
import { serve } from '../cli/serving.ts';
import { jsonOf, type RunningServer, startServer } from './running-server.ts';
import { sendJson } from './stored-case.ts';

let server: RunningServer;

const SUNDAY = '2026-11-22T02:00:00Z';

beforeAll(async () => {
  server = await startServer(SUNDAY);
});
afterAll(() => server.close());

const CASE = {
  policy: 'shanghai-2027',
  asOf: '2026-11-22',
  facts: { enrolling: 'child-out-of-school', permitExpiresOn: '2026-12-31', pointsChange: 'unchanged' },
  actuals: {},
};

let keys = 0;
/** Another key each time, of the length of a UUID. */
const aKey = () => `8e03978e-40d5-43dd-bc93-${String(++keys).padStart(12, '0')}`;

function store(key: string, body: unknown = CASE, url = server.url) {
  return sendJson(`${url}/api/v1/plans`, body, { 'Idempotency-Key': key, 'Accept-Language': 'en' });
}

async function wholeAnswer(response: Response) {
  const { status, headers } = response;
  return {
    status,
    location: headers.get('Location'),
    etag: headers.get('ETag'),
    body: await response.text(),
  };
}

describe('the same case with the same key', () => {
  it('is answered with the first answer, to the byte, and stores one plan', async () => {
    const key = aKey();

    const [first, second] = [await wholeAnswer(await store(key)), await wholeAnswer(await store(key))];

    expect(first.status).toBe(201);
    expect(second).toEqual(first);
  });

  it('is one plan also when both come at the same moment', async () => {
    const key = aKey();

    const answers = await Promise.all(Array.from({ length: 8 }, async () => wholeAnswer(await store(key))));

    expect(answers[0]?.status).toBe(201);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('is the first answer after the plan was changed, and on the next day', async () => {
    const key = aKey();
    const first = await wholeAnswer(await store(key));
    await fetch(`${first.location}`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ facts: { hrApprovalWorkingDays: 3 } }),
    });
    server.goTo('2026-11-23T01:59:59Z');
    const again = await wholeAnswer(await store(key));
    server.goTo(SUNDAY);

    expect(again).toEqual(first);
  });

  it('is another plan 24 hours later', async () => {
    const key = aKey();
    const first = await store(key);
    server.goTo('2026-11-23T02:00:00Z');
    const later = await store(key);
    server.goTo(SUNDAY);

    expect(later.status).toBe(201);
    expect(later.headers.get('Location')).not.toBe(first.headers.get('Location'));
  });

  it('gives out no newer links than the first: who repeats it after a renewal stays shut out', async () => {
    const key = aKey();
    const first = await jsonOf(store(key));
    await sendJson(`${first.links.self}/links`, { renew: ['edit', 'view', 'feed'] });

    const again = await jsonOf(store(key));

    expect(again.links).toEqual(first.links);
    expect((await fetch(again.links.self)).status).toBe(404);
  });

  it('is a new plan once the first was deleted: nothing of it is left to answer with', async () => {
    const key = aKey();
    const first = await store(key);
    const address = first.headers.get('Location') ?? '';
    await fetch(address, { method: 'DELETE' });

    const again = await store(key);

    expect(again.status).toBe(201);
    expect(again.headers.get('Location')).not.toBe(address);
  });
});

describe('a key', () => {
  it('of another case is refused with 422, and stores nothing', async () => {
    const key = aKey();
    await store(key);
    const other = await store(key, { ...CASE, facts: { ...CASE.facts, pointsChange: 'unknown' } });

    expect(other.status).toBe(422);
    expect(await jsonOf(other)).toMatchObject({ status: 422, code: 'key-reused' });
  });

  it('is the same with and without quotes, and blanks in the JSON make no other case', async () => {
    const key = aKey();
    const first = await wholeAnswer(await store(key));
    const spaced = await fetch(`${server.url}/api/v1/plans`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': `"${key}"`,
        'Accept-Language': 'en',
      },
      body: JSON.stringify(CASE, null, 2),
    });

    expect(await wholeAnswer(spaced)).toEqual(first);
  });

  it('is not used up by a case at fault', async () => {
    const key = aKey();

    expect((await store(key, { ...CASE, policy: 'atlantis-2027' })).status).toBe(400);
    expect((await store(key)).status).toBe(201);
  });

  it.each([
    ['with a blank', 'two words'],
    ['of nothing but quotes', '""'],
    ['of 256 characters', 'x'.repeat(256)],
    ['sent twice', 'one, other'],
  ])('%s is refused with its allowed form', async (_, key) => {
    const response = await store(key);

    expect(response.status).toBe(400);
    expect((await jsonOf(response)).issues).toEqual([
      { path: '$["Idempotency-Key"]', message: expect.stringContaining('1 to 255 visible ASCII') },
    ]);
  });

  it('that others may have made up too, being short, counts only for the address that it came from', async () => {
    const sent = (key: string, address: string) =>
      sendJson(`${behindProxy.url}/api/v1/plans`, CASE, {
        'Idempotency-Key': key,
        'X-Forwarded-For': address,
      });
    const behindProxy = await startServer(SUNDAY, { trustedProxies: 1 });
    const plansOf = async (key: string) =>
      new Set(
        await Promise.all(
          ['192.0.2.1', '192.0.2.2', '192.0.2.1'].map(async (address) =>
            (await sent(key, address)).headers.get('Location'),
          ),
        ),
      );

    const [short, long] = [await plansOf('1'), await plansOf(aKey())];
    await behindProxy.close();

    expect(short.size).toBe(2);
    expect(long.size).toBe(1);
  });
});

describe.skipIf(!(await hasPostgres()))('two processes on one database', () => {
  it('store one plan for one key, whichever is asked, and keep neither key nor link in clear', async () => {
    const { url: databaseUrl, drop } = await createDatabase();
    const environment = {
      DATABASE_URL: databaseUrl,
      SECRET_KEY: 'a key that several processes have in common',
    };
    const servers = await Promise.all([1, 2].map(() => serve(folderWith(), environment)));
    const key = aKey();

    const answers = await Promise.all(
      [0, 1, 0, 1, 0, 1].map((index) => store(key, CASE, servers[index]?.url)),
    );
    const paths = answers.map(({ headers }) => headers.get('Location')?.replace(/^http:..[^/]+/, ''));
    const kept = await runSql(environment.DATABASE_URL, 'select * from idempotency_keys');
    for (const { child } of servers) child.kill('SIGTERM');
    await Promise.all(servers.map(({ exit }) => exit));
    const plans = await runSql(environment.DATABASE_URL, 'select id from plans');
    await drop();

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201]);
    expect(new Set(paths).size).toBe(1);
    expect(plans).toHaveLength(1);
    expect(kept).toHaveLength(1);
    const token = paths[0]?.split('/').at(-1) ?? '';
    expect(token).toHaveLength(22);
    for (const secret of [key, token]) expect(JSON.stringify(kept)).not.toContain(secret);
  });
});
