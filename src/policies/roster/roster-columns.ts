// The first row of a roster: which column holds which fact of the policy, and which tells what has happened.

import type { Fault, Result } from '../../domain/problem.ts';
import type { FactDefinition } from '../parts/fact.ts';
import type { Policy } from '../policy.ts';
import { plainCell, sameName } from './plain-cell.ts';

/** What is told of a step: the days it began and ended, and how it came out. */
export type ActualField = 'startedOn' | 'finishedOn' | 'outcome';

export type RosterColumn =
  | { readonly kind: 'ref' }
  | { readonly kind: 'fact'; readonly fact: FactDefinition }
  | { readonly kind: 'actual'; readonly activity: string; readonly field: ActualField }
  /** Nothing that the policy asks for: HR's own. */
  | { readonly kind: 'unused' };

/** A fault of a table; columns are counted from 1. */
export interface ColumnFault extends Fault {
  readonly column: number;
}

export interface RosterHeader {
  /** One for each cell of the first row. */
  readonly columns: readonly RosterColumn[];
  /** The names as they stand in the file. */
  readonly names: readonly string[];
}

/** How a roster may call HR's own key. */
const REF_NAMES = ['ref', '编号', '工号', '员工编号', '员工工号', 'employee id', 'employee no.'];

/** Behind a step's title, in either language; behind its id stands a dot and the field itself. */
const FIELD_ENDINGS: Readonly<Record<ActualField, readonly string[]>> = {
  startedOn: ['开始', '开始日', '开始日期', 'started on', 'started'],
  finishedOn: ['完成', '完成日', '完成日期', 'finished on', 'finished'],
  outcome: ['结果', 'outcome'],
};

/**
 * The columns of a roster, or every fault of its first row: no column with HR's key, two columns for one thing. A name
 * that is neither a fact's (its id or its question) nor a step's is HR's own and is not used.
 */
export function parseRosterHeader(
  policy: Policy,
  cells: readonly string[],
): Result<RosterHeader, ColumnFault> {
  const known = knownColumns(policy);
  const names = cells.map(plainCell);
  const columns = names.map((name): RosterColumn => known.get(sameName(name)) ?? { kind: 'unused' });
  const faults = [...missingRef(columns, names), ...columnsTwice(columns, names)];
  return faults.length > 0 ? { ok: false, problems: faults } : { ok: true, value: { columns, names } };
}

function knownColumns({ facts, activities }: Policy): Map<string, RosterColumn> {
  const known = new Map<string, RosterColumn>();
  const add = (names: readonly string[], column: RosterColumn) => {
    for (const name of names) {
      // Of two things with one name the first in the policy is meant; the other has its id.
      if (!known.has(sameName(name))) known.set(sameName(name), column);
    }
  };
  add(REF_NAMES, { kind: 'ref' });
  for (const fact of facts) add([fact.id], { kind: 'fact', fact });
  for (const fact of facts) add([fact.question.zh, fact.question.en], { kind: 'fact', fact });
  for (const { id, title } of activities.values()) {
    for (const [field, endings] of Object.entries(FIELD_ENDINGS) as [ActualField, readonly string[]][]) {
      const titled = endings.flatMap((ending) => [`${title.zh}${ending}`, `${title.en}${ending}`]);
      add([`${id}.${field}`, ...titled], { kind: 'actual', activity: id, field });
    }
  }
  return known;
}

function missingRef(columns: readonly RosterColumn[], names: readonly string[]): ColumnFault[] {
  if (columns.some(({ kind }) => kind === 'ref')) return [];
  const allowed = `one column with HR's own key of each person: ${REF_NAMES.join(' | ')}`;
  return [{ path: [], column: 1, what: 'no column with a key', value: names.join(', '), allowed }];
}

function columnsTwice(columns: readonly RosterColumn[], names: readonly string[]): ColumnFault[] {
  const seen = new Map<string, number>();
  return columns.flatMap((column, index): ColumnFault[] => {
    const key = columnKey(column);
    if (key === null) return [];
    const first = seen.get(key);
    seen.set(key, first ?? index);
    if (first === undefined) return [];
    const value = names[index];
    const allowed = `one column for ${key}; column ${first + 1} is one already`;
    return [{ path: [], column: index + 1, what: 'a second column for the same', value, allowed }];
  });
}

function columnKey(column: RosterColumn): string | null {
  switch (column.kind) {
    case 'ref':
      return 'ref';
    case 'fact':
      return column.fact.id;
    case 'actual':
      return `${column.activity}.${column.field}`;
    case 'unused':
      return null;
  }
}
