// What decides about a route: its schedules, verdict and chance. The little that comparing routes and ranking people
// need; plan-route.ts puts what people read around it.

import { buildNetwork } from './build-network.ts';
import { computeLikelihood, type Likelihood, likelihoodBeforeNotice } from './likelihood.ts';
import { byScenario, type Network, type Scenario } from './network.ts';
import { plannedActivitiesOf, plannedFollowUps } from './planned-activities.ts';
import type { PlannedActivity } from './planned-activity.ts';
import type { Source } from './provenance.ts';
import { type ProvisionalScenario, provisionalOf } from './provisional.ts';
import type { UsualRoute } from './route.ts';
import { computeSchedule, type Schedule } from './schedule.ts';
import type { Verdict } from './verdict.ts';

export interface OpenOutline {
  readonly isOpen: true;
  readonly network: Network;
  readonly schedule: Schedule;
  readonly provisional: Provisional;
  /** The durations that its dates are computed with. */
  readonly scenario: Scenario;
  /** Whether it is in time with them. */
  readonly isFeasible: boolean;
  /** In the order in which they are done. */
  readonly activities: readonly PlannedActivity[];
  readonly verdict: Verdict;
  readonly likelihood: Likelihood;
  /** How the likelihood of the route is computed, whatever day it starts on. */
  readonly chanceOf: (network: Network) => Likelihood;
}

/** Not open to the family, or what has happened contradicts it: then `factsFit` is false. */
interface ClosedOutline {
  readonly isOpen: false;
  readonly factsFit: boolean;
}

/** An unfinished step with less float than this makes a plan tight. */
const TIGHT_BELOW_WORKING_DAYS = 3;

/** The route as its sources are usually read. */
export function outlineRoute(
  route: UsualRoute,
  sources: ReadonlyMap<string, Source>,
): OpenOutline | ClosedOutline {
  const built = buildNetwork(route.network);
  if (route.notEligibleBecause !== null || !built.ok) return { isOpen: false, factsFit: built.ok };
  const network = built.value;
  const schedule = computeSchedule(network);
  const provisional = byScenario((name) => provisionalOf(network, name, schedule[name]));
  const feasible = feasibilityOf(schedule, provisional);
  const scenario = scenarioOf(feasible);
  const context = {
    route,
    network,
    schedule: schedule[scenario],
    provisional: provisional[scenario],
    scenario,
    sources,
  };
  // Of the same days as the verdict: what a notice still to come decides is neither lost nor certain.
  const isSettled = Object.values(provisional).every((one) => one === null);
  const chanceOf = isSettled ? computeLikelihood : likelihoodBeforeNotice;
  const activities = [...plannedActivitiesOf(context), ...plannedFollowUps(context)];
  return {
    isOpen: true,
    network,
    schedule,
    provisional,
    scenario,
    isFeasible: feasible[scenario] === 'feasible',
    activities,
    verdict: verdictOf(feasible, activities, route),
    likelihood: chanceOf(network),
    chanceOf,
  };
}

/** The first step that the family does itself and has not begun; undefined: there is none. */
export function firstOwnStepOf(activities: readonly PlannedActivity[]): PlannedActivity | undefined {
  return activities.find(({ state, actor }) => state === 'open' && actor === 'applicant');
}

type Feasibility = Readonly<Record<Scenario, 'feasible' | 'late' | 'unknown'>>;

type Provisional = Readonly<Record<Scenario, ProvisionalScenario | null>>;

/**
 * Whether each scenario meets the cutoff, with the fewest working days thinkable. Where a notice still to come
 * decides, nothing is certain: it counts as not feasible, but not as too late.
 */
function feasibilityOf(schedule: Schedule, provisional: Provisional): Feasibility {
  return byScenario((scenario) => {
    if (schedule[scenario].isFeasible) return 'feasible';
    return provisional[scenario]?.isFeasibilityOpen === true ? 'unknown' : 'late';
  });
}

/** contracts.md §3: statutory; of an at-risk route the slowest of max, mode, min that works. */
function scenarioOf(feasible: Feasibility): Scenario {
  const order: readonly Scenario[] = ['statutory', 'max', 'mode', 'min'];
  return order.find((scenario) => feasible[scenario] === 'feasible') ?? 'statutory';
}

function verdictOf(
  feasible: Feasibility,
  activities: readonly PlannedActivity[],
  { followUps }: UsualRoute,
): Verdict {
  const unfinished = activities.filter(({ state }) => state !== 'done');
  const isChecked = followUps.length > 0 && followUps.every(({ finishedOn }) => finishedOn !== null);
  if (isChecked || unfinished.length === 0) return 'done';
  if (feasible.min === 'late') return 'too-late';
  if (feasible.statutory !== 'feasible') return 'at-risk';
  const floats = unfinished.flatMap(({ totalFloatWorkingDays }) => totalFloatWorkingDays ?? []);
  return Math.min(...floats) < TIGHT_BELOW_WORKING_DAYS ? 'tight' : 'on-track';
}
