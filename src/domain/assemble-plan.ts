// Puts a plan together: routes ranked, verdict, the one thing to do today.

import type { Day } from './day.ts';
import type { Localized } from './localized.ts';
import type { Plan, PlannedActivity, PlannedRoute, Today, Verdict } from './plan.ts';
import { planRoute } from './plan-route.ts';
import type { Source } from './provenance.ts';
import type { PlanFacts } from './route.ts';
import { surelyOnTime } from './route-likelihood.ts';

/** Best first. */
const VERDICT_ORDER: readonly Verdict[] = [
  'done',
  'on-track',
  'tight',
  'at-risk',
  'too-late',
  'not-eligible',
];

/** The plan that the facts give, as of the case's own day. */
export function assemblePlan({
  policy,
  given,
  facts,
  routes,
  askWhom,
  ifMissed,
  fee,
  sources,
}: PlanFacts): Plan {
  const planned = routes.map((route) => planRoute(route, sources)).toSorted(compareRoutes);
  const [best] = planned;
  const recommended = best !== undefined && best.verdict !== 'not-eligible' ? best : undefined;
  const cutoff = (routes.find(({ id }) => id === best?.id) ?? routes[0])?.cutoff;
  if (cutoff === undefined) throw new Error(`the policy ${policy.id} has no route`);
  return {
    policy,
    asOf: given.asOf,
    facts,
    actuals: given.actuals,
    cutoff,
    verdict: recommended?.verdict ?? 'not-eligible',
    recommendedRoute: recommended?.id ?? null,
    routes: planned,
    today: todayOf(recommended, given.asOf, askWhom),
    ifMissed,
    fee,
    sources: namedSources(planned, [cutoff.source, ifMissed?.source, fee?.source], sources),
  };
}

/** The sources that the routes' reasons and the other values name, in the order of the policy. */
function namedSources(
  routes: readonly PlannedRoute[],
  others: readonly (string | undefined)[],
  sources: ReadonlyMap<string, Source>,
): ReadonlyMap<string, Source> {
  const reasons = routes.flatMap(({ activities }) => activities.flatMap((activity) => activity.reasons));
  const named = new Set([
    ...others,
    ...reasons.map((reason) => ('source' in reason ? reason.source : undefined)),
  ]);
  return new Map([...sources].filter(([id]) => named.has(id)));
}

/** By verdict, then likelihood, then the smallest float; equals stay in the order of the policy. */
function compareRoutes(a: PlannedRoute, b: PlannedRoute): number {
  const byVerdict = VERDICT_ORDER.indexOf(a.verdict) - VERDICT_ORDER.indexOf(b.verdict);
  const likelihoodOf = ({ likelihood }: PlannedRoute) => (likelihood === null ? 0 : surelyOnTime(likelihood));
  return byVerdict || likelihoodOf(b) - likelihoodOf(a) || smallestFloat(b) - smallestFloat(a);
}

function smallestFloat({ activities }: PlannedRoute): number {
  const floats = activities.flatMap(({ state, totalFloatDays }) =>
    state === 'done' ? [] : (totalFloatDays ?? []),
  );
  // Finite, so that two routes without floats compare as equal.
  return floats.reduce((least, float) => Math.min(least, float), Number.MAX_SAFE_INTEGER);
}

/**
 * The one thing to do: what family or HR can start today; else what is under way; else what comes next and from
 * when. Of several, the one that must start first.
 */
function todayOf(route: PlannedRoute | undefined, asOf: Day, askWhom: Localized): Today {
  if (route === undefined) return { kind: 'ask', whom: askWhom, because: 'not-eligible' };
  if (route.verdict === 'too-late') return { kind: 'ask', whom: askWhom, because: 'too-late' };
  if (route.verdict === 'done') return { kind: 'nothing' };
  const toDo = route.activities.filter(({ state, actor }) => state === 'open' && actor !== 'office');
  const [startable] = toDo.filter(({ earliestStartOn }) => earliestStartOn === asOf).toSorted(byLatestStart);
  if (startable !== undefined) return { kind: 'do', activity: startable };
  const running = route.activities.find(({ state }) => state === 'running');
  if (running !== undefined) return { kind: 'await', activity: running };
  const [next] = toDo.toSorted(byEarliestStart);
  const until = next?.earliestStartOn;
  if (next === undefined || until === null || until === undefined) return { kind: 'nothing' };
  return { kind: 'prepare', activity: next, until };
}

function byLatestStart(a: PlannedActivity, b: PlannedActivity): number {
  return (a.latestStartOn ?? Number.MAX_SAFE_INTEGER) - (b.latestStartOn ?? Number.MAX_SAFE_INTEGER);
}

function byEarliestStart(a: PlannedActivity, b: PlannedActivity): number {
  return (a.earliestStartOn ?? Number.MAX_SAFE_INTEGER) - (b.earliestStartOn ?? Number.MAX_SAFE_INTEGER);
}
