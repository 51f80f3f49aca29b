// The readings of a policy file: each tells one thing differently, so that any of them can be combined.

import type { Fault, Path } from '../../domain/problem.ts';
import { type FileValue, isFileValue } from './merge.ts';
import type { PolicyFile } from './policy-shape.ts';

/** The values that the readings of two different questions both change: together they would have no meaning. */
export function clashesOfReadings({ readings }: PolicyFile): Fault[] {
  const changedBy = new Map<string, string>();
  return Object.entries(readings).flatMap(([question, { others }]) =>
    Object.entries(others).flatMap(([id, { changes }]): Fault[] =>
      [...leavesOf(changes as FileValue, [])].flatMap((path): Fault[] => {
        const leaf = path.join('/');
        const other = changedBy.get(leaf) ?? question;
        changedBy.set(leaf, other);
        if (other === question) return [];
        return [
          {
            path: ['readings', question, 'others', id, 'changes', ...path],
            what: 'a value that the readings of two questions change',
            value: `${other}, ${question}`,
            allowed: 'readings of one question, or of different values',
          },
        ];
      }),
    ),
  );
}

/** What is replaced as a whole: everything but mappings. */
function* leavesOf(value: FileValue, path: Path): Generator<Path> {
  for (const [key, inner] of Object.entries(value)) {
    if (isFileValue(inner)) yield* leavesOf(inner, [...path, key]);
    else yield [...path, key];
  }
}
