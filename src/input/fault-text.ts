// A fault as the line that the commands print: FILE:LINE:COLUMN: JSONPATH: what, the value, the allowed form.

import type { Fault, Path } from '../domain/problem.ts';
import type { Place } from './document.ts';

export function faultLine(file: string, place: Place, fault: Fault): string {
  return `${file}:${place.line}:${place.column}: ${jsonPath(fault.path)}: ${faultSentence(fault)}`;
}

/** The fault without its place: what, the value, the allowed form. */
export function faultSentence({ what, value, allowed }: Fault): string {
  return [what, value === undefined ? [] : shown(value), allowed === undefined ? [] : `allowed: ${allowed}`]
    .flat()
    .join(', ');
}

/** A path as JSONPath (RFC 9535): `$.activities[2].after[0]`. */
export function jsonPath(path: Path): string {
  const steps = path.map((key) => {
    if (typeof key === 'number') return `[${key}]`;
    return /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
  });
  return `$${steps.join('')}`;
}

const LONGEST_VALUE = 80;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
