// Supposing that something comes otherwise than planned: the same routes with other durations, or begun on another day.

import { type Day, laterOf } from './day.ts';
import type { Period } from './duration.ts';
import { type ActivityDescription, byScenario, type NetworkDescription } from './network.ts';
import type { PlanFacts, RouteActivity, RouteToPlan } from './route.ts';

/** What is supposed beside the case; what is null or empty stays as it is. */
export interface Supposition {
  /** By activity: how many of its own units it takes instead, whatever was observed. */
  readonly takes: ReadonlyMap<string, number>;
  /** An activity that begins on this day or later. */
  readonly start: { readonly activity: string; readonly on: Day } | null;
  /** The offices use up the time that the law allows them. */
  readonly isFullTime: boolean;
}

/** The facts of a plan as they would be; also under every reading of the sources. What is over stays as it was. */
export function supposing(facts: PlanFacts, supposition: Supposition): PlanFacts {
  return { ...facts, routes: facts.routes.map((route) => supposedRoute(route, supposition)) };
}

function supposedRoute(route: RouteToPlan, supposition: Supposition): RouteToPlan {
  const about = new Map(route.activities.map((activity) => [activity.id, activity]));
  const change = (network: NetworkDescription): NetworkDescription => ({
    ...network,
    activities: network.activities.map((activity) =>
      activity.finishedOn === null ? supposed(activity, about.get(activity.id), supposition) : activity,
    ),
  });
  return {
    ...route,
    network: change(route.network),
    readings: route.readings.map((reading) => ({ ...reading, network: change(reading.network) })),
    stricter: route.stricter.map(change),
  };
}

function supposed(
  activity: ActivityDescription,
  about: RouteActivity | undefined,
  { takes, start, isFullTime }: Supposition,
): ActivityDescription {
  const amount = takes.get(activity.id);
  const limit = isFullTime && about?.actor === 'office' ? legalLimitOf(activity, about) : null;
  const period = amount === undefined ? limit : { ...activity.durations.statutory, amount };
  const lasting = period === null ? activity : lastingExactly(activity, period);
  if (start?.activity !== activity.id) return lasting;
  return { ...lasting, opensOn: laterOf(start.on, activity.opensOn ?? start.on) };
}

/** The limit is what is reckoned with, or stands behind the planning value; null: the law sets none. */
function legalLimitOf({ durations }: ActivityDescription, { durationBasis }: RouteActivity): Period | null {
  return durationBasis.basis === 'legal-limit' ? durations.statutory : durationBasis.legalLimit;
}

function lastingExactly(activity: ActivityDescription, period: Period): ActivityDescription {
  return { ...activity, durations: byScenario(() => period), outcomes: [{ period, weight: 1 }] };
}
