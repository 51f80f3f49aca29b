// What is asked of the server: what people and programs ask most, each with the status that has to come.

import type { Request } from 'autocannon';
import { GOOD_CASE } from '../fuzz/known.ts';
import { ONLINE_CASE } from '../roster/online-case.ts';

export interface Target {
  readonly name: string;
  readonly status: number;
  readonly requestsOf: (connection: number) => Request[];
}

const JSON_TYPE = { 'content-type': 'application/json' };
/** As a browser asks: pages go compressed over the wire. */
const BROWSER = { accept: 'text/html', 'accept-encoding': 'gzip, deflate, br' };

/** Stores a plan for every connection, for changes of one plan wait for one another. */
export async function targetsOn(url: string, connections: number): Promise<readonly Target[]> {
  const plans: Stored[] = [];
  for (let count = 0; count < connections; count += 1) plans.push(await storePlan(url));
  const [first] = plans;
  if (first === undefined) throw new Error('no connections');
  const get = (name: string, path: string, headers: Record<string, string> = {}): Target => ({
    name,
    status: 'if-none-match' in headers ? 304 : 200,
    requestsOf: () => [{ method: 'GET', path, headers }],
  });
  const tagOf = async (path: string) => {
    const answer = await fetch(`${url}${path}`);
    await answer.text();
    return { 'if-none-match': answer.headers.get('etag') ?? '' };
  };
  const mark = (connection: number, finishedOn: string): Request => ({
    method: 'PATCH',
    path: plans[connection % plans.length]?.self ?? '',
    headers: JSON_TYPE,
    body: JSON.stringify({ actuals: { 'renew-permit': { startedOn: '2026-11-20', finishedOn } } }),
  });
  return [
    {
      name: 'preview',
      status: 200,
      requestsOf: () => [
        {
          method: 'POST',
          path: '/api/v1/plans/preview',
          headers: JSON_TYPE,
          body: JSON.stringify(ONLINE_CASE),
        },
      ],
    },
    get('plan', first.self),
    get('plan-304', first.self, await tagOf(first.self)),
    get('feed', first.feed),
    get('feed-304', first.feed, await tagOf(first.feed)),
    get('home-page', '/', BROWSER),
    get('plan-page', first.page, BROWSER),
    {
      name: 'mark',
      status: 200,
      requestsOf: (connection) => [mark(connection, '2026-11-21'), mark(connection, '2026-11-20')],
    },
  ];
}

interface Stored {
  readonly self: string;
  readonly page: string;
  readonly feed: string;
}

async function storePlan(url: string): Promise<Stored> {
  const answer = await fetch(`${url}/api/v1/plans`, {
    method: 'POST',
    headers: JSON_TYPE,
    body: JSON.stringify(GOOD_CASE),
  });
  const { links } = (await answer.json()) as { links: { self: string; page: string; calendarFeed: string } };
  const pathOf = (link: string) => new URL(link).pathname;
  return { self: pathOf(links.self), page: pathOf(links.page), feed: pathOf(links.calendarFeed) };
}
