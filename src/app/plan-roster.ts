// The rows of a roster → everybody's answer, the most urgent first. Rows are read one after the other and let go; what
// stays of each is its key, its line and an answer that it shares with all to whom the same holds.

import type { Day } from '../domain/day.ts';
import type { Verdict } from '../domain/plan.ts';
import type { Assumption, Roster, RosterEntry } from '../domain/roster/roster.ts';
import type { RosterAnswer } from '../domain/roster/roster-answer.ts';
import { compareUrgency } from '../domain/roster/urgency.ts';
import type { CsvRecord } from '../input/csv-records.ts';
import type { PublishedCalendar } from '../policies/calendars/calendar-file.ts';
import type { Policy } from '../policies/policy.ts';
import { type ColumnFault, parseRosterHeader, type RosterHeader } from '../policies/roster/roster-columns.ts';
import { parseRosterRow } from '../policies/roster/roster-row.ts';
import type { PolicyBook } from './policy-book.ts';
import { type HrCapacity, planRosterWaves } from './roster-capacity.ts';
import { createRosterPlanner } from './roster-planner.ts';

export interface RosterRequest {
  readonly policy: Policy;
  readonly asOf: Day;
  /** Null: nobody said how much HR can do in a day. */
  readonly capacity: HrCapacity | null;
  /** Hears of each fault as soon as it is found, so that none has to be kept. */
  readonly onFault: (line: number, fault: ColumnFault) => void;
  /** Hears of the columns that nothing is read from, counted from 1. */
  readonly onUnused: (
    line: number,
    columns: readonly { readonly column: number; readonly name: string }[],
  ) => void;
}

/**
 * The roster, or nothing where its first row is at fault or is all there is. Rows at fault are told and left out, the
 * others planned. Of two rows with one key the second is at fault.
 */
export async function planRoster(
  book: PolicyBook,
  records: AsyncIterable<CsvRecord>,
  request: RosterRequest,
): Promise<Roster | null> {
  const { policy, asOf, capacity } = request;
  const calendar = book.calendars.get(policy.calendar);
  if (calendar === undefined) throw new Error(`no calendar ${policy.calendar}`);
  const planner = createRosterPlanner({ policy, calendar, asOf, withVisits: capacity !== null });
  const entries: RosterEntry[] = [];
  const lineOfRef = new Map<string, number>();
  let header: RosterHeader | null = null;
  let faultyRows = 0;
  for await (const { line, cells } of records) {
    if (header === null) {
      header = readHeader(request, line, cells);
      if (header === null) return null;
      continue;
    }
    const row = parseRosterRow(request.policy, header, cells);
    const answer = row.ok ? planner.answerTo(row.value, header) : row;
    const faults = answer.ok ? [] : [...answer.problems];
    if (row.ok) {
      const { ref } = row.value;
      const first = lineOfRef.get(sameRef(ref));
      if (first === undefined) lineOfRef.set(sameRef(ref), line);
      else faults.push(refTwice(header, ref, first));
      if (answer.ok && faults.length === 0) entries.push({ ref, line, answer: answer.value });
    }
    for (const fault of faults.toSorted((a, b) => a.column - b.column)) request.onFault(line, fault);
    if (faults.length > 0) faultyRows += 1;
  }
  if (header === null) {
    request.onFault(1, {
      path: [],
      column: 1,
      what: 'an empty table',
      allowed: 'a first row with the names',
    });
    return null;
  }
  return rosterOf(calendar, request, rank(entries), faultyRows, planner.definitions);
}

function readHeader(
  { policy, onFault, onUnused }: RosterRequest,
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

/** Full-width digits do not make another person. */
function sameRef(ref: string): string {
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

/** Distinct answers are few, so they are compared once each and not once for every person. */
function rank(entries: readonly RosterEntry[]): RosterEntry[] {
  const answers = [...new Set(entries.map(({ answer }) => answer))].toSorted(compareUrgency);
  const places = new Map<RosterAnswer, number>();
  let place = 0;
  for (const [index, answer] of answers.entries()) {
    const before = answers[index - 1];
    if (before !== undefined && compareUrgency(before, answer) !== 0) place = index;
    places.set(answer, place);
  }
  const placeOf = ({ answer }: RosterEntry) => places.get(answer) ?? 0;
  return entries.toSorted((a, b) => placeOf(a) - placeOf(b) || a.line - b.line);
}

function rosterOf(
  calendar: PublishedCalendar,
  { policy, asOf, capacity }: RosterRequest,
  entries: readonly RosterEntry[],
  faultyRows: number,
  definitions: ReadonlyMap<string, Pick<Assumption, 'question' | 'shown'>>,
): Roster {
  const people = peopleByAnswer(entries);
  const count = (is: (answer: RosterAnswer) => boolean) =>
    [...people].reduce((sum, [answer, number]) => sum + (is(answer) ? number : 0), 0);
  const verdicts = new Map<Verdict, number>();
  for (const [{ verdict }, number] of people) verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + number);
  const cutoffs = Map.groupBy(people.keys(), ({ cutoff }) => `${cutoff.on} ${cutoff.at}`);
  return {
    policy,
    asOf,
    cutoffs: [...cutoffs.values()].flatMap(([first]) => first?.cutoff ?? []).toSorted((a, b) => a.on - b.on),
    entries,
    faultyRows,
    verdicts,
    assumed: policy.facts.flatMap(({ id }): Assumption[] => {
      const definition = definitions.get(id);
      const number = count(({ missing }) => missing.includes(id));
      return definition === undefined || number === 0 ? [] : [{ fact: id, ...definition, people: number }];
    }),
    waves: capacity === null ? null : planRosterWaves(entries, capacity, calendar),
  };
}

function peopleByAnswer(entries: readonly RosterEntry[]): Map<RosterAnswer, number> {
  const people = new Map<RosterAnswer, number>();
  for (const { answer } of entries) people.set(answer, (people.get(answer) ?? 0) + 1);
  return people;
}
