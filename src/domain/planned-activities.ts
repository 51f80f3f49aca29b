// The steps of one route with the dates of one scenario, as people see them.

import { type Day, laterOf } from './day.ts';
import { finishOf, lastAllowedStart } from './duration.ts';
import type { Network, Scenario } from './network.ts';
import type { Channel, PlannedActivity } from './planned-activity.ts';
import { type Confidence, type Source, weakest } from './provenance.ts';
import type { ProvisionalScenario } from './provisional.ts';
import type { Reason } from './reason.ts';
import { reasonsOf } from './reasons-of.ts';
import type { FollowUp, RouteActivity, UsualRoute } from './route.ts';
import type { ScenarioSchedule } from './schedule.ts';
import { nullOutsideCover } from './working-calendar.ts';

interface RouteContext {
  readonly route: UsualRoute;
  readonly network: Network;
  readonly schedule: ScenarioSchedule;
  readonly provisional: ProvisionalScenario | null;
  readonly scenario: Scenario;
  readonly sources: ReadonlyMap<string, Source>;
}

/** The route's steps in the order in which they are done. */
export function plannedActivitiesOf(context: RouteContext): PlannedActivity[] {
  const { route, network, schedule, provisional, scenario } = context;
  const confidenceOf = chainConfidences(context);
  return network.order.flatMap((index): PlannedActivity[] => {
    const activity = network.activities[index];
    const about = route.activities[index];
    const scheduled = schedule.activities[index];
    if (activity === undefined || about === undefined || scheduled === undefined) return [];
    const { state, earliest, latest, float } = scheduled;
    const isDone = state === 'done';
    return [
      {
        ...shownOf(about),
        state,
        opensOn: activity.opensOn,
        closesOn: activity.closesOn,
        earliestStartOn: earliest?.startOn ?? null,
        earliestFinishOn: earliest?.finishOn ?? null,
        latestStartOn: isDone ? (earliest?.startOn ?? null) : (latest?.startOn ?? null),
        latestFinishOn: isDone ? (earliest?.finishOn ?? null) : (latest?.finishOn ?? null),
        mustFinishBy: latest?.mustFinishBy ?? null,
        totalFloatDays: float?.days ?? null,
        totalFloatWorkingDays: float?.workingDays ?? null,
        isDriving: schedule.drivingPath?.includes(activity.id) ?? false,
        isOverdue: scheduled.isOverdue,
        latestStartByChannel: channelDays(
          network,
          about,
          state === 'open' ? (latest?.startOn ?? null) : null,
        ),
        provisional: provisional?.activities.get(activity.id) ?? {},
        duration: activity.durations[scenario],
        reasons: reasonsOf({ network, scenario, schedule, cutoff: route.cutoff }, activity, about),
        confidence: confidenceOf(index),
      },
    ];
  });
}

/** The steps behind the network, each as soon as everything before it is finished. */
export function plannedFollowUps(context: RouteContext): PlannedActivity[] {
  const { route, network, schedule, sources } = context;
  const routeSources = [route.source, ...route.activities.flatMap(sourcesOf)];
  // One after the other: each begins when the one before it is finished.
  let before = schedule.completionOn;
  const dated = route.followUps.map((followUp) => {
    const dates = followUpDates(followUp, network, before);
    before = dates.earliestFinishOn;
    return { followUp, dates };
  });
  return dated.map(({ followUp, dates }) => ({
    ...shownOf(followUp.activity),
    ...dates,
    opensOn: null,
    closesOn: null,
    latestStartOn: null,
    latestFinishOn: null,
    mustFinishBy: null,
    totalFloatDays: null,
    totalFloatWorkingDays: null,
    isDriving: false,
    isOverdue: false,
    latestStartByChannel: new Map(),
    provisional: {},
    duration: followUp.duration,
    reasons: followUpReasons(followUp),
    confidence: weakestOf([...routeSources, ...sourcesOf(followUp.activity)], sources),
  }));
}

function shownOf(about: RouteActivity) {
  const { id, title, actor, accompaniedBy, renews, place, bring, tips, source, toldBy, outcomes } = about;
  return { id, title, actor, accompaniedBy, renews, place, bring, tips, source, toldBy, outcomes };
}

function followUpDates(
  { startedOn, finishedOn, duration }: FollowUp,
  network: Network,
  completionOn: Day | null,
): Pick<PlannedActivity, 'state' | 'earliestStartOn' | 'earliestFinishOn'> {
  const startOn = startedOn ?? (completionOn === null ? null : laterOf(completionOn, network.asOf));
  const finishOn =
    finishedOn ??
    (startOn === null ? null : nullOutsideCover(() => finishOf(network.calendar, startOn, duration, 'none')));
  const state = finishedOn !== null ? 'done' : startedOn !== null ? 'running' : 'open';
  return { state, earliestStartOn: startOn, earliestFinishOn: finishOn };
}

function followUpReasons({ activity, duration }: FollowUp): Reason[] {
  return [
    { rule: 'takes', period: duration, finishRolls: 'none', ...activity.durationBasis, counting: null },
  ];
}

function channelDays(
  { calendar }: Network,
  { channels }: RouteActivity,
  latestStartOn: Day | null,
): ReadonlyMap<Channel, Day> {
  if (latestStartOn === null) return new Map();
  return new Map(
    [...channels].flatMap(([channel, rule]) => {
      const day = nullOutsideCover(() => lastAllowedStart(calendar, latestStartOn, rule));
      return day === null ? [] : [[channel, day] as const];
    }),
  );
}

/**
 * The weakest confidence of all that an activity's dates rest on: its own values, those of everything it waits
 * for (its earliest day), of everything that waits for it, of the cutoff (its latest day), and of the route itself.
 */
function chainConfidences({ route, network, sources }: RouteContext): (index: number) => Confidence {
  const own = route.activities.map((about) => weakestOf(sourcesOf(about), sources));
  const before = [...own];
  for (const index of network.order) {
    for (const { predecessor } of network.activities[index]?.predecessors ?? []) {
      before[index] = weakest([before[index] ?? 'unknown', before[predecessor] ?? 'unknown']);
    }
  }
  const after = [...own];
  for (const index of network.order.toReversed()) {
    for (const { successor } of network.activities[index]?.successors ?? []) {
      after[index] = weakest([after[index] ?? 'unknown', after[successor] ?? 'unknown']);
    }
  }
  const { isOwn, source } = route.cutoff;
  // A cutoff that the family holds a notice of is theirs to vouch for.
  const cutoff = isOwn ? 'reported' : weakestOf([source], sources);
  const way = weakestOf([route.source], sources);
  return (index) => weakest([before[index] ?? 'unknown', after[index] ?? 'unknown', cutoff, way]);
}

function sourcesOf({ durationBasis, opens, closes }: RouteActivity): string[] {
  return [durationBasis.source, opens?.source, closes?.source].filter((source) => source !== undefined);
}

function weakestOf(ids: readonly string[], sources: ReadonlyMap<string, Source>): Confidence {
  return weakest(ids.map((id) => sources.get(id)?.confidence ?? 'unknown'));
}
