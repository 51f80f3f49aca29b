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
    return {
      ok: false,
      problems: [{ path: [], place: placeOfMessage(message, text), what: `not JSON: ${message}` }],
    };
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

/** V8 ends its message with `(line 2 column 5)`; without that the fault is at the end of the text. */
function placeOfMessage(message: string, text: string): Place {
  const match = /line (\d+) column (\d+)/.exec(message);
  if (match !== null) return { line: Number(match[1]), column: Number(match[2]) };
  const lines = text.trimEnd().split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
