// The rows of a roster, one after the other: whose each is, what it says, and what its answer is.

import type { Result } from '../domain/problem.ts';
import type { RosterAnswer } from '../domain/roster/roster-answer.ts';
import type { CsvRecord } from '../input/csv-records.ts';
import type { Policy } from '../policies/policy.ts';
import { type ColumnFault, parseRosterHeader, type RosterHeader } from '../policies/roster/roster-columns.ts';
import { parseRosterRow, type RosterRow } from '../policies/roster/roster-row.ts';
import type { RosterPlanner } from './roster-planner.ts';

/** Whoever reads a roster hears of what is wrong with it as soon as it is found, so that none of it has to be kept. */
export interface RosterListener {
  readonly onFault: (line: number, fault: ColumnFault) => void;
  /** Hears of the columns that nothing is read from, counted from 1. */
  readonly onUnused: (
    line: number,
    columns: readonly { readonly column: number; readonly name: string }[],
  ) => void;
}

export type RosterReading =
  /** The first row: from here on rows follow. */
  | { readonly kind: 'header' }
  | {
      readonly kind: 'person';
      readonly line: number;
      readonly row: RosterRow;
      readonly answer: RosterAnswer;
    }
  /** Its faults have been told. */
  | { readonly kind: 'faulty' };

export interface RosterReader extends RosterListener {
  readonly policy: Policy;
  readonly planner: RosterPlanner;
  /**
   * What earlier files have said of somebody, by the key that `sameRef` gives: a row need not say it again. Left out: no
   * file came before.
   */
  readonly saidBefore?: (refKey: string) => Pick<RosterRow, 'facts' | 'actuals'> | undefined;
}

/**
 * The readings of a table; none where its first row is at fault or missing, which is told. Of two rows with one key the
 * second is at fault.
 */
export async function* readRoster(
  records: AsyncIterable<CsvRecord>,
  reader: RosterReader,
): AsyncGenerator<RosterReading> {
  const { policy, planner, onFault } = reader;
  const lineOfRef = new Map<string, number>();
  let header: RosterHeader | null = null;
  for await (const { line, cells } of records) {
    if (header === null) {
      header = readHeader(reader, line, cells);
      if (header === null) return;
      yield { kind: 'header' };
      continue;
    }
    const row = withEarlier(reader, parseRosterRow(policy, header, cells));
    const answer = row.ok ? planner.answerTo(row.value, header) : row;
    const faults = answer.ok ? [] : [...answer.problems];
    if (row.ok) {
      const ref = sameRef(row.value.ref);
      const first = lineOfRef.get(ref);
      if (first === undefined) lineOfRef.set(ref, line);
      else faults.push(refTwice(header, row.value.ref, first));
    }
    for (const fault of faults.toSorted((a, b) => a.column - b.column)) onFault(line, fault);
    if (row.ok && answer.ok && faults.length === 0)
      yield { kind: 'person', line, row: row.value, answer: answer.value };
    else yield { kind: 'faulty' };
  }
  if (header !== null) return;
  onFault(1, { path: [], column: 1, what: 'an empty table', allowed: 'a first row with the names' });
}

function readHeader(
  { policy, onFault, onUnused }: RosterReader,
  line: number,
  cells: readonly string[],
): RosterHeader | null {
  const header = parseRosterHeader(policy, cells);
  if (!header.ok) {
    for (const fault of header.problems) onFault(line, fault);
    return null;
  }
  const { columns, names } = header.value;
  onUnused(
    line,
    columns.flatMap(({ kind }, index) => {
      const name = names[index] ?? '';
      return kind === 'unused' && name !== '' ? [{ column: index + 1, name }] : [];
    }),
  );
  return header.value;
}

/** An empty cell says nothing, so what was said before holds. */
function withEarlier(
  { saidBefore }: RosterReader,
  row: Result<RosterRow, ColumnFault>,
): Result<RosterRow, ColumnFault> {
  const before = row.ok ? saidBefore?.(sameRef(row.value.ref)) : undefined;
  if (!row.ok || before === undefined) return row;
  const { ref, facts, actuals } = row.value;
  return {
    ok: true,
    value: { ref, facts: { ...before.facts, ...facts }, actuals: { ...before.actuals, ...actuals } },
  };
}

/** The key by which two refs are one person's: full-width digits do not make another one. */
export function sameRef(ref: string): string {
  return ref.normalize('NFKC');
}

function refTwice(header: RosterHeader, ref: string, first: number): ColumnFault {
  const column = header.columns.findIndex(({ kind }) => kind === 'ref') + 1;
  return {
    path: ['ref'],
    column,
    what: 'a key for the second time',
    value: ref,
    allowed: `each once; line ${first} has it`,
  };
}
