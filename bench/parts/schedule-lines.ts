// `lastbus schedule FILE.jsonl` as a process: networks a second, and whether its memory stays the same however long
// the file is.

import { withLinesFile } from '../roster/lines-file.ts';
import { type CommandRun, runCommand } from '../runner/command.ts';
import type { Figure, Part } from '../runner/figure.ts';
import { spreadOf } from '../runner/timing.ts';

const FEW = 5_000;
const MANY = 20_000;
const RUNS = 2;
/** For four times the work. */
const MOST_GROWTH = 1.1;

export const part: Part = async () => {
  const few = await runsOf(FEW);
  const many = await runsOf(MANY);
  const rate = (runs: readonly CommandRun[]) =>
    spreadOf(runs.map(({ lines, milliseconds }) => lines / (milliseconds / 1000)));
  const peaks = (runs: readonly CommandRun[]) => runs.flatMap(({ peakMegabytes }) => peakMegabytes ?? []);
  const throughput: Figure = {
    what: `schedule, ${MANY.toLocaleString('en')} networks as JSON Lines, as a process`,
    unit: 'per s',
    ours: rate(many),
    beside: { what: `the same with ${FEW.toLocaleString('en')}`, figure: rate(few) },
    ratio: 'ours/beside',
    goal: null,
  };
  if (peaks(few).length === 0)
    return [throughput, 'Peak memory: not measured, for this system has no /proc.'];
  const constant: Figure = {
    what: `its peak memory at ${MANY.toLocaleString('en')} networks`,
    unit: 'MB',
    ours: spreadOf(peaks(many)),
    beside: { what: `at ${FEW.toLocaleString('en')}`, figure: spreadOf(peaks(few)) },
    ratio: 'ours/beside',
    goal: { is: 'at most', ratio: MOST_GROWTH },
  };
  return [throughput, constant];
};

async function runsOf(networks: number): Promise<CommandRun[]> {
  return withLinesFile(networks, async (file) => {
    const runs: CommandRun[] = [];
    for (let run = 0; run < RUNS; run++) {
      const result = await runCommand(['schedule', file]);
      if (result.lines !== networks) throw new Error(`${result.lines} answers to ${networks} networks`);
      runs.push(result);
    }
    return runs;
  });
}
