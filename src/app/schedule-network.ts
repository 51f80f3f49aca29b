// A network in JSON → its schedule in JSON (contracts.md §2).

import { buildNetwork } from '../domain/build-network.ts';
import { type Day, formatDay, laterOf } from '../domain/day.ts';
import { type Diagnosis, diagnose } from '../domain/diagnosis.ts';
import { computeLikelihood, likelihoodByStart } from '../domain/likelihood.ts';
import { byScenario, type Network, SCENARIOS, type Scenario } from '../domain/network.ts';
import { checkDaysCovered } from '../domain/network-check.ts';
import type { Fault, Result } from '../domain/problem.ts';
import { provisionalOf } from '../domain/provisional.ts';
import { computeSchedule, type Schedule } from '../domain/schedule.ts';
import { covers } from '../domain/working-calendar.ts';
import { renderScheduleJson } from '../emitters/schedule-json.ts';
import { type CalendarOf, parseNetwork } from '../input/network-file.ts';

/** The days to start from that are asked about, both inclusive. */
export interface StartRange {
  readonly from: Day;
  readonly until: Day;
}

/**
 * The answer to one network, or every fault of it.
 *
 * @param starts with it, also the likelihood for each of these days taken as `asOf`; a day before something
 *   that has happened is a fault.
 */
export function scheduleNetwork(
  value: unknown,
  calendarOf: CalendarOf,
  starts: StartRange | null,
): Result<object> {
  const description = parseNetwork(value, calendarOf);
  if (!description.ok) return description;
  const uncovered = checkDaysCovered(description.value);
  const built = buildNetwork(description.value);
  const faults = [...(built.ok ? [] : built.problems), ...uncovered];
  if (built.ok && starts !== null) faults.push(...startFaults(built.value, starts));
  if (!built.ok || faults.length > 0) return { ok: false, problems: faults };
  const network = built.value;
  const schedule = computeSchedule(network);
  const answer = {
    network,
    schedule,
    diagnoses: diagnosesOf(network, schedule),
    provisional: byScenario((scenario) => provisionalOf(network, scenario, schedule[scenario])),
    likelihood: computeLikelihood(network),
    byStart: starts === null ? null : likelihoodByStart(network, starts.from, starts.until),
  };
  return { ok: true, value: renderScheduleJson(answer) };
}

function diagnosesOf(network: Network, schedule: Schedule): Partial<Record<Scenario, Diagnosis>> {
  const late = SCENARIOS.filter((scenario) => !schedule[scenario].isFeasible);
  return Object.fromEntries(late.map((scenario) => [scenario, diagnose(network, scenario)]));
}

function startFaults(network: Network, { from, until }: StartRange): Fault[] {
  const { calendar, activities } = network;
  const cover = `a day from ${formatDay(calendar.coversFrom)} to ${formatDay(calendar.coversUntil)}`;
  const uncovered = [from, until]
    .filter((day) => !covers(calendar, day))
    .map((day) => ({
      path: [],
      what: 'a start day outside the calendar',
      value: formatDay(day),
      allowed: cover,
    }));
  const facts = activities.flatMap(({ startedOn, finishedOn }) =>
    [startedOn, finishedOn].filter((day) => day !== null),
  );
  const last = facts.reduce<Day | null>(
    (latest, day) => (latest === null ? day : laterOf(latest, day)),
    null,
  );
  if (last === null || from >= last) return uncovered;
  const allowed = `${formatDay(last)} or later`;
  return [...uncovered, { path: [], what: 'a start day before a fact', value: formatDay(from), allowed }];
}
