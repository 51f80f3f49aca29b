// The file that HR uploads → its people, and everything that is wrong with it.

import type { Result } from '../../domain/problem.ts';
import { CsvBroken, type CsvRecord, readCsv } from '../../input/csv-records.ts';
import { decodeSpreadsheet, NotText } from '../../input/spreadsheet-text.ts';
import type { Policy } from '../../policies/policy.ts';
import type { ColumnFault } from '../../policies/roster/roster-columns.ts';
import type { RosterRow } from '../../policies/roster/roster-row.ts';
import { type RosterReader, readRoster, sameRef } from '../read-roster.ts';
import type { RosterPlanner } from '../roster-planner.ts';

/** A roster that is stored is planned anew whenever somebody looks at it. */
const MOST_PEOPLE = 2_000;

/** A fault of the file; lines as an editor counts them, columns those of the table, both from 1. */
export interface UploadFault extends ColumnFault {
  readonly line: number;
}

export interface UploadedPerson {
  readonly refKey: string;
  readonly line: number;
  readonly row: RosterRow;
}

export interface Upload {
  readonly people: readonly UploadedPerson[];
  /** Of rows that were left out, and of whatever could not be read behind the last row. */
  readonly faults: readonly UploadFault[];
  /** Names of columns that nothing is read from. */
  readonly unused: readonly string[];
}

/**
 * The rows without a fault, each as a case that can be planned. Where there is none, or more than fit into a stored
 * roster, the file is refused with all its faults.
 *
 * @param octets as the spreadsheet wrote them: UTF-8, UTF-16 or GB18030
 * @param saidBefore what earlier files said of somebody, by key; left out: none came before
 */
export async function readUpload(
  octets: AsyncIterable<Uint8Array>,
  policy: Policy,
  planner: RosterPlanner,
  saidBefore: NonNullable<RosterReader['saidBefore']> = () => undefined,
): Promise<Result<Upload, UploadFault>> {
  const people: UploadedPerson[] = [];
  const faults: UploadFault[] = [];
  const unused: string[] = [];
  const readings = readRoster(recordsOf(octets, faults), {
    policy,
    planner,
    saidBefore,
    onFault: (line, fault) => faults.push({ ...fault, line }),
    onUnused: (_, columns) => unused.push(...columns.map(({ name }) => name)),
  });
  for await (const reading of readings) {
    if (reading.kind !== 'person') continue;
    if (people.length === MOST_PEOPLE) {
      faults.push(tooMany(reading.line));
      return { ok: false, problems: faults };
    }
    const { line, row } = reading;
    people.push({ refKey: sameRef(row.ref), line, row });
  }
  if (people.length > 0) return { ok: true, value: { people, faults, unused } };
  if (faults.length === 0)
    faults.push({ path: [], line: 1, column: 1, what: 'a table without people', allowed: 'a row for each' });
  return { ok: false, problems: faults };
}

/** As far as the file can be read; why it ends is a fault of its own. */
async function* recordsOf(
  octets: AsyncIterable<Uint8Array>,
  faults: UploadFault[],
): AsyncGenerator<CsvRecord> {
  try {
    yield* readCsv(decodeSpreadsheet(octets));
  } catch (error) {
    const fault = faultOf(error);
    if (fault === null) throw error;
    faults.push(fault);
  }
}

function faultOf(error: unknown): UploadFault | null {
  if (error instanceof CsvBroken) {
    const allowed = 'nothing behind this place is read';
    return { path: [], line: error.line, column: 1, what: error.message, allowed };
  }
  if (!(error instanceof NotText)) return null;
  const allowed = 'a table saved as “CSV” or “CSV UTF-8” by the spreadsheet program';
  return { path: [], line: 1, column: 1, what: 'a workbook of Excel', allowed };
}

function tooMany(line: number): UploadFault {
  const allowed = `at most ${MOST_PEOPLE} people in one roster`;
  return { path: [], line, column: 1, what: 'too many people', allowed };
}
