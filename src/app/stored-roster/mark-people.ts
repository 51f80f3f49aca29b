// One note on a step for many people of a roster at once.

import type { Fault } from '../../domain/problem.ts';
import type { StepNote } from '../../domain/step-note.ts';
import { CaseDoesNotFit } from '../case-does-not-fit.ts';
import type { Dependencies } from '../dependencies.ts';
import { noteStep } from '../note-step.ts';
import { tokensOf } from '../open-plan.ts';
import { sameRef } from '../read-roster.ts';
import { findRoster } from './find-roster.ts';

/** A person and the step that is noted of them. */
export interface MarkedPerson {
  readonly ref: string;
  readonly activity: string;
}

export interface ManyMarks {
  readonly people: readonly MarkedPerson[];
  readonly note: StepNote;
  /** Whether the steps before it that nobody noted are done too, on the day on which this one began. */
  readonly isEarlierDone: boolean;
}

export type MarkManyOutcome =
  | {
      readonly kind: 'marked';
      readonly marked: readonly string[];
      /** Who stays as they are, and why. */
      readonly refused: readonly { readonly ref: string; readonly faults: readonly Fault[] }[];
    }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'view-only' };

/** Each person is marked, or not, by themselves: what is impossible for one holds up nobody else. */
export async function markPeople(
  dependencies: Dependencies,
  token: string,
  { people, note, isEarlierDone }: ManyMarks,
): Promise<MarkManyOutcome> {
  const found = await findRoster(dependencies, token);
  if (found === undefined) return { kind: 'unknown' };
  if (!found.canEdit) return { kind: 'view-only' };
  const listed = await dependencies.rosterStore.listPeople(found.stored.id);
  const planOf = new Map(listed.map(({ refKey, plan }) => [refKey, plan]));
  const marked: string[] = [];
  const refused: { ref: string; faults: readonly Fault[] }[] = [];
  for (const { ref, activity } of people) {
    const plan = planOf.get(sameRef(ref)) ?? null;
    if (plan === null) {
      refused.push({ ref, faults: [nobody(ref)] });
      continue;
    }
    const editToken = tokensOf(dependencies, plan, true).edit ?? '';
    const outcome = await noteOrMisfit(dependencies, editToken, { activity, note, isEarlierDone });
    if (outcome.kind === 'changed') marked.push(ref);
    else refused.push({ ref, faults: outcome.kind === 'invalid' ? outcome.problems : [nobody(ref)] });
  }
  return { kind: 'marked', marked, refused };
}

/** Of whom no plan can be made any more, nothing can be noted either; the others are. */
async function noteOrMisfit(...given: Parameters<typeof noteStep>): ReturnType<typeof noteStep> {
  try {
    return await noteStep(...given);
  } catch (error) {
    if (error instanceof CaseDoesNotFit) return { kind: 'invalid', problems: error.faults };
    throw error;
  }
}

function nobody(ref: string): Fault {
  return { path: ['ref'], what: 'nobody with a plan', value: ref, allowed: 'a key of this roster' };
}
