// The records of a CSV text, each with the line that it starts on. `csv-parse` (MIT, kept by adaltas, last release
// September 2026): streams, keeps to RFC 4180, and takes what spreadsheets write beside it.

import { type CsvError, parse } from 'csv-parse';

export interface CsvRecord {
  /** Of its first character, from 1. */
  readonly line: number;
  /** As they stand, without the quotes around them. */
  readonly cells: readonly string[];
}

/** The text cannot be read on from a line. */
export class CsvBroken extends Error {
  readonly line: number;

  constructor(line: number, why: string, cause: unknown) {
    super(why, { cause });
    this.line = line;
  }
}

/** Longer records are no rows of a table; a quote that is never closed would swallow the whole file. */
const LONGEST_RECORD = 64 * 1024;

/**
 * The records, one after the other, in constant memory; records without any text are left out. Columns are parted by
 * commas, semicolons or tabs, whichever the first line has most of. @throws CsvBroken after the last whole record
 */
export async function* readCsv(text: AsyncIterable<string>): AsyncGenerator<CsvRecord> {
  const { head, rest } = await splitHead(text);
  // Taken from the parser as each is complete: what it had buffered would go down with it when it fails.
  const complete: CsvRecord[] = [];
  let before = 0;
  const parser = parse({
    delimiter: delimiterOf(head),
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_empty_values: true,
    max_record_size: LONGEST_RECORD,
    on_record: (cells: string[], { lines }) => {
      complete.push({ line: startOf(before, cells, lines), cells });
      before = lines;
      return null;
    },
  });
  let failure: unknown = null;
  parser.on('error', (error) => {
    failure = error;
  });
  parser.resume();
  try {
    for await (const chunk of plainLines(head, rest)) {
      await new Promise((taken) => parser.write(chunk, taken));
      yield* complete.splice(0);
      if (failure !== null) throw brokenBy(failure, before + 1);
    }
    const closed = new Promise((resolve) => parser.once('close', resolve));
    parser.end();
    await closed;
    yield* complete.splice(0);
    if (failure !== null) throw brokenBy(failure, before + 1);
  } finally {
    // Whoever stops reading early leaves nothing behind.
    parser.destroy();
  }
}

/** The line count is that of the record's end; line breaks inside of quotes are its own. */
function startOf(before: number, cells: readonly string[], lines: number): number {
  const breaks = cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
  return Math.max(before + 1, lines - breaks);
}

function brokenBy(error: unknown, line: number): unknown {
  const { code, lines } = error as CsvError & { lines?: number };
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return new CsvBroken(line, 'a quotation mark that is never closed', error);
  if (code === 'CSV_MAX_RECORD_SIZE')
    return new CsvBroken(
      line,
      `a row of more than ${LONGEST_RECORD} characters: a quotation mark is open`,
      error,
    );
  if (typeof code === 'string' && code.startsWith('CSV_'))
    return new CsvBroken(lines ?? line, 'not the CSV of a spreadsheet', error);
  return error;
}

/** Every line ends with a line feed alone: with others the parser miscounts the lines inside of quotes. */
async function* plainLines(head: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  let text = head;
  for await (const chunk of rest) {
    // A carriage return at the end may be one half of a line end.
    const isOpen = text.endsWith('\r');
    yield (isOpen ? text.slice(0, -1) : text).replaceAll(/\r\n?/g, '\n');
    text = isOpen ? `\r${chunk}` : chunk;
  }
  yield text.replaceAll(/\r\n?/g, '\n');
}

interface SplitText {
  /** The first line at least, if there is one. */
  readonly head: string;
  readonly rest: AsyncIterable<string>;
}

async function splitHead(text: AsyncIterable<string>): Promise<SplitText> {
  const chunks = text[Symbol.asyncIterator]();
  let head = '';
  for (;;) {
    const next = await chunks.next();
    if (next.done === true) break;
    head += next.value;
    if (/[\r\n]/.test(head) || head.length > LONGEST_RECORD) break;
  }
  return { head, rest: { [Symbol.asyncIterator]: () => chunks } };
}

/** A tie goes to the comma. */
function delimiterOf(head: string): string {
  const [firstLine = ''] = head.trimStart().split(/[\r\n]/);
  const outside = firstLine.replaceAll(/"[^"]*"/g, '');
  const count = (delimiter: string) => outside.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best));
}
