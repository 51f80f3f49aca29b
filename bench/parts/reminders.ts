// Mails a second through PostgreSQL by two processes: ours from the outbox, pg-boss from its queue, the same mails to
// the same sink. And how long it takes after a SIGKILL until the next mail arrives.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { PgBoss } from 'pg-boss';
import { openDatabase } from '../../src/adapters/database/open-database.ts';
import type { Instant } from '../../src/ports/clock.ts';
import { aPlan, aSubscription, hashesOf } from '../../test/adapters/database/contract-world.ts';
import { createDatabase, hasPostgres } from '../../test/support/postgres.ts';
import { mailOf } from '../reminders/mail.ts';
import { openSink, type Sink } from '../reminders/sink.ts';
import { type Figure, type Finding, limit, type Part, type Spread } from '../runner/figure.ts';
import { mapSpread, spreadOf } from '../runner/timing.ts';

const MAILS = 3_000;
const PROCESSES = 2;
const RUNS = 3;
const GOAL_PER_SECOND = 1_000;
const LONGEST_SILENCE_MILLISECONDS = 35_000;
const QUEUE = 'mail';
const PEER = fileURLToPath(new URL('../reminders/pg-boss-process.ts', import.meta.url));

export const part: Part = async () => {
  if (!(await hasPostgres())) return ['reminders: no PostgreSQL answers, so nothing was measured'];
  const sink = await openSink();
  const { url, drop } = await createDatabase();
  try {
    const samples: Record<'ours' | 'one' | 'batch', number[]> = { ours: [], one: [], batch: [] };
    const silences: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      samples.ours.push(await ourRate(url, sink, run));
      samples.one.push(await theirRate(url, sink, 'one'));
      samples.batch.push(await theirRate(url, sink, 'batch'));
      silences.push(await silenceAfterKill(url, sink, RUNS + run));
    }
    return figuresOf(samples, silences);
  } finally {
    await drop();
    await sink.close();
  }
};

function figuresOf(
  { ours, one, batch }: Readonly<Record<'ours' | 'one' | 'batch', readonly number[]>>,
  silences: readonly number[],
): readonly Finding[] {
  const rate: Pick<Figure, 'what' | 'unit' | 'ours'> = {
    what: `${MAILS} mails of 4 KB from the outbox, ${PROCESSES} processes, PostgreSQL`,
    unit: 'per s',
    ours: spreadOf(ours),
  };
  const against = (what: string, figure: Spread): Figure => ({
    ...rate,
    beside: { what, figure },
    ratio: 'ours/beside',
    goal: null,
  });
  return [
    {
      ...against('the goal', limit(GOAL_PER_SECOND)),
      goal: { is: 'at least', ratio: 1 },
    },
    against('pg-boss, one recorded before the next', spreadOf(one)),
    against('pg-boss, 25 recorded together', spreadOf(batch)),
    {
      what: 'from SIGKILL to the next mail, one process started again at once',
      unit: 'ms',
      ours: mapSpread(spreadOf(silences), (value) => value),
      beside: { what: 'the goal', figure: limit(LONGEST_SILENCE_MILLISECONDS) },
      ratio: 'ours/beside',
      goal: { is: 'at most', ratio: 1 },
    },
  ];
}

async function ourRate(url: string, sink: Sink, run: number): Promise<number> {
  await fillOutbox(url, run);
  sink.empty();
  const children = Array.from({ length: PROCESSES }, () => startOurs(url, sink));
  await sink.has(MAILS);
  await Promise.all(children.map(endOf));
  return ratePerSecond(sink);
}

async function theirRate(url: string, sink: Sink, way: 'one' | 'batch'): Promise<number> {
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false });
  boss.on('error', () => {});
  await boss.start();
  await boss.createQueue(QUEUE);
  await boss.insert(
    QUEUE,
    Array.from({ length: MAILS }, (_, index) => ({ data: mailOf(index) })),
  );
  sink.empty();
  const children = Array.from({ length: PROCESSES }, () =>
    spawn(process.execPath, [PEER, url, String(sink.port), way], { stdio: ['ignore', 'ignore', 'inherit'] }),
  );
  await sink.has(MAILS);
  if (way === 'batch') for (const child of children) child.kill('SIGKILL');
  await Promise.all(children.map(endOf));
  await boss.deleteAllJobs(QUEUE);
  await boss.stop();
  return ratePerSecond(sink);
}

/** One process is killed in the middle, and started again at once. */
async function silenceAfterKill(url: string, sink: Sink, run: number): Promise<number> {
  await fillOutbox(url, run);
  sink.empty();
  const first = startOurs(url, sink);
  await sink.has(MAILS / 10);
  first.kill('SIGKILL');
  await endOf(first);
  const killedAt = Date.now();
  const second = startOurs(url, sink);
  await sink.has(MAILS);
  await endOf(second);
  const next = sink.arrivals.find((arrivedAt) => arrivedAt > killedAt);
  return next === undefined ? 0 : next - killedAt;
}

/** `lastbus dispatch`, as everybody can start it. */
function startOurs(url: string, sink: Sink): ChildProcess {
  return spawn(process.execPath, ['src/main.ts', 'dispatch'], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      SECRET_KEY: 'a key that is used for the bench only',
      SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
      PUBLIC_URL: 'https://lastbus.example.org',
      MAIL_PER_SECOND: '0',
      MAIL_PER_SECOND_TO_DOMAIN: '0',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
}

/** Between the first arrival and the last. */
function ratePerSecond({ arrivals }: Sink): number {
  const first = arrivals[0] ?? 0;
  const last = arrivals.at(-1) ?? 0;
  return ((arrivals.length - 1) * 1_000) / Math.max(1, last - first);
}

async function fillOutbox(url: string, run: number): Promise<void> {
  const database = await openDatabase(url, '.');
  const now = Date.now() as Instant;
  const planId = `plan-${run}`;
  const subscriptionId = `subscription-${run}`;
  await database.planStore.create(
    aPlan({ id: planId, caseJson: '{}', policyFingerprint: null, createdAt: now, changedAt: now }),
    [],
  );
  await database.subscriptionStore.createOrFind(
    aSubscription({
      id: subscriptionId,
      of: { kind: 'plan', id: planId },
      address: 'family@example.com',
      createdAt: now,
    }),
    hashesOf(subscriptionId),
    `address ${run}`,
  );
  for (let index = 0; index < MAILS; index++) {
    await database.outbox.enqueue(
      {
        id: `bench.${run}.${index}`,
        kind: 'reminder',
        subscriptionId,
        message: mailOf(index),
        reminderIds: [],
        urgency: 0,
        staleAt: (now + 3_600_000) as Instant,
      },
      now,
    );
  }
  await database.close();
}
