// Many policy files → policies: each laid over the one it is based on, and announcements over what was projected.
// A file at fault is left out with its faults; what does not depend on it goes on working.

import type { Fault, Result } from '../../domain/problem.ts';
import type { Document } from '../../input/document.ts';
import type { Policy } from '../policy.ts';
import { type FileValue, isFileValue, mergeFile, type Origin } from './merge.ts';
import { parsePolicyFile } from './policy-file.ts';

export interface PolicyDocument {
  readonly file: string;
  readonly document: Document;
}

/** A file that was left out, and every reason. */
export interface RefusedFile extends PolicyDocument {
  readonly faults: readonly Fault[];
}

export interface TextOfPolicy {
  /** The file with all that it is based on, and the announcements. */
  readonly value: FileValue;
  /** The files of the announcements laid over it. */
  readonly announcements: readonly string[];
}

export interface AssembledPolicies {
  readonly policies: ReadonlyMap<string, Policy>;
  /** By policy id: what its files say together. */
  readonly texts: ReadonlyMap<string, TextOfPolicy>;
  readonly refused: readonly RefusedFile[];
}

/**
 * @param documents in the order in which they were found; of two with the same id the later one wins, if it is
 *   not at fault.
 * @param calendars the ids of the working calendars that there are.
 */
export function assembleFiles(
  documents: readonly PolicyDocument[],
  calendars: ReadonlySet<string>,
): AssembledPolicies {
  const assembly: Assembly = {
    ...sortedOut(documents),
    calendars,
    found: new Map(),
    refused: [],
  };
  refuseLostAnnouncements(assembly);
  for (const id of assembly.candidates.keys()) findPolicy(assembly, id);
  const found = [...assembly.candidates.keys()].flatMap((id) => {
    const one = assembly.found.get(id);
    return one ? [[id, one] as const] : [];
  });
  return {
    policies: new Map(found.map(([id, { policy }]) => [id, policy])),
    texts: new Map(found.map(([id, { value, announcements }]) => [id, { value, announcements }])),
    refused: assembly.refused,
  };
}

/** A file that names no policy is told of under a name that no file can have. */
const NO_ID = '';

/** The ids that a file can be based on, or announce something of. */
function namesOf({ candidates }: Pick<Assembly, 'candidates'>, except: unknown = NO_ID): string {
  const names = [...candidates.keys()].filter((id) => id !== NO_ID && id !== except);
  return names.toSorted().join(' | ');
}

interface Found extends TextOfPolicy {
  readonly policy: Policy;
}

/** Under way: `found` and `refused` fill up while one policy asks for the next. */
interface Assembly {
  readonly calendars: ReadonlySet<string>;
  readonly candidates: ReadonlyMap<string, readonly PolicyDocument[]>;
  readonly announcements: ReadonlyMap<string, readonly PolicyDocument[]>;
  readonly found: Map<string, Found | null>;
  readonly refused: RefusedFile[];
}

function sortedOut(documents: readonly PolicyDocument[]): Pick<Assembly, 'candidates' | 'announcements'> {
  const isAnnouncement = (one: PolicyDocument) => Object.hasOwn(contentOf(one), 'announces');
  const under = (key: string, list: readonly PolicyDocument[]) =>
    Map.groupBy(list, (one) => String(contentOf(one)[key] ?? NO_ID));
  return {
    candidates: under(
      'policy',
      documents.filter((one) => !isAnnouncement(one)),
    ),
    announcements: under('announces', documents.filter(isAnnouncement)),
  };
}

function refuseLostAnnouncements({ candidates, announcements, refused }: Assembly): void {
  const allowed = namesOf({ candidates });
  for (const [value, list] of announcements) {
    if (candidates.has(value)) continue;
    const faults = [{ path: ['announces'], what: 'unknown policy', value, allowed }];
    refused.push(...list.map((one) => ({ ...one, faults })));
  }
}

/** The policy of that id, or null: there is none, all its files are at fault, or it is based on itself. */
function findPolicy(assembly: Assembly, id: string): Found | null {
  const known = assembly.found.get(id);
  if (known !== undefined) return known;
  // Whoever asks for it again before it is found goes round in a circle.
  assembly.found.set(id, null);
  for (const candidate of (assembly.candidates.get(id) ?? []).toReversed()) {
    const found = withBase(assembly, candidate);
    if (found === null) continue;
    const announced = withAnnouncements(assembly, id, found);
    assembly.found.set(id, announced);
    return announced;
  }
  return null;
}

function withBase(assembly: Assembly, candidate: PolicyDocument): Found | null {
  const own = contentOf(candidate);
  const { basedOn, policy: id } = own;
  if (basedOn === undefined) return parse(assembly, candidate, own, { inherited: null, isAnnounced: false });
  const base = typeof basedOn === 'string' ? findPolicy(assembly, basedOn) : null;
  if (base !== null) {
    const merged = mergeFile(base.value, own);
    return parse(assembly, candidate, merged, { inherited: base.value, isAnnounced: false });
  }
  const what = assembly.candidates.has(String(basedOn))
    ? 'based on a policy that is left out, or on itself'
    : 'based on an unknown policy';
  const faults = [{ path: ['basedOn'], what, value: basedOn, allowed: namesOf(assembly, id) }];
  assembly.refused.push({ ...candidate, faults });
  return null;
}

function withAnnouncements(assembly: Assembly, id: string, found: Found): Found {
  let announced = found;
  for (const one of assembly.announcements.get(id) ?? []) {
    const { announces: _, ...differences } = contentOf(one);
    const identity = ['policy', 'basedOn'].filter((key) => Object.hasOwn(differences, key));
    if (identity.length > 0) {
      const faults = identity.map((key) => ({
        path: [key],
        what: 'what an announcement does not change',
        value: differences[key],
        allowed: 'announces alone',
      }));
      assembly.refused.push({ ...one, faults });
      continue;
    }
    const merged = mergeFile(announced.value, differences);
    const next = parse(assembly, one, merged, { inherited: announced.value, isAnnounced: true });
    if (next !== null) announced = { ...next, announcements: [...announced.announcements, one.file] };
  }
  return announced;
}

function parse(assembly: Assembly, one: PolicyDocument, value: FileValue, origin: Origin): Found | null {
  const parsed = withCalendar(parsePolicyFile(value, origin), assembly.calendars);
  if (parsed.ok) return { value, policy: parsed.value, announcements: [] };
  assembly.refused.push({ ...one, faults: parsed.problems satisfies readonly Fault[] });
  return null;
}

function contentOf({ document }: PolicyDocument): FileValue {
  return isFileValue(document.value) ? document.value : {};
}

function withCalendar(parsed: Result<Policy>, calendars: ReadonlySet<string>): Result<Policy> {
  if (!parsed.ok || calendars.has(parsed.value.calendar)) return parsed;
  const { calendar: value } = parsed.value;
  const allowed = [...calendars].join(' | ');
  return { ok: false, problems: [{ path: ['calendar'], what: 'unknown calendar', value, allowed }] };
}
