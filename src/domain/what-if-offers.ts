// What can be supposed about a plan: read off the plan itself, so that it fits every city and every state of the way.

import { addDays, type Day, laterOf } from './day.ts';
import type { Period } from './duration.ts';
import { type Plan, recommendedRouteOf } from './plan.ts';
import type { PlannedActivity } from './planned-activity.ts';

/** A step of the employer's, and how long it could take instead: whole numbers of its own unit, ascending. */
export interface DurationOffer {
  readonly activity: PlannedActivity;
  readonly amounts: readonly number[];
}

/** A step that could begin on another day; both days inclusive. */
export interface StartOffer {
  readonly activity: PlannedActivity;
  readonly from: Day;
  readonly until: Day;
}

export interface WhatIfOffers {
  readonly durations: readonly DurationOffer[];
  readonly start: StartOffer | null;
  /** Between which days another cutoff may lie, both inclusive. */
  readonly cutoff: { readonly from: Day; readonly until: Day } | null;
  /** The steps of offices for which the law allows more time than is reckoned with, and how much. */
  readonly fullTime: readonly { readonly activity: PlannedActivity; readonly limit: Period }[];
}

/** Steps behind the planned one that people ask about: a day faster, a day slower, half a week, a week. */
const AMOUNTS_BESIDE = [-1, 0, 1, 2, 4];

/** No cutoff that was read was ever put off by more. */
const LONGEST_EXTENSION_DAYS = 120;

/** What can be supposed; null: no route is open, or everything is done. */
export function whatIfOffers(plan: Plan): WhatIfOffers | null {
  const route = recommendedRouteOf(plan);
  if (route === undefined || plan.verdict === 'not-eligible' || plan.verdict === 'done') return null;
  const unfinished = route.activities.filter(({ state }) => state !== 'done');
  const offers = {
    durations: unfinished.filter(({ actor }) => actor === 'employer').map(durationOffer),
    start: startOffer(plan, unfinished),
    cutoff: plan.cutoff.isReplaceable
      ? { from: plan.asOf, until: addDays(laterOf(plan.cutoff.on, plan.asOf), LONGEST_EXTENSION_DAYS) }
      : null,
    fullTime: unfinished.flatMap((activity) => {
      const limit = longerLimit(activity);
      return limit === null ? [] : [{ activity, limit }];
    }),
  };
  const isEmpty = offers.durations.length + offers.fullTime.length === 0 && !offers.start && !offers.cutoff;
  return isEmpty ? null : offers;
}

function durationOffer(activity: PlannedActivity): DurationOffer {
  const { amount } = activity.duration;
  const amounts = AMOUNTS_BESIDE.map((beside) => amount + beside).filter((other) => other >= 0);
  return { activity, amounts };
}

/** The first step that the family does itself, from its earliest day to the cutoff. */
function startOffer({ cutoff, asOf }: Plan, unfinished: readonly PlannedActivity[]): StartOffer | null {
  const activity = unfinished.find(({ state, actor }) => state === 'open' && actor === 'applicant');
  const from = activity?.earliestStartOn ?? null;
  if (activity === undefined || from === null) return null;
  return { activity, from, until: laterOf(laterOf(cutoff.on, from), asOf) };
}

function longerLimit({ actor, duration, reasons }: PlannedActivity): Period | null {
  if (actor !== 'office') return null;
  const takes = reasons.find(({ rule }) => rule === 'takes');
  const limit = takes?.rule === 'takes' ? takes.legalLimit : null;
  return limit !== null && (limit.unit !== duration.unit || limit.amount > duration.amount) ? limit : null;
}
