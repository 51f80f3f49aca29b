// Second opinion, part 5: the answer of contracts.md §2 for one scenario, put together from days found by trying.

import { type Day, formatDay } from '../../src/domain/day.ts';
import { periodEnd, workingDayFrom, workingDaysAfter } from './naive-calendar.ts';
import {
  earliestSpans,
  isFeasibleNaively,
  type Latest,
  latestDays,
  latestForCompletion,
  type Spans,
  spanOf,
} from './naive-dates.ts';
import { diagnoseNaively } from './naive-diagnosis.ts';
import {
  byId,
  finishFrom,
  finishOfStarted,
  type NaiveActivity,
  type NaiveNetwork,
  naiveNetwork,
} from './naive-network.ts';
import type { ActivityAnswer, NetworkJson, ScenarioAnswer, ScenarioName } from './network-json.ts';

/** The answer for one scenario; the diagnosis only with `withDiagnosis`: it takes many times as long. */
export function scheduleNaively(
  json: NetworkJson,
  scenario: ScenarioName,
  { withDiagnosis }: { readonly withDiagnosis: boolean },
): ScenarioAnswer {
  const network = naiveNetwork(json, scenario);
  const earliest = earliestSpans(network);
  const feasible = isFeasibleNaively(network);
  const diagnosis = withDiagnosis && !feasible ? diagnoseNaively(network) : {};
  const common = { feasible, structural: earliest !== null, ...diagnosis };
  if (earliest === null) {
    const activities = network.activities.map((activity) => [activity.id, factsOnly(network, activity)]);
    const unknown = { completionOn: null, latenessDays: null, drivingPath: null };
    return { ...common, ...unknown, activities: Object.fromEntries(activities) };
  }
  const last = lastSink(network, earliest);
  const completionOn = spanOf(earliest, last).finish;
  const cells: Cells = {
    network,
    earliest,
    latest: latestDays(network),
    latestToComplete: latestForCompletion(network, completionOn),
  };
  const activities = network.activities.map((activity) => [activity.id, answerFor(activity, cells)]);
  return {
    ...common,
    completionOn: formatDay(completionOn),
    latenessDays: completionOn - (network.cutoff ?? completionOn),
    drivingPath: drivingPath(network, earliest, last),
    activities: Object.fromEntries(activities),
  };
}

/** The sink that finishes last; of those that finish on the same day the one with the smallest id. */
function lastSink(network: NaiveNetwork, earliest: Spans): string {
  const [last] = network.activities
    .filter(({ isSink }) => isSink)
    .map(({ id }) => ({ id, finish: spanOf(earliest, id).finish }))
    .toSorted((a, b) => b.finish - a.finish || (a.id < b.id ? -1 : 1));
  if (last === undefined) throw new Error('a network without a sink');
  return last.id;
}

function drivingPath(network: NaiveNetwork, earliest: Spans, id: string): string[] {
  const activity = byId(network, id);
  if (activity.state !== 'open') return [id];
  const driver = activity.after.find(({ predecessor, minLag }) => {
    const end = minLag && periodEnd(network.calendar, spanOf(earliest, predecessor).finish, minLag);
    if (end === null) return false;
    const alone = activity.startsOnWorkingDays ? workingDayFrom(network.calendar, end) : end;
    return alone === spanOf(earliest, id).start;
  });
  return driver === undefined ? [id] : [...drivingPath(network, earliest, driver.predecessor), id];
}

interface Cells {
  readonly network: NaiveNetwork;
  readonly earliest: Spans;
  readonly latest: ReadonlyMap<string, Latest> | null;
  readonly latestToComplete: ReadonlyMap<string, Latest> | null;
}

function answerFor(activity: NaiveActivity, cells: Cells): ActivityAnswer {
  const { network, earliest, latest } = cells;
  const facts = factsOnly(network, activity);
  if (activity.state === 'done') return facts;
  const { start, finish } = spanOf(earliest, activity.id);
  const answer = {
    ...facts,
    earliestStartOn: formatDay(start),
    earliestFinishOn: formatDay(finish),
    completionCritical: isCompletionCritical(activity, cells),
  };
  const late = latest?.get(activity.id);
  if (late === undefined) return answer;
  const { mustFinishBy } = late;
  const [from, to] = late.start === null ? [finish, mustFinishBy] : [start, late.start];
  const latestFinish = late.start === null ? mustFinishBy : finishFrom(network, activity, late.start);
  return {
    ...answer,
    latestStartOn: formatDay(late.start ?? start),
    latestFinishOn: textOf(latestFinish),
    mustFinishBy: formatDay(mustFinishBy),
    totalFloatDays: to - from,
    totalFloatWorkingDays: workingDaysAfter(network.calendar, from, to),
  };
}

/** Whether it cannot slip when every sink must finish by the completion and no other date counts. */
function isCompletionCritical({ id }: NaiveActivity, { earliest, latestToComplete }: Cells): boolean {
  const late = latestToComplete?.get(id);
  if (late === undefined) throw new Error(`the earliest schedule itself is one for ${id}`);
  const { start, finish } = spanOf(earliest, id);
  return late.start === null ? late.mustFinishBy <= finish : late.start === start;
}

/** What is known of an activity when nothing is computed: all of a done one, the start of a running one. */
function factsOnly(network: NaiveNetwork, activity: NaiveActivity): ActivityAnswer {
  const { state, startedOn } = activity;
  const expected =
    state === 'running' && startedOn !== null ? finishFrom(network, activity, startedOn) : null;
  const finish = state === 'open' ? null : finishOfStarted(network, activity);
  const start = finish === null ? null : textOf(startedOn);
  return {
    state,
    earliestStartOn: start,
    earliestFinishOn: textOf(finish),
    latestStartOn: state === 'done' ? start : null,
    latestFinishOn: state === 'done' ? textOf(finish) : null,
    mustFinishBy: null,
    totalFloatDays: null,
    totalFloatWorkingDays: null,
    completionCritical: null,
    overdue: expected !== null && expected < network.asOf,
    provisional: {},
  };
}

function textOf(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}
