// The text of a cell or a header without what spreadsheets put around it.

/**
 * Full-width letters and digits made plain, blanks at the ends taken away; `="007"`, by which HR systems keep a
 * spreadsheet from taking a text for a number, and the apostrophe before what would be a formula are taken off.
 */
export function plainCell(cell: string): string {
  return withoutGuard(cell).normalize('NFKC').trim();
}

/** The same, but with every character as it was typed: a key is given back as it came. */
export function withoutGuard(cell: string): string {
  const text = cell.trim();
  const [, quoted] = /^="(.*)"$/s.exec(text) ?? [];
  return (quoted ?? text).replace(/^'(?=[=+\-@＝＋－＠])/, '').trim();
}

/** Two names are the same however they are spaced and in whichever case they are typed. */
export function sameName(name: string): string {
  return plainCell(name).toLowerCase().replaceAll(/\s+/g, '');
}
