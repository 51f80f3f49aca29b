// What a form or an address says, as a case in the JSON of contracts.md §3, and the way back for its fields.

import type { Policy } from '../../../policies/policy.ts';
import type { StoredPlan } from '../../../ports/plan-store.ts';
import { type Answers, answerText, answerValue } from './answers.ts';

/** Named values as a query or a form body carries them. */
export type FormValues = Readonly<Record<string, unknown>>;

/** Names in forms and addresses that are no facts. */
export const FORM_NAMES = {
  policy: 'policy',
  asOf: 'asOf',
  language: 'lang',
  typeSize: 'type',
  ask: 'ask',
} as const;

/** The text of a named value: the first of several, and empty when it is not there. */
export function formText(values: FormValues, name: string): string {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : '';
}

/** The answers to a policy's questions; null when none of its fields was sent, not even an empty one. */
export function answersOf(policy: Policy, values: FormValues): Answers | null {
  const sent = policy.facts.filter(({ id }) => Object.hasOwn(values, id));
  return sent.length === 0 ? null : new Map(sent.map(({ id }) => [id, formText(values, id)]));
}

export interface AnsweredCase {
  readonly policy: string;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  readonly asOf?: string;
}

/** The case of some answers. Unanswered questions are left out, so that the plan can say what it assumed. */
export function caseOfAnswers(policy: Policy, answers: Answers, asOf: string): AnsweredCase {
  const facts = policy.facts.flatMap((fact) => {
    const value = answerValue(fact, answers.get(fact.id) ?? '');
    return value === undefined ? [] : [[fact.id, value] as const];
  });
  return { policy: policy.id, facts: Object.fromEntries(facts), ...(asOf === '' ? {} : { asOf }) };
}

/** The facts of a change: an answer that was emptied is null, which takes the fact back. */
export function factsOfChange(policy: Policy, answers: Answers): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    policy.facts
      .filter(({ id }) => answers.has(id))
      .map((fact) => [fact.id, answerValue(fact, answers.get(fact.id) ?? '') ?? null]),
  );
}

/** The answers that a stored plan was made from. */
export function answersOfStored({ caseJson }: StoredPlan): Answers {
  const stored: unknown = JSON.parse(caseJson);
  const facts = typeof stored === 'object' && stored !== null && 'facts' in stored ? stored.facts : {};
  return new Map(Object.entries(facts ?? {}).map(([id, value]) => [id, answerText(value)]));
}
