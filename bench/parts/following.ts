// Stored plans that follow a policy: plans a second when an announcement moves their cutoff, and what requests notice of
// it. Each plan is planned twice, with the edition before and with the new one, and written with its digest.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { answersPerSecond, type Target } from '../feed/load.ts';
import { type ManyPlans, makeManyPlans } from '../feed/many-plans.ts';
import type { Part, Spread } from '../runner/figure.ts';
import { type RealServer, startRealServer } from '../runner/real-server.ts';
import { spreadOf } from '../runner/timing.ts';

const PLANS = 1000;
const LOOK_MILLISECONDS = 50;
const LOAD_MILLISECONDS = 1000;
const ROUNDS = 3;

export const part: Part = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lastbus-bench-'));
  const policies = join(folder, 'policies');
  await mkdir(policies);
  const many = await makeManyPlans(folder, PLANS);
  const server = await startRealServer([process.execPath, 'src/main.ts', 'serve'], {
    DATABASE_URL: many.databaseUrl,
    SECRET_KEY: many.secretKey,
    POLICY_DIR: policies,
    RATE_LIMIT_PER_MINUTE: '1000000',
  });
  try {
    const database = databaseOf(many);
    const affected = followersIn(database);
    await until(() => followersOfNone(database) === 0);
    const announce = (day: string) => writeFile(join(policies, 'announced.yaml'), announcement(day));
    const follow = () => followed(server, database, affected);

    const target: Target = { url: new URL('/healthz', server.url), headers: {} };
    const alone = await loads(target, () => true);

    await announce('2026-12-24');
    const rate = await follow();

    await announce('2026-12-23');
    let isFollowing = true;
    const whileAsked = follow().then((found) => {
      isFollowing = false;
      return found;
    });
    const asked = await loads(target, () => isFollowing);
    const rateAsked = await whileAsked;
    database.close();

    const once = (value: number): Spread => ({ median: value, min: value, max: value, runs: 1 });
    return [
      {
        what: `${affected} stored plans follow an announced cutoff: planned twice, written`,
        unit: 'per s',
        ours: once(rate),
        beside: { what: 'the same while requests are answered', figure: once(rateAsked) },
        ratio: 'ours/beside',
        goal: null,
      },
      {
        what: 'requests answered (/healthz, 10 connections) while plans follow',
        unit: 'per s',
        ours: asked,
        beside: { what: 'the same server when nothing follows', figure: alone },
        ratio: 'ours/beside',
        goal: null,
      },
    ];
  } finally {
    await server.stop();
    await rm(folder, { recursive: true });
  }
};

/** One second each, as long as it is meaningful, three times at most. */
async function loads(target: Target, isOn: () => boolean): Promise<Spread> {
  const samples: number[] = [];
  while (samples.length < ROUNDS && (samples.length === 0 || isOn()))
    samples.push(await answersPerSecond({ targets: [target], status: 200 }, LOAD_MILLISECONDS));
  return spreadOf(samples);
}

/** Plans a second from the signal until all of them have followed. */
async function followed(server: RealServer, database: DatabaseSync, count: number): Promise<number> {
  const before = database
    .prepare("select policy_fingerprint as known from plans where policy_id = 'shanghai-2027' limit 1")
    .get()?.known;
  const startedAt = performance.now();
  process.kill(server.pid, 'SIGHUP');
  const left = database.prepare(
    "select count(*) as plans from plans where policy_id = 'shanghai-2027' and policy_fingerprint = ?",
  );
  await until(() => left.get(String(before))?.plans === 0);
  return count / ((performance.now() - startedAt) / 1000);
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(LOOK_MILLISECONDS);
}

function databaseOf({ databaseUrl }: ManyPlans): DatabaseSync {
  return new DatabaseSync(databaseUrl.slice('sqlite:'.length), { readOnly: true });
}

function followersIn(database: DatabaseSync): number {
  const row = database.prepare("select count(*) as plans from plans where policy_id = 'shanghai-2027'").get();
  return Number(row?.plans);
}

/** Plans that no edition is known of yet: a server's first round writes it down. */
function followersOfNone(database: DatabaseSync): number {
  const row = database
    .prepare(
      "select count(*) as plans from plans where policy_fingerprint is null and policy_id = 'shanghai-2027'",
    )
    .get();
  return Number(row?.plans);
}

function announcement(cutoff: string): string {
  return `announces: shanghai-2027
status: announced
sources:
  notice-2027:
    title: { zh: 通知, en: Notice }
    publisher: ybj.sh.gov.cn
    publishedOn: 2026-11-20
    address: https://ybj.sh.gov.cn/2027
    confidence: confirmed
    verifiedOn: 2026-11-22
cutoffs: { payment: { on: ${cutoff}, until: null, status: announced, source: notice-2027 } }
`;
}
