// What could still be done about a route that is late: the diagnosis in terms of who can do something.

import { type Constraint, movedBy } from './constraints.ts';
import { diagnose, type Relaxation } from './diagnosis.ts';
import type { Period } from './duration.ts';
import { computeLikelihood, surelyOnTime } from './likelihood.ts';
import type { Network, Scenario } from './network.ts';
import type { Remedy } from './plan-problem.ts';
import type { RouteActivity } from './route.ts';

const ASKED_FIRST: readonly Remedy['who'][] = ['applicant', 'employer', 'office', 'authority'];

/**
 * The single changes that would bring the route in time under `scenario`, those first that somebody near can
 * bring about, then the smaller ones. What nobody can do, such as starting before today, is left out.
 */
export function remediesOf(network: Network, scenario: Scenario, about: readonly RouteActivity[]): Remedy[] {
  const { relaxations } = diagnose(network, scenario);
  const onTimeBefore = surelyOnTime(computeLikelihood(network));
  return relaxations
    .flatMap((relaxation): Remedy[] => {
      const remedy = doable(relaxation, network, scenario, about);
      if (remedy === null) return [];
      return [
        {
          ...remedy,
          onTimeBefore,
          onTimeAfter: likelihoodWith(network, scenario, relaxation.constraint, remedy.days),
        },
      ];
    })
    .toSorted((a, b) => ASKED_FIRST.indexOf(a.who) - ASKED_FIRST.indexOf(b.who) || a.days - b.days);
}

type Doable = Omit<Remedy, 'onTimeBefore' | 'onTimeAfter'>;

function doable(
  relaxation: Relaxation,
  network: Network,
  scenario: Scenario,
  about: readonly RouteActivity[],
): Doable | null {
  if (!('days' in relaxation)) return null;
  const { constraint, days } = relaxation;
  if (constraint.kind === 'cutoff') {
    return { action: 'extension', activity: null, who: 'authority', days, unit: 'calendar-days' };
  }
  if (constraint.kind !== 'duration' && constraint.kind !== 'opensOn') return null;
  const activity = network.activities[constraint.activity];
  const actor = about[constraint.activity]?.actor;
  if (activity === undefined || actor === undefined) return null;
  if (constraint.kind === 'opensOn') {
    return { action: 'earlier-window', activity: activity.id, who: 'office', days, unit: 'calendar-days' };
  }
  return {
    action: 'hurry',
    activity: activity.id,
    who: actor,
    days,
    unit: activity.durations[scenario].unit,
  };
}

/** The likelihood when the constraint is moved: of a duration, every outcome is that much shorter. */
function likelihoodWith(network: Network, scenario: Scenario, constraint: Constraint, days: number): number {
  const moved = movedBy(network, constraint, scenario, days);
  if (moved === null) return 0;
  if (constraint.kind !== 'duration') return surelyOnTime(computeLikelihood(moved));
  const activity = moved.activities[constraint.activity];
  if (activity === undefined) return 0;
  const shorter = ({ amount, unit }: Period): Period => ({ amount: Math.max(0, amount - days), unit });
  const outcomes = activity.outcomes.map(({ period, weight }) => ({ period: shorter(period), weight }));
  const activities = moved.activities.with(constraint.activity, { ...activity, outcomes });
  return surelyOnTime(computeLikelihood({ ...moved, activities }));
}
