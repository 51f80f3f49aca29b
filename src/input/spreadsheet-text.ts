// The text of a file that a spreadsheet wrote, whatever its encoding: UTF-8 with or without a mark at its start, UTF-16
// with one, or GB18030, which is what Excel in China writes as "CSV". Node's own TextDecoder reads all of them.

/** Enough to tell GB18030 from UTF-8 by: two encodings agree on so much text only where it is all ASCII. */
const ENOUGH_TO_TELL = 64 * 1024;

/** The file is a workbook of a spreadsheet program, which has no text to read. */
export class NotText extends Error {}

/** How the files of Excel begin: `.xlsx`, which is a ZIP archive, and the older `.xls`. */
const WORKBOOKS = [Buffer.from('PK\u0003\u0004'), Buffer.of(0xd0, 0xcf, 0x11, 0xe0)];

/**
 * The text of the octets, as it comes in, in constant memory. Octets that the encoding does not have become U+FFFD,
 * so that whoever reads the text can say where they stood. @throws NotText
 */
export async function* decodeSpreadsheet(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let undecided: Uint8Array = new Uint8Array(0);
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  for await (const chunk of chunks) {
    if (decoder !== null) {
      yield decoder.decode(chunk, { stream: true });
      continue;
    }
    undecided = Buffer.concat([undecided, chunk]);
    if (undecided.length < ENOUGH_TO_TELL) continue;
    // Plain ASCII is the same in both; it goes on, and the next octets decide.
    const isPlain = undecided.every((octet) => octet < 0x80);
    if (!isPlain) decoder = new TextDecoder(encodingOf(undecided, true));
    yield (decoder ?? new TextDecoder()).decode(undecided, { stream: true });
    undecided = new Uint8Array(0);
  }
  if (decoder === null) yield new TextDecoder(encodingOf(undecided, false)).decode(undecided);
  else yield decoder.decode();
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** @param isBeginning whether more octets follow, so that a character may be cut at the end. */
function encodingOf(octets: Uint8Array, isBeginning: boolean): Encoding {
  if (WORKBOOKS.some((beginning) => beginning.equals(octets.subarray(0, beginning.length))))
    throw new NotText('a workbook and not a text');
  const [first, second] = octets;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(octets, { stream: isBeginning });
    return 'utf-8';
  } catch {
    // GB18030 takes nearly anything, so it is what remains.
    return 'gb18030';
  }
}
