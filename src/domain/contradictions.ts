// What was recorded of steps, held against the ways that they can have gone.

import { SAME_DAY } from './duration.ts';
import type { NetworkDescription } from './network.ts';
import { checkNetwork } from './network-check.ts';
import type { Fault } from './problem.ts';
import type { UsualRoute } from './route.ts';

/**
 * The faults of what has happened that can have happened on no route that is open to the family and has the step: a
 * step before those it waits for, a finish before its start, a fact of the future. As the first such route has them.
 */
export function contradictionsOf({ routes }: { readonly routes: readonly UsualRoute[] }): Fault[] {
  const open = routes
    .filter(({ notEligibleBecause }) => notEligibleBecause === null)
    .map(withFollowUps)
    .map((network) => ({ network, faults: faultsByActivity(network) }));
  const atFault = new Set(open.flatMap(({ faults }) => [...faults.keys()]));
  return [...atFault].flatMap((id) => {
    const isPart = (activity: { readonly id: string }) => id === '' || activity.id === id;
    const withIt = open.filter(({ network }) => network.activities.some(isPart));
    const faults = withIt.map((route) => route.faults.get(id) ?? []);
    return faults.every(({ length }) => length > 0) ? (faults[0] ?? []) : [];
  });
}

/** The whole way as one network, for what is recorded of it: nobody has checked a payment before it was made. */
function withFollowUps({ network, followUps }: UsualRoute): NetworkDescription {
  const activities = [...network.activities];
  for (const { activity, startedOn, finishedOn } of followUps) {
    const last = activities.at(-1);
    if (last === undefined) break;
    const after = [{ predecessor: last.id, minLag: SAME_DAY, maxLag: null }];
    const unbounded = { opensOn: null, closesOn: null, finishNoLaterThan: null };
    activities.push({ ...last, ...unbounded, id: activity.id, after, startedOn, finishedOn });
  }
  return { ...network, activities };
}

/** Under the step's id, or an empty one for what is no step's. */
function faultsByActivity(network: NetworkDescription): ReadonlyMap<string, Fault[]> {
  const named = checkNetwork(network).map((fault) => {
    const [, index, ...rest] = fault.path;
    const activity = typeof index === 'number' ? network.activities[index] : undefined;
    if (activity === undefined) return { id: '', fault };
    return { id: activity.id, fault: { ...fault, path: ['actuals', activity.id, ...rest] } };
  });
  return new Map(
    [...Map.groupBy(named, ({ id }) => id)].map(([id, all]) => [id, all.map(({ fault }) => fault)]),
  );
}
