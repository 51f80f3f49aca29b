// Where the conditions of a policy file stand, and of whom each is asked: that of a step only of those to whom its
// route is open.

import type { Path } from '../../domain/problem.ts';
import type { PolicyFile } from './policy-shape.ts';

export interface PlacedCondition {
  readonly path: Path;
  readonly expression: string;
  /** It is only asked where one of these holds; empty: of everybody. */
  readonly given: readonly string[];
  /** It is not asked where one of these holds. */
  readonly unless: readonly string[];
}

const CONDITION_KEYS = ['when', 'askWhen', 'askEarlyWhen', 'expectWhen'];

/** Every condition of the file; its readings are looked at with their changes applied. */
export function conditionsOf({ readings: _, ...file }: PolicyFile): PlacedCondition[] {
  const unless = Object.values(file.eligibility).map(({ when }) => when);
  return [...expressionsIn(file)].map(({ path, expression }) => {
    const given = givenFor(file, path);
    return {
      path,
      expression,
      given,
      unless: path[0] === 'routes' || path[0] === 'activities' ? unless : [],
    };
  });
}

function givenFor({ routes }: Pick<PolicyFile, 'routes'>, path: Path): string[] {
  const [section, id = ''] = path;
  if (section === 'routes') {
    const when = routes[id]?.when;
    return when === undefined || (path.length === 3 && path[2] === 'when') ? [] : [when];
  }
  if (section !== 'activities') return [];
  return Object.values(routes)
    .filter(({ steps, followUp }) => [...steps, ...followUp].some(({ activity }) => activity === id))
    .map(({ when }) => when);
}

interface PlacedExpression {
  readonly path: Path;
  readonly expression: string;
}

/** What stands under a key for conditions, at any depth. */
export function* expressionsIn(value: unknown, path: Path = []): Generator<PlacedExpression> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (CONDITION_KEYS.includes(key) && typeof inner === 'string') yield { path: here, expression: inner };
    else yield* expressionsIn(inner, here);
  }
}

/** The facts that an expression speaks of, by value or by age, each once. */
export function factsIn(expression: string): string[] {
  return [...new Set([...expression.matchAll(/\b(?:facts|ages)\.([A-Za-z_]\w*)/g)].map(([, id = '']) => id))];
}
