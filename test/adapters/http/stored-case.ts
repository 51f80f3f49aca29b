// A plan stored through the API, with the links that its owner gets.

import { jsonOf, type RunningServer } from './running-server.ts';

export interface StoredLinks {
  readonly self: string;
  readonly page: string;
  readonly view: string;
  readonly viewPage: string;
  readonly calendarFeed: string;
  readonly webcal: string;
}

/** A child out of school, the permit until Thursday 31 December 2026. */
const CASE = {
  policy: 'shanghai-2027',
  facts: { enrolling: 'child-out-of-school', permitExpiresOn: '2026-12-31', pointsChange: 'unchanged' },
};

/** The links begin with the public address; `onServer` leads them to where the server listens. */
export async function storeCase({ url }: RunningServer): Promise<StoredLinks> {
  const response = await sendJson(`${url}/api/v1/plans`, CASE);
  const { links } = await jsonOf(response);
  return links;
}

export function sendJson(address: string, body: unknown, headers: Record<string, string> = {}) {
  return fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

/** The same path on the server that runs. */
export function onServer({ url }: RunningServer, address: string): string {
  const { pathname, search } = new URL(address);
  return `${url}${pathname}${search}`;
}
