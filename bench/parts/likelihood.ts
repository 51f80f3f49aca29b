// The exact likelihood for 60 start days of each of 500 chains, beside the limit.

import { addDays } from '../../src/domain/day.ts';
import { likelihoodByStart } from '../../src/domain/likelihood.ts';
import type { Network } from '../../src/domain/network.ts';
import { rosterCases } from '../roster/cases.ts';
import { chainsOf, networkOf } from '../roster/chains.ts';
import { type Figure, limit, type Part } from '../runner/figure.ts';
import { timeOf } from '../runner/timing.ts';

const CASES = 500;
const START_DAYS = 60;
const LIMIT_MILLISECONDS = 1000;

export const part: Part = async () => {
  const networks = rosterCases(CASES).flatMap(longestChainOf);
  const ours = await timeOf(() => networks.map(byStart), { warmUps: 1, runs: 5 });
  const exact = networks.flatMap(byStart).filter(({ likelihood }) => 'onTime' in likelihood).length;
  const all = networks.length * START_DAYS;
  const figure: Figure = {
    what: `likelihood: ${START_DAYS} start days × ${networks.length} cases (the longest chain of each)`,
    unit: 'ms',
    ours,
    beside: { what: 'the limit', figure: limit(LIMIT_MILLISECONDS) },
    ratio: 'ours/beside',
    goal: { is: 'at most', ratio: 1 },
  };
  const perStart = (ours.median / all) * 1000;
  return [figure, `Likelihood: ${exact} of ${all} are one exact number, ${perStart.toFixed(0)} µs each.`];
};

function longestChainOf(rosterCase: Parameters<typeof chainsOf>[0]): Network[] {
  const [longest] = chainsOf(rosterCase).toSorted((a, b) => b.activities.length - a.activities.length);
  return longest === undefined ? [] : [networkOf(longest)];
}

function byStart(network: Network) {
  return likelihoodByStart(network, network.asOf, addDays(network.asOf, START_DAYS - 1));
}
