// One cell of the matrix: a process that sends is killed at a point, another one goes on, and every reminder is
// accounted for between the ledger and what arrived.

import { dispatchReminders } from '../../src/app/dispatch-reminders.ts';
import type { PolicyBook } from '../../src/app/policy-book.ts';
import type { Instant } from '../../src/ports/clock.ts';
import type { WaitingProcesses } from './child-processes.ts';
import { MORNING, PLAN_ID, writePlan, writeSubscriptions } from './due-reminders.ts';
import { openSendingWorld, type SendingWorld } from './sending-world.ts';
import type { RelayMode, Sink } from './sink.ts';

export const CLOCKS = { steady: 0, 'a day forward': 86_400_000, 'an hour back': -3_600_000 } as const;
export type ClockMove = keyof typeof CLOCKS;

export interface Cell {
  readonly engine: string;
  readonly processes: 1 | 2;
  readonly relay: RelayMode;
  readonly clock: ClockMove;
}

export interface CellAccount extends Cell {
  /** At how many points a process could be killed. */
  readonly points: number;
  readonly kills: number;
  /** Reminders that neither arrived nor were refused for good, over all kills. */
  readonly lost: number;
  /** Mails that arrived once more than without the kill, over all kills. */
  readonly repeats: number;
  /** The most of them after one kill. */
  readonly worst: number;
  /** Mails that arrived and that the ledger does not know. */
  readonly strangers: number;
}

const ADDRESSES = ['mama@example.com', 'baba@example.net'];
const HOST = 'lastbus.example.org';

/** How far the clock moves between two rounds of who goes on, and how many rounds at most. */
const BETWEEN_ROUNDS = 25 * 60_000;
const MOST_ROUNDS = 40;

export interface MatrixWorld {
  readonly databaseUrl: string;
  readonly book: PolicyBook;
  readonly sink: Sink;
  readonly processes: WaitingProcesses;
  /** Rows of a table, read past the stores. */
  readonly readRows: (table: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
}

/** Kills at every `step`-th point, beginning with `first`, from 1. */
export async function runCell(
  world: MatrixWorld,
  cell: Cell,
  { step, first }: { readonly step: number; readonly first: number },
): Promise<CellAccount> {
  let present = MORNING;
  const opened = await openSendingWorld({
    databaseUrl: world.databaseUrl,
    relayPort: world.sink.port,
    book: world.book,
    now: MORNING,
  });
  const survivor: SendingWorld = {
    ...opened,
    dependencies: { ...opened.dependencies, clock: { now: () => present } },
  };
  try {
    const undisturbed = await story(world, cell, survivor, null, (now) => {
      present = now;
    });
    const account = {
      kills: 0,
      lost: undisturbed.lost,
      repeats: 0,
      worst: 0,
      strangers: undisturbed.strangers,
    };
    const points = undisturbed.points ?? 0;
    for (let killAt = first; killAt <= points; killAt += step) {
      const told = await story(world, cell, survivor, killAt, (now) => {
        present = now;
      });
      const repeats = Math.max(0, told.repeats - undisturbed.repeats);
      account.kills += told.wasKilled ? 1 : 0;
      account.lost += told.lost;
      account.repeats += repeats;
      account.worst = Math.max(account.worst, repeats);
      account.strangers += told.strangers;
    }
    return { ...cell, points, ...account };
  } finally {
    await opened.close();
  }
}

interface Told {
  readonly wasKilled: boolean;
  readonly points: number | null;
  readonly lost: number;
  readonly repeats: number;
  readonly strangers: number;
}

async function story(
  world: MatrixWorld,
  cell: Cell,
  survivor: SendingWorld,
  killAt: number | null,
  setClock: (now: Instant) => void,
): Promise<Told> {
  await writeAnew(survivor, world.book);
  world.sink.forget();
  world.sink.behave(cell.relay, cell.relay === 'slow' ? 100 : 2);
  const order = { databaseUrl: world.databaseUrl, relayPort: world.sink.port, now: MORNING };
  const [outcome] = await Promise.all([
    world.processes.run({ ...order, killAt }),
    ...(cell.processes === 2 ? [world.processes.run({ ...order, killAt: null })] : []),
  ]);
  let now = (MORNING + CLOCKS[cell.clock]) as Instant;
  for (let round = 0; round < MOST_ROUNDS && !(await isAccounted(world)); round += 1) {
    setClock(now);
    await dispatchReminders(survivor.dependencies);
    now = (now + BETWEEN_ROUNDS) as Instant;
  }
  return { ...outcome, ...(await account(world)) };
}

/** One plan, two confirmed addresses, nothing sent, every lane open. */
async function writeAnew({ database }: SendingWorld, book: PolicyBook): Promise<void> {
  await database.planStore.remove(PLAN_ID);
  for (const { name } of await database.mailLanes.listBusy(MORNING)) await database.mailLanes.reopen(name);
  await writePlan(database);
  await writeSubscriptions(database, book, ADDRESSES);
}

/** Whether nothing waits any more: every reminder has come to its end. */
async function isAccounted({ readRows }: MatrixWorld): Promise<boolean> {
  const [reminders, mails] = [await readRows('reminders'), await readRows('mails')];
  return [...reminders, ...mails].every(({ state }) => state !== 'unsent');
}

async function account({
  readRows,
  sink,
}: MatrixWorld): Promise<Pick<Told, 'lost' | 'repeats' | 'strangers'>> {
  const [reminders, mails] = [await readRows('reminders'), await readRows('mails')];
  const known = new Set(mails.map(({ id }) => `${id}@${HOST}`));
  const arrivals = (mailId: unknown) => sink.arrived.get(`${mailId}@${HOST}`)?.length ?? 0;
  const isAccountedFor = ({ state, mail_id, reason }: Readonly<Record<string, unknown>>) =>
    (state === 'sent' && arrivals(mail_id) > 0) ||
    (state === 'dropped' && String(reason).startsWith('550 5.1.1'));
  return {
    lost: reminders.filter((reminder) => !isAccountedFor(reminder)).length,
    repeats: [...sink.arrived.values()].reduce((sum, times) => sum + times.length - 1, 0),
    strangers: [...sink.arrived.keys()].filter((id) => !known.has(id)).length,
  };
}
