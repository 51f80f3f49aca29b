// Reads JSON text. Fast where nothing is wrong; where a fault must be placed, the slower reader with positions
// is asked for the place only.

import type { Path, Result } from '../domain/problem.ts';
import { type Document, type Place, parseDocumentText, type SyntaxFault } from './document.ts';

/** The JSON value in `text`, or the place at which it is none. Of a duplicate key the last value counts. */
export function parseJsonText(text: string): Result<Document, SyntaxFault> {
  try {
    return { ok: true, value: { value: JSON.parse(text), placeOf: (path) => placeIn(text, path) } };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const what = `not JSON: ${message.replaceAll(/\s+/g, ' ')}`;
    return { ok: false, problems: [{ path: [], place: placeAt(text, firstFault(text)), what }] };
  }
}

/** The same, but a duplicate key is a fault. */
export function parseStrictJsonText(text: string): Result<Document, SyntaxFault> {
  const json = parseJsonText(text);
  if (!json.ok) return json;
  const document = parseDocumentText(text);
  // What is JSON is YAML too, but for a few corners that a network never has; only duplicates are of interest.
  const duplicates = document.ok ? [] : document.problems.filter(({ what }) => what === 'duplicate key');
  return duplicates.length > 0 ? { ok: false, problems: duplicates } : json;
}

function placeIn(text: string, path: Path): Place {
  const document = parseDocumentText(text);
  return document.ok ? document.value.placeOf(path) : { line: 1, column: 1 };
}

/** Whether JSON could begin with `text`, and does not end with it. */
export function isBeginningOfJson(text: string): boolean {
  return faultOfPrefix(text, text.length) === 'too-short';
}

/**
 * The index of the first character that no JSON text can have there; the length of the text when only its end is
 * missing. The platform's messages do not always say where, but whether a beginning is one of JSON they do: the
 * longest such beginning is found by halving.
 */
function firstFault(text: string): number {
  let [good, bad] = [0, text.length + 1];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (faultOfPrefix(text, middle) === 'wrong') bad = middle;
    else good = middle;
  }
  return good;
}

function faultOfPrefix(text: string, length: number): 'none' | 'too-short' | 'wrong' {
  try {
    JSON.parse(text.slice(0, length));
    return 'none';
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (/end of JSON|Unterminated/.test(message)) return 'too-short';
    const position = /at position (\d+)/.exec(message)?.[1];
    return position !== undefined && Number(position) >= length ? 'too-short' : 'wrong';
  }
}

function placeAt(text: string, index: number): Place {
  const lines = text.slice(0, index).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
