// Processes that send are killed every few seconds until everything is sent; then ledger and sink are compared.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../../src/adapters/database/open-database.ts';
import { MORNING, REMINDERS_EACH, writePlan, writeSubscriptions } from './due-reminders.ts';
import type { MatrixWorld } from './kill-matrix.ts';

const SCRIPT = fileURLToPath(new URL('./soaking-process.ts', import.meta.url));
const HOST = 'lastbus.example.org';

export interface SoakOptions {
  readonly reminders: number;
  readonly processes: number;
  /** Seconds between two kills, and more until a fiftieth of the mails has arrived in between. */
  readonly killEvery: number;
}

export interface SoakAccount {
  readonly reminders: number;
  readonly sent: number;
  /** Reminders whose mail never arrived, or that ended otherwise. */
  readonly lost: number;
  readonly mails: number;
  readonly kills: number;
  /** Mails that arrived once more than once, each under the Message-ID that it had. */
  readonly repeats: number;
  readonly strangers: number;
  readonly seconds: number;
  /** Seconds from a kill to the next mail that arrived, the longest time. */
  readonly longestSilence: number;
}

/** How often we look whether everything is sent. */
const MOST_KILLS = 50;
const LOOK_EVERY = 500;

export async function soak(
  world: MatrixWorld & { readonly policyFolder: string },
  { reminders, processes, killEvery }: SoakOptions,
): Promise<SoakAccount> {
  const database = await openDatabase(world.databaseUrl, '.');
  await writePlan(database);
  const count = Math.ceil(reminders / REMINDERS_EACH);
  const addresses = Array.from({ length: count }, (_, index) => `family${index}@example.com`);
  await writeSubscriptions(database, world.book, addresses);
  await database.close();

  const startedAt = Date.now();
  const start = (): ChildProcess => {
    const now = MORNING + Date.now() - startedAt;
    return spawn(
      process.execPath,
      [SCRIPT, world.policyFolder, world.databaseUrl, String(world.sink.port), String(now)],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
  };
  const running = Array.from({ length: processes }, start);
  const kills: number[] = [];
  let lastKill = Date.now();
  let arrivedBefore = 0;
  // Looked up in the sink, which costs the database nothing: the ledger is read at the end.
  while (world.sink.arrived.size < count) {
    await pause(LOOK_EVERY);
    const isTime = Date.now() - lastKill >= killEvery * 1_000;
    // On a slow machine a process may need as long to start as it would be left alive, and nothing would get on.
    if (!isTime || world.sink.arrived.size < arrivedBefore + count / MOST_KILLS) continue;
    lastKill = Date.now();
    arrivedBefore = world.sink.arrived.size;
    const victim = running.shift();
    victim?.kill('SIGKILL');
    kills.push(Date.now());
    running.push(start());
  }
  const seconds = (Date.now() - startedAt) / 1_000;
  await Promise.all(running.map(endCalmly));
  return {
    ...(await account(world)),
    kills: kills.length,
    seconds,
    longestSilence: silenceAfter(kills, world),
  };
}

async function endCalmly(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'close');
}

async function account({ readRows, sink }: MatrixWorld) {
  const [reminders, mails] = [await readRows('reminders'), await readRows('mails')];
  const known = new Set(mails.map(({ id }) => `${id}@${HOST}`));
  const hasArrived = ({ state, mail_id }: Readonly<Record<string, unknown>>) =>
    state === 'sent' && sink.arrived.has(`${mail_id}@${HOST}`);
  const sent = reminders.filter(hasArrived).length;
  return {
    reminders: reminders.length,
    sent,
    lost: reminders.length - sent,
    mails: mails.length,
    repeats: [...sink.arrived.values()].reduce((sum, times) => sum + times.length - 1, 0),
    strangers: [...sink.arrived.keys()].filter((id) => !known.has(id)).length,
  };
}

function silenceAfter(kills: readonly number[], { sink }: MatrixWorld): number {
  const silences = kills.map((killedAt) => {
    const next = sink.arrivedAt.find((arrivedAt) => arrivedAt > killedAt);
    return next === undefined ? 0 : next - killedAt;
  });
  return Math.max(0, ...silences) / 1_000;
}
