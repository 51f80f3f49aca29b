// TaskJuggler on the roster: how long it takes and whether its days are ours. Installed from Debian (`tj3`); where
// it is not, that is said and the rest of the bench goes on.

import { SCENARIOS, type Scenario } from '../../src/domain/network.ts';
import { dayOfText, type RosterCase, rosterCases } from '../roster/cases.ts';
import { chainsOf, networkOf } from '../roster/chains.ts';
import type { Spread } from '../runner/figure.ts';
import { spreadOf } from '../runner/timing.ts';
import { type Comparison, compareDates } from './compare-dates.ts';
import { containerName, type Direction, projectText } from './project-text.ts';
import { runTj3, type Tj3Run, tj3Version } from './run-tj3.ts';
import { type TaskChain, tasksOfChain } from './tasks-of-chain.ts';

export interface TaskJugglerFigures {
  /** Milliseconds by number of people: the statutory scenario, backwards from the cutoff, dates as CSV. */
  readonly backwards: ReadonlyMap<number, Spread>;
  /** Of 100 people: four scenarios, forwards and backwards; null: not measured. */
  readonly everything: Spread | null;
  readonly lines: readonly string[];
}

/** One project for each policy, for a project that spans ten years would make TaskJuggler slower than it is. */
const PROJECTS = [
  { policy: 'shanghai-2017', from: '2016-09-15', until: '2017-03-15' },
  { policy: 'shanghai-2027', from: '2026-09-15', until: '2027-03-15' },
] as const;

const CANNOT_SAY =
  'TaskJuggler cannot say, and is not asked: the proof valid for 7 days (no max lag), windows that open or close ' +
  'on a step in the middle, float, likelihood, reasons. The chain given to it begins at the step whose window opens.';

export async function measureTaskJuggler(peopleCounts: readonly number[]): Promise<TaskJugglerFigures> {
  const version = await tj3Version();
  if (version === null) {
    const lines = [
      'TaskJuggler is not installed here (Debian: apt-get install tj3): nothing was set beside it.',
    ];
    return { backwards: new Map(), everything: null, lines };
  }
  const backwards = new Map<number, Spread>();
  let compared: Comparison = { compared: 0, differences: [] };
  for (const people of peopleCounts) {
    const cases = rosterCases(people);
    const samples: number[] = [];
    for (let run = 0; run < runsFor(people); run++) {
      const result = await runRoster(cases, ['statutory'], ['backwards']);
      samples.push(result.milliseconds);
      compared = result.comparison;
    }
    backwards.set(people, spreadOf(samples));
  }
  const everything = await runRoster(rosterCases(100), SCENARIOS, ['forwards', 'backwards']);
  return {
    backwards,
    everything: spreadOf([everything.milliseconds]),
    lines: [
      agreementLine(`${version}, 500 cases, statutory, latest starts`, compared),
      agreementLine('100 cases, four scenarios, earliest finishes and latest starts', everything.comparison),
      CANNOT_SAY,
    ],
  };
}

/** Where one run takes many seconds it is run twice, else five times. */
function runsFor(people: number): number {
  return people >= 500 ? 2 : 5;
}

async function runRoster(
  cases: readonly RosterCase[],
  scenarios: readonly Scenario[],
  directions: readonly Direction[],
): Promise<{ milliseconds: number; comparison: Comparison }> {
  let milliseconds = 0;
  let compared = 0;
  const differences: string[] = [];
  for (const { policy, from, until } of PROJECTS) {
    const chains = cases.filter((one) => one.policy === policy).flatMap(taskChainsOf);
    const [first] = chains;
    if (first === undefined) continue;
    const { calendar } = first.network;
    const span = { from: dayOfText(from), until: dayOfText(until) };
    const project = projectText(chains, { scenarios, directions, calendar, ...span });
    const result = await runTj3(project);
    milliseconds += result.milliseconds;
    for (const { chain, scenario, direction, datesOf } of expected(chains, scenarios, directions, result)) {
      const comparison = compareDates(chain, scenario, direction, datesOf);
      compared += comparison.compared;
      differences.push(...comparison.differences);
    }
  }
  return { milliseconds, comparison: { compared, differences } };
}

/** Each chain in each direction under each scenario, with the dates that TaskJuggler has for it. */
function expected(
  chains: readonly TaskChain[],
  scenarios: readonly Scenario[],
  directions: readonly Direction[],
  { dates }: Tj3Run,
) {
  return directions.flatMap((direction) =>
    scenarios.flatMap((scenario, position) =>
      chains.map((chain, index) => ({
        chain,
        scenario,
        direction,
        datesOf: (task: string) => dates.get(`${containerName(direction, index)}.${task}`)?.[position],
      })),
    ),
  );
}

function taskChainsOf(rosterCase: RosterCase): TaskChain[] {
  return chainsOf(rosterCase).map(networkOf).map(tasksOfChain);
}

function agreementLine(what: string, { compared, differences }: Comparison): string {
  const found =
    differences.length === 0
      ? 'all are the same as ours'
      : `${differences.length} differ from ours, such as ${differences.slice(0, 3).join('; ')}`;
  return `TaskJuggler, ${what}: ${compared} days compared, ${found}.`;
}
