// What a roster needs to know of one person's plan: small, the same for everybody whose facts are the same, and free of
// the plan itself, so that very many fit into memory.

import type { Day } from '../day.ts';
import type { Likelihood } from '../likelihood.ts';
import type { Localized } from '../localized.ts';
import type { PlannedCutoff, Today } from '../plan.ts';
import type { PlannedActivity } from '../planned-activity.ts';
import type { PlannedRoute } from '../planned-route.ts';
import type { Verdict } from '../verdict.ts';

/** A step that is not over, and its days, inclusive; null: not known, or none is left. */
export interface RosterStep {
  readonly activity: string;
  readonly title: Localized;
  readonly from: Day | null;
  readonly until: Day | null;
}

/** The one thing that comes next, and who does it. */
export interface NextStep {
  readonly kind: Today['kind'];
  /** Null: nothing is left to do, or somebody has to be asked. */
  readonly step: RosterStep | null;
  readonly who: PlannedActivity['actor'] | null;
  /** Whom to ask where no way is left; null: there is one. */
  readonly askWhom: Localized | null;
}

export interface RosterAnswer {
  readonly verdict: Verdict;
  /** Null: no route is open. */
  readonly route: { readonly id: string; readonly title: Localized } | null;
  readonly likelihood: Likelihood | null;
  /** The smallest of all steps that are not over; null: none has one. */
  readonly floatWorkingDays: number | null;
  /** Renewing the paper that the way rests on; null: not on this way, or done. */
  readonly renewal: RosterStep | null;
  /** Last start of the family's first step that is safe however the sources are read; null: none is known. */
  readonly safeLastStart: Day | null;
  /** What the employer does by itself; null: nothing, or done. */
  readonly approval: RosterStep | null;
  /** Where the employer has to come along; null: nowhere, or done. */
  readonly visit: RosterStep | null;
  /**
   * For each day from `approval.from` on the first day on which the visit can be when the approval begins then; empty
   * where nobody asked for it, and where there are not both.
   */
  readonly visitAfter: readonly (Day | null)[];
  readonly cutoff: PlannedCutoff;
  readonly next: NextStep;
  /** Ids of the facts that nobody has answered, or only with "unknown": the policy's default stands for them. */
  readonly missing: readonly string[];
}

/** The parts of a plan that an answer is made of; see `Plan`. */
export interface PlannedParts {
  readonly asOf: Day;
  /** Undefined: no route is open. */
  readonly recommended:
    | Pick<PlannedRoute, 'id' | 'title' | 'verdict' | 'likelihood' | 'activities'>
    | undefined;
  readonly safeLastStart: Day | null;
  readonly cutoff: PlannedCutoff;
  readonly today: Today;
  readonly missing: readonly string[];
}

/** The answer for the recommended route. */
export function rosterAnswerOf(parts: PlannedParts): RosterAnswer {
  const { asOf, recommended: route, safeLastStart, cutoff } = parts;
  const left = (route?.activities ?? []).filter(({ state }) => state !== 'done');
  const first = (is: (activity: PlannedActivity) => boolean) => {
    const found = left.find(is);
    return found === undefined ? null : stepOf(found, asOf);
  };
  return {
    verdict: route?.verdict ?? 'not-eligible',
    route: route === undefined ? null : { id: route.id, title: route.title },
    likelihood: route?.likelihood ?? null,
    floatWorkingDays: smallestFloat(left),
    renewal: first(({ renews }) => renews !== null),
    safeLastStart,
    approval: first(({ actor }) => actor === 'employer'),
    visit: first(({ accompaniedBy }) => accompaniedBy === 'employer'),
    visitAfter: [],
    cutoff,
    next: nextOf(parts),
    missing: parts.missing,
  };
}

/** Of a step under way the days that are left for its end. */
function stepOf(
  { id, title, state, earliestStartOn, latestStartOn, mustFinishBy }: PlannedActivity,
  asOf: Day,
): RosterStep {
  return state === 'running'
    ? { activity: id, title, from: asOf, until: mustFinishBy }
    : { activity: id, title, from: earliestStartOn, until: latestStartOn };
}

function smallestFloat(activities: PlannedRoute['activities']): number | null {
  const floats = activities.flatMap(({ totalFloatWorkingDays }) => totalFloatWorkingDays ?? []);
  return floats.length === 0 ? null : Math.min(...floats);
}

function nextOf({ today, asOf }: PlannedParts): NextStep {
  switch (today.kind) {
    case 'do':
    case 'await':
    case 'prepare':
      return {
        kind: today.kind,
        step: stepOf(today.activity, asOf),
        who: today.activity.actor,
        askWhom: null,
      };
    case 'ask':
      return { kind: 'ask', step: null, who: null, askWhom: today.whom };
    case 'nothing':
      return { kind: 'nothing', step: null, who: null, askWhom: null };
  }
}
