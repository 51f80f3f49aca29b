// Both passes of one network put together: dates, floats, lateness, what drives the end. One scenario each.

import { computeLatestDates, type LatestDates } from './backward-pass.ts';
import type { Day } from './day.ts';
import { drivingPathOf, lastSinkOf } from './driving-path.ts';
import { meetsBounds } from './feasibility.ts';
import { type TotalFloat, totalFloat } from './float.ts';
import { activityAt, computeEarliestDates, type EarliestDates, expectedFinishOf } from './forward-pass.ts';
import { type Activity, type ActivityState, byScenario, type Network, type Scenario } from './network.ts';

export interface ScheduledActivity {
  readonly id: string;
  readonly state: ActivityState;
  /** Null: beyond the horizon or the calendar's cover. Facts of what is done. */
  readonly earliest: EarliestDates | null;
  /** Null: no day inside the horizon. */
  readonly latest: LatestDates | null;
  /** Of a done activity null, as everything below. Of a running one: `mustFinishBy` less its finish. */
  readonly float: TotalFloat | null;
  /** It cannot slip a day without moving the completion. */
  readonly isCompletionCritical: boolean | null;
  /** It runs longer than its duration promised. */
  readonly isOverdue: boolean;
}

export interface ScenarioSchedule {
  /** Some schedule meets every bound. */
  readonly isFeasible: boolean;
  /** What the earliest dates ran out of, and where; null: every earliest date is known. */
  readonly left: { readonly activity: string; readonly bound: 'horizon' | 'calendar' } | null;
  /** Latest finish among the activities without successors; null where it is not known. */
  readonly completionOn: Day | null;
  /** Ids, first to last; null where the completion is not known. */
  readonly drivingPath: readonly string[] | null;
  /** In the order of the network. */
  readonly activities: readonly ScheduledActivity[];
}

export type Schedule = Readonly<Record<Scenario, ScenarioSchedule>>;

/** The schedule of a network under each of the four scenarios. */
export function computeSchedule(network: Network): Schedule {
  return byScenario((scenario) => computeScenario(network, scenario));
}

/** The schedule of a network under one scenario's durations. Dates are inclusive. */
export function computeScenario(network: Network, scenario: Scenario): ScenarioSchedule {
  const { earliest, left } = computeEarliestDates(network, scenario);
  const cutoffBounds = { finishBy: network.cutoff, withOtherBounds: true };
  const latest = computeLatestDates(network, scenario, earliest, cutoffBounds);
  const sink = left === null ? lastSinkOf(network, earliest) : null;
  const completionOn = sink === null ? null : (earliest[sink]?.finishOn ?? null);
  const latestForCompletion =
    completionOn === null
      ? null
      : computeLatestDates(network, scenario, earliest, { finishBy: completionOn, withOtherBounds: false });
  return {
    isFeasible: left === null && meetsBounds(network, earliest),
    left: left === null ? null : { activity: activityAt(network, left.activity).id, bound: left.bound },
    completionOn,
    drivingPath: sink === null ? null : drivingPathOf(network, earliest, sink),
    activities: network.activities.map((activity) => {
      const early = earliest[activity.index] ?? null;
      const late = latest?.[activity.index] ?? null;
      const lateForCompletion = latestForCompletion?.[activity.index] ?? null;
      return {
        id: activity.id,
        state: activity.state,
        earliest: early,
        latest: late,
        float: early === null || late === null ? null : floatOf(network, activity, early, late),
        isCompletionCritical:
          early === null || lateForCompletion === null
            ? null
            : isCritical(activity, early, lateForCompletion),
        isOverdue: isOverdue(network, activity, scenario),
      };
    }),
  };
}

function floatOf(
  { calendar }: Network,
  activity: Activity,
  early: EarliestDates,
  late: LatestDates,
): TotalFloat {
  return activity.state === 'running'
    ? totalFloat(calendar, early.finishOn, late.mustFinishBy)
    : totalFloat(calendar, early.startOn, late.startOn);
}

function isCritical(activity: Activity, early: EarliestDates, late: LatestDates): boolean {
  return activity.state === 'running' ? late.mustFinishBy <= early.finishOn : late.startOn === early.startOn;
}

function isOverdue(network: Network, activity: Activity, scenario: Scenario): boolean {
  if (activity.state !== 'running') return false;
  const expectedOn = expectedFinishOf(network, activity, scenario);
  return expectedOn !== null && expectedOn < network.asOf;
}
