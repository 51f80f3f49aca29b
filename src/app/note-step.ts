// What happened to a step → the plan anew. The same for the plan's page and for a mail's link.

import type { Actual } from '../domain/case.ts';
import { type Day, formatDay } from '../domain/day.ts';
import type { Plan } from '../domain/plan.ts';
import { noteOnStep, openStepsBefore, type StepNote } from '../domain/step-note.ts';
import { changePlan } from './change-plan.ts';
import type { Dependencies } from './dependencies.ts';
import type { ChangeOutcome } from './lastbus.ts';
import { findPlan, planOfStored } from './open-plan.ts';

export interface NotedStep {
  readonly activity: string;
  readonly note: StepNote;
  /** Whether the steps before it that nobody noted are done too, on the day on which this one began. */
  readonly isEarlierDone: boolean;
}

/** Notes a step on what stands at that moment: whatever somebody else notes meanwhile is kept. */
export async function noteStep(
  dependencies: Dependencies,
  token: string,
  noted: NotedStep,
): Promise<ChangeOutcome> {
  for (;;) {
    const found = await findPlan(dependencies, token);
    if (found === undefined) return { kind: 'unknown' };
    if (!found.canEdit) return { kind: 'view-only' };
    const actuals = actualsOf(planOfStored(dependencies, found.stored, null), noted);
    const outcome = await changePlan(dependencies, token, { actuals }, found.stored.version);
    if (outcome.kind !== 'stale') return outcome;
  }
}

function actualsOf(plan: Plan, { activity, note, isEarlierDone }: NotedStep): object {
  const actual = noteOnStep(plan.actuals.get(activity), note);
  const begun = actual?.startedOn ?? null;
  const earlier = isEarlierDone && begun !== null ? earlierDone(plan, activity, begun) : [];
  return Object.fromEntries([...earlier, [activity, actual && actualJson(actual)]]);
}

function earlierDone(plan: Plan, activity: string, on: Day) {
  return openStepsBefore(plan, activity).map(({ id }) => {
    const done = noteOnStep(plan.actuals.get(id), { kind: 'done', on, startedOn: null, outcome: null });
    return [id, done && actualJson(done)] as const;
  });
}

/** As a case writes it (contracts.md §3). */
function actualJson({ startedOn, finishedOn, outcome, attempts }: Actual): object {
  return {
    startedOn: startedOn === null ? null : formatDay(startedOn),
    finishedOn: finishedOn === null ? null : formatDay(finishedOn),
    outcome,
    attempts: attempts.map((attempt) => ({
      ...attempt,
      startedOn: formatDay(attempt.startedOn),
      finishedOn: formatDay(attempt.finishedOn),
    })),
  };
}
