// A case as an address carries it: the policy, the answers so far, the day to look from, the language; and the
// addresses of what can be asked next.

import type { Day } from '../../../domain/day.ts';
import type { CarriedValue } from '../../../emitters/pages/given-answer.ts';
import type { FactDefinition } from '../../../policies/parts/fact.ts';
import type { Policy } from '../../../policies/policy.ts';
import type { Answers } from '../forms/answers.ts';
import { FORM_NAMES } from '../forms/case-form.ts';
import type { AnyRequest } from '../http-context.ts';
import { chosenLocale } from '../locale.ts';

export interface AskedCase {
  readonly policy: Policy;
  /** A question that is not in it has not been asked; an empty answer says that it is not known. */
  readonly answers: Answers;
  /** The day to look from as the address has it; empty: today. */
  readonly asOf: string;
  readonly today: Day;
}

/** Everything that a form has to carry so that nothing is lost; `without`: the fact that the form itself asks for. */
export function carriedCase(
  req: AnyRequest,
  { policy, answers, asOf }: Omit<AskedCase, 'today'>,
  without?: FactDefinition,
): CarriedValue[] {
  const language = chosenLocale(req);
  const given = policy.facts.flatMap(({ id }) => {
    const value = answers.get(id);
    return value === undefined || id === without?.id ? [] : [{ name: id, value }];
  });
  return [
    { name: FORM_NAMES.policy, value: policy.id },
    ...given,
    ...(asOf === '' ? [] : [{ name: FORM_NAMES.asOf, value: asOf }]),
    ...(language === null ? [] : [{ name: FORM_NAMES.language, value: language }]),
  ];
}

export function queryOf(carried: readonly CarriedValue[]): URLSearchParams {
  return new URLSearchParams(carried.map(({ name, value }): [string, string] => [name, value]));
}

/** The address of the case; with `ask` that of one question about it, answered before or not. */
export function addressOfCase(req: AnyRequest, asked: Omit<AskedCase, 'today'>, ask?: string): string {
  const query = queryOf(carriedCase(req, asked));
  if (ask !== undefined) query.set(FORM_NAMES.ask, ask);
  return `/?${query}`;
}
