// What somebody notes of a step, laid over what was noted of it before. Pure; whether it can have happened so is
// checked with the whole case.

import type { Actual } from './case.ts';
import type { Day } from './day.ts';
import { type Plan, recommendedRouteOf } from './plan.ts';
import type { PlannedActivity } from './planned-activity.ts';

/** Days are inclusive civil days in the policy's zone. */
export type StepNote =
  | { readonly kind: 'started'; readonly on: Day }
  /** `startedOn` null: the day noted before, else the same day. `outcome` null: not known, or it has none. */
  | {
      readonly kind: 'done';
      readonly on: Day;
      readonly startedOn: Day | null;
      readonly outcome: string | null;
    }
  /** It must be done again. */
  | { readonly kind: 'refused' | 'failed'; readonly on: Day; readonly reason: string | null }
  /** The last note is taken back. */
  | { readonly kind: 'taken-back' };

const NOTHING: Actual = { startedOn: null, finishedOn: null, outcome: null, attempts: [] };

/** The step as it stands after `note`; null: nothing is noted of it any more. */
export function noteOnStep(noted: Actual | undefined, note: StepNote): Actual | null {
  const before = noted ?? NOTHING;
  switch (note.kind) {
    case 'started':
      return { ...before, startedOn: note.on, finishedOn: null, outcome: null };
    case 'done': {
      const startedOn = note.startedOn ?? startNotAfter(before, note.on);
      return { ...before, startedOn, finishedOn: note.on, outcome: note.outcome };
    }
    case 'refused':
    case 'failed': {
      const { kind: outcome, on, reason } = note;
      const attempt = { startedOn: startNotAfter(before, on), finishedOn: on, outcome, reason };
      return { ...NOTHING, attempts: [...before.attempts, attempt] };
    }
    case 'taken-back':
      return somethingOrNull(takenBack(before));
  }
}

function startNotAfter({ startedOn }: Actual, day: Day): Day {
  return startedOn !== null && startedOn <= day ? startedOn : day;
}

/** A step that took days is under way again; one of a single day is open; of an open one the last attempt goes. */
function takenBack(before: Actual): Actual {
  const { startedOn, finishedOn, attempts } = before;
  if (startedOn === null) return { ...before, attempts: attempts.slice(0, -1) };
  const wasUnderWay = finishedOn !== null && startedOn < finishedOn;
  return { ...before, startedOn: wasUnderWay ? startedOn : null, finishedOn: null, outcome: null };
}

function somethingOrNull(actual: Actual): Actual | null {
  return actual.startedOn === null && actual.attempts.length === 0 ? null : actual;
}

/**
 * What people have to do before a step and nobody noted as done, on the recommended way; none for a step that is not
 * on it. What offices do is inferred from the rest.
 */
export function openStepsBefore(plan: Plan, activity: string): PlannedActivity[] {
  const activities = recommendedRouteOf(plan)?.activities ?? [];
  const index = activities.findIndex(({ id }) => id === activity);
  return activities
    .slice(0, Math.max(index, 0))
    .filter(({ state, actor }) => state !== 'done' && actor !== 'office');
}
