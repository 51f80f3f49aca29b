// Activities, dependencies and windows as one acyclic network: the types of it, and the four scenarios. It is made
// by build-network.ts.

import type { Day } from './day.ts';
import type { FinishRoll, Period, StartRule } from './duration.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** Which duration of each activity counts: observed shortest, most frequent, longest; or the legal limit. */
export const SCENARIOS = ['min', 'mode', 'max', 'statutory'] as const;
export type Scenario = (typeof SCENARIOS)[number];

export function byScenario<T>(make: (scenario: Scenario) => T): Readonly<Record<Scenario, T>> {
  return { min: make('min'), mode: make('mode'), max: make('max'), statutory: make('statutory') };
}

/** A finish-to-start dependency as described: the named predecessor, and the lag after its finish. */
export interface DependencyDescription {
  readonly predecessor: string;
  /** The least time between the finish and the start. */
  readonly minLag: Period;
  /** The most: how long a paper stays valid. Null: no limit. */
  readonly maxLag: Period | null;
}

/** One possible duration and how often it was seen beside the others. */
export interface WeightedPeriod {
  readonly period: Period;
  /** Positive. */
  readonly weight: number;
}

export interface ActivityDescription {
  readonly id: string;
  readonly durations: Readonly<Record<Scenario, Period>>;
  /** What the duration may turn out to be, for the likelihood; at least one. */
  readonly outcomes: readonly WeightedPeriod[];
  readonly startsOn: StartRule;
  readonly finishRolls: FinishRoll;
  readonly after: readonly DependencyDescription[];
  /** First and last day on which the activity may start, inclusive; null: no bound. */
  readonly opensOn: Day | null;
  readonly closesOn: Day | null;
  /** Last day on which it may finish, inclusive. */
  readonly finishNoLaterThan: Day | null;
  /** What has happened: facts override windows and closed offices. */
  readonly startedOn: Day | null;
  readonly finishedOn: Day | null;
}

export interface NetworkDescription {
  readonly id: string;
  /** Nothing that has not started can start before this day. */
  readonly asOf: Day;
  /** Last day on which an activity without successors may finish, inclusive. */
  readonly cutoff: Day;
  /** First and last day on which something may start; null: the calendar's cover. */
  readonly horizon: { readonly from: Day; readonly until: Day } | null;
  readonly calendar: WorkingCalendar;
  readonly activities: readonly ActivityDescription[];
}

export interface Dependency {
  /** Indexes into `Network.activities`. */
  readonly predecessor: number;
  readonly successor: number;
  /** Null, in a diagnosis only: the successor need not wait. */
  readonly minLag: Period | null;
  readonly maxLag: Period | null;
}

export type ActivityState = 'open' | 'running' | 'done';

export interface Activity extends Omit<ActivityDescription, 'after'> {
  readonly index: number;
  readonly state: ActivityState;
  /** Nothing waits for it: the cutoff binds its finish. */
  readonly isSink: boolean;
  /** In the order of the description. */
  readonly predecessors: readonly Dependency[];
  readonly successors: readonly Dependency[];
}

/** A checked network: every name resolved, no cycle. Made by `buildNetwork` only. */
export interface Network extends Omit<NetworkDescription, 'activities' | 'horizon'> {
  /** Before this day nothing that has not started can start: `asOf`; null, in a diagnosis only: no such day. */
  readonly startsFrom: Day | null;
  readonly horizon: { readonly from: Day; readonly until: Day };
  readonly activities: readonly Activity[];
  /** The activities' indexes, each after all of its predecessors. */
  readonly order: readonly number[];
  readonly hasMaxLags: boolean;
}
