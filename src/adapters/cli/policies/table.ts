// Columns on a terminal, where a Chinese character takes two. The widths come from `string-width` (MIT, Sindre
// Sorhus, last release November 2026): it follows Unicode's East Asian widths, which change with each version.

import stringWidth from 'string-width';

/** Each row as a line, the columns as wide as their widest cell and two blanks apart. */
export function tableLines(rows: readonly (readonly string[])[]): string[] {
  const widths = columnWidths(rows);
  return rows.map((row) => tableLine(row, widths));
}

/** The widest cell of each column. */
export function columnWidths(rows: Iterable<readonly string[]>): number[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, widthOf(cell));
  }
  return widths;
}

export function tableLine(row: readonly string[], widths: readonly number[]): string {
  return row
    .map((cell, column) => padded(cell, widths[column] ?? 0))
    .join('  ')
    .trimEnd();
}

function padded(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - widthOf(cell)));
}

/** The same words stand in very many rows, and measuring Chinese takes memory that is only slowly given back. */
const KNOWN_WIDTHS = new Map<string, number>();
const MOST_KNOWN = 5_000;

function widthOf(cell: string): number {
  if (/^[ -~]*$/.test(cell)) return cell.length;
  const known = KNOWN_WIDTHS.get(cell);
  if (known !== undefined) return known;
  const width = stringWidth(cell);
  if (KNOWN_WIDTHS.size >= MOST_KNOWN) KNOWN_WIDTHS.clear();
  KNOWN_WIDTHS.set(cell, width);
  return width;
}
