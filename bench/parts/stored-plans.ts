// The feeds of a server that has 100,000 plans stored, beside one that has a single plan and beside a fixed string: many
// feeds in turn, unchanged and whole; feeds that nobody has asked for before; and the server's memory before and after.

import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answersInTurns, answersPerSecond, type Target } from '../feed/load.ts';
import { type ManyPlans, makeManyPlans } from '../feed/many-plans.ts';
import { type Figure, type Finding, limit, type Part, type Spread } from '../runner/figure.ts';
import { type RealServer, startRealServer } from '../runner/real-server.ts';
import { residentMegabytes } from '../runner/resident-memory.ts';
import { spreadOf } from '../runner/timing.ts';

const FIXED_STRING_SERVER = fileURLToPath(new URL('../feed/fixed-string-server.ts', import.meta.url));
const PLANS = 100_000;
/** So many feeds are asked for in turn. */
const FEEDS = 1000;
const FIRST_TIMES_MILLISECONDS = 3000;
const FIRST_TIMES_RUNS = 3;
const MEMORY_LIMIT_MEGABYTES = 150;
const OCTETS_PER_MEGABYTE = 1_048_576;

export const part: Part = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lastbus-bench-'));
  const servers: RealServer[] = [];
  const start = async (command: readonly string[], environment = {}) => {
    const server = await startRealServer(command, environment);
    servers.push(server);
    return server;
  };
  try {
    const startedAt = performance.now();
    const many = await makeManyPlans(folder, PLANS);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    const { size } = await stat(many.databaseUrl.slice('sqlite:'.length));
    const ours = await start(SERVE, environmentOf(many));
    const [firstPath = ''] = many.feeds;
    const text = await (await fetch(`${ours.url}${firstPath}`)).text();
    const before = await residentMegabytes(ours);

    const one = await makeOnePlan(folder);
    const alone = await start(SERVE, environmentOf(one));
    await writeFile(join(folder, 'feed.ics'), text);
    const fixed = await start([process.execPath, FIXED_STRING_SERVER, join(folder, 'feed.ics')]);

    const figures = await feedFigures({ ours, alone, fixed }, many.feeds, one.feeds);
    const first = await firstTimes(ours, many.feeds.slice(FEEDS));
    const after = await residentMegabytes(ours);
    return [
      ...figures,
      first,
      ...memoryFigures(before, after),
      `${PLANS} plans were stored in ${seconds} s; the database has ${Math.round(size / OCTETS_PER_MEGABYTE)} MB.`,
    ];
  } finally {
    for (const server of servers) await server.stop();
    await rm(folder, { recursive: true });
  }
};

const SERVE = [process.execPath, 'src/main.ts', 'serve'];

async function makeOnePlan(folder: string): Promise<ManyPlans> {
  return makeManyPlans(await mkdtemp(join(folder, 'one-')), 1);
}

function environmentOf({ databaseUrl, secretKey }: ManyPlans): Record<string, string> {
  return { DATABASE_URL: databaseUrl, SECRET_KEY: secretKey };
}

interface Servers {
  readonly ours: RealServer;
  readonly alone: RealServer;
  readonly fixed: RealServer;
}

/** The same loads on all three, in turns. Each feed has been asked for once before. */
async function feedFigures(
  { ours, alone, fixed }: Servers,
  feeds: readonly string[],
  loneFeeds: readonly string[],
): Promise<Figure[]> {
  const unchanged = await knownTargets(ours, feeds.slice(0, FEEDS));
  const unchangedAlone = await knownTargets(alone, loneFeeds);
  const whole = unchanged.map(({ url }) => ({ url, headers: {} }));
  const fixedTarget = { url: new URL(feeds[0] ?? '', fixed.url), headers: {} };
  const [notModified, ok, lone, string] = await answersInTurns([
    { targets: unchanged, status: 304 },
    { targets: whole, status: 200 },
    { targets: unchangedAlone, status: 304 },
    { targets: [fixedTarget], status: 200 },
  ]);
  if (!notModified || !ok || !lone || !string) throw new Error('no rounds');
  const figure = (what: string, spread: Spread, beside: Figure['beside'], goal: Figure['goal']): Figure => ({
    what: `${PLANS} plans stored, ${FEEDS} feeds in turn, ${what}`,
    unit: 'per s',
    ours: spread,
    beside,
    ratio: 'ours/beside',
    goal,
  });
  const besideString = { what: 'a fixed string, same Express, same middleware', figure: string };
  return [
    figure('unchanged (304)', notModified, besideString, { is: 'at least', ratio: 0.9 }),
    figure('whole (200)', ok, besideString, null),
    figure(
      'unchanged (304)',
      notModified,
      { what: 'the feed of the only plan of a server', figure: lone },
      null,
    ),
  ];
}

/** The feeds with the tags that they have now. */
async function knownTargets(server: RealServer, paths: readonly string[]): Promise<Target[]> {
  const targets: Target[] = [];
  for (const path of paths) {
    const url = new URL(path, server.url);
    const answer = await fetch(url);
    await answer.text();
    if (answer.status !== 200) throw new Error(`a feed was answered with ${answer.status}`);
    targets.push({ url, headers: { 'if-none-match': answer.headers.get('etag') ?? '' } });
  }
  return targets;
}

/** Feeds that are planned and written for the first time: what a morning after a change of the policy asks for. */
async function firstTimes(server: RealServer, paths: readonly string[]): Promise<Figure> {
  const samples: number[] = [];
  const share = Math.floor(paths.length / FIRST_TIMES_RUNS);
  for (let run = 0; run < FIRST_TIMES_RUNS; run++) {
    const targets = paths
      .slice(run * share, (run + 1) * share)
      .map((path) => ({ url: new URL(path, server.url), headers: {} }));
    samples.push(await answersPerSecond({ targets, status: 200 }, FIRST_TIMES_MILLISECONDS));
  }
  return {
    what: `${PLANS} plans stored, each feed for the first time: planned, written, kept (200)`,
    unit: 'per s',
    ours: spreadOf(samples),
    beside: null,
    ratio: 'ours/beside',
    goal: null,
  };
}

function memoryFigures(before: readonly number[], after: readonly number[]): Finding[] {
  if (before.length === 0) return ['Memory of the server: not measured, for this system has no /proc.'];
  const figure = (when: string, megabytes: readonly number[]): Figure => ({
    what: `memory of a server with ${PLANS} plans stored, ${when}`,
    unit: 'MB',
    ours: spreadOf(megabytes),
    beside: { what: 'the limit', figure: limit(MEMORY_LIMIT_MEGABYTES) },
    ratio: 'ours/beside',
    goal: { is: 'at most', ratio: 1 },
  });
  return [figure('after one feed', before), figure('after all of that', after)];
}
