// Small tables for a spreadsheet, in the manner of the board (board-csv.ts): the mark by which Excel knows UTF-8, CRLF
// line ends, and nothing that it would take for a formula.

import { stringify } from 'csv-stringify/sync';

export function smallCsv(rows: readonly (readonly string[])[]): string {
  const lines = stringify(
    rows.map((row) => [...row]),
    { record_delimiter: 'windows', escape_formulas: true },
  );
  return `\uFEFF${lines}`;
}
