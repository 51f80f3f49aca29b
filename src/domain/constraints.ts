// The named constraints of a network, and the network with some of them left out or moved: what a diagnosis
// asks about. Names and their order are those of contracts.md §2.

import { addDays, type Day } from './day.ts';
import type { Period } from './duration.ts';
import { SAME_DAY } from './duration.ts';
import { type Activity, byScenario, type Dependency, type Network, type Scenario } from './network.ts';

/** `ACTIVITY` and `PREDECESSOR` are indexes into the network's activities. */
export type Constraint =
  | { readonly kind: 'asOf' | 'cutoff' }
  | {
      readonly kind: 'opensOn' | 'closesOn' | 'finishNoLaterThan' | 'startsOn' | 'finishRolls' | 'duration';
      readonly activity: number;
    }
  | { readonly kind: 'minLag' | 'maxLag'; readonly activity: number; readonly predecessor: number };

/** Every constraint of the network, in the order of the contract. */
export function constraintsOf(network: Network): Constraint[] {
  const open = network.activities.filter(({ state }) => state === 'open');
  return [{ kind: 'asOf' }, { kind: 'cutoff' }, ...open.flatMap(constraintsOfActivity)];
}

function constraintsOfActivity(activity: Activity): Constraint[] {
  const { index } = activity;
  const own = [
    activity.opensOn === null ? null : 'opensOn',
    activity.closesOn === null ? null : 'closesOn',
    activity.finishNoLaterThan === null ? null : 'finishNoLaterThan',
    activity.startsOn === 'any-day' ? null : 'startsOn',
    activity.finishRolls === 'none' ? null : 'finishRolls',
    'duration',
  ] as const;
  return [
    ...own.flatMap((kind): Constraint[] => (kind === null ? [] : [{ kind, activity: index }])),
    ...activity.predecessors.flatMap(({ predecessor, maxLag }): Constraint[] => [
      { kind: 'minLag', activity: index, predecessor },
      ...(maxLag === null ? [] : [{ kind: 'maxLag', activity: index, predecessor } as const]),
    ]),
  ];
}

/** The name of a constraint: `cutoff`, `opensOn:renew`, `minLag:renew->sync`. */
export function nameOf(network: Network, constraint: Constraint): string {
  const idOf = (index: number) => network.activities[index]?.id ?? '';
  switch (constraint.kind) {
    case 'asOf':
    case 'cutoff':
      return constraint.kind;
    case 'minLag':
    case 'maxLag':
      return `${constraint.kind}:${idOf(constraint.predecessor)}->${idOf(constraint.activity)}`;
    default:
      return `${constraint.kind}:${idOf(constraint.activity)}`;
  }
}

/** Later than every day that a label can take. */
const NEVER = Number.MAX_SAFE_INTEGER as Day;

/**
 * The network without a constraint. Without `asOf`, what has not started may start from the beginning of the
 * horizon; what runs keeps its assumed finish. Without a min lag the successor need not wait at all, but a max
 * lag on the same arc stays, and the predecessor does not become a sink.
 */
export function without(network: Network, constraint: Constraint): Network {
  switch (constraint.kind) {
    case 'asOf':
      return { ...network, startsFrom: null };
    case 'cutoff':
      return { ...network, cutoff: NEVER };
    case 'opensOn':
    case 'closesOn':
    case 'finishNoLaterThan':
      return withActivity(network, constraint.activity, { [constraint.kind]: null });
    case 'startsOn':
      return withActivity(network, constraint.activity, { startsOn: 'any-day' });
    case 'finishRolls':
      return withActivity(network, constraint.activity, { finishRolls: 'none' });
    case 'duration':
      return withActivity(network, constraint.activity, { durations: byScenario(() => SAME_DAY) });
    case 'minLag':
    case 'maxLag':
      return withLag(network, constraint, () => null);
  }
}

/**
 * The network with a constraint moved by `days` in its own unit to where it binds less; null where it has no
 * number, or would fall below 0. `asOf` moved also moves the assumed finish of what runs.
 */
export function movedBy(
  network: Network,
  constraint: Constraint,
  scenario: Scenario,
  days: number,
): Network | null {
  switch (constraint.kind) {
    case 'asOf': {
      const asOf = addDays(network.asOf, -days);
      return { ...network, asOf, startsFrom: asOf };
    }
    case 'cutoff':
      return { ...network, cutoff: addDays(network.cutoff, days) };
    case 'opensOn':
      return movedDay(network, constraint.activity, 'opensOn', -days);
    case 'closesOn':
    case 'finishNoLaterThan':
      return movedDay(network, constraint.activity, constraint.kind, days);
    case 'duration': {
      const durations = network.activities[constraint.activity]?.durations;
      const shorter = durations && shortened(durations[scenario], days);
      return shorter
        ? withActivity(network, constraint.activity, { durations: byScenario(() => shorter) })
        : null;
    }
    case 'minLag':
      return movedLag(network, constraint, (lag) => shortened(lag, days));
    case 'maxLag':
      return movedLag(network, constraint, (lag) => ({ ...lag, amount: lag.amount + days }));
    case 'startsOn':
    case 'finishRolls':
      return null;
  }
}

function shortened({ amount, unit }: Period, days: number): Period | null {
  return amount < days ? null : { amount: amount - days, unit };
}

function movedDay(
  network: Network,
  index: number,
  key: 'opensOn' | 'closesOn' | 'finishNoLaterThan',
  days: number,
): Network | null {
  const day = network.activities[index]?.[key];
  return day === null || day === undefined
    ? null
    : withActivity(network, index, { [key]: addDays(day, days) });
}

type LagConstraint = Extract<Constraint, { kind: 'minLag' | 'maxLag' }>;

function movedLag(
  network: Network,
  constraint: LagConstraint,
  move: (lag: Period) => Period | null,
): Network | null {
  const lag = lagOf(network, constraint);
  const moved = lag === null ? null : move(lag);
  return moved === null ? null : withLag(network, constraint, () => moved);
}

/** The lag that a constraint names; null where the arc has none. */
export function lagOf(network: Network, { kind, activity, predecessor }: LagConstraint): Period | null {
  const dependency = network.activities[activity]?.predecessors.find(
    (arc) => arc.predecessor === predecessor,
  );
  return dependency?.[kind] ?? null;
}

/** The arc is known to both of its ends, so both get the changed one. */
function withLag(
  network: Network,
  { kind, activity, predecessor }: LagConstraint,
  change: () => Period | null,
): Network {
  const changed = (arc: Dependency): Dependency =>
    arc.predecessor === predecessor && arc.successor === activity ? { ...arc, [kind]: change() } : arc;
  const target = network.activities[activity];
  const source = network.activities[predecessor];
  if (target === undefined || source === undefined) return network;
  return withActivity(
    withActivity(network, activity, { predecessors: target.predecessors.map(changed) }),
    predecessor,
    { successors: source.successors.map(changed) },
  );
}

function withActivity(network: Network, index: number, changes: Partial<Activity>): Network {
  const activity = network.activities[index];
  if (activity === undefined) return network;
  return { ...network, activities: network.activities.with(index, { ...activity, ...changes }) };
}
