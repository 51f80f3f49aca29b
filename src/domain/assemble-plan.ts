// Puts a plan together: routes ranked, verdict, the one thing to do today.

import { ifMissedOf } from './cover.ts';
import { type Day, laterOf } from './day.ts';
import type { Fork, ForkBranch } from './fork.ts';
import type { Plan } from './plan.ts';
import { planRoute } from './plan-route.ts';
import type { PlannedRoute } from './planned-route.ts';
import type { Source } from './provenance.ts';
import { rankRoutes } from './rank-routes.ts';
import type { ForkToPlan, PlanFacts } from './route.ts';
import { todayOf } from './today.ts';

/** The plan that the facts give, as of the case's own day. */
export function assemblePlan({
  policy,
  given,
  facts,
  routes,
  forks,
  eligibility,
  askWhom,
  questions,
  risks,
  coverage,
  fees,
  opening,
  sources,
}: PlanFacts): Plan {
  const { ranked: planned, recommended } = rankRoutes(routes.map((route) => planRoute(route, sources)));
  const [best] = planned;
  const fork = forkOn(recommended, forks, planned);
  const first = routes.find(({ id }) => id === best?.id) ?? routes[0];
  if (first === undefined) throw new Error(`the policy ${policy.id} has no route`);
  const { cutoff } = first;
  return {
    policy,
    asOf: given.asOf,
    facts,
    actuals: given.actuals,
    cutoff,
    calendar: first.network.calendar,
    verdict: recommended?.verdict ?? 'not-eligible',
    recommendedRoute: recommended?.id ?? null,
    routes: planned,
    today: todayOf(recommended, given.asOf, askWhom),
    eligibility,
    fork,
    questions: questions.map((question) => ({
      ...question,
      by: question.by ?? askedBy(recommended, given.asOf),
    })),
    risks,
    coverage,
    ifMissed: ifMissedOf(coverage, cutoff.on),
    fee: fees.find(({ policyYear }) => policyYear === policy.policyYear) ?? null,
    fees,
    opening,
    sources: namedSources(
      planned,
      [
        cutoff.source,
        cutoff.atSource ?? undefined,
        opening?.source,
        eligibility?.source,
        ...[...questions, ...risks, ...(fork?.branches ?? []), ...fees, ...(coverage?.rules ?? [])].map(
          ({ source }) => source,
        ),
      ],
      sources,
    ),
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
    ...routes.flatMap(({ activities }) => activities.flatMap(({ toldBy }) => toldBy)),
    ...routes.flatMap(({ readings }) => readings.map(({ source }) => source)),
    ...reasons.map((reason) => ('source' in reason ? reason.source : undefined)),
  ]);
  return new Map([...sources].filter(([id]) => named.has(id)));
}

/** An answer must come before the first step has to be taken: until then nothing is lost by waiting for it. */
function askedBy(route: PlannedRoute | undefined, asOf: Day): Day {
  const lastStart = route?.safeLastStart ?? route?.usualLastStart ?? asOf;
  return laterOf(lastStart, asOf);
}

/** The fork that the recommended route comes to next, with the best way on from each of its ends. */
function forkOn(
  route: PlannedRoute | undefined,
  forks: readonly ForkToPlan[],
  ranked: readonly PlannedRoute[],
): Fork | null {
  for (const { activity, title, branches } of forks) {
    const step = route?.activities.find(({ id }) => id === activity);
    if (step === undefined) continue;
    const lookOn = step.earliestFinishOn;
    return { activity, title, lookOn, branches: branches.map((branch) => branchOf(branch, ranked)) };
  }
  return null;
}

function branchOf(
  { routes, ...told }: ForkToPlan['branches'][number],
  ranked: readonly PlannedRoute[],
): ForkBranch {
  const best = ranked.find(({ id }) => routes.includes(id));
  return {
    ...told,
    route: best?.id ?? null,
    verdict: best?.verdict ?? 'not-eligible',
    likelihood: best?.likelihood ?? null,
  };
}
