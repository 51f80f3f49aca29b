// What a fuzz run knows of the server before it begins: every route, from the source; and plans of its own, so that
// what it sends is not all turned away at the door.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROUTES = fileURLToPath(new URL('../../src/adapters/http/routes', import.meta.url));

export interface Route {
  readonly method: string;
  /** As Express has it, `/plans/:planToken`. */
  readonly path: string;
}

/** Values that fit where a parameter of that name stands, or a query or a header. */
export interface Known {
  readonly routes: readonly Route[];
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** A child out of school, the permit until Thursday 31 December 2026. */
export const GOOD_CASE = {
  policy: 'shanghai-2027',
  asOf: '2026-11-22',
  facts: {
    enrolling: 'child-out-of-school',
    permitExpiresOn: '2026-12-31',
    pointsChange: 'unchanged',
    bornOn: '2023-05',
    insuredLastYear: false,
    hrApprovalWorkingDays: 2,
  },
  actuals: { 'renew-permit': { startedOn: '2026-11-20', finishedOn: '2026-11-20' } },
  overrides: { cutoff: { on: '2026-12-25', at: '17:30', source: 'the notice at the counter' } },
};

const PLANS = 4;

/** Tokens for requests that make an end of a plan or its links: the others are to last for the whole run. */
export const DOOMED = 'doomed';
export const DOOMED_ROSTER = 'doomed roster';

export const GOOD_TABLE =
  'ref,enrolling,permitExpiresOn\n1001,child-out-of-school,2026-12-31\n1002,spouse,2026-12-20\n';

export function routesOfSource(): Route[] {
  return readdirSync(ROUTES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [
      ...readFileSync(join(ROUTES, name), 'utf8').matchAll(
        /router\.(get|post|put|patch|delete)\(\s*'([^']+)'/g,
      ),
    ])
    .map(([, method = '', path = '']) => ({ method: method.toUpperCase(), path }));
}

/** Stores a few plans, and two rosters, on the server at `url`. */
export async function getToKnow(url: string): Promise<Known> {
  const planTokens: string[] = [];
  const doomedTokens: string[] = [];
  const feedTokens: string[] = [];
  for (let count = 0; count < PLANS; count += 1) {
    const response = await fetch(`${url}/api/v1/plans`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(GOOD_CASE),
    });
    if (response.status !== 201) throw new Error(`a plan was answered with ${response.status}`);
    const { links } = (await response.json()) as { links: Record<string, string> };
    const own = [lastPart(links.self), lastPart(links.view)];
    (count === 0 ? doomedTokens : planTokens).push(...own);
    feedTokens.push(lastPart(links.calendarFeed).replace('.ics', ''));
  }
  const [doomedRoster, roster] = [await storeRoster(url), await storeRoster(url)];
  const tokens = [...planTokens, ...feedTokens, ...roster];
  const values = new Map<string, readonly string[]>([
    ['planToken', planTokens],
    [DOOMED, doomedTokens],
    ['rosterToken', roster],
    [DOOMED_ROSTER, doomedRoster],
    ['ref', ['1001', '1002']],
    ['feedToken', feedTokens],
    ['token', tokens],
    ['id', ['shanghai-2027', 'shanghai-2019', 'hangzhou-2026']],
    ['kind', ['feed', 'view', 'edit']],
    ['activity', ['renew-permit', 'hr-approval', 'payment', 'payment-check']],
    ['entryName', ['plan.cutoff', 'renew-permit.start']],
  ]);
  return { routes: routesOfSource(), values };
}

/** The tokens of its links that change it and that only show it. */
async function storeRoster(url: string): Promise<string[]> {
  const response = await fetch(`${url}/api/v1/rosters`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/csv' },
    body: GOOD_TABLE,
  });
  if (response.status !== 201) throw new Error(`a roster was answered with ${response.status}`);
  const { links } = (await response.json()) as { links: Record<string, string> };
  return [lastPart(links.self), lastPart(links.view)];
}

function lastPart(address: string | undefined): string {
  return address?.split('/').at(-1) ?? '';
}
