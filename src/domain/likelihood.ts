// How likely a network is to be on time: exact probabilities over the durations that were observed, no sampling
// (scheduling.md §7).
//
// On time means: every activity without successors finished by the cutoff, and every window, deadline and max
// lag met. Durations are independent. What has not started starts as soon as it can.

import { type ChainLikelihood, chainLikelihood, isKnown } from './chain-likelihood.ts';
import { addDays, type Day } from './day.ts';
import { activityAt } from './forward-pass.ts';
import { probabilityWithHindsight } from './hindsight.ts';
import type { Network } from './network.ts';
import { probabilityOnTime } from './on-time.ts';

/**
 * One exact number; or, where starting as soon as possible is not known to be the best anybody can do, the
 * probabilities between which the best lies.
 */
export type Likelihood = { readonly onTime: number } | { readonly atLeast: number; readonly atMost: number };

/** Two ways of computing the same number differ by less than this. */
const SAME_PROBABILITY = 1e-9;

/**
 * The probability of being on time when everything starts as soon as it can.
 *
 * Without max lags behind a random duration nobody can do better, and the number is exact. With them it is a
 * lower bound, and the upper one is the probability that some schedule exists with hindsight; where the two
 * agree the number is exact again.
 */
export function computeLikelihood(network: Network): Likelihood {
  return likelihoodOf(network, chainLikelihood(network));
}

function likelihoodOf(network: Network, chain: ChainLikelihood | null): Likelihood {
  const asSoonAsPossible = chain === null ? probabilityOnTime(network) : chain(network);
  if (asSoonAsPossible === null) return { atLeast: 0, atMost: 1 };
  if (hasStaticPrefix(network)) return { onTime: asSoonAsPossible };
  const withHindsight = probabilityWithHindsight(network);
  if (withHindsight !== null && withHindsight - asSoonAsPossible < SAME_PROBABILITY)
    return { onTime: asSoonAsPossible };
  return { atLeast: asSoonAsPossible, atMost: withHindsight ?? 1 };
}

/**
 * The same where a notice still to come decides which days are worked: between the probability with the fewest working
 * days thinkable and that with the most. One number where the notice moves nothing.
 */
export function likelihoodBeforeNotice(network: Network): Likelihood {
  const fewest = computeLikelihood(network);
  const { most } = network.calendar;
  if (most === null) return fewest;
  const atLeast = surelyOnTime(fewest);
  const atMost = Math.max(
    possiblyOnTime(fewest),
    possiblyOnTime(computeLikelihood({ ...network, calendar: most })),
  );
  return atMost - possiblyOnTime(fewest) < SAME_PROBABILITY ? fewest : { atLeast, atMost };
}

/** The probability that can be promised: of a bracket its lower end. */
export function surelyOnTime(likelihood: Likelihood): number {
  return 'onTime' in likelihood ? likelihood.onTime : likelihood.atLeast;
}

/** The probability that can be hoped for: of a bracket its upper end. */
export function possiblyOnTime(likelihood: Likelihood): number {
  return 'onTime' in likelihood ? likelihood.onTime : likelihood.atMost;
}

/** Whether nothing can be promised, and yet it is not lost: that hangs on what is not known yet. */
export function isOpenChance(likelihood: Likelihood): boolean {
  return surelyOnTime(likelihood) === 0 && possiblyOnTime(likelihood) > 0;
}

export interface LikelihoodByStart {
  readonly startOn: Day;
  readonly likelihood: Likelihood;
}

/** The likelihood for every day from `from` to `until`, both inclusive, taken as the day to start from. */
export function likelihoodByStart(network: Network, from: Day, until: Day): LikelihoodByStart[] {
  const result: LikelihoodByStart[] = [];
  // Of a chain the sweep is remembered from one start day to the next.
  const chain = chainLikelihood(network);
  for (let startOn = from; startOn <= until; startOn = addDays(startOn, 1)) {
    result.push({
      startOn,
      likelihood: likelihoodOf({ ...network, asOf: startOn, startsFrom: startOn }, chain),
    });
  }
  return result;
}

/**
 * Condition SC: before every max lag whose source has not started lie only durations that are known. Then the
 * max lags bind a part of the network in which nothing is random, and behind it earlier is better.
 */
function hasStaticPrefix(network: Network): boolean {
  if (!network.hasMaxLags) return true;
  const isRandom = network.activities.map((activity) => activity.state !== 'done' && !isKnown(activity));
  for (const index of network.order) {
    const activity = activityAt(network, index);
    if (activity.predecessors.some(({ predecessor }) => isRandom[predecessor])) isRandom[index] ||= true;
  }
  return network.activities.every(({ predecessors }) => {
    const hasMaxLag = predecessors.some(({ maxLag }) => maxLag !== null);
    return !hasMaxLag || predecessors.every(({ predecessor }) => !isRandom[predecessor]);
  });
}
