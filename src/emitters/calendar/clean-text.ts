// Makes any text safe to stand in a calendar: what breaks a content line or is misread by calendar programs
// goes before the text reaches the writer. Escaping and folding are the writer's.

/** Every line end that some consumer takes for one, NEL and the Unicode separators included. */
const LINE_END = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/g;

/**
 * Control characters (a NUL makes three programs reject the whole file), lone surrogates (no UTF-8 form),
 * noncharacters, the replacement character, byte order marks, and the marks that turn the direction of the
 * text after them. Joiners and the plain direction marks U+200E/F stay: emoji and Arabic need them.
 */
const UNSAFE = /[[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufeff\ufffd\u202a-\u202e\u2066-\u2069]--[\n\t]]/gv;

/**
 * A text of lines parted by `\n`. Runs of white space become one blank; none stands at the end of a line, where
 * some programs lose it, or at its start. At most one empty line stands between two others, none at the ends.
 * A backslash becomes its full-width form, because three programs misread an escaped one.
 */
export function cleanText(text: string): string {
  return text
    .replace(LINE_END, '\n')
    .replace(UNSAFE, '')
    .replaceAll('\\', '\uff3c')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A text as one line, otherwise as `cleanText` gives it. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\n+/g, ' ');
}
