// Requests that a server on the open internet gets: some right, most nearly right, some nonsense. fast-check (MIT)
// makes them from a seed, and makes a failing one as small as it can.

import fc from 'fast-check';
import { DOOMED, DOOMED_ROSTER, GOOD_CASE, GOOD_TABLE, type Known, type Route } from './known.ts';

export interface FuzzRequest {
  readonly route: string;
  readonly method: string;
  /** As it goes over the wire. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

const LARGEST_BODY = 64 * 1024;

const QUERY_NAMES = [
  'policy',
  'asOf',
  'lang',
  'news',
  'download',
  'type',
  'enrolling',
  'permitExpiresOn',
  'bornOn',
  'pointsChange',
  '__proto__',
  'constructor',
  'policy[]',
  'capacity',
  'daysOff',
  'title',
  'what-if',
  'cutoff',
  'v',
];

const VALUES = [
  'shanghai-2027',
  '2026-11-22',
  '2026-12-31',
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  '-271821-04-20',
  'zh',
  'en',
  'child-out-of-school',
  'unchanged',
  '1',
  '-1',
  '0',
  '1e309',
  'NaN',
  'null',
  'true',
  '',
  ' ',
  '%00',
  '../../etc/passwd',
  "' or 1=1 --",
  '<script>alert(1)</script>',
  '\r\nSet-Cookie: a=b',
  '\u0000',
  '\ud800',
  '居住证'.repeat(50),
  'x'.repeat(5000),
];

const HEADER_VALUES: Readonly<Record<string, readonly string[]>> = {
  accept: ['*/*', 'text/html', 'application/json', 'text/calendar', 'x', ''],
  'accept-language': ['zh', 'en', 'zh-CN,zh;q=0.9,en;q=0.8', '*', ';;;', 'x'.repeat(3000)],
  'accept-encoding': ['gzip, deflate, br', 'identity', '*;q=0', 'x'],
  'if-match': ['*', '"1-0"', 'W/"1-0"', '"', ',,,', `"${'9'.repeat(400)}-a"`],
  'if-none-match': ['*', '"x"', 'W/"x"', ',', '"'],
  'if-modified-since': ['Sun, 22 Nov 2026 00:00:00 GMT', 'yesterday', ''],
  'idempotency-key': [
    'one',
    '"two"',
    '8e03978e-40d5-43dd-bc93-6894a57f9324',
    '""',
    ' ',
    'a b',
    'x'.repeat(300),
  ],
  'x-request-id': ['abc', '{"a":1}', 'x'.repeat(500)],
  'x-forwarded-for': ['192.0.2.1', '::1', 'nonsense', '1,2,3'],
  'x-forwarded-proto': ['https', 'x'],
  origin: ['null', 'https://evil.example', 'nonsense'],
  'sec-fetch-site': ['same-origin', 'cross-site', 'none', 'x'],
  cookie: ['type=large', 'type=', '=', ';;;=;', `type=${'x'.repeat(2000)}`],
  range: ['bytes=0-1', 'bytes=9-1', 'x'],
  'content-encoding': ['gzip', 'br', 'identity', 'x'],
};

const CONTENT_TYPES = [
  'application/json',
  'application/merge-patch+json',
  'application/x-www-form-urlencoded',
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/json; charset=utf-16',
  'application/json; charset=x',
  'x',
  '',
];

export function fuzzRequests({ routes, values }: Known): fc.Arbitrary<FuzzRequest> {
  return fc.constantFrom(...routes).chain((route) =>
    fc
      .record({
        path: pathOf(route, values),
        query: queries,
        method: fc.oneof(
          { arbitrary: fc.constant(route.method), weight: 12 },
          { arbitrary: otherMethod, weight: 1 },
        ),
        headers: headers(values),
        sent: body(route),
      })
      .map(({ path, query, method, headers, sent }) => ({
        route: `${route.method} ${route.path}`,
        method,
        path: `${path}${query}`,
        headers: { ...headers, ...sent.headers },
        body: method === 'GET' || method === 'HEAD' ? null : sent.body,
      })),
  );
}

const otherMethod = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'OPTIONS', 'PROPFIND');

/** Text that may stand in an address: escaped, or wrongly so. */
const segment = fc.oneof(
  fc.constantFrom(...VALUES).map((text) => encodeURIComponent(text.toWellFormed())),
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => encodeURIComponent(text.toWellFormed())),
  fc.string({ unit: fc.constantFrom(...'abcXYZ019-_~.'), minLength: 22, maxLength: 22 }),
  fc.constantFrom('%', '%E0%A4%A', '%00', '%2e%2e', '..', '%2F', ';', '@', '+', '%c0%af'),
);

const DOOMED_OF: Readonly<Record<string, string>> = {
  ':planToken': DOOMED,
  ':rosterToken': DOOMED_ROSTER,
};

function pathOf({ method, path }: Route, values: Known['values']): fc.Arbitrary<string> {
  const isEnd = method === 'DELETE' || /delete|remove|links$|renew/.test(path);
  const parts = path.split(/(:\w+)/).map((part) => {
    if (!part.startsWith(':')) return fc.constant(part);
    const doomed = isEnd ? DOOMED_OF[part] : undefined;
    const known = values.get(doomed ?? part.slice(1)) ?? ['x'];
    return fc.oneof({ arbitrary: fc.constantFrom(...known), weight: 3 }, { arbitrary: segment, weight: 1 });
  });
  return fc.tuple(...parts).map((texts) => texts.join(''));
}

const queries = fc
  .array(fc.tuple(fc.constantFrom(...QUERY_NAMES), segment), { maxLength: 4 })
  .map((pairs) =>
    pairs.length === 0 ? '' : `?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`,
  );

function headers(values: Known['values']): fc.Arbitrary<Record<string, string>> {
  const anyOf = Object.entries(HEADER_VALUES).map(([name, texts]) =>
    fc.constantFrom(...texts).map((text): [string, string] => [name, text]),
  );
  const site = fc
    .constantFrom(...(values.get('kind') ?? ['x']))
    .map((text): [string, string] => [`x-${text}`, text]);
  return fc.array(fc.oneof(...anyOf, site), { maxLength: 4 }).map((pairs) => Object.fromEntries(pairs));
}

/** A right case with one part of it turned into something else. */
const nearlyRight = fc
  .tuple(
    fc.constantFrom(
      'policy',
      'asOf',
      'facts',
      'actuals',
      'overrides',
      'facts.permitExpiresOn',
      'facts.bornOn',
      'facts.enrolling',
      'actuals.renew-permit',
      'actuals.payment',
      'overrides.cutoff',
      'renew',
      'people',
      'kind',
      'on',
      'email',
      'locale',
      '__proto__',
    ),
    fc.oneof(fc.constantFrom<unknown>(...VALUES, null, 0, -1, 1e308, [], {}), fc.jsonValue({ maxDepth: 4 })),
  )
  .map(([place, value]) => {
    const changed: Record<string, unknown> = structuredClone({
      ...GOOD_CASE,
      renew: ['feed'],
      email: 'a@example.com',
    });
    const [first = '', second] = place.split('.');
    const inner = changed[first];
    if (second === undefined) changed[first] = value;
    else if (typeof inner === 'object' && inner !== null) Object.assign(inner, { [second]: value });
    return changed;
  });

const jsonText = fc.oneof(
  { arbitrary: fc.constant(JSON.stringify(GOOD_CASE)), weight: 3 },
  { arbitrary: fc.constant('{"renew":["view"]}'), weight: 1 },
  { arbitrary: fc.constant('{"email":"mama@example.com","locale":"zh"}'), weight: 1 },
  { arbitrary: fc.constant('{"facts":{"hrApprovalWorkingDays":3}}'), weight: 1 },
  { arbitrary: nearlyRight.map((value) => JSON.stringify(value)), weight: 6 },
  { arbitrary: fc.json({ maxDepth: 6 }), weight: 2 },
  {
    arbitrary: fc.constantFrom('', '{', '[[[[', 'null', '"x"', '{"a":1}{', '[1,]', '{"__proto__":{"x":1}}'),
    weight: 2,
  },
  {
    arbitrary: fc.integer({ min: 1, max: 6000 }).map((depth) => '['.repeat(depth) + ']'.repeat(depth)),
    weight: 1,
  },
);

const formText = fc
  .array(
    fc.tuple(
      fc.constantFrom(...QUERY_NAMES, 'email', 'doneOn', 'startedOn', 'finishedOn', 'outcome', 'other'),
      segment,
    ),
    {
      maxLength: 8,
    },
  )
  .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'));

interface Sent {
  readonly headers: Record<string, string>;
  readonly body: Buffer | null;
}

/** A right table with one cell of it turned into something else. */
const tableText = fc
  .tuple(fc.integer({ min: 0, max: 8 }), fc.oneof(fc.constantFrom(...VALUES), fc.string({ unit: 'binary' })))
  .map(([at, value]) =>
    GOOD_TABLE.split(/([,\n])/)
      .map((part, index) => (index === at * 2 ? value : part))
      .join(''),
  );

function usualOf(method: string, path: string): [string, fc.Arbitrary<string>] {
  if (method === 'PUT' || path === '/api/v1/rosters') return ['text/csv', tableText];
  if (path.startsWith('/api/')) return ['application/json', jsonText];
  return ['application/x-www-form-urlencoded', formText];
}

function body({ method, path }: Route): fc.Arbitrary<Sent> {
  if (method === 'GET') return fc.constant({ headers: {}, body: null });
  const [usual, text] = usualOf(method, path);
  const type = fc.oneof(
    { arbitrary: fc.constant(usual), weight: 6 },
    { arbitrary: fc.constantFrom(...CONTENT_TYPES), weight: 1 },
  );
  const bytes = fc.oneof(
    { arbitrary: text.map((content) => Buffer.from(content)), weight: 12 },
    { arbitrary: fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array)), weight: 1 },
    {
      arbitrary: fc.integer({ min: -2, max: 2 }).map((more) => Buffer.alloc(LARGEST_BODY + more, '1')),
      weight: 1,
    },
  );
  return fc.tuple(type, bytes).map(([contentType, content]) => ({
    headers: contentType === '' ? {} : { 'content-type': contentType },
    body: content,
  }));
}
