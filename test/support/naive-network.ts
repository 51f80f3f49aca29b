// Second opinion, part 2: a network under one scenario as plain bounds, each of which can be left out.

import type { Day } from '../../src/domain/day.ts';
import { dayOfText, type NaiveCalendar, naiveCalendar, periodEnd, workingDayFrom } from './naive-calendar.ts';
import type { ActivityJson, NetworkJson, PeriodJson, ScenarioName } from './network-json.ts';

export interface NaiveArc {
  readonly predecessor: string;
  /** Null: left out. */
  readonly minLag: PeriodJson | null;
  readonly maxLag: PeriodJson | null;
}

export interface NaiveActivity {
  readonly id: string;
  readonly state: 'open' | 'running' | 'done';
  readonly duration: PeriodJson;
  readonly startsOnWorkingDays: boolean;
  readonly rollsForward: boolean;
  readonly after: readonly NaiveArc[];
  readonly isSink: boolean;
  readonly opensOn: Day | null;
  readonly closesOn: Day | null;
  readonly finishNoLaterThan: Day | null;
  readonly startedOn: Day | null;
  readonly finishedOn: Day | null;
}

export interface NaiveNetwork {
  readonly calendar: NaiveCalendar;
  /** What runs is not finished before this day. */
  readonly asOf: Day;
  /** What is open starts on this day or later; null: left out. */
  readonly startsFrom: Day | null;
  readonly cutoff: Day | null;
  readonly horizon: { readonly from: Day; readonly until: Day };
  /** In input order. */
  readonly activities: readonly NaiveActivity[];
}

export function naiveNetwork(network: NetworkJson, scenario: ScenarioName): NaiveNetwork {
  const { calendar, horizon } = network;
  const asOf = dayOfText(network.asOf);
  const waitedFor = new Set(network.activities.flatMap(({ after = [] }) => after.map((arc) => arc.activity)));
  return {
    calendar: naiveCalendar(calendar),
    asOf,
    startsFrom: asOf,
    cutoff: dayOfText(network.cutoff),
    horizon: {
      from: dayOfText(horizon?.from ?? calendar.coversFrom),
      until: dayOfText(horizon?.until ?? calendar.coversUntil),
    },
    activities: network.activities.map((activity) => ({
      id: activity.id,
      state: stateOf(activity),
      duration: durationOf(activity, scenario),
      startsOnWorkingDays: activity.startsOn === 'working-day',
      rollsForward: activity.finishRolls === 'forward',
      after: (activity.after ?? []).map((arc) => ({
        predecessor: arc.activity,
        minLag: arc.minLag ?? { amount: 0, unit: 'calendar-days' },
        maxLag: arc.maxLag ?? null,
      })),
      isSink: !waitedFor.has(activity.id),
      opensOn: dayOrNull(activity.window?.opensOn),
      closesOn: dayOrNull(activity.window?.closesOn),
      finishNoLaterThan: dayOrNull(activity.finishNoLaterThan),
      startedOn: dayOrNull(activity.startedOn),
      finishedOn: dayOrNull(activity.finishedOn),
    })),
  };
}

function stateOf({ startedOn, finishedOn }: ActivityJson): NaiveActivity['state'] {
  if (finishedOn !== undefined) return 'done';
  return startedOn === undefined ? 'open' : 'running';
}

function durationOf({ duration }: ActivityJson, scenario: ScenarioName): PeriodJson {
  const { unit, min, mode, max, statutory } = duration;
  if (scenario === 'statutory') return statutory ?? { amount: max, unit };
  return { amount: { min, mode, max }[scenario], unit };
}

function dayOrNull(text: string | undefined): Day | null {
  return text === undefined ? null : dayOfText(text);
}

export function byId(network: NaiveNetwork, id: string): NaiveActivity {
  const found = network.activities.find((activity) => activity.id === id);
  if (found === undefined) throw new Error(`no activity ${id}`);
  return found;
}

/** The network with some fields of one activity changed. */
export function changed(network: NaiveNetwork, id: string, changes: Partial<NaiveActivity>): NaiveNetwork {
  const activities = network.activities.map((activity) =>
    activity.id === id ? { ...activity, ...changes } : activity,
  );
  return { ...network, activities };
}

/** The finish of a start on `start`; null where the cover ends before it is known. */
export function finishFrom(network: NaiveNetwork, activity: NaiveActivity, start: Day): Day | null {
  const end = periodEnd(network.calendar, start, activity.duration);
  return end === null || !activity.rollsForward ? end : workingDayFrom(network.calendar, end);
}

/** The finish of what has started: the fact, or what its duration says but not before `asOf`. */
export function finishOfStarted(network: NaiveNetwork, activity: NaiveActivity): Day | null {
  if (activity.startedOn === null) throw new Error(`${activity.id} has not started`);
  if (activity.finishedOn !== null) return activity.finishedOn;
  const expected = finishFrom(network, activity, activity.startedOn);
  return expected !== null && expected < network.asOf ? network.asOf : expected;
}

/** Whether an activity may start on this day as far as its office is concerned. */
export function isAllowedStart(network: NaiveNetwork, activity: NaiveActivity, day: Day): boolean {
  return !activity.startsOnWorkingDays || network.calendar.workingDays.has(day);
}
