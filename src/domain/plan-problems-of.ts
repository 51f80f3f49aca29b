// What stands in the way of a route, with its arithmetic: how late, and how much earlier it would have had to
// start. Lateness at the cutoff and earliness at the release differ under a working calendar; both are told.

import type { Day } from './day.ts';
import { addDays } from './day.ts';
import { byScenario, type Network } from './network.ts';
import type { Verdict } from './plan.ts';
import type { PlanProblem } from './plan-problem.ts';
import type { Schedule } from './schedule.ts';

type LateProblem = Extract<PlanProblem, { code: 'too-late' | 'late-if-slow' }>;

/** The lateness of a route that misses the cutoff under some durations; nothing otherwise. */
export function lateProblem(verdict: Verdict, network: Network, schedule: Schedule): PlanProblem[] {
  if (verdict !== 'too-late' && verdict !== 'at-risk') return [];
  const code = verdict === 'too-late' ? 'too-late' : 'late-if-slow';
  const latenessDays = byScenario((scenario) => {
    const { completionOn } = schedule[scenario];
    return completionOn === null ? null : completionOn - network.cutoff;
  });
  const exact = code === 'too-late' ? latenessDays.min : latenessDays.statutory;
  const latenessAtLeastDays = exact === null ? sureLateness(network) : null;
  return [{ code, latenessDays, latenessAtLeastDays, release: releaseOf(network, schedule) }];
}

/** Dates that lie past the cover are certainly after it: so many days past the cutoff, at least. */
function sureLateness({ calendar, cutoff }: Network): number | null {
  const days = addDays(calendar.coversUntil, 1) - cutoff;
  return days > 0 ? days : null;
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

/** Where each scenario's dates leave the cover of a calendar whose next year is not published yet. */
export function uncoveredProblem({ calendar }: Network, schedule: Schedule): PlanProblem[] {
  if (calendar.afterCover === 'closed') return [];
  const leftAt = byScenario((scenario) => {
    const { left } = schedule[scenario];
    return left?.bound === 'calendar' ? left.activity : null;
  });
  if (Object.values(leftAt).every((activity) => activity === null)) return [];
  return [{ code: 'calendar-not-covered', coversUntil: calendar.coversUntil, leftAt }];
}
