// Every answer that the document names of rosters, asked for.

import { expect, it, onTestFinished } from 'vitest';
import { secretLinks } from '../../../../src/app/secret-links.ts';
import { meetingOf } from '../../../support/meeting.ts';
import { type RunningServer, startServer, TEST_KEY } from '../running-server.ts';

interface Sent {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly on?: RunningServer;
}

interface Got {
  readonly status: number;
  readonly headers: Headers;
  readonly json: ReturnType<typeof JSON.parse>;
}

type Ask = (method: string, path: string, sent?: Sent) => Promise<Got>;

const FILE = 'ref,enrolling,permitExpiresOn\n1001,child-out-of-school,2026-12-31\n1002,spouse,2026-12-20\n';
const IMPOSSIBLE =
  'ref,permitExpiresOn,renew-permit.startedOn,renew-permit.finishedOn\n1,2026-12-31,2026-11-20,2026-11-19\n';
const AS_CSV = { 'Content-Type': 'text/csv' };
const AS_FORM = { body: 'a=b', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } };
const table = (body: string) => ({ body, headers: AS_CSV });
const TOO_LONG = table(`ref,note\n1,${'x'.repeat(2 * 1024 * 1024)}`);
const TOO_LONG_JSON = { body: { title: 'x'.repeat(65_536) } };
const ALL = '/api/v1/rosters';
const NOBODY = `${ALL}/AAAAAAAAAAAAAAAAAAAAAA`;

const pathOf = (link: string) => new URL(link).pathname;

export function rosterAnswers(ask: Ask, turnedAwayBy: () => readonly RunningServer[]): void {
  const statuses = async (...requests: Promise<Got>[]) =>
    (await Promise.all(requests)).map(({ status }) => status);
  const turnedAway = (method: string, path: string, sent: Sent = {}) =>
    statuses(...turnedAwayBy().map((on) => ask(method, path, { ...sent, on })));
  const upload = async () =>
    (await ask('POST', ALL, table(FILE))).json.links as Record<'self' | 'view', string>;

  it('POST /api/v1/rosters', async () => {
    const settings = '?policy=shanghai-2027&title=2026&capacity=visits%3D5/day&daysOff=2026-12-24&lang=en';

    expect(
      await statuses(
        ask('POST', `${ALL}${settings}`, table(FILE)),
        ask('POST', ALL, table(`${FILE}1003,nobody,never\n,,\n1001,spouse,2026-12-20\n`)),
        ask('POST', ALL, table('permitExpiresOn\n2026-12-31\n')),
        ask('POST', `${ALL}?policy=atlantis-2027&capacity=many`, table(FILE)),
        ask('POST', ALL, TOO_LONG),
        ask('POST', ALL, AS_FORM),
        ask('POST', ALL, table(IMPOSSIBLE)),
      ),
    ).toEqual([201, 201, 400, 400, 413, 415, 422]);
    expect(await turnedAway('POST', ALL, table(FILE))).toEqual([429, 503]);
  });

  it('GET, PATCH and DELETE /api/v1/rosters/{rosterToken}', async () => {
    const { self, view } = await upload();
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
    expect(
      await statuses(
        ask('PATCH', self, { body: { capacity: 'visits=1/day', daysOff: '2026-12-24' } }),
        ask('PATCH', self, { body: { capacity: 'many' } }),
        ask('PATCH', self, { body: { capacity: 5 } }),
        ask('PATCH', view, { body: {} }),
        ask('PATCH', NOBODY, { body: {} }),
        ask('PATCH', self, TOO_LONG_JSON),
        ask('PATCH', self, AS_FORM),
      ),
    ).toEqual([200, 400, 400, 403, 404, 413, 415]);
    expect((await ask('DELETE', view)).status).toBe(403);
    expect((await ask('DELETE', self)).status).toBe(204);
    expect((await ask('DELETE', self)).status).toBe(404);
    for (const [method, sent] of [['GET'], ['PATCH', { body: {} }], ['DELETE']] as const)
      expect(await turnedAway(method, pathOf(self), sent)).toEqual([429, 503]);
  });

  it('PUT and DELETE people', async () => {
    const { self, view } = await upload();
    const people = `${self}/people`;

    expect(
      await statuses(
        ask('PUT', people, table(FILE.replace('2026-12-20', '2026-12-22'))),
        ask('PUT', people, table('nothing\n')),
        ask('PUT', `${view}/people`, table(FILE)),
        ask('PUT', `${NOBODY}/people`, table(FILE)),
        ask('PUT', people, TOO_LONG),
        ask('PUT', people, AS_FORM),
        ask('PUT', people, table(IMPOSSIBLE)),
      ),
    ).toEqual([200, 400, 403, 404, 413, 415, 422]);
    expect(
      await statuses(
        ask('DELETE', `${people}/1002`),
        ask('DELETE', `${view}/people/1001`),
        ask('DELETE', `${NOBODY}/people/1001`),
      ),
    ).toEqual([200, 403, 404]);
    expect(await turnedAway('PUT', pathOf(people), table(FILE))).toEqual([429, 503]);
    expect(await turnedAway('DELETE', `${pathOf(people)}/1001`)).toEqual([429, 503]);
  });

  it('POST marks', async () => {
    const { self, view } = await upload();
    const marks = `${self}/marks`;
    const people = [
      { ref: '1001', activity: 'no-such-step' },
      { ref: '1002', activity: 'renew-permit' },
      { ref: 'nobody', activity: 'renew-permit' },
    ];
    const body = { kind: 'done', people, on: '2026-11-20' };

    const { status, json } = await ask('POST', marks, { body });
    expect([status, json.marked]).toEqual([200, ['1002']]);
    expect(json.refused.map(({ ref }: { ref: string }) => ref)).toEqual(['1001', 'nobody']);
    expect(
      await statuses(
        ask('POST', marks, { body: { ...body, on: 'soon' } }),
        ask('POST', `${view}/marks`, { body }),
        ask('POST', `${NOBODY}/marks`, { body }),
        ask('POST', marks, TOO_LONG_JSON),
        ask('POST', marks, AS_FORM),
      ),
    ).toEqual([400, 403, 404, 413, 415]);
    expect(await turnedAway('POST', pathOf(marks), { body })).toEqual([429, 503]);
  });

  it('POST links', async () => {
    const { self, view } = await upload();
    const links = `${self}/links`;
    const body = { renew: ['feed'] };

    expect(
      await statuses(
        ask('POST', links, { body }),
        ask('POST', links, { body: { renew: [] } }),
        ask('POST', `${view}/links`, { body }),
        ask('POST', `${NOBODY}/links`, { body }),
        ask('POST', links, TOO_LONG_JSON),
        ask('POST', links, AS_FORM),
      ),
    ).toEqual([200, 400, 403, 404, 413, 415]);
    expect(await turnedAway('POST', pathOf(links), { body })).toEqual([429, 503]);

    const racing = await startServer(undefined, { beforeRenewal: meetingOf(2) });
    const roster = await ask('POST', ALL, { ...table(FILE), on: racing });
    const path = `${pathOf(roster.json.links.self)}/links`;
    const renewal = { body: { renew: ['view'] }, on: racing };
    const both = await statuses(ask('POST', path, renewal), ask('POST', path, renewal));
    await racing.close();
    expect(both.toSorted()).toEqual([200, 409]);
  });

  it('POST /api/v1/rosters/{rosterToken}/reminders', async () => {
    const { self, view } = await upload();
    const reminders = `${self}/reminders`;
    const body = { email: 'hr@example.com', locale: 'zh' };

    expect(
      await statuses(
        ask('POST', reminders, { body }),
        ask('POST', reminders, { body: { email: 'nobody' } }),
        ask('POST', reminders, { body: { ...body, audience: 'family' } }),
        ask('POST', `${view}/reminders`, { body }),
        ask('POST', `${NOBODY}/reminders`, { body }),
        ask('POST', reminders, TOO_LONG_JSON),
        ask('POST', reminders, AS_FORM),
      ),
    ).toEqual([202, 400, 400, 403, 404, 413, 415]);
    expect(await turnedAway('POST', pathOf(reminders), { body })).toEqual([429, 503]);
  });

  it('POST /api/v1/rosters/{rosterToken}/reminders for an address that has unsubscribed', async () => {
    const on = await startServer();
    onTestFinished(() => on.close());
    const { links } = (await ask('POST', ALL, { ...table(FILE), on })).json;
    const asked = { body: { email: 'hr@example.com' }, on };
    const reminders = `${pathOf(links.self)}/reminders`;
    await ask('POST', reminders, asked);
    const [, id = ''] = /<confirm\.([\w-]+)\./.exec((await on.mails()).join('')) ?? [];
    const token = secretLinks(TEST_KEY).tokenOf('unsubscribe', id, 1);
    await fetch(`${on.url}/reminders/unsubscribe/${token}`, { method: 'POST' });

    expect((await ask('POST', reminders, asked)).status).toBe(409);
  });

  it('the feed of a roster', async () => {
    const { json } = await ask('POST', ALL, table(FILE));
    const { status, headers } = await ask('GET', json.links.calendarFeed);
    const same = { headers: { 'If-None-Match': headers.get('ETag') ?? '' } };

    expect([status, (await ask('GET', json.links.calendarFeed, same)).status]).toEqual([200, 304]);
  });
}
