// What a form says of a step: what happened, on which day, how it ended.

import type { Day } from '../../../domain/day.ts';
import type { Fault, Result } from '../../../domain/problem.ts';
import type { StepNote } from '../../../domain/step-note.ts';
import type { TypedStep } from '../../../emitters/pages/marks-view.ts';
import { writtenDay } from './answers.ts';
import { type FormValues, formText } from './case-form.ts';

export interface StepForm {
  readonly note: StepNote;
  readonly isEarlierDone: boolean;
}

const KINDS = ['done', 'started', 'refused', 'failed', 'taken-back'] as const;

/** The day field stands for itself: the choice above it says that another day is meant. */
const OTHER_DAY = 'other';

/** What was typed, to be shown again when it cannot be carried out. */
export function typedStep(activity: string, values: FormValues): TypedStep {
  return {
    activity,
    kind: formText(values, 'kind'),
    when: formText(values, 'when'),
    day: formText(values, 'day'),
    startedOn: formText(values, 'startedOn'),
    outcome: formText(values, 'outcome'),
    reason: formText(values, 'reason'),
    isEarlierDone: formText(values, 'earlier') !== '',
  };
}

/**
 * The note that a form means, or every fault of it. A form that names no day means today.
 *
 * @param today in the policy's zone.
 */
export function stepFormOf(typed: TypedStep, today: Day): Result<StepForm> {
  const kind = KINDS.find((known) => known === typed.kind);
  if (kind === 'taken-back') return { ok: true, value: { note: { kind }, isEarlierDone: false } };
  const faults: Fault[] = [];
  const refuse = (field: string, value: string, allowed: string) => {
    faults.push({ path: ['actuals', typed.activity, field], what: 'not an allowed value', value, allowed });
  };
  if (kind === undefined) refuse('kind', typed.kind, KINDS.join(' | '));
  const onText = typed.when === OTHER_DAY ? typed.day : typed.when;
  const on = onText === '' && typed.when !== OTHER_DAY ? today : writtenDay(onText);
  if (on === null) refuse('day', onText, 'a day, YYYY-MM-DD');
  const startedOn = typed.startedOn.trim() === '' ? null : writtenDay(typed.startedOn);
  if (startedOn === null && typed.startedOn.trim() !== '') {
    refuse('startedOn', typed.startedOn, 'a day, YYYY-MM-DD');
  }
  if (kind === undefined || on === null || faults.length > 0) return { ok: false, problems: faults };
  return {
    ok: true,
    value: { note: noteOf(kind, on, startedOn, typed), isEarlierDone: typed.isEarlierDone },
  };
}

function noteOf(
  kind: Exclude<(typeof KINDS)[number], 'taken-back'>,
  on: Day,
  startedOn: Day | null,
  typed: TypedStep,
): StepNote {
  if (kind === 'started') return { kind, on };
  if (kind === 'done') return { kind, on, startedOn, outcome: typed.outcome || null };
  return { kind, on, reason: typed.reason.trim() || null };
}
