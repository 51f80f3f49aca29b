// A policy file → a policy: how much it holds, its shape, then the rules that hold between its parts, then the conditions, each reading in
// the same way, and only then the policy itself.

import type { Fault, Path, Result } from '../../domain/problem.ts';
import { faultsOfShape } from '../../input/shape-faults.ts';
import type { Policy } from '../policy.ts';
import { buildPolicy, factsOf } from './build-policy.ts';
import { conditionsOf, type PlacedCondition } from './conditions-of.ts';
import { type FileValue, mergeFile, type Origin } from './merge.ts';
import { checkPolicyFile, checkReading } from './policy-rules.ts';
import { PolicyFile } from './policy-shape.ts';
import { faultsOfSize } from './policy-size.ts';
import { proveConditions, type StepsTaken } from './prove-conditions.ts';
import { clashesOfReadings } from './readings-in-file.ts';

/**
 * The policy that a file tells, or every fault: unknown keys, wrong types, names that lead nowhere or that nothing
 * uses, conditions that are none, days that contradict each other; each at its path in the file.
 */
export function parsePolicyFile(value: FileValue, origin: Origin): Result<Policy> {
  const tooMuch = faultsOfSize(value);
  if (tooMuch.length > 0) return { ok: false, problems: tooMuch };
  const parsed = PolicyFile.safeParse(value);
  if (!parsed.success) return { ok: false, problems: faultsOfShape(parsed.error.issues, value) };
  const file = parsed.data;
  const taken: StepsTaken = { steps: 0 };
  const faults = [
    ...faultsBetweenParts(file, origin, taken).map((fault) => ({
      ...fault,
      path: pathInFile(value, fault.path),
    })),
    ...clashesOfReadings(file),
    ...readingFaults(file, value, taken),
  ];
  if (faults.length > 0) return { ok: false, problems: faults };
  return {
    ok: true,
    value: buildPolicy(file, (changes) => PolicyFile.parse(changes.reduce(mergeFile, value))),
  };
}

function faultsBetweenParts(file: PolicyFile, origin: Origin, taken: StepsTaken): Fault[] {
  return [...checkPolicyFile(file, origin), ...provedConditions(file, conditionsOf(file), taken)];
}

function provedConditions(
  file: PolicyFile,
  conditions: readonly PlacedCondition[],
  taken: StepsTaken,
): Fault[] {
  return proveConditions(factsOf(file), file.policyYear, conditions, taken);
}

/** What is wrong with the policy as one reading has it, where the reading's own changes make it so. */
function readingFaults(file: PolicyFile, value: FileValue, taken: StepsTaken): Fault[] {
  return Object.entries(file.readings).flatMap(([question, { others }]) =>
    Object.entries(others).flatMap(([id, { changes }]) => {
      const at: Path = ['readings', question, 'others', id, 'changes'];
      const changed = mergeFile(value, changes);
      return faultsOfReading({ changed, value, taken }, (path) => isIn(changes, path))
        .filter(({ path }) => isIn(changes, path))
        .map((fault) => ({ ...fault, path: [...at, ...fault.path] }));
    }),
  );
}

/** @param isChanged whether a reading changes what stands at a path: only such conditions are proved again. */
function faultsOfReading(
  { changed, value, taken }: { changed: FileValue; value: FileValue; taken: StepsTaken },
  isChanged: (path: Path) => boolean,
): Fault[] {
  const parsed = PolicyFile.safeParse(changed);
  if (!parsed.success) return faultsOfShape(parsed.error.issues, changed);
  const faults = [
    ...checkReading(parsed.data, { inherited: value, isAnnounced: true }),
    ...provedConditions(
      parsed.data,
      conditionsOf(parsed.data).filter(({ path }) => isChanged(path)),
      taken,
    ),
  ];
  return faults.map((fault) => ({ ...fault, path: pathInFile(changed, fault.path) }));
}

/** Whether the changes speak of the part at `path` or of something below or above it. */
function isIn(changes: unknown, path: Path): boolean {
  const [key, ...rest] = path;
  if (key === undefined || typeof changes !== 'object' || changes === null) return true;
  return Object.hasOwn(changes, key) && isIn((changes as Record<string | number, unknown>)[key], rest);
}

/**
 * A path of the parsed file as a path of the text: one rule that became a list of one has no index there, and
 * what a day rule counts from stands in the rule itself.
 */
function pathInFile(value: unknown, path: Path): Path {
  let node = value;
  return path.filter((key) => {
    const isThere = typeof key === 'number' ? Array.isArray(node) : Object.hasOwn(Object(node), key);
    if (isThere) node = Object(node)[key];
    return isThere || (typeof key === 'string' && key !== 'from');
  });
}
