// Which of the routes is recommended.

import { surelyOnTime } from './likelihood.ts';
import type { PlannedRoute } from './planned-route.ts';
import { VERDICTS_FROM_GOOD_TO_BAD } from './verdict.ts';

/** What of a route decides about its rank. */
export type RankedRoute = Pick<PlannedRoute, 'verdict' | 'likelihood' | 'activities' | 'isRecommendable'>;

/** The routes, the best first; the first of them is recommended unless it is closed or for nobody. */
export function rankRoutes<T extends RankedRoute>(
  routes: readonly T[],
): { readonly ranked: readonly T[]; readonly recommended: T | undefined } {
  const ranked = routes.toSorted(compareRoutes);
  const [best] = ranked;
  const isOpen = best !== undefined && best.verdict !== 'not-eligible' && best.isRecommendable;
  return { ranked, recommended: isOpen ? best : undefined };
}

/** What may be recommended first; by verdict, then likelihood, then the smallest float; equals stay in the order of the policy. */
function compareRoutes(a: RankedRoute, b: RankedRoute): number {
  const order = VERDICTS_FROM_GOOD_TO_BAD;
  const byVerdict = order.indexOf(a.verdict) - order.indexOf(b.verdict);
  const likelihoodOf = ({ likelihood }: RankedRoute) => (likelihood === null ? 0 : surelyOnTime(likelihood));
  const byWorth = Number(b.isRecommendable) - Number(a.isRecommendable);
  return byWorth || byVerdict || likelihoodOf(b) - likelihoodOf(a) || smallestFloat(b) - smallestFloat(a);
}

function smallestFloat({ activities }: RankedRoute): number {
  const floats = activities.flatMap(({ state, totalFloatDays }) =>
    state === 'done' ? [] : (totalFloatDays ?? []),
  );
  // Finite, so that two routes without floats compare as equal.
  return floats.reduce((least, float) => Math.min(least, float), Number.MAX_SAFE_INTEGER);
}
