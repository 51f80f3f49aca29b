// The board as CSV for a spreadsheet: UTF-8 with the mark at its start by which Excel knows it, CRLF line ends, ISO days.
// `csv-stringify` (MIT, of the same family as csv-parse, last release September 2026) neutralises what a spreadsheet
// would take for a formula.

import { stringify } from 'csv-stringify/sync';
import { type Day, formatDay } from '../../domain/day.ts';
import type { Locale } from '../../domain/localized.ts';
import type { Roster, RosterEntry } from '../../domain/roster/roster.ts';
import { type AnswerTexts, rowsOf, waveDays } from './board-row.ts';
import { type BoardColumn, rosterWordsOf } from './roster-words.ts';

const COLUMNS = [
  'rank',
  'ref',
  'line',
  'verdict',
  'chance',
  'float',
  'route',
  'renewFrom',
  'renewUntil',
  'safeUntil',
  'approveFrom',
  'approveUntil',
  'visitFrom',
  'visitUntil',
  'missing',
  'next',
  'nextFrom',
  'nextUntil',
  'who',
] as const satisfies readonly BoardColumn[];

const WAVE_COLUMNS = [
  'approveOn',
  'approveBy',
  'visitOn',
  'visitBy',
] as const satisfies readonly BoardColumn[];

/** Written together: a call for each row would take most of the time. */
const ROWS_AT_ONCE = 500;

/** The file in parts, in constant memory beside the roster itself. */
export function* renderBoardCsv(roster: Roster, locale: Locale): Generator<string> {
  const words = rosterWordsOf(locale);
  const columns = [...COLUMNS, ...(roster.waves === null ? [] : WAVE_COLUMNS)];
  const questions = new Map(roster.assumed.map(({ fact, question }) => [fact, question[locale]]));
  let rows: (string | number)[][] = [columns.map((column) => words.column[column])];
  yield '\uFEFF';
  for (const { index, entry, texts } of rowsOf(roster, locale)) {
    const cells = cellsOf(
      { roster, index, entry, texts },
      (fact) => questions.get(fact) ?? fact,
      words.waves.full,
    );
    rows.push(columns.map((column) => cells[column]));
    if (rows.length < ROWS_AT_ONCE) continue;
    yield csvLines(rows);
    rows = [];
  }
  yield csvLines(rows);
}

function csvLines(rows: readonly (readonly (string | number)[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    { record_delimiter: 'windows', escape_formulas: true },
  );
}

interface Row {
  readonly roster: Roster;
  readonly index: number;
  readonly entry: RosterEntry;
  readonly texts: AnswerTexts;
}

type CsvColumn = (typeof COLUMNS)[number] | (typeof WAVE_COLUMNS)[number];

function cellsOf(
  { roster, index, entry, texts }: Row,
  questionOf: (fact: string) => string,
  full: string,
): Record<CsvColumn, string | number> {
  const { renewal, approval, visit, next, safeLastStart, floatWorkingDays, missing } = entry.answer;
  const wave = waveDays(roster, index);
  return {
    ...texts,
    rank: index + 1,
    ref: entry.ref,
    line: entry.line,
    float: floatWorkingDays ?? '',
    renewFrom: dayText(renewal?.from),
    renewUntil: dayText(renewal?.until),
    safeUntil: dayText(safeLastStart),
    approveFrom: dayText(approval?.from),
    approveUntil: dayText(approval?.until),
    visitFrom: dayText(visit?.from),
    visitUntil: dayText(visit?.until),
    missing: missing.map(questionOf).join('; '),
    nextFrom: dayText(next.step?.from),
    nextUntil: dayText(next.step?.until),
    approveOn: wave.isFull ? full : dayText(wave.approval?.on),
    approveBy: dayText(wave.approval?.by),
    visitOn: dayText(wave.visit?.on),
    visitBy: dayText(wave.visit?.by),
  };
}

function dayText(day: Day | null | undefined): string {
  return day === null || day === undefined ? '' : formatDay(day);
}
