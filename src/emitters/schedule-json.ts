// A schedule as the JSON of contracts.md §2. Days become text here and nowhere earlier.

import { type Day, formatDay } from '../domain/day.ts';
import type { Diagnosis, Relaxation } from '../domain/diagnosis.ts';
import type { Likelihood, LikelihoodByStart } from '../domain/likelihood.ts';
import type { Network, Scenario } from '../domain/network.ts';
import type { ProvisionalDates, ProvisionalScenario } from '../domain/provisional.ts';
import type { ScenarioSchedule, Schedule, ScheduledActivity } from '../domain/schedule.ts';

export interface ScheduleAnswer {
  readonly network: Network;
  readonly schedule: Schedule;
  /** By scenario that is not feasible. */
  readonly diagnoses: Readonly<Partial<Record<Scenario, Diagnosis>>>;
  /** What a holiday notice still to come may move; null: nothing. */
  readonly provisional: Readonly<Record<Scenario, ProvisionalScenario | null>>;
  readonly likelihood: Likelihood;
  /** Null: not asked for. */
  readonly byStart: readonly LikelihoodByStart[] | null;
}

/** The JSON answer to one network. */
export function renderScheduleJson(answer: ScheduleAnswer): object {
  const { network, schedule, diagnoses, likelihood, byStart } = answer;
  const problems: object[] = [];
  const scenarios = Object.entries(schedule).map(([scenario, result]) => {
    if (result.left?.bound === 'calendar' && network.calendar.afterCover === 'unpublished') {
      problems.push({ code: 'calendar-not-covered', scenario, ...coverFacts(network, result) });
      return [scenario, null];
    }
    const name = scenario as Scenario;
    return [scenario, renderScenario(network, result, diagnoses[name], answer.provisional[name])];
  });
  return {
    id: network.id,
    scenarios: Object.fromEntries(scenarios),
    likelihood: {
      ...likelihood,
      ...(byStart === null ? {} : { byStart: byStart.map(renderByStart) }),
    },
    ...(problems.length > 0 ? { problems } : {}),
  };
}

function coverFacts({ calendar }: Network, { left }: ScenarioSchedule): object {
  const message =
    `${left?.activity} would start or finish after ${formatDay(calendar.coversUntil)}, ` +
    `the last day that the calendar "${calendar.id}" covers`;
  return { activity: left?.activity, coversUntil: formatDay(calendar.coversUntil), message };
}

function renderByStart({ startOn, likelihood }: LikelihoodByStart): object {
  return { startOn: formatDay(startOn), ...likelihood };
}

function renderRelaxation(relaxation: Relaxation): object {
  const { name: constraint } = relaxation;
  return 'days' in relaxation ? { constraint, days: relaxation.days } : { constraint, drop: true };
}

function renderScenario(
  network: Network,
  result: ScenarioSchedule,
  diagnosis: Diagnosis | undefined,
  provisional: ProvisionalScenario | null,
): object {
  const { completionOn } = result;
  const isStructural = result.left === null;
  return {
    feasible: result.isFeasible,
    structural: isStructural,
    completionOn: dayText(completionOn),
    latenessDays: completionOn === null ? null : completionOn - network.cutoff,
    drivingPath: result.drivingPath,
    activities: Object.fromEntries(
      result.activities.map((activity) => [
        activity.id,
        renderActivity(activity, isStructural, provisional?.activities.get(activity.id) ?? {}),
      ]),
    ),
    ...(provisional === null ? {} : { provisional: renderProvisional(network, result, provisional) }),
    ...(diagnosis === undefined
      ? {}
      : { conflict: diagnosis.conflict, relaxations: diagnosis.relaxations.map(renderRelaxation) }),
  };
}

function renderProvisional(
  { cutoff }: Network,
  { isFeasible }: ScenarioSchedule,
  { completionOn, isFeasibilityOpen }: ProvisionalScenario,
): object {
  return {
    ...(isFeasibilityOpen ? { feasible: [isFeasible, !isFeasible] } : {}),
    ...(completionOn === null
      ? {}
      : {
          completionOn: completionOn.map(formatDay),
          latenessDays: completionOn.map((day) => day - cutoff),
        }),
  };
}

function renderActivity(
  activity: ScheduledActivity,
  isStructural: boolean,
  provisional: ProvisionalDates,
): object {
  const { state, earliest, latest, float } = activity;
  const showsEarliest = isStructural || state !== 'open';
  const showsLatest = isStructural;
  const facts = state === 'done' ? earliest : null;
  return {
    state,
    earliestStartOn: dayText(showsEarliest ? earliest?.startOn : null),
    earliestFinishOn: dayText(showsEarliest ? earliest?.finishOn : null),
    latestStartOn: dayText(facts?.startOn ?? (showsLatest ? latest?.startOn : null)),
    latestFinishOn: dayText(facts?.finishOn ?? (showsLatest ? latest?.finishOn : null)),
    mustFinishBy: dayText(showsLatest ? latest?.mustFinishBy : null),
    totalFloatDays: isStructural ? (float?.days ?? null) : null,
    totalFloatWorkingDays: isStructural ? (float?.workingDays ?? null) : null,
    completionCritical: isStructural ? activity.isCompletionCritical : null,
    overdue: activity.isOverdue,
    provisional: Object.fromEntries(
      Object.entries(provisional).map(([field, range]) => [field, range.map(formatDay)]),
    ),
  };
}

function dayText(day: Day | null | undefined): string | null {
  return day === null || day === undefined ? null : formatDay(day);
}
