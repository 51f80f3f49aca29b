// The probability that some schedule exists once all durations are known: the most that anybody could reach.

import type { Day } from './day.ts';
import { isFeasible } from './feasibility.ts';
import { type Activity, byScenario, type Network } from './network.ts';
import { runningFinishes, sharesOf } from './on-time.ts';

const MOST_JOINT_OUTCOMES = 100_000;

/**
 * P(a schedule exists with hindsight): every combination of durations is tried. Only what has not finished
 * can vary; what runs is given by the finishes it may still have.
 *
 * @returns null when there are more than 100,000 combinations.
 */
export function probabilityWithHindsight(network: Network): number | null {
  const unfinished = network.activities.filter(({ state }) => state !== 'done');
  const choices = unfinished.map((activity) => choicesOf(network, activity));
  const combinations = choices.reduce((product, { length }) => product * length, 1);
  if (combinations > MOST_JOINT_OUTCOMES) return null;
  return sumOver(network, choices, 0);
}

/** One way an activity may turn out: the activity with that duration only. */
interface Choice {
  readonly activity: Activity;
  readonly share: number;
}

function choicesOf(network: Network, activity: Activity): Choice[] {
  if (activity.state === 'open') {
    return sharesOf(activity.outcomes).map(({ period, share }) => ({
      activity: { ...activity, durations: byScenario(() => period) },
      share,
    }));
  }
  return runningFinishes(network, activity).map(({ finishOn, share }) => ({
    activity: finishedAt(activity, finishOn),
    share,
  }));
}

/** A running activity whose finish is known: its bounds hold as for a fact. */
function finishedAt(activity: Activity, finishOn: Day): Activity {
  return { ...activity, state: 'done', finishedOn: finishOn };
}

function sumOver(network: Network, choices: readonly (readonly Choice[])[], position: number): number {
  const options = choices[position];
  if (options === undefined) return isFeasible(network, 'min') ? 1 : 0;
  let sum = 0;
  for (const { activity, share } of options) {
    const activities = network.activities.with(activity.index, activity);
    sum += share * sumOver({ ...network, activities }, choices, position + 1);
  }
  return sum;
}
