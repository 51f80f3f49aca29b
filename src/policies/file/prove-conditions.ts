// A condition is proved by trying it: on every combination of answers that could make a difference to it, it must
// give a yes or a no. The CEL library does not offer its type checker, and a checker would not find the answer that
// may be missing.

import { type Day, formatDay } from '../../domain/day.ts';
import type { Fault } from '../../domain/problem.ts';
import { type ConditionFacts, ConditionFailed, ConditionSyntaxError, parseCondition } from '../condition.ts';
import type { FactDefinition } from '../parts/fact.ts';
import { answersTo, boundariesIn, combinationAt } from './answers-to-try.ts';
import { comparisonFaults } from './comparisons-in.ts';
import { factsIn, type PlacedCondition } from './conditions-of.ts';
import { isAsked, type Premises, premisesOf } from './premises.ts';

/** More combinations than these would hold up the start; nobody could read such a condition either. */
const MOST_COMBINATIONS = 20_000;

/**
 * The faults of conditions: no CEL, on facts that are not asked, no yes or no for some answers; and of those that
 * decide about a route, that it can never be chosen.
 */
export function proveConditions(
  facts: readonly FactDefinition[],
  policyYear: number,
  conditions: Iterable<PlacedCondition>,
): Fault[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const proofs = new Map<string, Proof>();
  return [...conditions].flatMap((placed): Fault[] => {
    const { path, expression, given, unless } = placed;
    const key = JSON.stringify([expression, given, unless]);
    const proof = proofs.get(key) ?? prove(placed, byId, policyYear);
    proofs.set(key, proof);
    if (proof.faults.length > 0) return proof.faults.map((fault) => ({ ...fault, path }));
    const isOfRoute = path.length === 3 && path[0] === 'routes';
    if (!isOfRoute || proof.canHold) return [];
    return [
      {
        path,
        what: 'a route that can never be chosen',
        value: expression,
        allowed: 'a condition that some answers meet',
      },
    ];
  });
}

interface Proof {
  readonly faults: readonly Omit<Fault, 'path'>[];
  readonly canHold: boolean;
}

function prove(
  placed: PlacedCondition,
  byId: ReadonlyMap<string, FactDefinition>,
  policyYear: number,
): Proof {
  const { expression } = placed;
  const refused = (what: string, allowed: string, value = expression): Proof => ({
    faults: [{ what, value, allowed }],
    canHold: true,
  });
  try {
    parseCondition(expression);
  } catch (error) {
    if (!(error instanceof ConditionSyntaxError)) throw error;
    return refused(`not a condition: ${error.message}`, 'a CEL expression');
  }
  const unasked = factsIn(expression).filter((id) => !byId.has(id));
  if (unasked.length > 0) {
    const allowed = [...byId.keys()].join(' | ');
    return {
      faults: unasked.map((value) => ({ what: 'a condition on an unknown fact', value, allowed })),
      canHold: true,
    };
  }
  const mismatches = comparisonFaults(expression, byId);
  if (mismatches.length > 0) return { faults: mismatches, canHold: true };
  return tryAll(placed, byId, policyYear, refused);
}

function tryAll(
  placed: PlacedCondition,
  byId: ReadonlyMap<string, FactDefinition>,
  policyYear: number,
  refused: (what: string, allowed: string) => Proof,
): Proof {
  const premises = premisesOf(placed);
  // A premise that is at fault is told at its own place.
  if (premises === null) return { faults: [], canHold: true };
  // What gives a yes or a no to everybody does so to those of whom it is asked; that takes far fewer answers.
  const bare = { ...placed, given: [], unless: [] };
  const forEverybody = tryOnce(bare, { given: [], unless: [] }, byId, policyYear, refused);
  if (forEverybody.faults.length === 0) return forEverybody;
  return tryOnce(placed, premises, byId, policyYear, refused);
}

function tryOnce(
  placed: PlacedCondition,
  premises: Premises,
  byId: ReadonlyMap<string, FactDefinition>,
  policyYear: number,
  refused: (what: string, allowed: string) => Proof,
): Proof {
  const all = [placed.expression, ...placed.given, ...placed.unless].join(' && ');
  const involved = involvedFacts(all, byId);
  const key = proofKey(placed, involved, /"\d{4}-\d{2}/.test(all) ? policyYear : null);
  const known = PROVED.get(key);
  if (known !== undefined) return known;
  const proof = tryCombinations(placed, premises, involved, all, policyYear, refused);
  PROVED.set(key, proof);
  return proof;
}

/**
 * Proofs that were made: the years of a place share most of their conditions. Without a day written into it a
 * condition turns at the same answers in every year.
 */
const PROVED = new Map<string, Proof>();

function proofKey(
  { expression, given, unless }: PlacedCondition,
  involved: readonly FactDefinition[],
  policyYear: number | null,
): string {
  const facts = involved.map(({ id, type, choices, fallback, isRequired, askWhen }) => [
    id,
    type,
    [...choices.keys()],
    fallback,
    isRequired,
    askWhen?.expression,
  ]);
  return JSON.stringify([expression, given, unless, facts, policyYear]);
}

function tryCombinations(
  placed: PlacedCondition,
  premises: Premises,
  involved: readonly FactDefinition[],
  all: string,
  policyYear: number,
  refused: (what: string, allowed: string) => Proof,
): Proof {
  const condition = parseCondition(placed.expression);
  const boundaries = boundariesIn(all, policyYear);
  const answers = involved.map((fact) => answersTo(fact, boundaries));
  const combinations = answers.reduce((product, list) => product * list.length, 1);
  if (combinations > MOST_COMBINATIONS)
    return refused(
      `a condition with ${combinations} combinations of answers`,
      `at most ${MOST_COMBINATIONS}`,
    );
  let canHold = false;
  for (let index = 0; index < combinations; index++) {
    const given = combinationAt(index, involved, answers, policyYear);
    if (given === null) continue;
    try {
      if (!isAsked(premises, given)) continue;
    } catch {
      continue;
    }
    try {
      if (condition.holds(given)) canHold = true;
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      return refused(
        'a condition that gives no yes or no',
        `one for all answers; not for ${told(given)}: ${error.message}`,
      );
    }
  }
  return { faults: [], canHold };
}

/** The facts that it speaks of, and those that decide whether these are asked. */
function involvedFacts(expression: string, byId: ReadonlyMap<string, FactDefinition>): FactDefinition[] {
  const ids = new Set(factsIn(expression));
  for (const id of ids) {
    const { askWhen, isRequired } = byId.get(id) ?? {};
    if (isRequired === true && askWhen) for (const other of factsIn(askWhen.expression)) ids.add(other);
  }
  return [...ids].flatMap((id) => byId.get(id) ?? []);
}

function told({ facts, dayFacts }: ConditionFacts): string {
  const values = [...facts].map(
    ([id, value]) => `${id}: ${dayFacts.has(id) ? formatDay(value as Day) : String(value)}`,
  );
  return `{ ${values.join(', ')} }`;
}
