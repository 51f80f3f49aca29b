// The rows of a roster → everybody's answer, the most urgent first. Rows are read one after the other and let go; what
// stays of each is its key, its line and an answer that it shares with all to whom the same holds.

import type { Day } from '../domain/day.ts';
import type { HrCapacity } from '../domain/roster/hr-capacity.ts';
import type { Roster, RosterEntry } from '../domain/roster/roster.ts';
import type { CsvRecord } from '../input/csv-records.ts';
import type { Policy } from '../policies/policy.ts';
import { assembleRoster } from './assemble-roster.ts';
import type { PolicyBook } from './policy-book.ts';
import { type RosterListener, readRoster } from './read-roster.ts';
import { createRosterPlanner } from './roster-planner.ts';

export interface RosterRequest extends RosterListener {
  readonly policy: Policy;
  readonly asOf: Day;
  /** Null: nobody said how much HR can do in a day. */
  readonly capacity: HrCapacity | null;
}

/**
 * The roster, or nothing where its first row is at fault or missing. Rows at fault are told and left out, the others
 * planned. Of two rows with one key the second is at fault.
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
  let isTable = false;
  let faultyRows = 0;
  for await (const reading of readRoster(records, { ...request, planner })) {
    isTable = true;
    if (reading.kind === 'faulty') faultyRows += 1;
    if (reading.kind === 'person')
      entries.push({ ref: reading.row.ref, line: reading.line, answer: reading.answer });
  }
  if (!isTable) return null;
  const { definitions } = planner;
  return assembleRoster({ policy, calendar, asOf, capacity, entries, faultyRows, definitions });
}
