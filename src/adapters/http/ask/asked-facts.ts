// Which questions of a policy are for this family, by what it has answered so far, and which of them come first.

import type { FactValue } from '../../../domain/case.ts';
import type { Day } from '../../../domain/day.ts';
import { type Condition, type ConditionFacts, ConditionFailed } from '../../../policies/condition.ts';
import type { FactDefinition } from '../../../policies/parts/fact.ts';
import type { Policy } from '../../../policies/policy.ts';
import { type Answers, knownValue } from '../forms/answers.ts';

export interface Answered {
  readonly policy: Policy;
  readonly answers: Answers;
  readonly today: Day;
}

/** The questions that the answers call for, in the order of the policy. */
export function askedFacts({ policy, answers, today }: Answered): FactDefinition[] {
  const given = givenBy({ policy, answers, today });
  return policy.facts.filter(({ askWhen }) => askWhen === null || mayHold(askWhen, given));
}

/** Those of them without which no first answer is worth much: required ones, and those that the policy puts early. */
export function earlyFacts(answered: Answered): FactDefinition[] {
  const given = givenBy(answered);
  return askedFacts(answered).filter(
    ({ isRequired, askEarlyWhen }) => isRequired || (askEarlyWhen !== null && mayHold(askEarlyWhen, given)),
  );
}

/** The facts that decide whether `fact` is asked. */
export function deciders(fact: FactDefinition, policy: Policy): FactDefinition[] {
  const expression = fact.askWhen?.expression ?? '';
  return policy.facts.filter(({ id }) => new RegExp(`\\bfacts\\.${id}\\b`).test(expression));
}

/** Holds unless it is known not to: an answer that is still missing may make it hold. */
function mayHold(condition: Condition, given: ConditionFacts): boolean {
  try {
    return condition.holds(given);
  } catch (error) {
    if (error instanceof ConditionFailed) return true;
    throw error;
  }
}

function givenBy({ policy, answers, today }: Answered): ConditionFacts {
  const known = policy.facts.flatMap((fact): [string, FactValue][] => {
    const value = knownValue(fact, answers.get(fact.id) ?? '') ?? fact.fallback;
    return value === null ? [] : [[fact.id, value]];
  });
  const dayFacts = new Set(policy.facts.filter(({ type }) => type === 'date').map(({ id }) => id));
  return { facts: new Map(known), dayFacts, asOf: today, policyYear: policy.policyYear };
}
