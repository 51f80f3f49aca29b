// The answer to an id that no policy has.

import type { PolicyBook } from '../../../app/policy-book.ts';

export function unknownPolicyLine(command: string, id: string, { policies }: PolicyBook): string {
  const allowed = [...policies.keys()].toSorted().join(' | ');
  return `policies ${command}: unknown policy, "${id}", allowed: ${allowed}`;
}
