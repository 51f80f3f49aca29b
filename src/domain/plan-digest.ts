// What a plan said, in few words: kept with every version of it, so that a later one can be told as old → new, also
// after the policy has forgotten a step. Plain data, fit for JSON.

import type { Day } from './day.ts';
import { isOpenChance, surelyOnTime } from './likelihood.ts';
import type { Localized } from './localized.ts';
import type { ActivityState } from './network.ts';
import { type Plan, type PlannedCutoff, recommendedRouteOf } from './plan.ts';
import type { Actor } from './planned-activity.ts';
import type { Verdict } from './verdict.ts';

export interface DigestStep {
  readonly id: string;
  readonly title: Localized;
  readonly actor: Actor;
  readonly state: ActivityState;
  /** Null: no day is left, it is done, or nothing binds it. */
  readonly latestStartOn: Day | null;
  readonly mustFinishBy: Day | null;
}

export interface PlanDigest {
  /** The day that the plan was made for. */
  readonly asOf: Day;
  readonly verdict: Verdict;
  /** The recommended route; null: none is open. */
  readonly route: { readonly id: string; readonly title: Localized } | null;
  readonly cutoff: Pick<PlannedCutoff, 'on' | 'at' | 'status'>;
  /** The chance that can be promised, from 0 to 1; null: no route is open, or it hangs on what is not known yet. */
  readonly onTime: number | null;
  /** The first step that the family itself has still to begin, with its last days; null: there is none. */
  readonly firstStep: {
    readonly id: string;
    readonly usualLastStart: Day | null;
    /** Null: under some readings it is too late already. */
    readonly safeLastStart: Day | null;
  } | null;
  /** Of the recommended route, in the order in which they are done. */
  readonly steps: readonly DigestStep[];
}

export function digestOf(plan: Plan): PlanDigest {
  const route = recommendedRouteOf(plan);
  const { on, at, status } = plan.cutoff;
  const likelihood = route?.likelihood ?? null;
  const first = route?.activities.find(({ actor, state }) => actor === 'applicant' && state === 'open');
  return {
    asOf: plan.asOf,
    verdict: plan.verdict,
    route: route === undefined ? null : { id: route.id, title: route.title },
    cutoff: { on, at, status },
    onTime: likelihood === null || isOpenChance(likelihood) ? null : surelyOnTime(likelihood),
    firstStep:
      route === undefined || first === undefined
        ? null
        : {
            id: first.id,
            usualLastStart: route.usualLastStart,
            safeLastStart: route.isSafe ? route.safeLastStart : null,
          },
    steps: (route?.activities ?? []).map(({ id, title, actor, state, latestStartOn, mustFinishBy }) => ({
      id,
      title,
      actor,
      state,
      latestStartOn,
      mustFinishBy,
    })),
  };
}
