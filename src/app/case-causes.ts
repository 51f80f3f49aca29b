// Two cases of a plan → what the family told or noted in between.

import type { Actual } from '../domain/case.ts';
import type { Plan } from '../domain/plan.ts';
import type { NotedProgress, PlanCause } from '../domain/plan-cause.ts';

/** One side of a change: the case as it was written, and its plan; null where none could be made. */
export interface CaseSide {
  readonly caseJson: unknown;
  readonly plan: Plan | null;
}

/** Every fact and every step of which the two cases do not say the same. */
export function caseCauses(before: CaseSide, after: CaseSide): PlanCause[] {
  const facts = changedKeys(before, after, 'facts').flatMap((id): PlanCause[] => {
    const [was, is] = [factOf(before, id), factOf(after, id)];
    const question = (is ?? was)?.question;
    if (question === undefined) return [];
    return [{ kind: 'fact', question, before: shownOf(was), after: shownOf(is) }];
  });
  const steps = changedKeys(before, after, 'actuals').flatMap((id): PlanCause[] => {
    const title = stepOf(after, id)?.title ?? stepOf(before, id)?.title;
    if (title === undefined) return [];
    return [{ kind: 'step', title, before: progressOf(before, id), after: progressOf(after, id) }];
  });
  return [...facts, ...steps];
}

function changedKeys(before: CaseSide, after: CaseSide, part: 'facts' | 'actuals'): string[] {
  const [was, is] = [partOf(before, part), partOf(after, part)];
  const keys = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...keys].filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]));
}

function partOf({ caseJson }: CaseSide, part: string): Record<string, unknown> {
  return Object(Object(caseJson)[part]);
}

function factOf({ plan }: CaseSide, id: string) {
  return plan?.facts.find((fact) => fact.id === id);
}

/** What the plan counted with, also where nobody said so; null: nothing. */
function shownOf(fact: ReturnType<typeof factOf>) {
  return fact === undefined || fact.value === null ? null : fact.shown;
}

/** Steps have the same title on every route. */
function stepOf({ plan }: CaseSide, id: string) {
  const steps = plan?.routes.flatMap(({ activities }) => activities) ?? [];
  return steps.find((step) => step.id === id);
}

function progressOf(side: CaseSide, id: string): NotedProgress | null {
  const actual = side.plan?.actuals.get(id);
  return actual === undefined ? null : notedOf(actual, stepOf(side, id)?.outcomes ?? []);
}

function notedOf(
  { startedOn, finishedOn, outcome, attempts }: Actual,
  outcomes: readonly { readonly id: string; readonly title: NonNullable<NotedProgress['outcome']> }[],
): NotedProgress {
  const title = outcomes.find(({ id }) => id === outcome)?.title ?? null;
  return { startedOn, finishedOn, outcome: title, attempts: attempts.length };
}
