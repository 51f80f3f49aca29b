// Finds, for the dates that the passes gave an activity, the rules that made them so.

import { countingOf } from './counting.ts';
import { type Day, earlierOf } from './day.ts';
import { addPeriod, firstAllowedStart, lastAllowedStart, latestStartFor } from './duration.ts';
import type { Activity, Network, Scenario } from './network.ts';
import type { PlannedCutoff } from './plan.ts';
import type { Reason } from './reason.ts';
import type { RouteActivity } from './route.ts';
import type { ScenarioSchedule, ScheduledActivity } from './schedule.ts';
import { nullOutsideCover } from './working-calendar.ts';

export interface ReasonContext {
  readonly network: Network;
  readonly scenario: Scenario;
  readonly schedule: ScenarioSchedule;
  readonly cutoff: PlannedCutoff;
}

/** Why the dates of `activity` are what they are: what holds its start, how long it takes, what it must leave room for. */
export function reasonsOf(context: ReasonContext, activity: Activity, about: RouteActivity): Reason[] {
  const scheduled = context.schedule.activities[activity.index];
  if (scheduled === undefined || activity.state === 'done') return [];
  return [
    ...(activity.state === 'open' ? startReasons(context, activity, about, scheduled) : []),
    takesReason(context, activity, about, scheduled),
    ...latestReasons(context, activity, about, scheduled),
  ];
}

function takesReason(
  { network, scenario }: ReasonContext,
  activity: Activity,
  about: RouteActivity,
  { earliest }: ScheduledActivity,
): Reason {
  const period = activity.durations[scenario];
  const counting = earliest === null ? null : countingOf(network.calendar, earliest.startOn, period);
  const { observedSource, durationBasis } = about;
  // Only the statutory scenario reckons with limits and planning values; the others with what was observed.
  const basis =
    scenario === 'statutory' || observedSource === null
      ? durationBasis
      : { basis: 'observed' as const, source: observedSource, legalLimit: null };
  return { rule: 'takes', period, finishRolls: activity.finishRolls, ...basis, counting };
}

function startReasons(
  { network, schedule }: ReasonContext,
  activity: Activity,
  about: RouteActivity,
  { earliest }: ScheduledActivity,
): Reason[] {
  if (earliest === null) return [];
  const { calendar, asOf } = network;
  const held: { day: Day; reason: Reason }[] = [{ day: asOf, reason: { rule: 'starts-today', on: asOf } }];
  if (activity.opensOn !== null && about.opens !== null) {
    held.push({
      day: activity.opensOn,
      reason: { rule: 'window-opens', on: activity.opensOn, ...about.opens },
    });
  }
  for (const { predecessor, minLag } of activity.predecessors) {
    const before = schedule.activities[predecessor];
    if (!before?.earliest || minLag === null) continue;
    const { finishOn } = before.earliest;
    const on = nullOutsideCover(() => addPeriod(calendar, finishOn, minLag));
    if (on === null) continue;
    held.push({ day: on, reason: { rule: 'waits-for', activity: before.id, finishOn, minLag, on } });
  }
  const binding = held.reduce((last, next) => (next.day >= last.day ? next : last));
  const opened = nullOutsideCover(() => firstAllowedStart(calendar, binding.day, activity.startsOn));
  if (opened !== null && opened < earliest.startOn) return paperReasons(schedule, activity, earliest.startOn);
  if (opened === null || opened === binding.day) return [binding.reason];
  return [binding.reason, { rule: 'office-closed', from: binding.day, on: opened, direction: 'forward' }];
}

/** It waits although nothing before it makes it: fetched earlier, the paper would expire before it is used. */
function paperReasons(schedule: ScenarioSchedule, activity: Activity, on: Day): Reason[] {
  return activity.successors.flatMap(({ successor, maxLag }): Reason[] => {
    const user = schedule.activities[successor];
    if (maxLag === null || !user?.earliest) return [];
    return [{ rule: 'paper-expires', usedBy: user.id, usedOn: user.earliest.startOn, maxLag, on }];
  });
}

function latestReasons(
  { network, scenario, schedule, cutoff }: ReasonContext,
  activity: Activity,
  about: RouteActivity,
  { latest }: ScheduledActivity,
): Reason[] {
  if (latest === null) return [];
  const { calendar } = network;
  const reasons: Reason[] = [];
  if (activity.isSink) reasons.push({ rule: 'cutoff', on: network.cutoff, source: cutoff.source });
  for (const { successor } of activity.successors) {
    const after = schedule.activities[successor];
    if (!after?.latest || after.latest.startOn !== latestOfSuccessors(activity, schedule)) continue;
    reasons.push({
      rule: 'leaves-time-for',
      activity: after.id,
      latestStartOn: after.latest.startOn,
      on: latest.mustFinishBy,
    });
  }
  if (activity.state !== 'open') return reasons;
  const { closesOn } = activity;
  if (closesOn !== null && about.closes !== null && latest.startOn <= closesOn) {
    const isBinding =
      nullOutsideCover(() => lastAllowedStart(calendar, closesOn, activity.startsOn)) === latest.startOn;
    if (isBinding) reasons.push({ rule: 'window-closes', on: closesOn, ...about.closes });
  }
  const { durations, finishRolls, startsOn } = activity;
  const by = nullOutsideCover(() =>
    latestStartFor(calendar, latest.mustFinishBy, durations[scenario], finishRolls),
  );
  if (by !== null && startsOn === 'working-day' && by > latest.startOn) {
    const rolled = nullOutsideCover(() => lastAllowedStart(calendar, by, startsOn));
    if (rolled === latest.startOn) {
      reasons.push({ rule: 'office-closed', from: by, on: rolled, direction: 'backward' });
    }
  }
  return reasons;
}

function latestOfSuccessors(activity: Activity, schedule: ScenarioSchedule): Day | null {
  const starts = activity.successors.flatMap(
    ({ successor }) => schedule.activities[successor]?.latest?.startOn ?? [],
  );
  return starts.length === 0 ? null : starts.reduce(earlierOf);
}
