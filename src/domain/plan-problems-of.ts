// What stands in the way of a route, with its arithmetic: how late, and how much earlier it would have had to
// start. Lateness at the cutoff and earliness at the release differ under a working calendar; both are told.

import type { Day } from './day.ts';
import { addDays } from './day.ts';
import { byScenario, type Network, type Scenario } from './network.ts';
import type { PlanProblem } from './plan-problem.ts';
import type { ProvisionalScenario } from './provisional.ts';
import { remediesOf } from './remedies.ts';
import type { RouteActivity } from './route.ts';
import type { Schedule } from './schedule.ts';
import type { Verdict } from './verdict.ts';

type LateProblem = Extract<PlanProblem, { code: 'too-late' | 'late-if-slow' }>;

type Provisional = Readonly<Record<Scenario, ProvisionalScenario | null>>;

/** The lateness of a route that misses the cutoff under some durations; nothing otherwise. */
export function lateProblem(
  verdict: Verdict,
  network: Network,
  schedule: Schedule,
  provisional: Provisional,
  about: readonly RouteActivity[],
): PlanProblem[] {
  if (verdict !== 'too-late' && verdict !== 'at-risk') return [];
  const code = verdict === 'too-late' ? 'too-late' : 'late-if-slow';
  const latenessDays = byScenario((scenario) => {
    const { completionOn } = schedule[scenario];
    return completionOn === null || provisional[scenario]?.completionOn
      ? null
      : completionOn - network.cutoff;
  });
  const told = code === 'too-late' ? 'min' : 'statutory';
  const latenessAtLeastDays = latenessDays[told] === null ? sureLateness(network, provisional[told]) : null;
  const remedies = remediesOf(network, told, about);
  return [{ code, latenessDays, latenessAtLeastDays, release: releaseOf(network, schedule), remedies }];
}

/** From the earliest day that the finish can turn out to be; without one, from the first day nobody covers. */
function sureLateness({ calendar, cutoff }: Network, provisional: ProvisionalScenario | null): number | null {
  const earliest = provisional?.completionOn?.[0] ?? addDays(calendar.coversUntil, 1);
  return earliest > cutoff ? earliest - cutoff : null;
}

/**
 * Of the open activities that start as early as today or their window lets them, the one that would have had
 * to start the most days earlier.
 */
function releaseOf(network: Network, schedule: Schedule): LateProblem['release'] {
  const { statutory } = schedule;
  const held = network.activities.flatMap(({ index, state, opensOn, predecessors }) => {
    const { earliest, latest } = statutory.activities[index] ?? {};
    if (state !== 'open' || !earliest || !latest) return [];
    const isFirst = predecessors.every(
      ({ predecessor }) => network.activities[predecessor]?.state === 'done',
    );
    const isHeldByWindow = opensOn !== null && opensOn > network.asOf && earliest.startOn >= opensOn;
    if (!isFirst && !isHeldByWindow) return [];
    return [{ index, earliestStartOn: earliest.startOn, daysShort: earliest.startOn - latest.startOn }];
  });
  const worst = held.toSorted((a, b) => b.daysShort - a.daysShort)[0];
  if (worst === undefined || worst.daysShort <= 0) return null;
  const neededStartOn = byScenario(
    (scenario): Day | null => schedule[scenario].activities[worst.index]?.latest?.startOn ?? null,
  );
  const activity = network.activities[worst.index]?.id ?? '';
  return { activity, earliestStartOn: worst.earliestStartOn, neededStartOn };
}

/** Where each scenario's dates reach into a year whose holidays are not published yet. */
export function uncoveredProblem(
  { calendar, activities, order }: Network,
  schedule: Schedule,
  provisional: Provisional,
): PlanProblem[] {
  if (calendar.afterCover === 'closed') return [];
  const leftAt = byScenario((scenario) => {
    const moved = order.find((index) => provisional[scenario]?.activities.has(activities[index]?.id ?? ''));
    const { left } = schedule[scenario];
    if (moved !== undefined) return activities[moved]?.id ?? null;
    return left?.bound === 'calendar' ? left.activity : null;
  });
  if (Object.values(leftAt).every((activity) => activity === null)) return [];
  return [{ code: 'calendar-not-covered', coversUntil: calendar.finalUntil, leftAt }];
}
