// lastbus roster FILE.csv [--as-of DAY] [--policy ID] [--capacity N/day …] [--days-off DAY …]
//   [--format table|csv|json|ics] [--lang zh|en]

import { createReadStream } from 'node:fs';
import type { Dependencies } from '../../app/dependencies.ts';
import type { TodayIn } from '../../app/make-plan.ts';
import { planRoster } from '../../app/plan-roster.ts';
import { rosterCalendar } from '../../app/roster-calendar.ts';
import { chooseRosterPolicy } from '../../app/roster-policy.ts';
import type { Fault } from '../../domain/problem.ts';
import type { Roster } from '../../domain/roster/roster.ts';
import { renderBoardCsv } from '../../emitters/roster/board-csv.ts';
import { renderBoardJson } from '../../emitters/roster/board-json.ts';
import { boardFoot, boardHead, boardRows } from '../../emitters/roster/board-table.ts';
import { CsvBroken, type CsvRecord, readCsv } from '../../input/csv-records.ts';
import { faultLine, faultSentence } from '../../input/fault-text.ts';
import { decodeSpreadsheet, NotText } from '../../input/spreadsheet-text.ts';
import { columnWidths, tableLine } from './policies/table.ts';
import { parseRosterArguments, type RosterArguments } from './roster-options.ts';
import { type ExitCode, type Terminal, UsageError } from './terminal.ts';

interface RosterWorld extends Pick<Dependencies, 'book' | 'publicUrl'> {
  readonly todayIn: TodayIn;
}

/** Prints the board of a roster. Rows at fault are told on standard error; the others are planned all the same. */
export async function rosterCommand(
  args: readonly string[],
  world: RosterWorld,
  terminal: Terminal,
): Promise<ExitCode> {
  const given = parseRosterArguments(args);
  const { file, capacity, policyId } = given;
  const chosen = chooseRosterPolicy(world.book, policyId, given.asOf, world.todayIn);
  if (!chosen.ok) throw new UsageError(`--policy: ${chosen.problems.map(faultSentence).join('; ')}`);
  const { policy, asOf } = chosen.value;
  let faults = 0;
  const complain = (line: number, column: number, fault: Fault) => {
    faults += 1;
    terminal.complain(faultLine(file, { line, column }, fault));
  };
  const roster = await planRoster(world.book, recordsOf(file, terminal, complain), {
    policy,
    asOf,
    capacity,
    onFault: (line, fault) => complain(line, fault.column, fault),
    onUnused: (line, columns) => {
      for (const { column, name } of columns)
        terminal.complain(
          `${file}:${line}:${column}: not used: no fact and no step of ${policy.id} is called ${JSON.stringify(name)}`,
        );
    },
  });
  if (roster !== null) await print(roster, given, world, terminal);
  return faults === 0 ? 0 : 2;
}

/** The records as far as the file can be read; where that ends before its end, it is told. */
async function* recordsOf(
  file: string,
  terminal: Terminal,
  complain: (line: number, column: number, fault: Fault) => void,
): AsyncGenerator<CsvRecord> {
  const octets = file === '-' ? terminal.standardInputOctets : createReadStream(terminal.pathOf(file));
  try {
    yield* readCsv(decodeSpreadsheet(octets));
  } catch (error) {
    if (error instanceof CsvBroken) {
      complain(error.line, 1, {
        path: [],
        what: error.message,
        allowed: 'nothing behind this place is read',
      });
      return;
    }
    if (error instanceof NotText) {
      const allowed = 'a table saved as “CSV” or “CSV UTF-8” by the spreadsheet program';
      throw new UsageError(
        faultLine(file, { line: 1, column: 1 }, { path: [], what: 'a workbook of Excel', allowed }),
      );
    }
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code === 'ENOENT') throw new UsageError(`${file}: there is no such file`);
    if (code === null || !/^E[A-Z]+$/.test(code)) throw error;
    throw new UsageError(`${file}: it cannot be read (${code})`);
  }
}

async function print(
  roster: Roster,
  { format, locale }: RosterArguments,
  world: RosterWorld,
  terminal: Terminal,
): Promise<void> {
  const parts = {
    table: () => tableParts(roster, locale),
    csv: () => renderBoardCsv(roster, locale),
    json: () => renderBoardJson(roster, locale),
    ics: () => [rosterCalendar(world, roster, locale)],
  }[format]();
  for (const part of inBlocks(parts)) await terminal.print(part);
}

/** Walked twice, first for the widths: rows are made again rather than kept. */
function* tableParts(roster: Roster, locale: RosterArguments['locale']): Generator<string> {
  yield `${boardHead(roster, locale).join('\n')}\n\n`;
  const widths = columnWidths(boardRows(roster, locale));
  for (const row of boardRows(roster, locale)) yield `${tableLine(row, widths)}\n`;
  yield `${boardFoot(roster, locale).join('\n')}\n`;
}

/** A write for each line would take longer than the planning. */
const BLOCK = 64 * 1024;

function* inBlocks(parts: Iterable<string>): Generator<string> {
  let block = '';
  for (const part of parts) {
    block += part;
    if (block.length < BLOCK) continue;
    yield block;
    block = '';
  }
  yield block;
}
