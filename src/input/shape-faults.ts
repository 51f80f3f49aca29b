// What zod finds wrong, as faults: what, the value given, the form that would be taken. zod (MIT) because one
// shape gives the check, the type and, later, the JSON Schema.

import type { core } from 'zod';
import type { Fault, Path } from '../domain/problem.ts';

/** Every issue of a failed parse of `root`, one fault each; a key that is not known is a fault of its own. */
export function faultsOfShape(issues: readonly core.$ZodIssue[], root: unknown): Fault[] {
  return issues.flatMap((issue) => faultsOfIssue(issue, root));
}

function faultsOfIssue(issue: core.$ZodIssue, root: unknown): Fault[] {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  const value = valueAt(root, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        what: 'unknown key',
        value: key,
        allowed: 'no other keys than those documented',
      }));
    case 'invalid_type': {
      // A shape of ours says in words what it takes; zod's own message names a type of JavaScript.
      const allowed = issue.message.startsWith('Invalid') ? issue.expected : issue.message;
      return value === undefined
        ? [{ path, what: 'missing', allowed }]
        : [{ path, what: 'wrong type', value, allowed }];
    }
    case 'invalid_value':
      return [
        {
          path,
          what: value === undefined ? 'missing' : 'not an allowed value',
          value,
          allowed: issue.values.map(String).join(' | '),
        },
      ];
    case 'invalid_union': {
      // The branch that the value was meant for: the one whose outer type it has.
      const branch =
        issue.errors.find((errors) => errors.some(({ path: inner }) => inner.length > 0)) ??
        issue.errors.find((errors) => errors.every(({ code }) => code !== 'invalid_type'));
      if (branch === undefined)
        return [{ path, what: 'not an allowed value', value, allowed: unionForms(issue) }];
      return branch.flatMap((inner) =>
        faultsOfIssue({ ...inner, path: [...issue.path, ...inner.path] }, root),
      );
    }
    default:
      return [{ path, what: 'not an allowed value', value, allowed: issue.message }];
  }
}

function unionForms({ errors }: core.$ZodIssueInvalidUnion): string {
  const forms = errors.flat().map((issue) => {
    if (issue.code === 'invalid_type') return issue.expected;
    if (issue.code === 'invalid_value') return issue.values.map(String).join(' | ');
    return issue.message;
  });
  return [...new Set(forms)].join(' or ');
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}
