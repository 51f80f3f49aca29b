// The document of the API is true: every answer it names comes, and every answer that comes is as it says.

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secretLinks } from '../../../../src/app/secret-links.ts';
import { meetingOf } from '../../../support/meeting.ts';
import { jsonOf, type RunningServer, startServer, TEST_KEY } from '../running-server.ts';
import { type ApiDocument, DocumentedApi } from './documented-api.ts';
import { rosterAnswers } from './roster-answers.ts';

let server: RunningServer;
let narrow: RunningServer;
let busy: RunningServer;
let broken: RunningServer;
let ending: RunningServer;
let api: DocumentedApi;
let document: ApiDocument;

beforeAll(async () => {
  [server, narrow, busy, broken, ending] = await Promise.all([
    startServer(),
    startServer(undefined, { rateLimitPerMinute: 1 }),
    startServer(undefined, { takeTurn: (_, refuse) => refuse() }),
    startServer(),
    startServer(undefined, { isEnding: () => true }),
  ]);
  document = await jsonOf(fetch(`${server.url}/api/v1/openapi.json?lang=en`));
  api = new DocumentedApi(document);
  await broken.breakDatabase();
  // The one request that the narrow server lets through.
  await fetch(`${narrow.url}/`);
});
afterAll(() => Promise.all([server, narrow, busy, broken, ending].map(({ close }) => close())));

const FACTS = { enrolling: 'child-out-of-school', permitExpiresOn: '2026-12-31', pointsChange: 'unchanged' };
const CASE = { policy: 'shanghai-2027', facts: FACTS };
const IMPOSSIBLE = {
  ...CASE,
  actuals: { 'renew-permit': { startedOn: '2026-11-20', finishedOn: '2026-11-19' } },
};

interface Sent {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly on?: RunningServer;
}

/** Sends a request, holds the answer against the document, and gives status and content. */
async function ask(method: string, path: string, { body, headers = {}, on = server }: Sent = {}) {
  const address = new URL(path, on.url).href;
  const response = await fetch(address, {
    method,
    headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const headersGot = response.headers;
  const json = await api.check(method, address, response);
  return { status: response.status, headers: headersGot, json: Object(json) };
}

const TOO_LONG = { policy: 'x'.repeat(65_536) };
const AS_FORM = { body: 'policy=x', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } };
const NOBODY = '/api/v1/plans/AAAAAAAAAAAAAAAAAAAAAA';

async function storePlan() {
  const { json } = await ask('POST', '/api/v1/plans', { body: CASE });
  return json.links as Record<'self' | 'page' | 'view' | 'calendarFeed', string>;
}

/** Ends the one address of a plan, by the link that its next mail would carry. */
async function unsubscribeFrom(page: string): Promise<void> {
  const [, id = ''] = /id="address-([\w-]+)"/.exec(await (await fetch(page)).text()) ?? [];
  const token = secretLinks(TEST_KEY).tokenOf('unsubscribe', id, 1);
  await fetch(`${server.url}/reminders/unsubscribe/${token}`, { method: 'POST' });
}

interface AskedFact {
  readonly id: string;
  readonly type: string;
  readonly required: boolean;
  readonly choices?: object;
}

/** An answer to each question that must be answered: the first of the choices, this day, no. */
function requiredFacts(facts: readonly AskedFact[], day: string): Record<string, unknown> {
  const answerOf = ({ type, choices }: AskedFact) => {
    if (choices !== undefined) return Object.keys(choices)[0];
    if (type === 'boolean') return false;
    return type === 'integer' ? 1 : type === 'month' ? day.slice(0, 7) : day;
  };
  return Object.fromEntries(
    facts.filter(({ required }) => required).map((fact) => [fact.id, answerOf(fact)]),
  );
}

/** The path of a link, for whichever server. */
const pathOf = (link: string) => new URL(link).pathname;

async function turnedAway(method: string, path: string, body?: unknown) {
  const limited = await ask(method, path, { body, on: narrow });
  const overloaded = await ask(method, path, { body, on: busy });
  return [limited.status, overloaded.status];
}

async function statuses(...requests: Promise<{ status: number }>[]) {
  return (await Promise.all(requests)).map(({ status }) => status);
}

describe('the document', () => {
  it('is OpenAPI 3.1 in either language, with the same operations', async () => {
    const chinese = await jsonOf(fetch(`${server.url}/api/v1/openapi.json?lang=zh`));

    expect(document.openapi).toMatch(/^3\.1\.\d$/);
    expect(Object.keys(chinese.paths)).toEqual(Object.keys(document.paths));
    expect(chinese.paths['/healthz'].get.summary).toBe('进程在运行');
    expect(JSON.stringify(document).replaceAll('末班车', '')).not.toMatch(/[一-鿿]/);
    expect(JSON.stringify(chinese)).not.toContain('x-zh');
  });

  it('has schemas that JSON Schema 2020-12 takes', () => {
    const { schemas } = Object(document).components;
    const ajv = new Ajv2020({ strict: false });

    expect(Object.keys(schemas).length).toBeGreaterThan(15);
    for (const [name, schema] of Object.entries(schemas))
      expect(ajv.validateSchema(schema as object), name).toBe(true);
  });

  it('has every route of the API that the server has', () => {
    const routes = [
      'plan-api',
      'policy-api',
      'roster-api',
      'roster-address-api',
      'renew-routes',
      'calendar-routes',
      'health-routes',
      'document-routes',
    ]
      .map((file) =>
        readFileSync(new URL(`../../../../src/adapters/http/routes/${file}.ts`, import.meta.url), 'utf8'),
      )
      .flatMap((text) => [
        ...text.matchAll(
          /router\.(get|post|put|patch|delete)\(\s*'((?:\/api\/v1|\/calendars|\/healthz|\/readyz)[^']*)'/g,
        ),
      ])
      .map(([, method, path]) => `${method?.toUpperCase()} ${path?.replaceAll(/:(\w+)/g, '{$1}')}`);
    const operations = new Set(api.documented().map((answer) => answer.replace(/ \d+$/, '')));

    expect(routes.length).toBeGreaterThan(10);
    expect(routes.filter((route) => !operations.has(route))).toEqual([]);
  });
});

describe('what is answered is what is documented:', () => {
  it('POST /api/v1/plans/preview', async () => {
    const path = '/api/v1/plans/preview';

    expect(
      await statuses(
        ask('POST', path, { body: CASE }),
        ask('POST', path, { body: { ...CASE, asOf: '2027-01-20' } }),
        ask('POST', path, { body: { ...CASE, facts: { ...FACTS, bornOn: '2026-10' } } }),
        ask('POST', path, { body: { policy: 'nowhere-2027' } }),
        ask('POST', path, { body: '{' }),
        ask('POST', path, { body: TOO_LONG }),
        ask('POST', path, AS_FORM),
        ask('POST', path, { body: IMPOSSIBLE }),
      ),
    ).toEqual([200, 200, 200, 400, 400, 413, 415, 422]);
    expect(await turnedAway('POST', path, CASE)).toEqual([429, 503]);
  });

  it('the plan of every policy that can be planned, early and late', async () => {
    const { json } = await ask('GET', '/api/v1/policies');
    const policies = json.policies.filter(({ plannable }: { plannable: boolean }) => plannable);

    expect(policies.length).toBeGreaterThan(5);
    for (const { id, policyYear } of policies) {
      const { json: policy } = await ask('GET', `/api/v1/policies/${id}`);
      const year = policyYear - 1;
      const facts = requiredFacts(policy.facts, `${year}-12-31`);
      const days = [`${year}-11-22`, `${year}-12-24`, `${policyYear}-02-01`];
      const plans = days.map((asOf) =>
        ask('POST', '/api/v1/plans/preview', { body: { policy: id, asOf, facts } }),
      );
      expect(await statuses(...plans), id).toEqual([200, 200, 200]);
    }
  });

  it('POST /api/v1/plans', async () => {
    const path = '/api/v1/plans';

    expect(
      await statuses(
        ask('POST', path, {
          body: CASE,
          headers: { 'Idempotency-Key': 'of the document'.replaceAll(' ', '-') },
        }),
        ask('POST', path, { body: [] }),
        ask('POST', path, { body: TOO_LONG }),
        ask('POST', path, AS_FORM),
        ask('POST', path, { body: IMPOSSIBLE }),
      ),
    ).toEqual([201, 400, 413, 415, 422]);
    const reused = { body: { policy: 'shanghai-2026' }, headers: { 'Idempotency-Key': 'of-the-document' } };
    expect((await ask('POST', path, reused)).json.code).toBe('key-reused');
    expect(await turnedAway('POST', path, CASE)).toEqual([429, 503]);
  });

  it('GET /api/v1/plans/{planToken}', async () => {
    const { self, view } = await storePlan();
    const { headers } = await ask('GET', self);

    expect(
      await statuses(
        ask('GET', view),
        ask('GET', `${self}?asOf=2026-12-20`),
        ask('GET', self, { headers: { 'If-None-Match': headers.get('ETag') ?? '' } }),
        ask('GET', `${self}?asOf=soon`),
        ask('GET', NOBODY),
      ),
    ).toEqual([200, 200, 304, 400, 404]);
    expect(await turnedAway('GET', pathOf(self))).toEqual([429, 503]);
  });

  it('PATCH /api/v1/plans/{planToken}', async () => {
    const { self, view } = await storePlan();
    const done = { actuals: { 'renew-permit': { startedOn: '2026-11-20', finishedOn: '2026-11-20' } } };

    expect(
      await statuses(
        ask('PATCH', self, { body: { facts: { permitExpiresOn: '2026-12-15' }, ...done } }),
        ask('PATCH', self, { body: { facts: { color: 'red' } } }),
        ask('PATCH', view, { body: {} }),
        ask('PATCH', NOBODY, { body: {} }),
        ask('PATCH', self, { body: {}, headers: { 'If-Match': '"99-0"' } }),
        ask('PATCH', self, { body: TOO_LONG }),
        ask('PATCH', self, AS_FORM),
        ask('PATCH', self, { body: { actuals: IMPOSSIBLE.actuals } }),
      ),
    ).toEqual([200, 400, 403, 404, 412, 413, 415, 422]);
    expect(await turnedAway('PATCH', pathOf(self), {})).toEqual([429, 503]);
  });

  it('DELETE /api/v1/plans/{planToken}', async () => {
    const { self, view } = await storePlan();

    expect((await ask('DELETE', view)).status).toBe(403);
    expect((await ask('DELETE', self)).status).toBe(204);
    expect((await ask('DELETE', self)).status).toBe(404);
    expect(await turnedAway('DELETE', pathOf(self))).toEqual([429, 503]);
  });

  it('POST /api/v1/plans/{planToken}/links', async () => {
    const { self, view } = await storePlan();
    const links = `${self}/links`;

    expect(
      await statuses(
        ask('POST', links, { body: { renew: ['feed'] } }),
        ask('POST', links, { body: { renew: [] } }),
        ask('POST', `${view}/links`, { body: { renew: ['feed'] } }),
        ask('POST', `${NOBODY}/links`, { body: { renew: ['feed'] } }),
        ask('POST', links, { body: TOO_LONG }),
        ask('POST', links, AS_FORM),
      ),
    ).toEqual([200, 400, 403, 404, 413, 415]);
    expect(await turnedAway('POST', pathOf(links), { renew: ['feed'] })).toEqual([429, 503]);

    // Of two who renew a link at the same moment one succeeds, and the other is told.
    const racing = await startServer(undefined, { beforeRenewal: meetingOf(2) });
    const plan = await ask('POST', '/api/v1/plans', { body: CASE, on: racing });
    const renewal = { body: { renew: ['view'] }, on: racing };
    const path = `${pathOf(plan.json.links.self)}/links`;
    const both = await statuses(ask('POST', path, renewal), ask('POST', path, renewal));
    await racing.close();
    expect(both.toSorted()).toEqual([200, 409]);
  });

  it('POST /api/v1/plans/{planToken}/reminders', async () => {
    const { self, page, view } = await storePlan();
    const reminders = `${self}/reminders`;
    const body = { email: 'mama@example.com', locale: 'zh' };

    expect(
      await statuses(
        ask('POST', reminders, { body }),
        ask('POST', reminders, { body: { email: 'nobody', locale: 'zh' } }),
        ask('POST', reminders, { body: { ...body, locale: 'fr' } }),
        ask('POST', `${view}/reminders`, { body }),
        ask('POST', `${NOBODY}/reminders`, { body }),
        ask('POST', reminders, { body: TOO_LONG }),
        ask('POST', reminders, AS_FORM),
      ),
    ).toEqual([202, 400, 400, 403, 404, 413, 415]);
    await unsubscribeFrom(page);
    expect(await statuses(ask('POST', reminders, { body }))).toEqual([409]);
    expect(await turnedAway('POST', pathOf(reminders), body)).toEqual([429, 503]);
  });

  rosterAnswers(ask, () => [narrow, busy]);

  it('GET /api/v1/policies and every policy in it', async () => {
    const path = '/api/v1/policies';
    const { json, headers } = await ask('GET', path);
    const same = { headers: { 'If-None-Match': headers.get('ETag') ?? '' } };

    expect((await ask('GET', path, same)).status).toBe(304);
    expect(await turnedAway('GET', path)).toEqual([429, 503]);
    for (const { id } of json.policies) {
      const policy = await ask('GET', `${path}/${id}`);
      expect(policy.status, id).toBe(200);
      const again = { headers: { 'If-None-Match': policy.headers.get('ETag') ?? '' } };
      expect((await ask('GET', `${path}/${id}`, again)).status).toBe(304);
    }
    expect((await ask('GET', `${path}/atlantis-2027`)).status).toBe(404);
    expect(await turnedAway('GET', `${path}/shanghai-2027`)).toEqual([429, 503]);
  });

  it('the feed, the file, and each entry', async () => {
    const { calendarFeed } = await storePlan();
    const entry = calendarFeed.replace('.ics', '/plan.cutoff.ics');

    for (const address of [calendarFeed, entry]) {
      const { status, headers } = await ask('GET', address);
      const same = { headers: { 'If-None-Match': headers.get('ETag') ?? '' } };
      expect([status, (await ask('GET', address, same)).status]).toEqual([200, 304]);
      expect((await ask('GET', address.replace(/calendars\/[\w-]{22}/, 'calendars/nobody'))).status).toBe(
        404,
      );
      expect((await ask('GET', pathOf(address), { on: busy })).status).toBe(503);
    }
    expect((await ask('GET', `${calendarFeed}?download=1`)).status).toBe(200);
  });

  it('the document itself, and health', async () => {
    const path = '/api/v1/openapi.json';
    const { headers } = await ask('GET', path);

    expect((await ask('GET', path, { headers: { 'If-None-Match': headers.get('ETag') ?? '' } })).status).toBe(
      304,
    );
    expect(await turnedAway('GET', path)).toEqual([429, 503]);
    expect((await ask('GET', '/healthz')).status).toBe(200);
    expect((await ask('GET', '/healthz', { on: ending })).status).toBe(503);
    expect((await ask('GET', '/readyz')).status).toBe(200);
    expect((await ask('GET', '/readyz', { on: broken })).status).toBe(503);
  });

  it('and every answer that is documented has come', () => {
    expect(api.seen()).toEqual(api.documented());
  });
});

describe('a request that is not as documented', () => {
  it('would be noticed: a field too many, a field too few, a status that is not there', async () => {
    const address = `${server.url}/healthz`;
    const answer = (body: object, status = 200) =>
      api.check(
        'GET',
        address,
        new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } }),
      );

    await expect(answer({ status: 'ok', more: true })).rejects.toThrow();
    await expect(answer({})).rejects.toThrow();
    await expect(answer({ status: 'ok' }, 418)).rejects.toThrow(/not documented/);
  });
});
