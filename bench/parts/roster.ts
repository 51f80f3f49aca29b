// `lastbus roster` as a process: what 500 people take beside the start of the program, and how memory grows with the
// file. The same people in every run; see test/support/made-roster.ts.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { madeRoster, ROSTER_AS_OF } from '../../test/support/made-roster.ts';
import { rosterCsv } from '../../test/support/roster-file.ts';
import { type CommandRun, runCommand } from '../runner/command.ts';
import { type Figure, limit, type Part } from '../runner/figure.ts';
import { spreadOf } from '../runner/timing.ts';

const PEOPLE = 500;
const LIMIT_MILLISECONDS = 300;
const RUNS = 7;
const FEW = 20_000;
const MANY = 100_000;
/** For five times the rows. */
const MOST_GROWTH = 1.5;

export const part: Part = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lastbus-bench-'));
  try {
    const run = async (people: number, ...options: string[]): Promise<CommandRun> => {
      const file = join(folder, `${people}.csv`);
      await writeFile(file, rosterCsv(madeRoster(people)));
      return runCommand(['roster', file, '--as-of', ROSTER_AS_OF, ...options]);
    };
    return [...(await boardFigures(run)), ...(await memoryFigures(run))];
  } finally {
    await rm(folder, { recursive: true });
  }
};

type Run = (people: number, ...options: string[]) => Promise<CommandRun>;

/** In turns with a roster of nobody, so that the start of the program can be taken off. */
async function boardFigures(run: Run): Promise<Figure[]> {
  const samples: Record<'board' | 'withHands', number[]> = { board: [], withHands: [] };
  for (let turn = 0; turn < RUNS; turn++) {
    const { milliseconds: start } = await run(0);
    const board = await run(PEOPLE);
    const withHands = await run(PEOPLE, '--capacity', '5/day');
    samples.board.push(board.milliseconds - start);
    samples.withHands.push(withHands.milliseconds - start);
  }
  const figure = (what: string, milliseconds: readonly number[]): Figure => ({
    what: `roster, ${PEOPLE} people, ${what}, beyond the start of the program`,
    unit: 'ms',
    ours: spreadOf(milliseconds),
    beside: { what: 'the limit', figure: limit(LIMIT_MILLISECONDS) },
    ratio: 'ours/beside',
    goal: { is: 'at most', ratio: 1 },
  });
  return [figure('the board', samples.board), figure('the board on 5 hands a day', samples.withHands)];
}

async function memoryFigures(run: Run): Promise<(Figure | string)[]> {
  const few = await run(FEW, '--format', 'csv');
  const many = await run(MANY, '--format', 'csv');
  const rate = ({ milliseconds }: CommandRun, people: number) => spreadOf([people / (milliseconds / 1000)]);
  const throughput: Figure = {
    what: `roster, ${MANY.toLocaleString('en')} people to CSV, as a process`,
    unit: 'per s',
    ours: rate(many, MANY),
    beside: { what: `the same with ${FEW.toLocaleString('en')}`, figure: rate(few, FEW) },
    ratio: 'ours/beside',
    goal: null,
  };
  if (few.peakMegabytes === null || many.peakMegabytes === null)
    return [throughput, 'Peak memory: not measured, for this system has no /proc.'];
  const memory: Figure = {
    what: `its peak memory at ${MANY.toLocaleString('en')} people`,
    unit: 'MB',
    ours: spreadOf([many.peakMegabytes]),
    beside: { what: `at ${FEW.toLocaleString('en')}`, figure: spreadOf([few.peakMegabytes]) },
    ratio: 'ours/beside',
    goal: { is: 'at most', ratio: MOST_GROWTH },
  };
  return [throughput, memory];
}
