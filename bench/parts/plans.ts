// Cases → plans, and the same chains through the core alone, beside TaskJuggler on the same chains.

import { computeSchedule } from '../../src/domain/schedule.ts';
import { rosterCases } from '../roster/cases.ts';
import { chainsOf, networkOf, planOf } from '../roster/chains.ts';
import { withLinesFile } from '../roster/lines-file.ts';
import { runCommand } from '../runner/command.ts';
import type { Figure, Finding, Part, Spread } from '../runner/figure.ts';
import { timeOf } from '../runner/timing.ts';
import { measureTaskJuggler } from '../taskjuggler/measure.ts';

const MOST_PEOPLE = 500;
const PEOPLE = [1, 100, MOST_PEOPLE] as const;
const COMMAND = '500 cases: lastbus schedule as a whole process, with likelihood and diagnosis';
const GOAL = { is: 'at least', ratio: 150 } as const;

export const part: Part = async () => {
  const peer = await measureTaskJuggler(PEOPLE);
  const figures: Finding[] = [];
  for (const people of PEOPLE) {
    const cases = rosterCases(people);
    const networks = cases.flatMap(chainsOf).map(networkOf);
    const runs = { warmUps: 3, runs: people === MOST_PEOPLE ? 9 : 15 };
    const plans = await timeOf(() => cases.map(planOf), runs);
    const schedules = await timeOf(() => networks.map(computeSchedule), runs);
    const beside = peer.backwards.get(people) ?? null;
    const goal = people === MOST_PEOPLE ? GOAL : null;
    const size = `${people} ${people === 1 ? 'case' : 'cases'}`;
    figures.push(
      figure(`${size}: whole plans, all routes, four scenarios`, plans, beside, goal),
      figure(`${size}: schedules alone (${networks.length} chains, four scenarios)`, schedules, beside, goal),
    );
    if (people === MOST_PEOPLE) figures.push(figure(COMMAND, await timeOfCommand(), beside, null));
    const equal = people === 100 ? peer.everything : null;
    if (equal !== null) figures.push(equalWork(schedules, equal));
  }
  return [...figures, ...peer.lines];
};

/** The chains of the 500 cases as a file of JSON Lines: as tj3 is measured, from the start of the process to its end. */
async function timeOfCommand(): Promise<Spread> {
  return withLinesFile(null, (file) => timeOf(() => runCommand(['schedule', file]), { warmUps: 0, runs: 3 }));
}

function figure(what: string, ours: Spread, beside: Spread | null, goal: Figure['goal']): Figure {
  const peer = beside === null ? null : { what: 'tj3, one scenario, backwards only', figure: beside };
  return { what, unit: 'ms', ours, beside: peer, ratio: 'beside/ours', goal };
}

function equalWork(ours: Spread, theirs: Spread): Figure {
  return {
    what: '100 cases: schedules alone, the same work on both sides',
    unit: 'ms',
    ours,
    beside: { what: 'tj3, four scenarios, both ways', figure: theirs },
    ratio: 'beside/ours',
    goal: null,
  };
}
