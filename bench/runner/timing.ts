// How long something takes: run a few times to warm up, then measured several times, each run on its own.

import type { Spread } from './figure.ts';

export interface Repetitions {
  readonly warmUps: number;
  readonly runs: number;
}

/** Milliseconds of one run of `work`. Its result is looked at, so that no run can be optimised away. */
export async function timeOf(work: () => unknown, repetitions: Repetitions): Promise<Spread> {
  const { ours } = await timesInTurns({ ours: work }, repetitions);
  return ours;
}

/** The same for several pieces of work, one run of each in turn: what else the machine does hits them all. */
export async function timesInTurns<Name extends string>(
  works: Readonly<Record<Name, () => unknown>>,
  { warmUps, runs }: Repetitions,
): Promise<Record<Name, Spread>> {
  const names = Object.keys(works) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let run = 0; run < warmUps + runs; run++) {
    for (const name of names) {
      const startedAt = performance.now();
      lookAt(await works[name]());
      if (run >= warmUps) samples[name].push(performance.now() - startedAt);
    }
  }
  return Object.fromEntries(names.map((name) => [name, spreadOf(samples[name])])) as Record<Name, Spread>;
}

export function spreadOf(samples: readonly number[]): Spread {
  const sorted = samples.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  if (low === undefined || high === undefined) throw new Error('nothing was measured');
  return {
    median: (low + high) / 2,
    min: Math.min(...sorted),
    max: Math.max(...sorted),
    runs: sorted.length,
  };
}

/** The same spread in other words: seconds, or so many a second. */
export function mapSpread({ median, min, max, runs }: Spread, map: (value: number) => number): Spread {
  const [a, b] = [map(min), map(max)];
  return { median: map(median), min: Math.min(a, b), max: Math.max(a, b), runs };
}

let seen: unknown;

function lookAt(value: unknown): void {
  seen = value;
  if (seen === undefined) throw new Error('a piece of work of the bench gives nothing back');
}
