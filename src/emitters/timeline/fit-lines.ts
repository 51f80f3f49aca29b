// Breaks a text into lines for a drawing, where nothing wraps by itself. The width is reckoned, not measured: a
// Chinese character is one em wide, the others count as in wide typefaces, so that what fits here fits in others too.

import stringWidth from 'string-width';

/** Openings before it, closings and blanks behind it. */
const PIECE =
  /[\p{Ps}\p{Pi}]*(?:\p{Script=Han}|[^\s\p{Script=Han}\p{Ps}\p{Pi}\p{Pe}\p{Pf}，。、；：！？…]+)?[\p{Pe}\p{Pf}，。、；：！？…]*\s*/gu;

/** From the narrowest characters to the widest; the first that matches. */
const EM_OF: readonly (readonly [RegExp, number])[] = [
  [/^[ .,:;'|!iljI]$/, 0.34],
  [/^[ftr()[\]/-]$/, 0.42],
  [/^[mwMW@%]$/, 0.98],
  [/^[A-Z]$/, 0.72],
];
const OTHER_EM = 0.62;

/** By code: looked up once for each letter of each text. */
const ASCII_EM = Array.from({ length: 127 }, (_, code) => {
  const letter = String.fromCharCode(code);
  return EM_OF.find(([form]) => form.test(letter))?.[1] ?? OTHER_EM;
});

/** Letters and Chinese characters that are one UTF-16 unit each and stand for themselves: most texts have no other. */
const PLAIN = /^[ -~\u2e80-\u9fff\uff01-\uff60]*$/;

const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** How wide a text is at most, in em. */
export function widthInEm(text: string): number {
  let em = 0;
  for (const character of charactersOf(text)) em += emOf(character);
  return em;
}

/** The lines of a text, none wider than `em`; at least one, which may be empty. Long words are cut. */
export function fitLines(text: string, em: number): string[] {
  if (widthInEm(text) <= em) return [text.trim()];
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const piece of piecesOf(text, em)) {
    // A blank at the end of a line takes no room.
    if (width + widthInEm(piece.trimEnd()) > em && line !== '') {
      lines.push(line.trimEnd());
      line = piece.trimStart();
      width = widthInEm(line);
    } else {
      line += piece;
      width += widthInEm(piece);
    }
  }
  lines.push(line.trimEnd());
  return lines;
}

function emOf(character: string): number {
  const ascii = character.length === 1 ? ASCII_EM[character.charCodeAt(0)] : undefined;
  if (ascii !== undefined) return ascii;
  return PLAIN.test(character) || stringWidth(character) === 2 ? 1 : OTHER_EM;
}

/** What a reader takes for one character. */
function charactersOf(text: string): Iterable<string> {
  return PLAIN.test(text) ? text : Iterator.from(characters.segment(text)).map(({ segment }) => segment);
}

/**
 * What stays together: a Chinese character or a word, with the punctuation and the blanks that belong to it; a word
 * that is too wide in parts.
 */
function piecesOf(text: string, em: number): string[] {
  return (text.match(PIECE) ?? []).flatMap((piece) => partsOf(piece, em));
}

function partsOf(piece: string, em: number): string[] {
  if (widthInEm(piece.trimEnd()) <= em) return [piece];
  const parts: string[] = [];
  let part = '';
  let width = 0;
  for (const character of charactersOf(piece)) {
    const own = emOf(character);
    if (width + own > em && part !== '') {
      parts.push(part);
      part = '';
      width = 0;
    }
    part += character;
    width += own;
  }
  return [...parts, part];
}
