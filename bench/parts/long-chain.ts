// A feasible chain of 10,000 activities: the forward and the backward pass, beside the goal and beside the best
// figure that a planner in JavaScript has published.

import { computeLatestDates } from '../../src/domain/backward-pass.ts';
import { buildNetwork } from '../../src/domain/build-network.ts';
import { computeEarliestDates } from '../../src/domain/forward-pass.ts';
import type { Network } from '../../src/domain/network.ts';
import { computeScenario } from '../../src/domain/schedule.ts';
import { longChain } from '../roster/long-chain.ts';
import { type Figure, limit, type Part } from '../runner/figure.ts';
import { timeOf } from '../runner/timing.ts';

const ACTIVITIES = 10_000;
const GOAL_MILLISECONDS = 25;
/** docs.dhtmlx.com/planning-engine/performance.md: a chain of 10,000 tasks in JavaScript, on a machine not named. */
const PUBLISHED_MILLISECONDS = 23.493;
const RUNS = { warmUps: 5, runs: 21 };

export const part: Part = async () => {
  const description = longChain(ACTIVITIES);
  const built = buildNetwork(description);
  if (!built.ok) throw new Error('the long chain is at fault');
  const network = built.value;
  if (!computeScenario(network, 'max').isFeasible) throw new Error('the long chain is not feasible');
  const passes = await timeOf(() => bothPasses(network), RUNS);
  const scenario = await timeOf(() => computeScenario(network, 'max'), RUNS);
  const building = await timeOf(() => buildNetwork(description), RUNS);
  const size = `chain of ${ACTIVITIES.toLocaleString('en')}`;
  const figure = (
    what: string,
    ours: Figure['ours'],
    beside: Figure['beside'],
    goal: Figure['goal'],
  ): Figure => ({
    what: `${size}: ${what}`,
    unit: 'ms',
    ours,
    beside,
    ratio: 'ours/beside',
    goal,
  });
  const published = { what: 'DHTMLX Planning Engine, as published', figure: limit(PUBLISHED_MILLISECONDS) };
  return [
    figure(
      'both passes',
      passes,
      { what: 'the limit', figure: limit(GOAL_MILLISECONDS) },
      { is: 'at most', ratio: 1 },
    ),
    figure('one whole scenario (third pass, floats, driving path)', scenario, published, null),
    figure('checked, linked and ordered', building, null, null),
  ];
};

function bothPasses(network: Network): unknown {
  const { earliest } = computeEarliestDates(network, 'max');
  return computeLatestDates(network, 'max', earliest, { finishBy: network.cutoff, withOtherBounds: true });
}
