// The link for HR: it shows and marks the employer's step of one plan, and opens nothing else of it.

import { employerStepOf } from '../domain/employer-step.ts';
import type { Plan } from '../domain/plan.ts';
import type { PlannedActivity } from '../domain/planned-activity.ts';
import { openStepsBefore } from '../domain/step-note.ts';
import type { StoredPlan } from '../ports/plan-store.ts';
import type { Dependencies } from './dependencies.ts';
import { noteStep } from './note-step.ts';
import { planOfStored, tokensOf } from './open-plan.ts';
import { hashOfOwnToken, hashOfToken } from './secret-links.ts';

export interface EmployerStep {
  readonly plan: Plan;
  /** Null: as the plan stands there is nothing for the employer to do. */
  readonly activity: PlannedActivity | null;
  /** Whether the family has steps before it that are not noted as done: then it cannot be marked. */
  readonly isWaiting: boolean;
}

/** `undone`: the last mark is taken back. */
export type StepMark =
  | { readonly kind: 'started' }
  /** `outcome` null: not known, or it has none. */
  | { readonly kind: 'done'; readonly outcome: string | null }
  | { readonly kind: 'undone' };

export type MarkOutcome =
  | { readonly kind: 'marked' }
  /** It cannot be marked so now: the family has not come so far, or it is another step by now. */
  | { readonly kind: 'not-now' }
  /** Unknown or revoked token. */
  | { readonly kind: 'unknown' };

/** What a link for HR shows; undefined for unknown and revoked ones alike. Changes nothing. */
export async function findEmployerStep(
  dependencies: Dependencies,
  token: string,
): Promise<EmployerStep | undefined> {
  const stored = await findByStepToken(dependencies, token);
  return stored && stepOf(planOfStored(dependencies, stored, null));
}

/**
 * Marks the employer's step today; the plan is made anew with it. Refused while steps of the family before it are not
 * noted, for this link notes nothing else.
 *
 * @param activity the step that was seen: by now it may be another one.
 */
export async function markEmployerStep(
  dependencies: Dependencies,
  token: string,
  activity: string,
  mark: StepMark,
): Promise<MarkOutcome> {
  const stored = await findByStepToken(dependencies, token);
  if (stored === undefined) return { kind: 'unknown' };
  const { edit } = tokensOf(dependencies, stored, true);
  const step = stepOf(planOfStored(dependencies, stored, null));
  if (edit === null || step.activity?.id !== activity || step.isWaiting) return { kind: 'not-now' };
  const on = step.plan.asOf;
  const note = {
    started: { kind: 'started', on } as const,
    done: { kind: 'done', on, startedOn: null, outcome: mark.kind === 'done' ? mark.outcome : null } as const,
    undone: { kind: 'taken-back' } as const,
  }[mark.kind];
  const outcome = await noteStep(dependencies, edit, { activity, note, isEarlierDone: false });
  if (outcome.kind === 'unknown') return { kind: 'unknown' };
  return { kind: outcome.kind === 'changed' ? 'marked' : 'not-now' };
}

/** Gives out the link where none was given out yet; whoever does it at the same moment gives out the same. */
export async function giveStepLink(
  { links, planStore }: Pick<Dependencies, 'links' | 'planStore'>,
  stored: StoredPlan,
): Promise<void> {
  if (stored.stepGeneration > 0) return;
  const hash = hashOfOwnToken(links.tokenOf('step', stored.id, 1));
  await planStore.renewLinks(stored.id, [{ kind: 'step', generation: 1, hash }]);
}

function stepOf(plan: Plan): EmployerStep {
  const activity = employerStepOf(plan) ?? null;
  return { plan, activity, isWaiting: activity !== null && openStepsBefore(plan, activity.id).length > 0 };
}

async function findByStepToken({ planStore }: Dependencies, token: string): Promise<StoredPlan | undefined> {
  const hash = hashOfToken(token);
  return hash === null ? undefined : planStore.findByLink({ kind: 'step', hash });
}
