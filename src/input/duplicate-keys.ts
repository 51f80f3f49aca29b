// Keys that come twice in one map of a YAML document. `yaml` finds them itself, but compares each key with each: a file
// of a few hundred kilobytes would hold up the start for minutes.

import { type Document, isScalar, visit } from 'yaml';

export interface DuplicateKey {
  /** Of its first character in the text. */
  readonly offset: number;
}

/** Every key that its map has had already, as an object of JavaScript has it: 1 and "1" are the same key. */
export function duplicateKeysIn(document: Document): DuplicateKey[] {
  const found: DuplicateKey[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) found.push({ offset: key.range?.[0] ?? 0 });
        seen.add(name);
      }
    },
  });
  return found;
}
