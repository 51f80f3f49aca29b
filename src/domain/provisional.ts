// Schedules that reach into a year whose holidays are not published: computed twice, told as ranges.

import type { LatestDates } from './backward-pass.ts';
import type { Day } from './day.ts';
import type { EarliestDates } from './forward-pass.ts';
import type { Network, Scenario } from './network.ts';
import { computeScenario, type ScenarioSchedule, type ScheduledActivity } from './schedule.ts';

/** First and last day between which a date will turn out to lie, both inclusive. */
export type DayRange = readonly [from: Day, until: Day];

/** The dates of an activity that the notice still to come may move; those that are not named are final. */
export type ProvisionalDates = Partial<
  Readonly<
    Record<
      'earliestStartOn' | 'earliestFinishOn' | 'latestStartOn' | 'latestFinishOn' | 'mustFinishBy',
      DayRange
    >
  >
>;

export interface ProvisionalScenario {
  /** Null: final. */
  readonly completionOn: DayRange | null;
  /** Whether feasibility itself depends on the notice. */
  readonly isFeasibilityOpen: boolean;
  /** By activity id; activities whose dates are all final are left out. */
  readonly activities: ReadonlyMap<string, ProvisionalDates>;
}

/**
 * What of `schedule`, which was computed with the fewest working days thinkable, may still move: the distance to
 * the schedule with the most. Null: nothing, because no label passes the last day that is settled.
 */
export function provisionalOf(
  network: Network,
  scenario: Scenario,
  schedule: ScenarioSchedule,
): ProvisionalScenario | null {
  const { most } = network.calendar;
  if (most === null || !readsUncertainDays(network, schedule)) return null;
  const other = computeScenario({ ...network, calendar: most }, scenario);
  const activities = new Map<string, ProvisionalDates>();
  for (const [index, activity] of schedule.activities.entries()) {
    const dates = provisionalDates(activity, other.activities[index]);
    if (Object.keys(dates).length > 0) activities.set(activity.id, dates);
  }
  const completionOn = rangeOf(schedule.completionOn, other.completionOn);
  const isFeasibilityOpen = schedule.isFeasible !== other.isFeasible;
  return completionOn === null && activities.size === 0 && !isFeasibilityOpen
    ? null
    : { completionOn, isFeasibilityOpen, activities };
}

/** Whether the cutoff or any date lies behind the last settled day. */
function readsUncertainDays({ calendar, cutoff }: Network, schedule: ScenarioSchedule): boolean {
  if (cutoff > calendar.finalUntil || schedule.left !== null) return true;
  return schedule.activities.some(
    ({ earliest, latest }) =>
      (earliest?.finishOn ?? 0) > calendar.finalUntil || (latest?.mustFinishBy ?? 0) > calendar.finalUntil,
  );
}

function provisionalDates(fewest: ScheduledActivity, most: ScheduledActivity | undefined): ProvisionalDates {
  const ranges = {
    earliestStartOn: rangeOf(startOf(fewest.earliest), startOf(most?.earliest)),
    earliestFinishOn: rangeOf(finishOf(fewest.earliest), finishOf(most?.earliest)),
    latestStartOn: rangeOf(startOf(fewest.latest), startOf(most?.latest)),
    latestFinishOn: rangeOf(finishOf(fewest.latest), finishOf(most?.latest)),
    mustFinishBy: rangeOf(fewest.latest?.mustFinishBy ?? null, most?.latest?.mustFinishBy ?? null),
  };
  return Object.fromEntries(Object.entries(ranges).filter(([, range]) => range !== null));
}

function startOf(dates: EarliestDates | LatestDates | null | undefined): Day | null {
  return dates?.startOn ?? null;
}

function finishOf(dates: EarliestDates | LatestDates | null | undefined): Day | null {
  return dates?.finishOn ?? null;
}

function rangeOf(a: Day | null, b: Day | null): DayRange | null {
  if (a === null || b === null || a === b) return null;
  return a < b ? [a, b] : [b, a];
}
