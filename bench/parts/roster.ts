// `lastbus roster`: what 500 people take beyond the start of the program, and how its memory grows with the file. The same people in every run; see test/support/made-roster.ts.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rosterCommand } from '../../src/adapters/cli/roster-command.ts';
import { madeRoster, ROSTER_AS_OF } from '../../test/support/made-roster.ts';
import { rosterCsv } from '../../test/support/roster-file.ts';
import { dayOfText } from '../roster/cases.ts';
import { book } from '../roster/chains.ts';
import { type CommandRun, runCommand } from '../runner/command.ts';
import { type Figure, limit, type Part } from '../runner/figure.ts';
import { spreadOf, timeOf } from '../runner/timing.ts';

const PEOPLE = 500;
const LIMIT_MILLISECONDS = 300;
const RUNS = { warmUps: 3, runs: 7 };
const FEW = 20_000;
const MANY = 100_000;
/** For five times the rows. */
const MOST_GROWTH = 1.5;

export const part: Part = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lastbus-bench-'));
  try {
    const fileOf = async (people: number): Promise<string> => {
      const file = join(folder, `${people}.csv`);
      await writeFile(file, rosterCsv(madeRoster(people)));
      return file;
    };
    // First, while nothing of this process is warm yet.
    const board = await boardFigures(await fileOf(PEOPLE));
    const run: Run = async (people, ...options) =>
      runCommand(['roster', await fileOf(people), '--as-of', ROSTER_AS_OF, '--format', 'csv', ...options]);
    return [...board, ...(await memoryFigures(run))];
  } finally {
    await rm(folder, { recursive: true });
  }
};

type Run = (people: number, ...options: readonly string[]) => Promise<CommandRun>;

/** The command itself in this process, where the program has started and the policies are read. */
async function boardFigures(file: string): Promise<Figure[]> {
  const board = () => printBoard(file);
  const first = await timeOf(board, { warmUps: 0, runs: 1 });
  const again = await timeOf(board, RUNS);
  const withHands = await timeOf(() => printBoard(file, '--capacity', '5/day'), RUNS);
  const figure = (what: string, ours: Figure['ours']): Figure => ({
    what: `roster, ${PEOPLE} people, ${what}`,
    unit: 'ms',
    ours,
    beside: { what: 'the limit', figure: limit(LIMIT_MILLISECONDS) },
    ratio: 'ours/beside',
    goal: { is: 'at most', ratio: 1 },
  });
  return [
    figure('from the file to the table, once the program has started', first),
    figure('the same in a warm process', again),
    figure('the same on 5 hands a day', withHands),
  ];
}

/** How much was printed, so that it must be. */
async function printBoard(file: string, ...options: string[]): Promise<number> {
  let printed = 0;
  const world = { book, publicUrl: 'http://localhost', todayIn: () => dayOfText(ROSTER_AS_OF) };
  await rosterCommand([file, ...options], world, {
    print: async (text) => {
      printed += text.length;
    },
    complain: (line) => {
      throw new Error(line);
    },
    standardInput: (async function* () {})(),
    standardInputOctets: (async function* () {})(),
    pathOf: (typed) => typed,
  });
  return printed;
}

async function memoryFigures(run: Run): Promise<(Figure | string)[]> {
  const few = await run(FEW);
  const many = await run(MANY);
  const onHands = await run(MANY, '--capacity', '5/day');
  const rate = ({ milliseconds }: CommandRun, people: number) => spreadOf([people / (milliseconds / 1000)]);
  const throughput: Figure = {
    what: `roster, ${MANY.toLocaleString('en')} people to CSV, as a process`,
    unit: 'per s',
    ours: rate(many, MANY),
    beside: { what: `the same with ${FEW.toLocaleString('en')}`, figure: rate(few, FEW) },
    ratio: 'ours/beside',
    goal: null,
  };
  const levelled: Figure = {
    what: 'the same on 5 hands a day',
    unit: 'per s',
    ours: rate(onHands, MANY),
    beside: { what: 'without', figure: rate(many, MANY) },
    ratio: 'ours/beside',
    goal: null,
  };
  if (few.peakMegabytes === null || many.peakMegabytes === null)
    return [throughput, levelled, 'Peak memory: not measured, for this system has no /proc.'];
  const memory: Figure = {
    what: `its peak memory at ${MANY.toLocaleString('en')} people`,
    unit: 'MB',
    ours: spreadOf([many.peakMegabytes]),
    beside: { what: `at ${FEW.toLocaleString('en')}`, figure: spreadOf([few.peakMegabytes]) },
    ratio: 'ours/beside',
    goal: { is: 'at most', ratio: MOST_GROWTH },
  };
  return [throughput, levelled, memory];
}
