// Second opinion, part 6: conflict and relaxations by trying. The names and their order are those of
// contracts.md §2; every number of days is tried from 1 on.

import { addDays } from '../../src/domain/day.ts';
import { isFeasibleNaively } from './naive-dates.ts';
import { byId, changed, type NaiveActivity, type NaiveArc, type NaiveNetwork } from './naive-network.ts';
import type { PeriodJson, RelaxationAnswer } from './network-json.ts';

export interface NaiveConstraint {
  readonly name: string;
  readonly leaveOut: (network: NaiveNetwork) => NaiveNetwork;
  /** Null: it has no number. */
  readonly relax: ((network: NaiveNetwork, days: number) => NaiveNetwork) | null;
}

const MOST_DAYS = 60;

export function diagnoseNaively(network: NaiveNetwork): {
  conflict: string[];
  relaxations: RelaxationAnswer[];
} {
  const constraints = naiveConstraints(network);
  const withNone = constraints.reduce((rest, { leaveOut }) => leaveOut(rest), network);
  if (!isFeasibleNaively(withNone)) return { conflict: [], relaxations: [] };
  let rest = network;
  const conflict: string[] = [];
  for (const { name, leaveOut } of constraints) {
    if (isFeasibleNaively(leaveOut(rest))) conflict.push(name);
    else rest = leaveOut(rest);
  }
  return { conflict, relaxations: constraints.flatMap((one) => relaxation(network, one)) };
}

function relaxation(network: NaiveNetwork, { name, leaveOut, relax }: NaiveConstraint): RelaxationAnswer[] {
  for (let days = 1; relax !== null && days <= MOST_DAYS; days++) {
    if (isFeasibleNaively(relax(network, days))) return [{ constraint: name, days }];
  }
  return isFeasibleNaively(leaveOut(network)) ? [{ constraint: name, drop: true }] : [];
}

export function naiveConstraints({ activities }: NaiveNetwork): NaiveConstraint[] {
  const open = activities.filter(({ state }) => state === 'open');
  return [
    {
      name: 'asOf',
      leaveOut: (network) => ({ ...network, startsFrom: null }),
      relax: (network, days) => {
        const asOf = addDays(network.asOf, -days);
        return { ...network, asOf, startsFrom: asOf };
      },
    },
    {
      name: 'cutoff',
      leaveOut: (network) => ({ ...network, cutoff: null }),
      relax: (network, days) => ({ ...network, cutoff: network.cutoff && addDays(network.cutoff, days) }),
    },
    ...open.flatMap((activity) => [
      ...boundsOf(activity),
      ...activity.after.flatMap((arc) => lagsOf(activity.id, arc)),
    ]),
  ];
}

function boundsOf(activity: NaiveActivity): NaiveConstraint[] {
  const { id, duration } = activity;
  const constraints: NaiveConstraint[] = [];
  for (const [key, later] of [
    ['opensOn', -1],
    ['closesOn', 1],
    ['finishNoLaterThan', 1],
  ] as const) {
    const day = activity[key];
    if (day === null) continue;
    constraints.push({
      name: `${key}:${id}`,
      leaveOut: (network) => changed(network, id, { [key]: null }),
      relax: (network, days) => changed(network, id, { [key]: addDays(day, later * days) }),
    });
  }
  if (activity.startsOnWorkingDays) {
    const leaveOut = (network: NaiveNetwork) => changed(network, id, { startsOnWorkingDays: false });
    constraints.push({ name: `startsOn:${id}`, leaveOut, relax: null });
  }
  if (activity.rollsForward) {
    const leaveOut = (network: NaiveNetwork) => changed(network, id, { rollsForward: false });
    constraints.push({ name: `finishRolls:${id}`, leaveOut, relax: null });
  }
  constraints.push({
    name: `duration:${id}`,
    leaveOut: (network) => changed(network, id, { duration: shorter(duration, duration.amount) }),
    relax: (network, days) => changed(network, id, { duration: shorter(duration, days) }),
  });
  return constraints;
}

function lagsOf(id: string, { predecessor, minLag, maxLag }: NaiveArc): NaiveConstraint[] {
  const constraints: NaiveConstraint[] = [];
  if (minLag !== null) {
    constraints.push({
      name: `minLag:${predecessor}->${id}`,
      leaveOut: (network) => withArc(network, id, predecessor, { minLag: null }),
      relax: (network, days) => withArc(network, id, predecessor, { minLag: shorter(minLag, days) }),
    });
  }
  if (maxLag !== null) {
    constraints.push({
      name: `maxLag:${predecessor}->${id}`,
      leaveOut: (network) => withArc(network, id, predecessor, { maxLag: null }),
      relax: (network, days) =>
        withArc(network, id, predecessor, { maxLag: { ...maxLag, amount: maxLag.amount + days } }),
    });
  }
  return constraints;
}

function shorter({ amount, unit }: PeriodJson, days: number): PeriodJson {
  return { amount: Math.max(0, amount - days), unit };
}

function withArc(
  network: NaiveNetwork,
  id: string,
  predecessor: string,
  changes: Partial<NaiveArc>,
): NaiveNetwork {
  const after = byId(network, id).after.map((arc) =>
    arc.predecessor === predecessor ? { ...arc, ...changes } : arc,
  );
  return changed(network, id, { after });
}
