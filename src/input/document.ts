// Reads YAML and JSON text into a value that remembers where each part stood, so that a fault can be told
// with its line and column. `yaml` (ISC, kept by eemeli): the one parser that gives positions, refuses
// duplicate keys and reads JSON too; as YAML 1.2 it leaves 2026-12-31 a text.

import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { Fault, Path, Result } from '../domain/problem.ts';
import { type DuplicateKey, duplicateKeysIn } from './duplicate-keys.ts';

export interface Place {
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
}

export interface Document {
  readonly value: unknown;
  /** Where the part at `path` stands; where there is none, its nearest ancestor. */
  placeOf(path: Path): Place;
}

/** A fault that stands at a place of its own because the text could not be read as a whole. */
export interface SyntaxFault extends Fault {
  readonly place: Place;
}

/** The document in `text`, or the places at which it is not YAML (or JSON), a hundred at most. */
export function parseDocumentText(text: string): Result<Document, SyntaxFault> {
  const lines = new LineCounter();
  const parsed = withinBounds(() =>
    parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false }),
  );
  if (parsed === 'too-much') return { ok: false, problems: [TOO_DEEP] };
  const duplicates = withinBounds(() => duplicateKeysIn(parsed));
  if (duplicates === 'too-much') return { ok: false, problems: [TOO_DEEP] };
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const faults = [...parsed.errors, ...duplicates].toSorted((a, b) => offsetOf(a) - offsetOf(b));
  if (faults.length > 0) {
    const problems = faults.slice(0, MOST_TOLD).map((fault) => ({
      path: [],
      place: placeAt(offsetOf(fault)),
      ...('message' in fault
        ? { what: `cannot be read: ${firstLine(fault.message)}` }
        : { what: 'duplicate key', value: wordAt(text, fault.offset), allowed: 'each key once' }),
    }));
    return { ok: false, problems };
  }
  const placeOf = (path: Path): Place => {
    let node: unknown = parsed.contents;
    let offset = 0;
    for (const key of path) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
        if (pair === undefined || !isScalar(pair.key)) break;
        offset = pair.key.range?.[0] ?? offset;
        node = pair.value;
      } else if (isSeq(node) && typeof key === 'number') {
        node = node.items[key];
        offset = rangeStart(node) ?? offset;
      } else break;
    }
    return placeAt(offset);
  };
  const value: unknown = withinBounds(() => parsed.toJS({ maxAliasCount: MOST_ALIASES }));
  return value === 'too-much' && parsed.contents !== null && !isScalar(parsed.contents)
    ? { ok: false, problems: [TOO_MANY_ALIASES] }
    : { ok: true, value: { value, placeOf } };
}

/** Faults; behind so many there is no file of ours, and each of them becomes a line in the log. */
const MOST_TOLD = 100;

/** What a few lines of aliases to aliases come to, counted by `yaml`: a policy of ours uses none. */
const MOST_ALIASES = 100;

const AT_ITS_BEGINNING: Place = { line: 1, column: 1 };
const TOO_DEEP: SyntaxFault = {
  path: [],
  place: AT_ITS_BEGINNING,
  what: 'cannot be read: nested too deeply',
  allowed: 'some hundred levels',
};
const TOO_MANY_ALIASES: SyntaxFault = {
  path: [],
  place: AT_ITS_BEGINNING,
  what: 'cannot be read: aliases of aliases come to too much',
  allowed: `what ${MOST_ALIASES} aliases stand for`,
};

/** `yaml` throws a RangeError when it runs out of stack, and a ReferenceError at the hundredth alias. */
function withinBounds<T>(read: () => T): T | 'too-much' {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError || error instanceof ReferenceError) return 'too-much';
    throw error;
  }
}

function offsetOf(fault: YAMLError | DuplicateKey): number {
  return 'message' in fault ? fault.pos[0] : fault.offset;
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message;
}

function wordAt(text: string, offset: number): string {
  return /^["']?([^"':\s,}]*)/.exec(text.slice(offset))?.[1] ?? '';
}

function rangeStart(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined;
}
