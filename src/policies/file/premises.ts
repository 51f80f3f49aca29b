// Of whom a condition is asked: where its route is open and the policy means the family.

import { type Condition, type ConditionFacts, parseCondition } from '../condition.ts';
import type { PlacedCondition } from './conditions-of.ts';

/** Where a condition is asked at all. */
export interface Premises {
  readonly given: readonly Condition[];
  readonly unless: readonly Condition[];
}

/** The premises of a condition; null where one of them is at fault itself. */
export function premisesOf({ given, unless }: PlacedCondition): Premises | null {
  try {
    return { given: given.map(parseCondition), unless: unless.map(parseCondition) };
  } catch {
    return null;
  }
}

export function isAsked({ given, unless }: Premises, facts: ConditionFacts): boolean {
  if (unless.some(({ holds }) => holds(facts))) return false;
  return given.length === 0 || given.some(({ holds }) => holds(facts));
}
