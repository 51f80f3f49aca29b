// On which day everything is finished, as probabilities over the durations that were observed.

import { addDays, type Day, earlierOf } from './day.ts';
import type { Network } from './network.ts';
import { probabilityOnTime } from './on-time.ts';
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
 * The probability of being finished by a day is that of being on time with that day as the cutoff; the
 * distribution is its steps.
 *
 * @param shortest the schedule under the shortest durations, from whose completion the steps begin.
 * @returns null when there are too many joint outcomes to sum.
 */
export function completionDistribution(network: Network, shortest: ScenarioSchedule): CompletionDay[] | null {
  if (shortest.completionOn === null) return [];
  const activities = network.activities.map((activity) => ({
    ...activity,
    closesOn: null,
    finishNoLaterThan: null,
  }));
  const days: CompletionDay[] = [];
  const last = earlierOf(network.horizon.until, addDays(shortest.completionOn, LONGEST_TAIL));
  let before = 0;
  for (let cutoff = shortest.completionOn; cutoff <= last && before < WHOLE; cutoff = addDays(cutoff, 1)) {
    const finished = probabilityOnTime({ ...network, activities, cutoff });
    if (finished === null) return null;
    if (finished > before) days.push({ finishOn: cutoff, probability: finished - before });
    before = Math.max(before, finished);
  }
  return days;
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
