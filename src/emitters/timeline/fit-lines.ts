// Breaks a text into lines for a drawing, where nothing wraps by itself. The width is reckoned, not measured: a
// Chinese character is one em wide, the others count as in wide typefaces, so that what fits here fits in others too.

import stringWidth from 'string-width';

/** From the narrowest characters to the widest; the first that matches. */
const EM_OF: readonly (readonly [RegExp, number])[] = [
  [/^[ .,:;'|!iljI·]$/, 0.34],
  [/^[ftr()[\]/-]$/, 0.42],
  [/^[mwMW@%]$/, 0.98],
  [/^[A-Z]$/, 0.72],
];
const OTHER_EM = 0.62;

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** How wide a text is at most, in em. */
export function widthInEm(text: string): number {
  let em = 0;
  for (const { segment } of characters.segment(text)) em += emOf(segment);
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
  if (stringWidth(character) === 2) return 1;
  return EM_OF.find(([form]) => form.test(character))?.[1] ?? OTHER_EM;
}

/** Words with the blanks and the punctuation that belong to them; a word that is too wide in parts. */
function piecesOf(text: string, em: number): string[] {
  const pieces: string[] = [];
  let opening = '';
  for (const { segment, isWordLike } of words.segment(text)) {
    const last = pieces.length - 1;
    if (isWordLike === true) {
      pieces.push(...partsOf(opening + segment, em));
      opening = '';
    } else if (/^[\p{Ps}\p{Pi}]+$/u.test(segment)) opening += segment;
    else if (last >= 0 && opening === '') pieces[last] = `${pieces[last]}${segment}`;
    else opening += segment;
  }
  if (opening !== '') pieces.push(opening);
  return pieces.flatMap((piece) => partsOf(piece, em));
}

function partsOf(piece: string, em: number): string[] {
  if (widthInEm(piece.trimEnd()) <= em) return [piece];
  const parts: string[] = [];
  let part = '';
  let width = 0;
  for (const { segment } of characters.segment(piece)) {
    const own = emOf(segment);
    if (width + own > em && part !== '') {
      parts.push(part);
      part = '';
      width = 0;
    }
    part += segment;
    width += own;
  }
  return [...parts, part];
}
