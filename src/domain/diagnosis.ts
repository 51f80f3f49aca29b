// Why a network cannot be on time, and which single changes would mend it (scheduling.md §9).

import { type Constraint, constraintsOf, lagOf, movedBy, nameOf, without } from './constraints.ts';
import { isFeasible } from './feasibility.ts';
import { activityAt } from './forward-pass.ts';
import type { Network, Scenario } from './network.ts';

/** The change of one constraint that alone makes the network feasible. */
export type Relaxation = {
  readonly constraint: Constraint;
  readonly name: string;
} & (
  | {
      /** The smallest whole number of days, in the constraint's own unit, from 1 to 60. */
      readonly days: number;
    }
  | {
      /** No number does it, leaving the constraint out does; or it has no number. */
      readonly drop: true;
    }
);

export interface Diagnosis {
  /** One irreducible set of constraints that cannot hold together: without any one of them the others can. */
  readonly conflict: readonly string[];
  /** In the order of the constraints. */
  readonly relaxations: readonly Relaxation[];
}

const LARGEST_CHANGE = 60;

/**
 * The diagnosis of a network that is not feasible under `scenario`. Both lists are empty when no named
 * constraint is the cause: something that has started missed a bound of its own.
 */
export function diagnose(network: Network, scenario: Scenario): Diagnosis {
  const constraints = constraintsOf(network);
  const isCausedByFacts = !isFeasible(constraints.reduce(without, network), scenario);
  if (isCausedByFacts) return { conflict: [], relaxations: [] };
  const leads = leadsToMaxLags(network);
  const conflict = irreducibleConflict(network, scenario, constraints);
  const candidates = canOnlyLoosen(network, scenario, leads)
    ? constraints.filter((constraint) => conflict.includes(constraint) || movesWhatRuns(network, constraint))
    : constraints;
  return {
    conflict: conflict.map((constraint) => nameOf(network, constraint)),
    relaxations: candidates.flatMap((constraint) => relaxationOf(network, scenario, constraint, leads)),
  };
}

/**
 * Whether leaving out or moving a constraint never tightens another. Then whatever lies outside the conflict
 * leaves the conflict standing and cannot mend it. Not so where a result that comes earlier expires earlier.
 */
function canOnlyLoosen({ activities }: Network, scenario: Scenario, leads: readonly boolean[]): boolean {
  return activities.every(
    ({ state, index, durations, finishRolls }) =>
      state !== 'open' || !leads[index] || (durations[scenario].amount === 0 && finishRolls === 'none'),
  );
}

/** An earlier today does more than leaving it out: it also moves the assumed finish of what runs. */
function movesWhatRuns({ activities }: Network, { kind }: Constraint): boolean {
  return kind === 'asOf' && activities.some(({ state }) => state === 'running');
}

/** Deletion filter: leaves a constraint out for good where what remains is still infeasible. */
function irreducibleConflict(
  network: Network,
  scenario: Scenario,
  constraints: readonly Constraint[],
): Constraint[] {
  let remaining = network;
  return constraints.filter((constraint) => {
    const fewer = without(remaining, constraint);
    if (isFeasible(fewer, scenario)) return true;
    remaining = fewer;
    return false;
  });
}

function relaxationOf(
  network: Network,
  scenario: Scenario,
  constraint: Constraint,
  leads: readonly boolean[],
): Relaxation[] {
  const mends = (days: number) => {
    const moved = movedBy(network, constraint, scenario, days);
    return moved !== null && isFeasible(moved, scenario);
  };
  const name = nameOf(network, constraint);
  const largest = largestChange(network, constraint, scenario);
  const days = isMonotone(constraint, leads, network) ? bisect(largest, mends) : firstOf(largest, mends);
  if (days !== null) return [{ constraint, name, days }];
  return isFeasible(without(network, constraint), scenario) ? [{ constraint, name, drop: true }] : [];
}

/** How far a constraint can be moved: 60 days, but no duration or lag below 0. 0: not at all. */
function largestChange(network: Network, constraint: Constraint, scenario: Scenario): number {
  switch (constraint.kind) {
    case 'startsOn':
    case 'finishRolls':
      return 0;
    case 'duration':
      return Math.min(LARGEST_CHANGE, activityAt(network, constraint.activity).durations[scenario].amount);
    case 'minLag':
      return Math.min(LARGEST_CHANGE, lagOf(network, constraint)?.amount ?? 0);
    default:
      return LARGEST_CHANGE;
  }
}

/**
 * Whether what mends by some days mends by more. Not so where a result can come too early for a paper that must
 * still be valid: an earlier today moves what runs, a shorter duration what it brings.
 */
function isMonotone(constraint: Constraint, leadsToMaxLag: readonly boolean[], network: Network): boolean {
  if (constraint.kind === 'duration') return leadsToMaxLag[constraint.activity] === false;
  if (constraint.kind !== 'asOf') return true;
  return network.activities.every(
    ({ state, index }) => state !== 'running' || leadsToMaxLag[index] === false,
  );
}

/** By activity: whether its result, or that of something behind it, must be used within a max lag. */
function leadsToMaxLags({ activities, order }: Network): boolean[] {
  const leads = activities.map(({ successors }) => successors.some(({ maxLag }) => maxLag !== null));
  for (const index of order.toReversed()) {
    if (activities[index]?.successors.some(({ successor }) => leads[successor])) leads[index] = true;
  }
  return leads;
}

function firstOf(largest: number, mends: (days: number) => boolean): number | null {
  for (let days = 1; days <= largest; days++) if (mends(days)) return days;
  return null;
}

/** The smallest number of days that mends, when every larger one does too; null when the largest does not. */
function bisect(largest: number, mends: (days: number) => boolean): number | null {
  if (largest < 1 || !mends(largest)) return null;
  let [tooFew, enough] = [0, largest];
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (mends(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}
