// On which day everything is finished, as probabilities over the durations that were observed.

import { addDays, type Day, earlierOf } from './day.ts';
import type { Network } from './network.ts';
import { completionProbabilities } from './on-time.ts';
import type { ScenarioSchedule } from './schedule.ts';

export interface CompletionDay {
  readonly finishOn: Day;
  readonly probability: number;
}

const WHOLE = 1 - 1e-9;

/** Further on than any chain of offices goes. */
const LONGEST_TAIL = 366;

/**
 * The distribution of the completion when everything starts as soon as it can, whatever the cutoff and the
 * deadlines say; days in order, without those of probability 0. What is missing to 1 never finishes, or
 * not within a year: a paper expires first, or a date lies outside the calendar's cover.
 *
 * @param shortest the schedule under the shortest durations: no day is looked for a year after its completion.
 * @returns null when there are too many joint outcomes to sum.
 */
export function completionDistribution(network: Network, shortest: ScenarioSchedule): CompletionDay[] | null {
  if (shortest.completionOn === null) return [];
  const activities = network.activities.map((activity) => ({
    ...activity,
    closesOn: null,
    finishNoLaterThan: null,
  }));
  const last = earlierOf(network.horizon.until, addDays(shortest.completionOn, LONGEST_TAIL));
  const probabilities = completionProbabilities({ ...network, activities, cutoff: last });
  if (probabilities === null) return null;
  return [...probabilities]
    .map(([finishOn, probability]) => ({ finishOn, probability }))
    .filter(({ probability }) => probability > 0)
    .toSorted((a, b) => a.finishOn - b.finishOn);
}

/** The first day by which everything is finished with probability `share` at least; null when that never comes. */
export function finishedBy(distribution: readonly CompletionDay[], share: number): Day | null {
  let sum = 0;
  for (const { finishOn, probability } of distribution) {
    sum += probability;
    if (sum >= share - (1 - WHOLE)) return finishOn;
  }
  return null;
}
