// From `npm start` to the first plan, and the memory of a server that has nothing to do.

import { rosterCases } from '../roster/cases.ts';
import { type Figure, type Finding, limit, type Part } from '../runner/figure.ts';
import { type RealServer, startRealServer } from '../runner/real-server.ts';
import { residentMegabytes } from '../runner/resident-memory.ts';
import { spreadOf } from '../runner/timing.ts';

const STARTS = 5;
const FIRST_PLAN_LIMIT_MILLISECONDS = 2000;
const MEMORY_LIMIT_MEGABYTES = 150;
const MEMORY_STARTS = 3;
const PREVIEWS = 500;

export const part: Part = async () => [await firstPlan(), ...(await idleMemory())];

async function firstPlan(): Promise<Figure> {
  const samples: number[] = [];
  for (let start = 0; start < STARTS; start++) {
    const server = await startRealServer(['npm', 'start']);
    await preview(server, 0);
    samples.push(performance.now() - server.startedAt);
    await server.stop();
  }
  return {
    what: 'npm start to the first plan',
    unit: 'ms',
    ours: spreadOf(samples),
    beside: { what: 'the limit', figure: limit(FIRST_PLAN_LIMIT_MILLISECONDS) },
    ratio: 'ours/beside',
    goal: { is: 'at most', ratio: 1 },
  };
}

async function idleMemory(): Promise<Finding[]> {
  const atRest: number[] = [];
  const afterWork: number[] = [];
  for (let start = 0; start < MEMORY_STARTS; start++) {
    const server = await startRealServer([process.execPath, 'src/main.ts', 'serve']);
    try {
      await preview(server, 0);
      atRest.push(...(await residentMegabytes(server)));
      for (let index = 0; index < PREVIEWS; index++) await preview(server, index);
      afterWork.push(...(await residentMegabytes(server)));
    } finally {
      await server.stop();
    }
  }
  if (atRest.length === 0) return ['Memory of a server: not measured, for this system has no /proc.'];
  return [
    memoryFigure('memory of a server at rest, after one plan', atRest),
    memoryFigure(`memory of a server at rest, after ${PREVIEWS} plans`, afterWork),
  ];
}

function memoryFigure(what: string, megabytes: readonly number[]): Figure {
  return {
    what,
    unit: 'MB',
    ours: spreadOf(megabytes),
    beside: { what: 'the limit', figure: limit(MEMORY_LIMIT_MEGABYTES) },
    ratio: 'ours/beside',
    goal: { is: 'at most', ratio: 1 },
  };
}

const CASES = rosterCases(PREVIEWS);

async function preview({ url }: RealServer, index: number): Promise<void> {
  const response = await fetch(`${url}/api/v1/plans/preview`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(CASES[index]),
  });
  await response.text();
  if (response.status !== 200) throw new Error(`a preview was answered with ${response.status}`);
}
