// Which names of sources, facts, cutoffs and activities a policy file uses, and where.

import type { Path } from '../../domain/problem.ts';
import { expressionsIn, factsIn } from './conditions-of.ts';
import type { PolicyFile } from './policy-shape.ts';

export type NameKind = 'source' | 'fact' | 'cutoff' | 'activity';

export const SECTION: Readonly<Record<NameKind, 'sources' | 'facts' | 'cutoffs' | 'activities'>> = {
  source: 'sources',
  fact: 'facts',
  cutoff: 'cutoffs',
  activity: 'activities',
};

/** These keys hold a name of another section wherever they stand. */
const KIND_OF_KEY: Readonly<Record<string, NameKind>> = {
  source: 'source',
  fact: 'fact',
  cutoff: 'cutoff',
  activity: 'activity',
  binds: 'activity',
  replaces: 'cutoff',
  renews: 'fact',
};

export interface NameUse {
  readonly kind: NameKind;
  readonly name: string;
  readonly path: Path;
}

function* usesIn(value: unknown, path: Path): Generator<NameUse> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    const kind = Object.hasOwn(KIND_OF_KEY, key) ? KIND_OF_KEY[key] : undefined;
    if (kind !== undefined && typeof inner === 'string') yield { kind, name: inner, path: here };
    else yield* usesIn(inner, here);
  }
}

/** Several rules ask for the uses of one file, and finding them is most of their work. */
const USES = new WeakMap<PolicyFile, readonly NameUse[]>();

/** Every use of a name outside of the sources themselves; facts in conditions are not among them. */
export function usesOf(file: PolicyFile): readonly NameUse[] {
  const known = USES.get(file);
  if (known !== undefined) return known;
  const { sources: _, ...rest } = file;
  const uses = [...usesIn(rest, [])];
  USES.set(file, uses);
  return uses;
}

/** The names that something uses, a condition too, as `kind:name`. */
export function usedNames(file: PolicyFile): ReadonlySet<string> {
  return new Set([
    ...usesOf(file).map(({ kind, name }) => `${kind}:${name}`),
    ...[...expressionsIn(file)]
      .flatMap(({ expression }) => factsIn(expression))
      .map((name) => `fact:${name}`),
  ]);
}
