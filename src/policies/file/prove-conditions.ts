// A condition is proved by trying it: on every combination of answers that could make a difference to it, it must
// give a yes or a no. The CEL library does not offer its type checker, and a checker would not find the answer that
// may be missing.

import { type Day, formatDay } from '../../domain/day.ts';
import type { Fault } from '../../domain/problem.ts';
import {
  type Condition,
  type ConditionFacts,
  ConditionFailed,
  ConditionSyntaxError,
  parseCondition,
} from '../condition.ts';
import type { FactDefinition } from '../parts/fact.ts';
import { answersTo, boundariesIn, combinationAt } from './answers-to-try.ts';
import { comparisonFaults } from './comparisons-in.ts';
import { factsIn, type PlacedCondition } from './conditions-of.ts';
import { isAsked, type Premises, premisesOf } from './premises.ts';

/** More combinations than these would hold up the start; nobody could read such a condition either. */
const MOST_COMBINATIONS = 20_000;

/** For all conditions of a file, its readings among them: some ten times what the largest that is shipped takes. */
export const MOST_STEPS = 10_000_000;

/** What the proofs of one file have taken: steps of evaluation, counted also where a proof is known already. */
export interface StepsTaken {
  steps: number;
}

/**
 * The faults of conditions: no CEL, on facts that are not asked, no yes or no for some answers, too much to prove; and
 * of those that decide about a route, that it can never be chosen. Where the steps run out, no more are proved.
 *
 * @param taken counted on, for what else stands in the same file
 */
export function proveConditions(
  facts: readonly FactDefinition[],
  policyYear: number,
  conditions: Iterable<PlacedCondition>,
  taken: StepsTaken = { steps: 0 },
): Fault[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const proofs = new Map<string, Proof>();
  return [...conditions].flatMap((placed): Fault[] => {
    const { path, expression, given, unless } = placed;
    if (taken.steps > MOST_STEPS) return [];
    const key = JSON.stringify([expression, given, unless]);
    const known = proofs.get(key);
    const proof = known ?? prove(placed, byId, policyYear);
    proofs.set(key, proof);
    if (known === undefined) taken.steps += proof.steps;
    if (taken.steps > MOST_STEPS) return [{ path, ...tooMuchToProve(taken.steps) }];
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

function tooMuchToProve(steps: number): Omit<Fault, 'path'> {
  return {
    what: `conditions that take ${steps} steps to prove up to here`,
    allowed: `${MOST_STEPS} at most in one file: shorter ones, or fewer facts in each`,
  };
}

interface Proof {
  readonly faults: readonly Omit<Fault, 'path'>[];
  readonly canHold: boolean;
  /** What finding it takes; see `StepsTaken`. */
  readonly steps: number;
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
    steps: 0,
  });
  try {
    parseCondition(expression);
  } catch (error) {
    if (!(error instanceof ConditionSyntaxError)) throw error;
    return { faults: [error.fault], canHold: true, steps: 0 };
  }
  const unasked = factsIn(expression).filter((id) => !byId.has(id));
  if (unasked.length > 0) {
    const allowed = [...byId.keys()].join(' | ');
    return {
      faults: unasked.map((value) => ({ what: 'a condition on an unknown fact', value, allowed })),
      canHold: true,
      steps: 0,
    };
  }
  const mismatches = comparisonFaults(expression, byId);
  if (mismatches.length > 0) return { faults: mismatches, canHold: true, steps: 0 };
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
  if (premises === null) return { faults: [], canHold: true, steps: 0 };
  // What gives a yes or a no to everybody does so to those of whom it is asked; that takes far fewer answers.
  const bare = { ...placed, given: [], unless: [] };
  const forEverybody = tryOnce(bare, { given: [], unless: [] }, byId, policyYear, refused);
  if (forEverybody.faults.length === 0) return forEverybody;
  const asked = tryOnce(placed, premises, byId, policyYear, refused);
  return { ...asked, steps: forEverybody.steps + asked.steps };
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
  const steps = combinations * stepsOfTrial(condition, premises, involved);
  if (steps > MOST_STEPS) return { faults: [tooMuchToProve(steps)], canHold: true, steps: 0 };
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
      const fault = refused(
        'a condition that gives no yes or no',
        `one for all answers; not for ${told(given)}: ${error.message}`,
      );
      return { ...fault, steps };
    }
  }
  return { faults: [], canHold, steps };
}

/** For one combination of answers: the condition, whether it is asked, and whether each answer can be missing. */
function stepsOfTrial(
  condition: Condition,
  { given, unless }: Premises,
  involved: readonly FactDefinition[],
): number {
  const asked = involved.flatMap(({ askWhen }) => askWhen ?? []);
  return [condition, ...given, ...unless, ...asked].reduce((sum, { steps }) => sum + steps, involved.length);
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
