// What the tests of laws share: how a law is tried, and how a likelihood is read.

import fc from 'fast-check';
import type { LikelihoodAnswer, NetworkJson } from './network-json.ts';

// The seed is fixed so that a run says the same every time; another one looks elsewhere.
const SEED = 20_161_225;

/** Tries a law on that many networks, the same ones in every run. */
export function forAll<T = NetworkJson>(
  values: fc.Arbitrary<T>,
  numRuns: number,
  law: (value: T) => void,
): void {
  fc.assert(fc.property(values, law), { seed: SEED, numRuns });
}

/** Two ways of computing the same number differ by less than this. */
export const SAME_PROBABILITY = 1e-9;

/** Lower and upper end; the same where the answer is one number. */
export function bracketOf(likelihood: LikelihoodAnswer): [number, number] {
  return 'onTime' in likelihood
    ? [likelihood.onTime, likelihood.onTime]
    : [likelihood.atLeast, likelihood.atMost];
}
