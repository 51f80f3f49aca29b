// The feed of a stored plan over HTTP, unchanged and whole, beside a fixed string from the same Express with the same
// middleware. Two servers, each a process of its own; they are asked in turns, so that both have the same weather.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answersInTurns, type Load } from '../feed/load.ts';
import { ONLINE_CASE } from '../roster/online-case.ts';
import type { Figure, Part, Spread } from '../runner/figure.ts';
import { startRealServer } from '../runner/real-server.ts';

const FIXED_STRING_SERVER = fileURLToPath(new URL('../feed/fixed-string-server.ts', import.meta.url));

export const part: Part = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lastbus-bench-'));
  const ours = await startRealServer([process.execPath, 'src/main.ts', 'serve']);
  const feed = await storedFeed(ours.url);
  const file = join(folder, 'feed.ics');
  await writeFile(file, feed.text);
  const theirs = await startRealServer([process.execPath, FIXED_STRING_SERVER, file]);
  try {
    const loads: readonly Load[] = [
      { targets: [{ url: feed.url, headers: { 'if-none-match': feed.etag } }], status: 304 },
      { targets: [{ url: feed.url, headers: {} }], status: 200 },
      { targets: [{ url: new URL(feed.url.pathname, theirs.url), headers: {} }], status: 200 },
    ];
    const [unchanged, whole, fixed] = await answersInTurns(loads);
    if (unchanged === undefined || whole === undefined || fixed === undefined) throw new Error('no rounds');
    return [
      figure('feed over HTTP, unchanged (304)', unchanged, fixed, { is: 'at least', ratio: 0.9 }),
      figure('feed over HTTP, whole (200)', whole, fixed, null),
    ];
  } finally {
    await theirs.stop();
    await ours.stop();
    await rm(folder, { recursive: true });
  }
};

function figure(what: string, ours: Spread, fixed: Spread, goal: Figure['goal']): Figure {
  const beside = { what: 'a fixed string, same Express, same middleware', figure: fixed };
  return { what, unit: 'per s', ours, beside, ratio: 'ours/beside', goal };
}

interface StoredFeed {
  readonly url: URL;
  readonly etag: string;
  readonly text: string;
}

/** Stores a plan and reads its feed once. */
async function storedFeed(server: string): Promise<StoredFeed> {
  const stored = await fetch(`${server}/api/v1/plans`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ONLINE_CASE),
  });
  const { links } = (await stored.json()) as { links: { calendarFeed: string } };
  const url = new URL(links.calendarFeed);
  const answer = await fetch(url);
  return { url, etag: answer.headers.get('etag') ?? '', text: await answer.text() };
}
